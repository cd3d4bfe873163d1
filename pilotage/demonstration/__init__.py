"""The demonstration: invented structures, colleagues and people, and the mass of rows of the bench.

`textes/` holds the stories, in French, as data; `recits.py` reads them and says them in somebody's words; `vies.py`
makes two years of a person out of a main story and one or two side ones; `volume.py` is the scale mode.
"""
