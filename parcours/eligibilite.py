"""Who may enter the IAE: criteria, their proofs, and the diagnostic that says so (metier.md §4.5, §4.6)."""

from dataclasses import dataclass
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from beneficiaires.enums import NatureSituation, NiveauFormation
from insertion.enums import NiveauFrancais, TypeStructure
from insertion.texte import en_mots

from .enums import AuteurDiagnostic

#: Structures whose entries follow the IAE criteria; a GEIQ hires by a list of its own.
TYPES_IAE = (TypeStructure.ACI, TypeStructure.EI, TypeStructure.EITI, TypeStructure.AI, TypeStructure.ETTI)
NIVEAU_2_REQUIS = 3
NIVEAU_2_REQUIS_MISE_A_DISPOSITION = 2
VALIDITE_PRESCRIPTEUR = relativedelta(months=6)
VALIDITE_EMPLOYEUR = timedelta(days=92)
CARENCE = relativedelta(years=2)
AGE_SENIOR, AGE_JEUNE = 50, 26


@dataclass(frozen=True)
class Manque:
    """One thing that is missing, and the rule that asks for it. What is not `bloquant` is worth knowing only."""

    phrase: str
    regle: str
    bloquant: bool = True


def suit_les_regles_iae(structure):
    """Whether entries into `structure` follow the criteria of the IAE."""
    return structure.type in TYPES_IAE


def niveau_2_requis(structure):
    """How many criteria of level 2 stand for one of level 1: 2 in an AI or an ETTI, else 3 (metier.md §4.5)."""
    mise_a_disposition = structure.type in (TypeStructure.AI, TypeStructure.ETTI)
    return NIVEAU_2_REQUIS_MISE_A_DISPOSITION if mise_a_disposition else NIVEAU_2_REQUIS


def manques(candidature, le):
    """Return the `Manque`s of an application for an entry on the day `le`; none outside the IAE.

    A PASS still valid stands for everything else. It must be read under a role that sees every criterion.
    """
    if not suit_les_regles_iae(candidature.structure) or _pass_valide(candidature, le):
        return []
    trouves = _carence(candidature, le) + _diagnostic(candidature, le)
    if candidature.diagnostic_auteur == AuteurDiagnostic.PRESCRIPTEUR:
        return trouves
    return trouves + _criteres(candidature, le)


def diagnostic_expire_le(candidature):
    """The last day on which the diagnostic of eligibility holds; None when it is not dated or has no author."""
    if not candidature.diagnostic_le or not candidature.diagnostic_auteur:
        return None
    de_prescripteur = candidature.diagnostic_auteur == AuteurDiagnostic.PRESCRIPTEUR
    return candidature.diagnostic_le + (VALIDITE_PRESCRIPTEUR if de_prescripteur else VALIDITE_EMPLOYEUR)


def _pass_valide(candidature, le):
    return candidature.pass_fin is not None and candidature.pass_fin >= le


def _carence(candidature, le):
    """Two years after a PASS, unless a habilitated prescriber says otherwise (metier.md §4.6)."""
    fin = candidature.pass_fin
    if fin is None or le > fin + CARENCE or candidature.diagnostic_auteur == AuteurDiagnostic.PRESCRIPTEUR:
        return []
    return [
        Manque(
            f"Le dernier PASS IAE a pris fin le {en_mots(fin)} : un délai de carence court jusqu’au "
            f"{en_mots(fin + CARENCE)}.",
            "Deux ans séparent deux PASS IAE, sauf avis d’un prescripteur habilité.",
        )
    ]


def _diagnostic(candidature, le):
    regle = "Un diagnostic vaut 6 mois s’il vient d’un prescripteur habilité, 92 jours s’il vient de la structure."
    fin = diagnostic_expire_le(candidature)
    if fin is None:
        return [Manque("Le diagnostic d’éligibilité n’est pas noté : sa date, et qui l’a fait.", regle)]
    if candidature.diagnostic_le > le:
        return [Manque("Le diagnostic d’éligibilité est daté d’après l’entrée.", regle)]
    if fin < le:
        return [Manque(f"Le diagnostic d’éligibilité a expiré le {en_mots(fin)}.", regle)]
    return []


def _criteres(candidature, le):
    """Too few criteria blocks; a proof that does not count is told as well, and blocks only if it would be needed."""
    retenus = list(candidature.criteres.pour_candidature())
    defauts = {retenu: defaut for retenu in retenus if (defaut := defaut_de_preuve(retenu, candidature, le))}
    prouves = [retenu.critere.niveau for retenu in retenus if retenu not in defauts]
    requis = niveau_2_requis(candidature.structure)
    suffit = 1 in prouves or prouves.count(2) >= requis
    faibles = [Manque(phrase, regle, bloquant=not suffit) for phrase, regle in defauts.values()]
    if suffit:
        return faibles
    return [
        Manque(
            f"Critères justifiés : {prouves.count(1)} de niveau 1 et {prouves.count(2)} de niveau 2.",
            f"Il faut au moins 1 critère de niveau 1, ou {requis} de niveau 2.",
        ),
        *faibles,
    ]


