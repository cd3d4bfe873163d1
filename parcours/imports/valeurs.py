"""What a cell of a caseload means, beyond what any file says (insertion/imports/valeurs.py)."""

import re
from datetime import date
from decimal import Decimal
from functools import partial

from beneficiaires.enums import Civilite, NiveauFormation
from insertion.enums import GrilleDiagnostic, NiveauFrancais
from insertion.imports import valeurs as communes
from insertion.imports.valeurs import NON, OUI, TIRETS, Lu, e164, lire_date, parmi
from insertion.texte import sans_accents

from ..enums import Niveau, NiveauReference, Orienteur, StatutCandidature

__all__ = ["TIRETS", "e164", "lecteurs"]

AGE_MIN, AGE_MAX = 14, 100
_SEPARATEURS = re.compile(r"[^\W_]+")  # the words of a name, whatever stands between them
_HEURES = re.compile(r"^(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:h(?:eures?)?\s*(\d{2})?)?(?:\s*/\s*sem.*)?$")


def nom_complet(brut, le):
    """« DUPONT Jean » → (nom, prénom): the capitals are the name. Anything else is for people to split."""
    mots = brut.split()
    capitales = [mot for mot in mots if mot == mot.upper() and len(mot) > 1]
    if capitales and len(capitales) < len(mots) and mots[: len(capitales)] == capitales:
        return Lu((" ".join(capitales), " ".join(mots[len(capitales) :])))
    if capitales and len(capitales) < len(mots) and mots[-len(capitales) :] == capitales:
        return Lu((" ".join(capitales), " ".join(mots[: -len(capitales)])))
    return Lu(
        None, f"« {brut} » : impossible de distinguer le nom du prénom, corrigez en « NOM Prénom ».", bloquant=True
    )


#: Words of the name of a town that keep a small letter.
_PETITS = {"de", "du", "des", "la", "le", "les", "en", "sur", "sous", "lès", "et", "à", "aux", "au", "d", "l"}


def adoucir_nom(mots):
    """« LE GALL-D’ALMEIDA » → « Le Gall-D’Almeida »; a name that is not all capitals stays as it is typed."""
    return _SEPARATEURS.sub(lambda m: m[0].capitalize(), mots) if mots.isupper() else mots


def adoucir_commune(mots):
    """« BRIVE-LA-GAILLARDE », « roubaix » → « Brive-la-Gaillarde », « Roubaix »; any other stays as it is typed."""
    if not (mots.isupper() or mots.islower()):
        return mots
    doux = _SEPARATEURS.sub(lambda m: m[0].lower() if m[0].lower() in _PETITS else m[0].capitalize(), mots)
    return doux[:1].upper() + doux[1:]


def civilite(brut, le):
    mot = sans_accents(brut).strip(" .")
    if mot in {"f", "femme", "mme", "madame", "mlle", "mademoiselle", "feminin"}:
        return Lu(Civilite.MADAME.value)
    if mot in {"h", "m", "mr", "homme", "monsieur", "masculin"}:
        return Lu(Civilite.MONSIEUR.value)
    return Lu(None, f"« {brut} » n’est pas une civilité connue : laissée vide.")


def naissance(brut, le):
    """A date of birth: impossible or to come, it keeps the line out; without any digit, it is only unknown."""
    if not any(c.isdigit() for c in brut):
        return Lu(None, f"« {brut} » n’est pas une date de naissance : laissée vide.")
    valeur, alerte = lire_date(brut, le, siecle_max=le.year)
    if valeur is None:
        return Lu(None, f"La date de naissance « {brut} » n’existe pas : corrigez-la.", bloquant=True)
    if not date(1900, 1, 1) <= valeur <= le:
        return Lu(None, f"La date de naissance « {brut} » n’est pas possible : corrigez-la.", bloquant=True)
    age = (le - valeur).days // 365.25
    if not AGE_MIN <= age <= AGE_MAX:
        alerte = f"« {brut} » donne un âge de {int(age)} ans : vérifiez."
    return Lu(valeur, alerte)


