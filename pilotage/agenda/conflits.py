"""What cannot be: two things at once, something during an absence or on a public holiday. Said in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from insertion.texte import en_mots

from .evenements import Genre

EN_MEME_TEMPS, PENDANT_ABSENCE, JOUR_FERIE = "En même temps", "Pendant une absence", "Jour férié"


@dataclass(frozen=True)
class Conflit:
    """`court` stands on the event `cle`; `phrase` says it whole, above the agenda."""

    cle: str
    debut: datetime
    court: str
    phrase: str


def signaler(evenements, collegues, maintenant, *, nommer=False):
    """Return the `Conflit`s of `collegues` that are not over at the instant `maintenant`, in the order of the hours.

    `nommer` adds whose agenda it is. Of two things at once, the second carries the phrase, both carry the mark.
    """
    conflits = []
    for collegue in collegues:
        siens = [e for e in evenements if e.concerne(collegue)]
        prises = sorted((e for e in siens if e.prend_du_temps and e.fin > maintenant), key=lambda e: (e.debut, e.cle))
        absences = [e for e in siens if e.genre == Genre.ABSENCE]
        feries = [e for e in siens if e.genre == Genre.FERIE]
        suffixe = f" ({collegue})" if nommer else ""
        conflits += [*_ensemble(prises, suffixe), *_hors_travail(prises, absences, feries, suffixe)]
    return sorted(conflits, key=lambda c: (c.debut, c.cle, c.court))


def _ensemble(prises, suffixe):
    for rang, evenement in enumerate(prises):
        for suivant in prises[rang + 1 :]:
            if suivant.debut >= evenement.fin:
                break
            phrase = f"{_quand(suivant)}, {suivant.en_mots} tombe en même temps que {evenement.en_mots}{suffixe}."
            yield Conflit(evenement.cle, suivant.debut, EN_MEME_TEMPS, "")
            yield Conflit(suivant.cle, suivant.debut, EN_MEME_TEMPS, phrase)


def _hors_travail(prises, absences, feries, suffixe):
    for evenement in prises:
        if any(_se_touchent(evenement, absence) for absence in absences):
            phrase = f"{_quand(evenement)}, {evenement.en_mots} tombe pendant une absence{suffixe}."
            yield Conflit(evenement.cle, evenement.debut, PENDANT_ABSENCE, phrase)
        ferie = next((ferie for ferie in feries if _se_touchent(evenement, ferie)), None)
        if ferie:
            phrase = f"{_quand(evenement)}, {evenement.en_mots} tombe un jour férié, {ferie.titre}{suffixe}."
            yield Conflit(evenement.cle, evenement.debut, JOUR_FERIE, phrase)


def _se_touchent(un, autre):
    return un.debut < autre.fin and autre.debut < un.fin


def _quand(evenement):
    """« Mardi 1er décembre à 10 h 30 »."""
    texte = en_mots(timezone.localtime(evenement.debut), r"l j F \à G \h i")
    return texte[:1].upper() + texte[1:]