def defaut_de_preuve(retenu, candidature, le):
    """Why a criterion does not count on the day `le`, as (sentence, rule); None when its proof holds."""
    critere, libelle = retenu.critere, f"« {retenu.critere} »"
    if defaut := _defaut_d_age(critere.code, candidature.beneficiaire, le):
        return f"{libelle} : {defaut}.", "L’âge se compte au jour de l’entrée."
    if retenu.preuve_le is None and not (critere.a_terme and retenu.preuve_fin):
        return f"{libelle} : le justificatif n’est pas daté.", f"Justificatif demandé : {critere.preuve}."
    if retenu.preuve_le and retenu.preuve_le > le:
        return f"{libelle} : le justificatif est daté d’après l’entrée.", f"Justificatif demandé : {critere.preuve}."
    if critere.a_terme:
        return _defaut_de_terme(retenu, libelle, le)
    return _defaut_d_anciennete(retenu, libelle, le)


def _defaut_de_terme(retenu, libelle, le):
    regle = "Ce justificatif doit être valable le jour de l’entrée."
    if retenu.preuve_fin is None:
        return f"{libelle} : la fin de validité du justificatif n’est pas notée.", regle
    if retenu.preuve_fin < le:
        return f"{libelle} : le justificatif n’est plus valable depuis le {en_mots(retenu.preuve_fin)}.", regle
    return None


def _defaut_d_anciennete(retenu, libelle, le):
    """« Datant de moins de 3 mois » : on the day when it is three months old, it is too old."""
    mois = retenu.critere.age_max_mois
    if mois is None or (retenu.critere.honneur_seul and not retenu.sur_l_honneur):
        return None
    if retenu.preuve_le + relativedelta(months=mois) > le:
        return None
    date = en_mots(retenu.preuve_le)
    return f"{libelle} : le justificatif du {date} est trop ancien.", f"Il doit dater de moins de {mois} mois."


def _defaut_d_age(code, beneficiaire, le):
    ans = beneficiaire.age(le)
    if code == "SENIOR" and ans is not None and ans < AGE_SENIOR:
        return f"la personne a {ans} ans"
    if code == "JEUNE" and ans is not None and ans >= AGE_JEUNE:
        return f"la personne a {ans} ans"
    return None


#: What the person's file already says: situation → code of the criterion.
D_APRES_SITUATIONS = {
    NatureSituation.RSA: "RSA",
    NatureSituation.ASS: "ASS",
    NatureSituation.AAH: "AAH",
    NatureSituation.RQTH: "TH",
    NatureSituation.DELD: "DELD",
    NatureSituation.DETLD: "DETLD",
    NatureSituation.SANS_QUALIFICATION: "CAP_BEP",
    NatureSituation.PROTECTION: "REF_DA",
    NatureSituation.PARENT_ISOLE: "PI",
    NatureSituation.ASE: "ASE",
    NatureSituation.QPV: "QPV",
    NatureSituation.ZRR: "ZRR",
    NatureSituation.SANS_DOMICILE: "PSH_PR",
    NatureSituation.HEBERGE: "PSH_PR",
    NatureSituation.HEBERGEMENT_COLLECTIF: "PSH_PR",
    NatureSituation.MESURE_JUSTICE: "DETENTION_MJ",
    NatureSituation.DETENTION: "DETENTION_MJ",
}
SANS_QUALIFICATION = (
    NiveauFormation.JAMAIS_SCOLARISE,
    NiveauFormation.PRIMAIRE,
    NiveauFormation.COLLEGE,
    NiveauFormation.NIVEAU_3,
)


def suggestions(beneficiaire, le):
    """Return the codes of the criteria that the person's file speaks for on the day `le`: to check, never to tick."""
    natures = beneficiaire.situations.en_cours(le).values_list("nature", flat=True)
    codes = {D_APRES_SITUATIONS[nature] for nature in natures if nature in D_APRES_SITUATIONS}
    ans = beneficiaire.age(le)
    if ans is not None and ans >= AGE_SENIOR:
        codes.add("SENIOR")
    if ans is not None and ans < AGE_JEUNE:
        codes.add("JEUNE")
    if beneficiaire.niveau_formation in SANS_QUALIFICATION:
        codes.add("CAP_BEP")
    if beneficiaire.niveau_francais == NiveauFrancais.NON_LECTEUR:
        codes.add("FLE")
    return codes
