"""Who may enter the IAE, and whom a GEIQ is helped for: criteria, proofs, diagnostic (metier.md §4.5, §4.6)."""

from dataclasses import dataclass
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from beneficiaires.enums import NatureSituation, NiveauFormation
from insertion.enums import NiveauFrancais, TypeStructure
from insertion.texte import en_mots

from .enums import Annexe, AuteurDiagnostic, ListeCriteres

#: Structures whose entries follow the IAE criteria; a GEIQ has a list of its own.
TYPES_IAE = (TypeStructure.ACI, TypeStructure.EI, TypeStructure.EITI, TypeStructure.AI, TypeStructure.ETTI)
NIVEAU_2_REQUIS = 3
NIVEAU_2_REQUIS_MISE_A_DISPOSITION = 2
VALIDITE_PRESCRIPTEUR = relativedelta(months=6)
VALIDITE_EMPLOYEUR = timedelta(days=92)
CARENCE = relativedelta(years=2)
AGE_SENIOR, AGE_JEUNE, AGE_GEIQ = 50, 26, 45
#: State aid to the accompaniment of one entry into a GEIQ, in euros: arrêté du 10 mars 2022, article D. 6325-23 of
#: the code du travail, as les-emplois computes it (itou/eligibility/utils.py, edition of 21 August 2026).
AIDE_PLEINE, AIDE_REDUITE = 1400, 814
GEIQ_NIVEAU_2_REQUIS = 2
#: In a GEIQ, two ways to say one thing: met both, they count once.
GEIQ_COMPTENT_UNE_FOIS = {"ZRR": "QPV", "RS_PS_DA": "REF_DA"}


@dataclass(frozen=True)
class Manque:
    """One thing that is missing, and the rule that asks for it. What is not `bloquant` is worth knowing only."""

    phrase: str
    regle: str
    bloquant: bool = True


@dataclass(frozen=True)
class AideGeiq:
    """What the State gives for an entry, in euros (0: nothing), and what decides it, in French."""

    montant: int
    raison: str


def liste_de(structure):
    """The `ListeCriteres` of a structure; None where entries ask for no criterion."""
    if structure.type == TypeStructure.GEIQ:
        return ListeCriteres.GEIQ
    return ListeCriteres.IAE if structure.type in TYPES_IAE else None


def niveau_2_requis(structure):
    """How many criteria of level 2 stand for one of level 1: 2 in an AI or an ETTI, else 3 (metier.md §4.5)."""
    mise_a_disposition = structure.type in (TypeStructure.AI, TypeStructure.ETTI)
    return NIVEAU_2_REQUIS_MISE_A_DISPOSITION if mise_a_disposition else NIVEAU_2_REQUIS


def manques(candidature, le):
    """Return the `Manque`s of an application for an entry on the day `le`; none outside the IAE and the GEIQ.

    A PASS still valid stands for everything else. A GEIQ may hire whoever it wants: nothing blocks there, and the
    aid depends on it. It must be read under a role that sees every criterion.
    """
    liste = liste_de(candidature.structure)
    if liste == ListeCriteres.GEIQ:
        return _manques_geiq(candidature, le)
    if liste is None or _pass_valide(candidature, le):
        return []
    trouves = _carence(candidature, le) + _diagnostic(candidature, le)
    if candidature.diagnostic_auteur == AuteurDiagnostic.PRESCRIPTEUR:
        return trouves
    return trouves + _criteres(candidature, le)


def diagnostic_expire_le(candidature):
    """The last day on which the diagnostic of eligibility holds; None when it is not dated or has no author."""
    if not candidature.diagnostic_le or not candidature.diagnostic_auteur:
        return None
    six_mois = candidature.diagnostic_auteur == AuteurDiagnostic.PRESCRIPTEUR or _de_geiq(candidature)
    return candidature.diagnostic_le + (VALIDITE_PRESCRIPTEUR if six_mois else VALIDITE_EMPLOYEUR)


def _de_geiq(candidature):
    return liste_de(candidature.structure) == ListeCriteres.GEIQ


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
    if _de_geiq(candidature):
        regle = "Un diagnostic vaut 6 mois, qu’il vienne d’un prescripteur habilité ou du GEIQ."
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