def france_travail(brut, le):
    propre = re.sub(r"[\s.-]", "", brut).upper()
    if re.fullmatch(r"[0-9A-Z]{7,11}", propre):
        return Lu(propre)
    return Lu(None, f"« {brut} » n’est pas un identifiant France Travail : non repris.")


def pass_iae(brut, le):
    chiffres = re.sub(r"\D", "", brut)
    if len(chiffres) == 12:
        return Lu(chiffres)
    return Lu(None, f"« {brut} » n’est pas un numéro de PASS IAE (12 chiffres) : non repris.")


def heures(brut, le):
    """Hours a week: « 24,5 », « 26h », « 26h30 »."""
    trouve = _HEURES.match(sans_accents(brut).strip())
    if trouve:
        entier, decimales, minutes = trouve.groups()
        valeur = Decimal(f"{entier}.{decimales or 0}") + (Decimal(minutes) / 60 if minutes else 0)
        if 0 < valeur <= 48:
            return Lu(round(valeur, 2))
    return Lu(None, f"« {brut} » n’est pas un nombre d’heures par semaine : non repris.")


def permis(brut, le):
    """« B », « en cours », « non »: the slug of a situation, or '' for none."""
    mot = sans_accents(brut).strip(" .")
    if mot in OUI | {"b", "permis b"}:
        return Lu("permis_b")
    if "cours" in mot or mot in {"code", "code obtenu"}:
        return Lu("permis_en_cours")
    if mot in NON:
        return Lu("")
    return Lu(None, f"« {brut} » n’est pas un permis connu : non repris.")


NIVEAUX = {
    **dict.fromkeys(("bloquant", "bloque", "tres fort", "majeur"), Niveau.BLOQUANT),
    **dict.fromkeys(("fort", "important", "grave"), Niveau.FORT),
    **dict.fromkeys(("oui", "o", "x", "moyen", "modere"), Niveau.MOYEN),
    **dict.fromkeys(("leger", "faible", "mineur"), Niveau.LEGER),
    **dict.fromkeys(("leve", "non", "n", "aucun", "resolu", "ras"), Niveau.APPUI),
}
NIVEAUX_REFERENCE = {sans_accents(niveau.label): niveau for niveau in NiveauReference}
NON_ABORDE, NON_EVALUE = "non_aborde", "non_evalue"
_SANS_NIVEAU = {"?", "??", "ne sait pas", "nsp", "non aborde", "non evalue"}


def niveau(brut, le):
    """A level in words → 0 to 4; « ? » → « non abordé ». The diagnostic stays « à confirmer », the words kept."""
    mot = sans_accents(brut).strip(" .")
    if mot in _SANS_NIVEAU:
        return Lu(NON_ABORDE)
    if mot in NIVEAUX:
        return Lu(int(NIVEAUX[mot]))
    return Lu(NON_ABORDE, f"« {brut} » n’est pas un niveau connu : noté « non abordé », avec ces mots en remarque.")


def niveau_reference(brut, le):
    """The same for the public grid (metier.md §4.1.d), whose levels are situations, not degrees of a frein.

    Only its own names are levels, 1 to 4. « fort », « levé » do not say « sans domicile » or « logement stable »:
    they are kept in words, « non évalué ».
    """
    mot = sans_accents(brut).strip(" .")
    if mot in _SANS_NIVEAU:
        return Lu(NON_ABORDE)
    if mot in NIVEAUX_REFERENCE:
        return Lu(int(NIVEAUX_REFERENCE[mot]))
    return Lu(NON_EVALUE)


_STATUTS = {
    **dict.fromkeys(("nouvelle",), StatutCandidature.NOUVELLE),
    **dict.fromkeys(("a l'etude", "action prealable a l'embauche"), StatutCandidature.A_L_ETUDE),
    **dict.fromkeys(("en attente", "vivier de candidatures", "vivier"), StatutCandidature.EN_ATTENTE),
    **dict.fromkeys(("acceptee",), StatutCandidature.ACCEPTEE),
    **dict.fromkeys(("declinee", "refusee"), StatutCandidature.DECLINEE),
    **dict.fromkeys(("annulee", "embauche annulee", "obsolete"), StatutCandidature.ANNULEE),
}


