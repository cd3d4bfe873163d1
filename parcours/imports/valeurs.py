"""What a cell means. Each reader takes the text and the day of the import and returns a `Lu`; nothing is guessed
silently: what is not sure carries an `alerte` in French, what cannot be used has no value and an `alerte`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email

from beneficiaires.enums import Civilite, NiveauFormation
from insertion.enums import NiveauFrancais
from insertion.texte import sans_accents

from ..enums import Niveau, Orienteur, StatutCandidature

TIRETS = {"-", "–", "—", "--"}
MOIS = ("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")
AGE_MIN, AGE_MAX = 14, 100
ANNEE_MIN = 1950  # before it, the date of something that happens here is a typing error
_JOUR_DABORD = re.compile(r"^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?$")
_ANNEE_DABORD = re.compile(r"^(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$")
_EN_LETTRES = re.compile(r"^(?:[a-z]+\.?\s+)?(\d{1,2})(?:er)?\s+([a-z]{3,})\.?\s+(\d{4}|\d{2})$")
_SERIE_EXCEL = re.compile(r"^\d{5}$")
_HEURES = re.compile(r"^(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:h(?:eures?)?\s*(\d{2})?)?(?:\s*/\s*sem.*)?$")


@dataclass(frozen=True)
class Lu:
    """A cell once read: `valeur` (None: unusable), `alerte` (French, '' if sure), `bloquant` keeps the line out."""

    valeur: Any = None
    alerte: str = ""
    bloquant: bool = False


def texte(brut, le):
    return Lu(brut)


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


def civilite(brut, le):
    mot = sans_accents(brut).strip(" .")
    if mot in {"f", "femme", "mme", "madame", "mlle", "mademoiselle", "feminin"}:
        return Lu(Civilite.MADAME.value)
    if mot in {"h", "m", "mr", "homme", "monsieur", "masculin"}:
        return Lu(Civilite.MONSIEUR.value)
    return Lu(None, f"« {brut} » n’est pas une civilité connue : laissée vide.")


def jour(brut, le):
    """A day, however it is written; a month alone (« septembre ») is not one."""
    valeur, alerte = _date(brut, le, siecle_max=le.year + 20)
    if valeur and not ANNEE_MIN <= valeur.year <= le.year + 20:
        valeur = None
    return Lu(valeur, alerte if valeur else f"« {brut} » n’est pas une date : non reprise.")


def naissance(brut, le):
    """A date of birth: impossible or to come, it keeps the line out; without any digit, it is only unknown."""
    if not any(c.isdigit() for c in brut):
        return Lu(None, f"« {brut} » n’est pas une date de naissance : laissée vide.")
    valeur, alerte = _date(brut, le, siecle_max=le.year)
    if valeur is None:
        return Lu(None, f"La date de naissance « {brut} » n’existe pas : corrigez-la.", bloquant=True)
    if not date(1900, 1, 1) <= valeur <= le:
        return Lu(None, f"La date de naissance « {brut} » n’est pas possible : corrigez-la.", bloquant=True)
    age = (le - valeur).days // 365.25
    if not AGE_MIN <= age <= AGE_MAX:
        alerte = f"« {brut} » donne un âge de {int(age)} ans : vérifiez."
    return Lu(valeur, alerte)


def _date(brut, le, siecle_max):
    """Return (date or None, alerte). Day before month, as it is written in France."""
    propre = sans_accents(brut).strip(" .")
    if _SERIE_EXCEL.match(propre):
        valeur = date(1899, 12, 30) + timedelta(days=int(propre))
        return valeur, f"« {brut} » a été lu comme une date d’Excel : {valeur:%d/%m/%Y}. Vérifiez."
    if trouve := _ANNEE_DABORD.match(propre):
        annee, mois, numero = trouve.groups()
    elif trouve := _JOUR_DABORD.match(propre):
        numero, mois, annee = trouve.groups()
    elif (trouve := _EN_LETTRES.match(propre)) and (rang := _mois(trouve.group(2))):
        numero, mois, annee = trouve.group(1), rang, trouve.group(3)
    else:
        return None, ""
    entier = int(annee) if len(annee) == 4 else _siecle(int(annee), siecle_max)
    try:
        valeur = date(entier, int(mois), int(numero))
    except ValueError:
        return None, ""
    return valeur, "" if len(annee) == 4 else f"Année sur deux chiffres : « {brut} » a été lu {valeur:%d/%m/%Y}."


def _siecle(annee, maximum):
    return 2000 + annee if 2000 + annee <= maximum else 1900 + annee


def _mois(mot):
    return next((rang for rang, debut in enumerate(MOIS, start=1) if mot.startswith(debut)), None)


def telephone(brut, le):
    """A number, with or without its first 0 (a spreadsheet drops it). Its form is checked, not its use."""
    try:
        numero = phonenumbers.parse(brut, "FR")
    except phonenumbers.NumberParseException:
        numero = None
    if numero is None or not phonenumbers.is_possible_number(numero):
        return Lu(None, f"« {brut} » n’est pas un numéro de téléphone : non repris.")
    return Lu(phonenumbers.format_number(numero, phonenumbers.PhoneNumberFormat.E164))


def e164(enregistre):
    """The text under which a recorded number is compared with one of a file, whatever the way it is shown."""
    if not enregistre:
        return ""
    return enregistre.as_e164 if enregistre.national_number else str(enregistre)


def email(brut, le):
    try:
        validate_email(brut)
        MaxLengthValidator(254)(brut)
    except ValidationError:
        return Lu(None, f"« {brut} » n’est pas une adresse e-mail : non reprise.")
    return Lu(brut.lower())


def code_postal(brut, le):
    """Five digits; a spreadsheet drops the first 0 of the departments 01 to 09."""
    chiffres = brut.replace(" ", "")
    if chiffres.isdigit() and len(chiffres) in (4, 5):
        return Lu(chiffres.zfill(5))
    return Lu(None, f"« {brut} » n’est pas un code postal : non repris.")


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


OUI = {"o", "oui", "x", "1", "vrai", "true", "y", "yes", "ok", "✓", "✔"}
NON = {"n", "non", "0", "faux", "false", "no", "aucun", "aucune", "neant", "sans"}


def oui_non(brut, le):
    mot = sans_accents(brut).strip(" .")
    if mot in OUI:
        return Lu(True)
    if mot in NON:
        return Lu(False)
    return Lu(None, f"« {brut} » n’est ni oui ni non : non repris.")


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
NON_ABORDE = "non_aborde"


def niveau(brut, le):
    """A level in words → 0 to 4; « ? » → « non abordé ». The diagnostic stays « à confirmer », the words kept."""
    mot = sans_accents(brut).strip(" .")
    if mot in {"?", "??", "ne sait pas", "nsp", "non aborde", "non evalue"}:
        return Lu(NON_ABORDE)
    if mot in NIVEAUX:
        return Lu(int(NIVEAUX[mot]))
    return Lu(NON_ABORDE, f"« {brut} » n’est pas un niveau connu : noté « non abordé », avec ces mots en remarque.")


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
    **dict.fromkeys(("bac+3", "bac + 3", "licence", "master", "bac+5", "ii", "i"), NiveauFormation.NIVEAU_6),
    **dict.fromkeys(("college", "brevet", "3e", "vi", "sans diplome"), NiveauFormation.COLLEGE),
    **dict.fromkeys(("primaire", "ecole primaire"), NiveauFormation.PRIMAIRE),
    **dict.fromkeys(("jamais scolarise", "jamais scolarisee"), NiveauFormation.JAMAIS_SCOLARISE),
}


def formation(brut, le):
    return _choix(brut, NiveauFormation, _FORMATIONS, "un niveau de formation connu")


def francais(brut, le):
    return _choix(brut, NiveauFrancais, {"c2": NiveauFrancais.C1}, "un niveau de français connu")


def _choix(brut, choix, synonymes, nom):
    mot = sans_accents(brut).strip(" .")
    libelles = {sans_accents(c.label): c for c in choix} | {c.value: c for c in choix}
    valeur = synonymes.get(mot) or libelles.get(mot)
    return Lu(valeur.value) if valeur else Lu(None, f"« {brut} » n’est pas {nom} : non repris.")


def langues(brut, le):
    return Lu([mot.strip()[:40] for mot in re.split(r"[,;/\n]", brut) if mot.strip()])


def referent(brut, le):
    return Lu(brut)


LECTEURS = {
    "texte": texte,
    "nom_complet": nom_complet,
    "civilite": civilite,
    "date": jour,
    "naissance": naissance,
    "telephone": telephone,
    "email": email,
    "code_postal": code_postal,
    "france_travail": france_travail,
    "pass": pass_iae,
    "heures": heures,
    "oui_non": oui_non,
    "permis": permis,
    "niveau": niveau,
    "statut": statut,
    "formation": formation,
    "francais": francais,
    "langues": langues,
    "referent": referent,
}
