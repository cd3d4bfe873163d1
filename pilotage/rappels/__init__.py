"""Reminders, recomputed from facts: one module per kind of fact, `calcul.py` writes the rows."""

from .calcul import rappels_dus, recalculer
from .dus import RappelDu, en_lettres
from .lecture import avec_intitules, grouper

__all__ = ["RappelDu", "avec_intitules", "en_lettres", "grouper", "rappels_dus", "recalculer"]
