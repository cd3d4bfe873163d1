"""Columns of a spreadsheet: a heading and where its value is read on a row."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from phonenumber_field.phonenumber import PhoneNumber

from insertion.droits import Droit


@dataclass(frozen=True)
class Colonne:
    """`valeur` is a path of attributes (« parcours.dispositif.nom », methods called) or a function of the row.

    `droit`: the column is for who has it, when the list is for more people.
    """

    titre: str
    valeur: str | Callable
    droit: Droit | None = None

    def lire(self, rangee):
        """What the cell holds: a text, a number, a date, or None."""
        return en_cellule(self.valeur(rangee) if callable(self.valeur) else _suivre(rangee, self.valeur))


def colonnes(*paires, droit=None):
    return tuple(Colonne(titre, valeur, droit) for titre, valeur in paires)


def _suivre(objet, chemin):
    for nom in chemin.split("."):
        if objet is None:
            return None
        objet = getattr(objet, nom)
        objet = objet() if callable(objet) else objet
    return objet


def en_cellule(valeur):
    """Make of a value what a spreadsheet holds: local time without its zone, yes and no in words, lists in a line."""
    if type(valeur) is str:
        return valeur
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, datetime.datetime):
        return timezone.localtime(valeur).replace(tzinfo=None, microsecond=0) if timezone.is_aware(valeur) else valeur
    if isinstance(valeur, PhoneNumber):
        return valeur.as_national if valeur else ""
    if isinstance(valeur, list | tuple):
        return " ; ".join(str(element) for element in valeur)
    if valeur is None or isinstance(valeur, int | float | Decimal | str | datetime.date | datetime.time):
        return valeur
    return str(valeur)