def statut(brut, le):
    mot = re.sub(r"\bcandidature\b", "", sans_accents(brut)).strip()
    if mot in _STATUTS:
        return Lu(_STATUTS[mot].value)
    return Lu(None, f"« {brut} » n’est pas un statut connu : candidature notée « Nouvelle ».")


_ORIENTEURS = (
    (("france travail", "pole emploi"), Orienteur.FRANCE_TRAVAIL),
    (("mission locale",), Orienteur.MISSION_LOCALE),
    (("cap emploi",), Orienteur.CAP_EMPLOI),
    (("plie", "pmie"), Orienteur.PLIE),
    (("departement", "conseil departemental"), Orienteur.DEPARTEMENT),
    (("chrs", "chu", "hebergement"), Orienteur.HEBERGEMENT),
)


def est_spontanee(source):
    return sans_accents(source).startswith("candidature spontanee")


def orienteur(source, organisation):
    """Who sent the person (metier.md §5.b): their own move, else what the organisation's name says, else other."""
    if est_spontanee(source):
        return Orienteur.SPONTANEE.value
    nom = f" {sans_accents(organisation)} "
    for mots, valeur in _ORIENTEURS:
        if any(f" {mot} " in nom for mot in mots):
            return valeur.value
    return Orienteur.AUTRE.value if organisation else ""


_FORMATIONS = {
    **dict.fromkeys(("cap", "bep", "cap/bep", "cap-bep", "v", "niveau v"), NiveauFormation.NIVEAU_3),
    **dict.fromkeys(("bac", "bac pro", "bp", "iv", "niveau iv"), NiveauFormation.NIVEAU_4),
    **dict.fromkeys(("bac+2", "bac + 2", "bts", "dut", "iii"), NiveauFormation.NIVEAU_5),
    **dict.fromkeys(("bac+3", "bac + 3", "licence", "ii"), NiveauFormation.NIVEAU_6),
    **dict.fromkeys(("bac+5", "bac + 5", "master", "i"), NiveauFormation.NIVEAU_7),
    **dict.fromkeys(("doctorat", "bac+8", "bac + 8"), NiveauFormation.NIVEAU_8),
    **dict.fromkeys(("college", "brevet", "3e", "vi", "sans diplome"), NiveauFormation.COLLEGE),
    **dict.fromkeys(("primaire", "ecole primaire"), NiveauFormation.PRIMAIRE),
    **dict.fromkeys(("jamais scolarise", "jamais scolarisee"), NiveauFormation.JAMAIS_SCOLARISE),
}


def formation(brut, le):
    return parmi(brut, NiveauFormation, _FORMATIONS, "un niveau de formation connu")


def francais(brut, le):
    return parmi(brut, NiveauFrancais, {"c2": NiveauFrancais.C1}, "un niveau de français connu")


def langues(brut, le):
    return Lu([mot.strip()[:40] for mot in re.split(r"[,;/\n]", brut) if mot.strip()])


def referent(brut, le):
    return Lu(brut)


LECTEURS = communes.LECTEURS | {
    "nom_complet": nom_complet,
    "civilite": civilite,
    "naissance": naissance,
    "france_travail": france_travail,
    "pass": pass_iae,
    "heures": heures,
    "permis": permis,
    "niveau": niveau,
    "statut": statut,
    "formation": formation,
    "francais": francais,
    "langues": langues,
    "referent": referent,
}


def lecteurs(grille, mots=None):
    """What reads each kind of cell, for a structure that makes its diagnostics with `grille`.

    `mots` are the levels that people chose for words: {word in plain letters: level, or what stands for none}.
    """
    niveaux = niveau_reference if grille == GrilleDiagnostic.REFERENCE else niveau
    return LECTEURS | {"niveau": partial(_niveau_choisi, mots or {}, niveaux)}


def en_clef(brut):
    """A word as the choice of its level knows it."""
    return sans_accents(brut).strip(" .")


def _niveau_choisi(mots, autrement, brut, le):
    choisi = mots.get(en_clef(brut))
    if choisi is None:
        return autrement(brut, le)
    return Lu(int(choisi) if choisi.isdecimal() else choisi)
