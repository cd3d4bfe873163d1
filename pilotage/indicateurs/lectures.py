"""What several perimeters read, read together: one query per table, however many of them there are.

Of one perimeter alone, as on the page of the figures, the SQL of each table is kept for the period: thirty queries
take the ORM longer to write than the database to run (docs/decisions/0008-requetes-preparees.md).
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import IntegerField, Value

from insertion.isolation.contexte import contexte_exige
from insertion.isolation.preparees import RequetePreparee, en_liste

#: Periods whose SQL is kept: that of today, and those that people come back to.
PERIODES = 20
_preparees = {}  # {name of a table: its `RequetePreparee`}


@dataclass(frozen=True)
class Bornes:
    """What the query of a table may know of a perimeter; its SQL serves whoever asks for the same days."""

    du: date
    au: date

    @property
    def structure_id(self):
        return contexte_exige().structures[0]


class Lectures:
    """Several `Donnees` of one structure: a table that one of them asks for is read for all of them."""

    def __init__(self):
        self.membres, self._tables, self._derivees = [], {}, {}

    def ajouter(self, donnees):
        """Count these `Donnees` in, before anything is read; their rank."""
        self.membres.append(donnees)
        return len(self.membres) - 1

    def table(self, nom, construire, listes, rang):
        """The rows of the table `nom` for the `Donnees` of that rank.

        `construire(bornes, **listes)` is the query of each; `listes` are {name: function of a `Donnees`, its ids}.
        """
        if nom not in self._tables:
            bornes = [Bornes(donnees.du, donnees.au) for donnees in self.membres]
            textes = [{cle: en_liste(ids(donnees)) for cle, ids in listes.items()} for donnees in self.membres]
            if len(self.membres) == 1 and not self.membres[0].perimetre.personnes:
                self._tables[nom] = [_preparer(nom, construire)(*bornes, **textes[0])]
            else:
                self._tables[nom] = ensemble(
                    [
                        donnees.de_ces_personnes(construire(siennes, **siens))
                        for donnees, siennes, siens in zip(self.membres, bornes, textes, strict=True)
                    ]
                )
        return self._tables[nom][rang]

    def derivees(self, nom, deriver, rang):
        """The `Donnees` of the perimeter that `deriver(perimetre)` gives, read with those of the others; or None."""
        if nom not in self._derivees:
            lectures = Lectures()
            autres = [deriver(donnees.perimetre) for donnees in self.membres]
            self._derivees[nom] = [
                type(donnees)(autre, lectures) if autre else None
                for donnees, autre in zip(self.membres, autres, strict=True)
            ]
        return self._derivees[nom][rang]


def _preparer(nom, construire):
    if nom not in _preparees:
        _preparees[nom] = RequetePreparee(construire, PERIODES)
    return _preparees[nom]


def ensemble(demandes):
    """Return the rows of each of these querysets (`values_list` of one model), in one query and in their order.

    Perimeters often share a bound: what they ask for in the same words is asked once.
    """
    if len(demandes) == 1:
        return [list(demandes[0])]
    cles = [_en_mots(demande) for demande in demandes]
    differentes = {cle: demande for cle, demande in zip(cles, demandes, strict=True) if cle is not None}
    if len(differentes) < 2:
        lues = {cle: list(demande) for cle, demande in differentes.items()}
    else:
        lues = _unies(differentes)
    return [lues.get(cle, []) for cle in cles]


def _unies(differentes):
    lues = {cle: [] for cle in differentes}
    rangees = list(lues.values())
    premiere, *autres = (
        demande.annotate(_rang=Value(rang, IntegerField())) for rang, demande in enumerate(differentes.values())
    )
    for *ligne, rang in premiere.union(*autres, all=True):
        rangees[rang].append(ligne)
    return lues


def _en_mots(demande):
    """The SQL of a query and its parameters; None when nothing can answer it."""
    try:
        sql, parametres = demande.query.get_compiler(connection=connections[demande.db]).as_sql()
    except EmptyResultSet:
        return None
    return sql, repr(parametres)
