"""Every indicator by its code, in the order of the reports: rubric by rubric, then as each matter declares them."""

from functools import wraps

from .chiffres import Definition

#: The order in which a report reads them; a rubric that is not named here comes after.
RUBRIQUES = (
    "Publics",
    "Effectifs et ETP",
    "Diagnostics et freins",
    "Accompagnement",
    "Immersions, formations, entreprises",
    "Aides financières",
    "Sorties",
    "Après la sortie",
    "FSE+",
    "Conseil départemental (RSA)",
    "PLIE",
    "GEIQ",
    "Convergence, Premières Heures",
    "Équipe",
)
INDICATEURS: dict[str, Definition] = {}


def indicateur(code, libelle, *, rubrique, definition, source, lignes="", reperes=()):
    """Declare a function of `Donnees` that yields `Ligne`s as the indicator `code`.

    `definition` says in French what is counted; `source` names the text or the line of metier.md; `lignes` is the
    heading of the first column when there are several lines; `reperes` are the reference values that a text gives.
    """

    def declarer(calcul):
        if code in INDICATEURS:
            raise ValueError(f"L’indicateur {code} est déclaré deux fois.")
        INDICATEURS[code] = Definition(code, libelle, rubrique, definition, source, calcul, lignes, tuple(reperes))
        _ranger()
        return calcul

    return declarer


def une_fois(calcul):
    """Decorate a function of `Donnees`, which many figures ask: its answer is kept, to be read and not changed."""
    nom = f"{calcul.__module__}.{calcul.__name__}"

    @wraps(calcul)
    def garder(donnees):
        return donnees.une_fois(nom, lambda: calcul(donnees))

    return garder


def _ranger():
    """Put the indicators in the order of their rubrics, whatever module was imported first."""
    rangs = {nom: rang for rang, nom in enumerate(RUBRIQUES)}
    ranges = sorted(INDICATEURS.items(), key=lambda paire: rangs.get(paire[1].rubrique, len(RUBRIQUES)))
    INDICATEURS.clear()
    INDICATEURS.update(ranges)
