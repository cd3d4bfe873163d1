"""Appointments: of tomorrow, and of today should last night have been missed."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from insertion.droits import Droit
from parcours.models import RendezVous

from ..enums import MotifRappel
from .dus import RappelDu, en_lettres

HEURE = "G \\h i"


def rendez_vous(equipe, le):
    attendus = RendezVous.objects.prevus().qui_occupent().entre(le, le + timedelta(days=1)).pour_fiche()
    for attendu in attendus.order_by("debut", "pk"):
        if attendu.utilisateur_id in equipe.roles:
            yield _rappel(equipe, attendu)


def _rappel(equipe, rendez_vous):
    debut = timezone.localtime(rendez_vous.debut)
    url = f"{reverse('pilotage:accueil')}?jour={debut:%Y-%m-%d}"
    if equipe.peut(rendez_vous.utilisateur_id, Droit.VOIR_PARCOURS):
        url = rendez_vous.parcours.beneficiaire.get_absolute_url()
    quand = f"{en_lettres(debut, semaine=True)} à {date_format(debut, HEURE)}"
    return RappelDu(
        utilisateur_id=rendez_vous.utilisateur_id,
        beneficiaire_id=rendez_vous.parcours.beneficiaire_id,
        motif=MotifRappel.RENDEZ_VOUS,
        objet_id=rendez_vous.pk,
        echeance=debut.date(),
        texte=f"Rendez-vous prévu {quand} : pensez à le préparer.",
        url=url,
    )
