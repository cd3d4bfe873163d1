"""What leaves Tremplin as files: the lists as they are filtered (`listes.py`), all of a structure (`complet.py`).

`demandes.py` keeps the row of each (`Export`), which is also the journal of what left.
"""
