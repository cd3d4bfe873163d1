"""What each kind of funder asks to know of everybody, declared once (metier.md §4.9, §5, §6; experience.md C2)."""

from collections.abc import Callable
from dataclasses import dataclass

from beneficiaires.enums import FAMILLES_SITUATIONS, NatureSituation
from parcours.eligibilite import TYPES_IAE, liste_de
from parcours.enums import MomentFse

from .enums import GenreFinanceur

_FAMILLES = dict(FAMILLES_SITUATIONS)
#: The situations of which one at least, true on the day of the entry, answers each question.
SITUATIONS = {
    "ressources": _FAMILLES["Ressources"],
    "emploi": (*(n for n in _FAMILLES["Emploi"] if n != NatureSituation.RQTH), NatureSituation.SALAIRE),
    "logement": _FAMILLES["Logement"],
}


@dataclass(frozen=True)
class Champ:
    """One thing that a funder asks for. `source` names the line of metier.md or of experience.md.

    `rempli` answers of a `Dossier`; `demande` whether it is asked of that person at all.
    """

    code: str
    libelle: str
    source: str
    rempli: Callable
    demande: Callable = lambda dossier: bool(dossier.suivis)


def _de_l_identite(nom):
    return lambda dossier: bool(getattr(dossier.identite, nom))


CHAMPS = {
    champ.code: champ
    for champ in (
        Champ("civilite", "Civilité", "metier.md §5 « Publics »", _de_l_identite("civilite")),
        Champ(
            "date_naissance", "Date de naissance", "metier.md §4.9, §5 « Age rule »", _de_l_identite("date_naissance")
        ),
        Champ(
            "coordonnees",
            "Téléphone ou e-mail",
            "experience.md C2 (obligatoire pour le FSE+)",
            lambda d: bool(d.identite.telephone or d.identite.email),
        ),
        Champ(
            "commune",
            "Commune et code postal",
            "metier.md §4.9, §5 « Publics » (QPV, ZRR)",
            lambda d: bool(d.identite.commune and d.identite.code_postal),
        ),
        Champ(
            "niveau_formation",
            "Niveau de formation",
            "metier.md §4.9 (CITE 0–2, 3–4, 5–8), §5 « Publics »",
            _de_l_identite("niveau_formation"),
        ),
        Champ(
            "ressources",
            "Ressources à l’entrée",
            "metier.md §5 « Publics » (RSA, ASS, AAH)",
            lambda d: d.en_situation("ressources"),
        ),
        Champ(
            "emploi",
            "Situation d’emploi à l’entrée",
            "metier.md §4.9, §5 « Publics » (DELD, DETLD)",
            lambda d: d.en_situation("emploi"),
        ),
        Champ(
            "logement",
            "Logement à l’entrée",
            "metier.md §5.b « Habitat » (fiche CVG)",
            lambda d: d.en_situation("logement"),
        ),
        Champ(
            "orienteur",
            "Orienté par",
            "metier.md §5.b « Orienteurs » (Convergence)",
            lambda d: bool(d.dernier.orienteur),
        ),
        Champ(
            "eligibilite",
            "Éligibilité",
            "metier.md §4.5",
            lambda d: bool(d.dernier.pass_numero) or d.dernier.pk in d.faits.eligibles,
        ),
        Champ("pass_iae", "Numéro de PASS IAE", "metier.md §4.6, §6.2", lambda d: bool(d.dernier.pass_numero)),
        Champ(
            "diagnostic",
            "Diagnostic",
            "metier.md §5 « Diagnostics à temps »",
            lambda d: d.dernier.pk in d.faits.diagnostiques,
        ),
        Champ(
            "heures",
            "Heures de chaque mois",
            "metier.md §5 « ETP réalisés »",
            lambda d: not any(s.pk in d.faits.sans_heures for s in d.suivis),
        ),
        Champ(
            "sortie",
            "Motif de sortie",
            "metier.md §4.2, §4.9, §6.5",
            lambda d: all(s.pk in d.faits.documentes for s in d.sortis),
            demande=lambda d: bool(d.sortis),
        ),
        Champ(
            "fse_entree",
            "Questionnaire FSE+ d’entrée",
            "metier.md §4.9 (annexe I du règlement 2021/1057)",
            lambda d: d.a_repondu(d.dernier, MomentFse.ENTREE),
        ),
        Champ(
            "fse_sortie",
            "Questionnaire FSE+ de sortie",
            "metier.md §4.9 (28 jours après la sortie)",
            lambda d: not d.sans_questionnaire,
            demande=lambda d: bool(d.fenetres_closes),
        ),
        Champ(
            "engagement",
            "Contrat d’engagement",
            "metier.md §4.4, §5 « Conseil départemental (BRSA) »",
            lambda d: any(s.pk in d.faits.engages for s in d.suivis),
            demande=lambda d: bool(d.suivis) and d.au_rsa,
        ),
        Champ(
            "nouvelles",
            "Nouvelles à 6 mois",
            "metier.md §4.9, §5 « Maintien post-sortie »",
            lambda d: all(s.pk in d.faits.nouvelles for s in d.dus),
            demande=lambda d: bool(d.dus),
        ),
    )
}
_COMMUNS = ("civilite", "date_naissance", "niveau_formation", "ressources", "diagnostic", "sortie")
#: What each kind of funder asks for (metier.md §4.9, §5, §6); the others ask for what is common.
EXIGENCES = {
    GenreFinanceur.DREETS: (*_COMMUNS, "commune", "emploi", "eligibilite", "pass_iae", "heures", "orienteur"),
    GenreFinanceur.DEPARTEMENT: (*_COMMUNS, "coordonnees", "commune", "orienteur", "engagement"),
    GenreFinanceur.FSE: (*_COMMUNS, "coordonnees", "commune", "fse_entree", "fse_sortie", "nouvelles"),
    GenreFinanceur.PLIE: (*_COMMUNS, "coordonnees", "commune", "emploi", "orienteur", "nouvelles"),
    GenreFinanceur.CONVERGENCE: (*_COMMUNS, "logement", "emploi", "orienteur", "heures", "nouvelles"),
}


def champs_exiges(structure, genre, cofinance_ue=False):
    """Return the `Champ`s that a funder of that kind asks a structure for, in the order of `CHAMPS`."""
    codes = set(EXIGENCES.get(genre, _COMMUNS))
    if cofinance_ue:
        codes |= set(EXIGENCES[GenreFinanceur.FSE])
    if structure.type not in TYPES_IAE:
        codes -= {"pass_iae"}
    if liste_de(structure) is None:
        codes -= {"eligibilite"}
    if not structure.emploie:
        codes -= {"heures"}
    return tuple(champ for code, champ in CHAMPS.items() if code in codes)
