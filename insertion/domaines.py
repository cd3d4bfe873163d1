"""What each domain of the diagnostic is called elsewhere: by ASP, by France Travail, by data·inclusion.

Sources: metier.md §4.1.b (France Travail), §4.1.c (ASP), §4.1.e (data·inclusion). An empty code says that the other
list has nothing of the kind: what is not a frein for ASP is not counted as one (numérique, and the freins
professionnels: formation, projet, âge), nor is a lack of confidence reported as an illness.
"""

from dataclasses import dataclass

from .enums import Domaine

FREINS_ASP = {
    "illetrisme": "Illettrisme, analphabétisme, FLE",
    "demarch": "Démarches administratives et accès aux droits",
    "heberg": "Hébergement, logement",
    "mobilite": "Manque de mobilité",
    "sante": "Santé",
    "justice": "Justice",
    "surendet": "Surendettement et finances",
    "manque_dispo": "Manque de disponibilité",
}


@dataclass(frozen=True)
class Codes:
    """The codes of one domain; `theme_di` is a thématique of data·inclusion, or one of its sub-themes."""

    code_asp: str
    code_ft: str
    theme_di: str


CODES = {
    Domaine.LOGEMENT: Codes("heberg", "27", "logement-hebergement"),
    Domaine.MOBILITE: Codes("mobilite", "23", "mobilite"),
    Domaine.SANTE: Codes("sante", "25", "sante"),
    Domaine.HANDICAP: Codes("sante", "25", "sante--constituer-un-dossier-mdph-invalidite"),
    Domaine.ADDICTION: Codes("sante", "25", "sante--addictions"),
    Domaine.DROITS: Codes("demarch", "29", "difficultes-administratives-ou-juridiques"),
    Domaine.BUDGET: Codes("surendet", "28", "difficultes-financieres"),
    Domaine.LANGUE: Codes("illetrisme", "26", "lecture-ecriture-calcul--maitriser-le-francais"),
    Domaine.SAVOIRS: Codes("illetrisme", "26", "lecture-ecriture-calcul"),
    Domaine.NUMERIQUE: Codes("", "22", "numerique"),
    Domaine.FAMILLE: Codes("manque_dispo", "24", "famille"),
    Domaine.JUSTICE: Codes(
        "justice",
        "29",
        "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire",
    ),
    Domaine.FORMATION: Codes("", "", "se-former"),
    Domaine.PROJET: Codes("", "", "choisir-un-metier"),
    Domaine.CONFIANCE: Codes("", "", "remobilisation"),
    Domaine.DISPONIBILITE: Codes("manque_dispo", "24", "famille--garde-denfants"),
    Domaine.AGE: Codes("", "", "preparer-sa-candidature--valoriser-ses-competences"),
}

#: The freins that have to do with work itself; all the others are social (metier.md §1 rows 58 and 59).
DOMAINES_PROFESSIONNELS = (Domaine.FORMATION, Domaine.PROJET, Domaine.DISPONIBILITE, Domaine.AGE)
SOCIAL, PROFESSIONNEL = "Frein social", "Frein professionnel"


def famille(domaine):
    """Return the family of a domain, as pages write it."""
    return PROFESSIONNEL if domaine in DOMAINES_PROFESSIONNELS else SOCIAL
