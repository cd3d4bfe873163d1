"""The templates of reports: which blocks each shows to begin with, and how to bring a plan up to date.

There is no national template of the « dialogue de gestion » (metier.md §5): its four axes are blocks like others,
that each structure moves, takes away or completes.
"""

from dataclasses import dataclass

from beneficiaires.enums import NatureSituation

from ..enums import ModeleBilan
from .blocs import BLOCS, CIBLES, LACUNES, METHODE, SECTIONS, blocs_de

SOCLE = (CIBLES, LACUNES, METHODE)
#: What a report opens with, before its figures.
OUVERTURE = ("presentation", "essentiel")


@dataclass(frozen=True)
class Modele:
    """`version` changes each time that a block comes or goes, or that an indicator of one does; a frozen report keeps
    the one that it was made with. `pour` says in French what it is for; `publics` (codes of `indicateurs.cohorte`)
    are those that its funder pays for, none for everybody."""

    version: str
    blocs: tuple[str, ...]
    pour: str
    publics: tuple[str, ...] = ()


MODELES = {
    ModeleBilan.DREETS: Modele(
        "2026-1",
        ("presentation", "axe_accueil", "axe_accompagnement", "axe_formation", "axe_territoire", "sorties", *SOCLE),
        "Les quatre axes du dialogue de gestion, puis les sorties et les cibles.",
    ),
    ModeleBilan.IAE: Modele(
        "2026-1",
        (
            *("presentation", "essentiel", "effectifs", "publics", "freins", "accompagnement", "ateliers"),
            *("immersions", "entreprises", "aides", "sorties", "motifs", "apres", "perspectives", *SOCLE),
        ),
        "L’année entière d’une structure d’insertion : publics, accompagnement, sorties.",
    ),
    ModeleBilan.FSE: Modele(
        "2026-1",
        ("presentation", "fse", "publics", "accompagnement", "immersions", "commentaire", *SOCLE),
        "Participants à l’entrée, à la sortie sous 28 jours, et six mois après.",
    ),
    ModeleBilan.DEPARTEMENT: Modele(
        "2026-1",
        ("presentation", "essentiel", "brsa", "freins", "accompagnement", "aides", "commentaire", *SOCLE),
        "Les bénéficiaires du RSA accompagnés, leurs contrats, leurs heures, leurs sorties.",
        publics=(str(NatureSituation.RSA),),
    ),
    ModeleBilan.PLIE: Modele(
        "2026-1",
        ("presentation", "effectifs", "publics", "plie", "accompagnement", "sorties", "apres", *SOCLE),
        "Sorties positives de six mois et plus, et rencontres avec le référent.",
    ),
    ModeleBilan.CONVERGENCE: Modele(
        "2026-1",
        ("presentation", "effectifs", "convergence", "freins", "accompagnement", "convergence_sorties", *SOCLE),
        "La fiche du semestre : publics, équipe, sorties en emploi et hors emploi.",
    ),
    ModeleBilan.GEIQ: Modele(
        "2026-1",
        ("presentation", "effectifs", "publics", "geiq", "immersions", "entreprises", "apres", *SOCLE),
        "Ruptures, sorties en emploi, qualifications obtenues.",
    ),
    ModeleBilan.INTERNE: Modele(
        "2026-1",
        (
            *("essentiel", "effectifs", "publics", "mixite", "freins", "accompagnement", "ateliers", "immersions"),
            *("entreprises", "aides", "sorties", "apres", "equipe", "commentaire", LACUNES, METHODE),
        ),
        "Pour votre conseil d’administration et votre équipe.",
    ),
    ModeleBilan.VIERGE: Modele("2026-1", (METHODE,), "Une page blanche : vous choisissez chaque bloc."),
}


def plan(modele, sections=()):
    """The blocks of a new report made from `modele`, as `Bilan.blocs` keeps them: all of them, those shown first.

    With `sections` (those that an agreement wants), each is shown in its turn by the blocks of the template that
    answer for it, else by its own, between the words that open the report and those that close it.
    """
    montres = MODELES[ModeleBilan(modele)].blocs
    if sections:
        montres = _selon(montres, sections)
    return [_bloc(code, actif=True) for code in montres] + [_bloc(code) for code in BLOCS if code not in montres]


def _selon(blocs, sections):
    voulus = [code for nom in sections if nom in SECTIONS for code in blocs_de(nom, blocs) or SECTIONS[nom][0]]
    debut = [code for code in blocs if code in OUVERTURE]
    fin = [code for code in blocs if code not in OUVERTURE and not BLOCS[code].indicateurs]
    return tuple(dict.fromkeys([*debut, *voulus, *fin]))


def a_jour(blocs):
    """`blocs` of a report already written, without those that we no longer ship, with the new ones at the end."""
    connus = [bloc for bloc in blocs if bloc["code"] in BLOCS]
    codes = {bloc["code"] for bloc in connus}
    return connus + [_bloc(code) for code in BLOCS if code not in codes]


def _bloc(code, *, actif=False):
    return {"code": code, "actif": actif, "texte": "", "version": 0}


def agir(blocs, code, action):
    """`blocs` (up to date) once `action` is done to the block `code`: "montrer", "retirer", "monter", "descendre".

    Those shown come first; one that is shown again goes after them, before the blocks that close every report. Raises
    `KeyError` for an unknown code or action.
    """
    bloc = {bloc["code"]: bloc for bloc in blocs}[code]
    montres = [b for b in blocs if b["actif"] and b is not bloc]
    autres = [b for b in blocs if not b["actif"] and b is not bloc]
    rang = [b["code"] for b in blocs if b["actif"]].index(code) if bloc["actif"] else _avant_la_fin(montres, code)
    ecart = {"montrer": 0, "retirer": 0, "monter": -1, "descendre": 1}[action]
    actif = bloc["actif"] if ecart else action == "montrer"
    if actif:
        montres.insert(max(0, rang + ecart), bloc | {"actif": True})
    else:
        autres.insert(0, bloc | {"actif": False})
    return montres + autres


def _avant_la_fin(montres, code):
    """The place of a block that is shown again: the last one, or before those of `SOCLE` that end the report."""
    rang = len(montres)
    while code not in SOCLE and rang and montres[rang - 1]["code"] in SOCLE:
        rang -= 1
    return rang
