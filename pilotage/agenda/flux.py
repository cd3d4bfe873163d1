"""The agenda of a worker as other calendars read it: a secret address, no sensitive word, no full name.

RFC 5545; what is said outside is worked out here from the rows, never from what the page shows.
"""

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar, Event, Timezone

from insertion import jetons
from insertion.isolation.contexte import contexte
from insertion.jours import bornes
from insertion.models import Appartenance

from ..models import AbonnementAgenda
from .evenements import Genre, lire

AVANT, APRES = timedelta(days=30), relativedelta(months=12)
FUSEAU = "Europe/Paris"
#: The rule of the European Union since 1996: last Sundays of March and October, at 1 h UTC.
VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
#: A day that is only told: the calendar that reads it keeps the time free.
LIBRES = (Genre.REUNION, Genre.IMMERSION)


@dataclass(frozen=True)
class Fenetre:
    """The days that the feed holds."""

    debut: date
    fin: date
    instants: tuple


def fenetre(le):
    """Return the `Fenetre` of the feed on the day `le`: 30 days back, 12 months ahead."""
    debut, fin = le - AVANT, le + APRES
    return Fenetre(debut, fin, bornes(debut, fin))


def lire_le_flux(jeton, maintenant):
    """Return the calendar (bytes) behind the secret `jeton`, and note that it was read; None when it opens nothing.

    The number in `jeton` opens the rows of one structure; the secret must be one of its subscriptions, and the
    membership of the worker in that structure still in force. What is read then is what that worker may read.
    """
    lu = jetons.lire(jeton)
    if lu is None:
        return None
    structure, empreinte = lu
    with contexte(structure, origine="flux de l’agenda"):
        abonnements = AbonnementAgenda.objects.filter(empreinte=empreinte)
        abonnement = abonnements.select_related("utilisateur").first()
        appartenance = abonnement and _appartenance(abonnement, timezone.localdate(maintenant))
        if not appartenance:
            return None
        AbonnementAgenda.objects.filter(pk=abonnement.pk).update(lu_at=maintenant)
    lecteur = abonnement.utilisateur
    lecteur.appartenance = appartenance
    with contexte(structure, utilisateur_id=lecteur.pk, role=appartenance.role, origine="flux de l’agenda"):
        evenements = lire(lecteur, [lecteur], fenetre(timezone.localdate(maintenant)))
    return calendrier(evenements, maintenant)


def _appartenance(abonnement, le):
    siennes = Appartenance.objects.en_poste(abonnement.structure_id, le).filter(utilisateur=abonnement.utilisateur_id)
    return siennes.select_related("structure").first()


def calendrier(evenements, maintenant):
    """Return the bytes of the iCalendar of these `Evenement`s, said for eyes outside; holidays are left out."""
    cal = Calendar()
    cal.add("prodid", "-//Tremplin//Agenda//FR")
    cal.add("version", "2.0")
    cal.add("calscale", "GREGORIAN")
    cal.add("method", "PUBLISH")
    cal.add("x-wr-calname", "Agenda Tremplin")
    cal.add("x-wr-timezone", FUSEAU)
    cal.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
    cal.add("x-published-ttl", "PT1H")
    cal.add_component(Timezone.from_ical(VTIMEZONE))
    for evenement in evenements:
        if evenement.genre != Genre.FERIE:
            cal.add_component(_evenement(evenement, maintenant))
    return cal.to_ical()


def _evenement(evenement, maintenant):
    lieu = lieu_dit(evenement)
    ligne = Event()
    ligne.add("uid", f"{evenement.cle}@{urlsplit(settings.SITE_URL).hostname}")
    ligne.add("dtstamp", maintenant)
    ligne.add("sequence", getattr(evenement.objet, "version", 0))
    ligne.add("summary", ", ".join(filter(None, (titre_dit(evenement), lieu))))
    if lieu:
        ligne.add("location", lieu)
    debut, fin = _bornes(evenement)
    ligne.add("dtstart", debut)
    ligne.add("dtend", fin)
    ligne.add("status", "CANCELLED" if evenement.annule else "CONFIRMED")
    ligne.add("transp", "TRANSPARENT" if evenement.annule or evenement.genre in LIBRES else "OPAQUE")
    ligne.add("class", "PRIVATE")
    jour = timezone.localdate(evenement.debut)
    ligne.add("url", f"{settings.SITE_URL}{reverse('pilotage:agenda')}?vue=jour&jour={jour}")
    return ligne


def _bornes(evenement):
    """Two dates for whole days, else two instants in local time."""
    debut, fin = (_local(instant) for instant in (evenement.debut, evenement.fin))
    if evenement.journee and not (debut.hour or fin.hour):
        return debut.date(), fin.date()
    return debut, fin


def _local(instant):
    """In local time; the hour that October gives twice is told in UTC the second time: its name alone cannot tell."""
    local = timezone.localtime(instant)
    return instant.astimezone(UTC) if local.fold else local


def titre_dit(evenement):
    """« Rendez-vous A. B. »: initials at most; an atelier about health or justice is an atelier."""
    if evenement.genre == Genre.RENDEZ_VOUS:
        return f"Rendez-vous {initiales(evenement.objet.parcours.beneficiaire)}"
    if evenement.genre == Genre.ACCOMPAGNEMENT:
        return f"Accompagnement {initiales(evenement.objet.parcours.beneficiaire)}"
    if evenement.genre == Genre.IMMERSION:
        return f"Appel de mi-parcours {initiales(evenement.objet.parcours.beneficiaire)}"
    if evenement.genre == Genre.SEANCE:
        return "Atelier" if evenement.objet.sensible else f"Atelier {evenement.titre}"
    return {Genre.REUNION: "Réunion d’équipe", Genre.ABSENCE: "Absence", Genre.OCCUPE: "Occupé"}[evenement.genre]


def lieu_dit(evenement):
    """Where it is, among us only: where somebody is accompanied may say why."""
    if evenement.genre == Genre.RENDEZ_VOUS or evenement.genre == Genre.SEANCE and not evenement.objet.sensible:
        return evenement.objet.lieu
    return ""


def initiales(beneficiaire):
    """« A. B. »."""
    return " ".join(f"{nom[0].upper()}." for nom in (beneficiaire.prenom, beneficiaire.nom) if nom)
