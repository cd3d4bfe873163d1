"""Isolation of the structures: PostgreSQL itself refuses to show one structure's rows to another.

`contexte.py` is the only door; `middleware.py` and `taches.py` open it for the web and for Celery;
`operations.py` arms the tables in migrations; `models.py` is the base of every isolated model.
"""
