"""How the tables of `jeu` are read: cells between bars, days and hours as written."""

from datetime import date, datetime

from tests.usines.parcours import PARIS


def lignes(table):
    """The cells of each line, without their spaces."""
    return [[cellule.strip() for cellule in ligne.split("|")] for ligne in table.strip().splitlines()]


def jour(texte):
    return date.fromisoformat(texte) if texte else None


def instant(texte):
    return datetime.fromisoformat(texte).replace(tzinfo=PARIS)
