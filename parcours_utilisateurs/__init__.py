"""`make parcours-utilisateurs`: the jobs of experience.md §1 in a real browser, by keyboard or by thumb: their cost.

A job is a function of `accompagner.py` (A1 to A11), `encadrer.py` (B1 to B6) or `rendre_compte.py` (C1 to C7): it
takes a hand (`mains.py`) and the demonstration (`terrain.py`), and ends by proving its result in the database or in
a file.
"""
