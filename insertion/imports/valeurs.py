"""What a cell means. Each reader takes the text and the day of the import and returns a `Lu`; nothing is guessed
silently: what is not sure carries an `alerte` in French, what cannot be used has no value and an `alerte`.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email

from insertion.texte import sans_accents

TIRETS = {"-", "–", "—", "--"}
MOIS = ("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")
ANNEE_MIN = 1950  # before it, the date of something that happens here is a typing error
_JOUR_DABORD = re.compile(r"^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?$")
_ANNEE_DABORD = re.compile(r"^(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$")
_EN_LETTRES = re.compile(r"^(?:[a-z]+\.?\s+)?(\d{1,2})(?:er)?\s+([a-z]{3,})\.?\s+(\d{4}|\d{2})$")
_SERIE_EXCEL = re.compile(r"^\d{5}$")


@dataclass(frozen=True)
class Lu:
    """A cell once read: `valeur` (None: unusable), `alerte` (French, '' if sure), `bloquant` keeps the line out."""

    valeur: Any = None
    alerte: str = ""
    bloquant: bool = False


def texte(brut, le):
    return Lu(brut)


def jour(brut, le):
    """A day, however it is written; a month alone (« septembre ») is not one."""
    valeur, alerte = lire_date(brut, le, siecle_max=le.year + 20)
    if valeur and not ANNEE_MIN <= valeur.year <= le.year + 20:
        valeur = None
    return Lu(valeur, alerte if valeur else f"« {brut} » n’est pas une date : non reprise.")


def lire_date(brut, le, siecle_max):
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


OUI = {"o", "oui", "x", "1", "vrai", "true", "y", "yes", "ok", "✓", "✔"}
NON = {"n", "non", "0", "faux", "false", "no", "aucun", "aucune", "neant", "sans"}


def oui_non(brut, le):
    mot = sans_accents(brut).strip(" .")
    if mot in OUI:
        return Lu(True)
    if mot in NON:
        return Lu(False)
    return Lu(None, f"« {brut} » n’est ni oui ni non : non repris.")


def parmi(brut, choix, synonymes, nom):
    """The value of a closed list, told by its label, its code or a synonym; `nom` says what it is not otherwise."""
    mot = sans_accents(brut).strip(" .")
    libelles = {sans_accents(c.label): c for c in choix} | {c.value: c for c in choix}
    valeur = synonymes.get(mot) or libelles.get(mot)
    return Lu(valeur.value) if valeur else Lu(None, f"« {brut} » n’est pas {nom} : non repris.")


LECTEURS = {
    "texte": texte,
    "date": jour,
    "telephone": telephone,
    "email": email,
    "code_postal": code_postal,
    "oui_non": oui_non,
}