def aide_geiq(candidature, le):
    """Return the `AideGeiq` of an entry into a GEIQ on the day `le`: the full one, the reduced one, or none.

    A habilitated prescriber's diagnostic opens the full one. Else: one criterion of annexe 2 at level 1, or two at
    level 2, opens the full one; one of annexe 1 the reduced one (§4.5; sources beside `AIDE_PLEINE`).
    """
    if _diagnostic(candidature, le):
        return AideGeiq(0, "aucun diagnostic d’éligibilité n’est valable ce jour-là")
    if candidature.diagnostic_auteur == AuteurDiagnostic.PRESCRIPTEUR:
        return AideGeiq(AIDE_PLEINE, "diagnostic d’un prescripteur habilité")
    retenus = candidature.criteres.pour_candidature()
    criteres = _avec_impliques([r.critere for r in retenus if defaut_de_preuve(r, candidature, le) is None])
    niveau_1 = [critere for critere in criteres if critere.niveau == 1]
    niveau_2 = {GEIQ_COMPTENT_UNE_FOIS.get(c.nature, c.nature) for c in criteres if c.niveau == 2}
    annexe_1 = [critere for critere in criteres if critere.annexe in (Annexe.UNE, Annexe.LES_DEUX)]
    if niveau_1:
        return AideGeiq(AIDE_PLEINE, "un critère de niveau 1 de l’annexe 2")
    if len(niveau_2) >= GEIQ_NIVEAU_2_REQUIS:
        return AideGeiq(AIDE_PLEINE, f"{len(niveau_2)} critères de niveau 2 de l’annexe 2")
    if annexe_1:
        return AideGeiq(AIDE_REDUITE, "un critère de l’annexe 1")
    return AideGeiq(0, "pas assez de critères justifiés")


def _avec_impliques(criteres):
    """These criteria and those that come with them."""
    impliques = {critere.implique for critere in criteres} - {critere.code for critere in criteres} - {""}
    modele = type(criteres[0]) if impliques else None
    return [*criteres, *modele.objects.filter(pk__in=impliques)] if impliques else criteres


def _manques_geiq(candidature, le):
    trouves = _diagnostic(candidature, le)
    if candidature.diagnostic_auteur != AuteurDiagnostic.PRESCRIPTEUR:
        retenus = candidature.criteres.pour_candidature()
        defauts = (defaut_de_preuve(retenu, candidature, le) for retenu in retenus)
        assez = trouves or aide_geiq(candidature, le).montant
        trouves += [Manque(*defaut) for defaut in defauts if defaut]
        if not assez:
            trouves.append(
                Manque(
                    "Pas assez de critères justifiés pour l’aide à l’accompagnement.",
                    f"Il faut 1 critère de niveau 1 ou {GEIQ_NIVEAU_2_REQUIS} de niveau 2 ({AIDE_PLEINE} €), ou 1 "
                    f"critère de l’annexe 1 ({AIDE_REDUITE} €).",
                )
            )
    return [Manque(manque.phrase, manque.regle, bloquant=False) for manque in trouves]


def defaut_de_preuve(retenu, candidature, le):
    """Why a criterion does not count on the day `le`, as (sentence, rule); None when its proof holds."""
    critere, libelle = retenu.critere, f"« {retenu.critere} »"
    if defaut := _defaut_d_age(critere.nature, candidature.beneficiaire, le):
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
    if retenu.valable_jusqu_au is None or retenu.valable_jusqu_au >= le:
        return None
    mois, date = retenu.critere.age_max_mois, en_mots(retenu.preuve_le)
    return f"{libelle} : le justificatif du {date} est trop ancien.", f"Il doit dater de moins de {mois} mois."


def _defaut_d_age(code, beneficiaire, le):
    ans = beneficiaire.age(le)
    if ans is None:
        return None
    trop_jeune = ans < {"SENIOR": AGE_SENIOR, "DE_45": AGE_GEIQ}.get(code, 0)
    trop_age = code in ("JEUNE", "JEUNE_SQ") and ans >= AGE_JEUNE
    return f"la personne a {ans} ans" if trop_jeune or trop_age else None


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
    """Return the natures of the criteria that the file speaks for on the day `le`: to check, never to tick."""
    natures = beneficiaire.situations.en_cours(le).values_list("nature", flat=True)
    codes = {D_APRES_SITUATIONS[nature] for nature in natures if nature in D_APRES_SITUATIONS}
    ans = beneficiaire.age(le)
    if ans is not None and ans >= AGE_SENIOR:
        codes.add("SENIOR")
    if ans is not None and ans >= AGE_GEIQ:
        codes.add("DE_45")
    if ans is not None and ans < AGE_JEUNE:
        codes.add("JEUNE")
    if beneficiaire.niveau_formation in SANS_QUALIFICATION:
        codes.add("CAP_BEP")
    if beneficiaire.niveau_francais == NiveauFrancais.NON_LECTEUR:
        codes.add("FLE")
    return codes
