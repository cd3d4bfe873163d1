"""Queries whose SQL is written once: writing it takes the ORM longer than running it takes the database."""

from copy import copy
from datetime import UTC, date, datetime, timedelta

from django.db import connections

from .contexte import Contexte, _contexte, contexte_exige

#: Values that nobody types: they show where the real ones go.
ENTIER, JOUR, INSTANT = 8_888_888_000_000, date(8888, 1, 1), datetime(8888, 1, 1, tzinfo=UTC)
STRUCTURE = ENTIER - 1


class RequetePreparee:
    """A queryset compiled at its first use, then run with other values.

    `construire(*constantes, **valeurs)` returns the queryset, and is called once per tuple of `constantes` (a limit,
    a filter). `valeurs` are integers, dates or aware datetimes, passed to the database as they are. Calling the
    prepared query returns the list of its rows. The rows are those of the open context, as for any queryset.
    """

    def __init__(self, construire):
        self.construire = construire
        self.compilees = {}

    def __call__(self, *constantes, **valeurs):
        structures = contexte_exige().structures
        if len(structures) != 1:
            return list(self.construire(*constantes, **valeurs))
        if constantes not in self.compilees:
            self.compilees[constantes] = self._compiler(constantes, valeurs)
        queryset, compilateur, sql, parametres = self.compilees[constantes]
        valeurs["structure"] = structures[0]
        return _executer(queryset, compilateur, sql, tuple(_reel(p, nom, valeurs) for p, nom in parametres))

    def _compiler(self, constantes, valeurs):
        """The queryset, its compiler, its SQL, and its parameters beside the name of the value each stands for."""
        marques = {nom: _marque(valeur, rang) for rang, (nom, valeur) in enumerate(valeurs.items())}
        jeton = _contexte.set(Contexte((STRUCTURE,)))
        try:
            queryset = self.construire(*constantes, **marques)
        finally:
            _contexte.reset(jeton)
        compilateur = queryset.query.get_compiler(using=queryset.db)
        sql, parametres = compilateur.as_sql()
        noms = {marque: nom for nom, marque in marques.items()} | {STRUCTURE: "structure"}
        return queryset, compilateur, sql, [(parametre, noms.get(parametre)) for parametre in parametres]


def _marque(valeur, rang):
    if isinstance(valeur, datetime):
        return INSTANT + timedelta(days=rang)
    return JOUR + timedelta(days=rang) if isinstance(valeur, date) else ENTIER + rang


def _reel(parametre, nom, valeurs):
    """What goes in the place of `parametre`; an integer keeps the width that its column gave it."""
    if nom is None:
        return parametre
    return type(parametre)(valeurs[nom]) if isinstance(parametre, int) else valeurs[nom]


def _executer(queryset, compilateur, sql, parametres):
    """Run compiled SQL through the iterable of its queryset: the same conversions, the same instances."""
    queryset, compilateur = queryset._chain(), copy(compilateur)
    compilateur.connection = connections[queryset.db]
    compilateur.as_sql = lambda *args, **kwargs: (sql, parametres)
    queryset.query.get_compiler = lambda *args, **kwargs: compilateur
    return list(queryset)
