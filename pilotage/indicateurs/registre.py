"""Every indicator by its code, in the order in which the matters declare them."""

from .chiffres import Definition

INDICATEURS: dict[str, Definition] = {}


def indicateur(code, libelle, *, rubrique, definition, source, lignes=""):
    """Declare a function of `Donnees` that yields `Ligne`s as the indicator `code`.

    `definition` says in French what is counted; `source` names the text or the line of metier.md; `lignes` is the
    heading of the first column when there are several lines.
    """

    def declarer(calcul):
        if code in INDICATEURS:
            raise ValueError(f"L’indicateur {code} est déclaré deux fois.")
        INDICATEURS[code] = Definition(code, libelle, rubrique, definition, source, calcul, lignes)
        return calcul

    return declarer
