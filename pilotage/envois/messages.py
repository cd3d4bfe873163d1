"""What somebody reads of their appointment: the day, the hour, the place, a first name. Never what it is about."""

from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from beneficiaires.enums import Canal

from ..rappels import en_lettres
from ..rappels.rendez_vous import HEURE
from .courriel import domaine
from .sms import Sms


def composer(envoi, jeton):
    """Return what is to be sent: an e-mail, or an `Sms`."""
    donnees = dire(envoi.rendez_vous, envoi.structure) | {
        "personne": envoi.rendez_vous.parcours.beneficiaire.prenom,
        "lien": settings.SITE_URL + reverse("pilotage:empechement", args=[jeton]),
    }
    cle = f"rdv.{envoi.structure_id}.{envoi.pk}.{envoi.debut:%Y%m%d%H%M}"
    if envoi.canal == Canal.SMS:
        return Sms(envoi.adresse, render_to_string("courriels/rendez_vous_sms.txt", donnees).strip(), cle)
    message = mail.EmailMultiAlternatives(
        subject=f"Votre rendez-vous du {donnees['jour']}",
        body=render_to_string("courriels/rendez_vous.txt", donnees),
        to=[envoi.adresse],
        headers={"Message-ID": f"<{cle}@{domaine()}>", "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string("courriels/rendez_vous.html", donnees), "text/html")
    return message


def dire(rendez_vous, structure):
    """What may be said of the appointment to whoever holds its message: day, hour, place, first name."""
    debut = timezone.localtime(rendez_vous.debut)
    return {
        "debut": debut,
        "jour": en_lettres(debut, semaine=True, annee=False),
        "heure": date_format(debut, HEURE),
        "lieu": _lieu_neutre(rendez_vous.lieu, structure),
        "prenom": rendez_vous.utilisateur.prenom,
    }


def _lieu_neutre(lieu, structure):
    """The place, unless it names the structure: a name may say why somebody goes there."""
    return "" if structure.nom.casefold() in lieu.casefold() else lieu
