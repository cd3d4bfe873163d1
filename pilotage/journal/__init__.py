"""« Qui a consulté, qui a modifié »: what was read and changed of one person's file, in sentences.

`genres.py` finds the tables that speak of somebody, `evenements.py` reads them, `phrases.py` says them.
"""
