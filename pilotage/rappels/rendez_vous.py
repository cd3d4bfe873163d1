"""Appointments: of tomorrow, and of today should last night have been missed; those to which somebody cannot come."""

from datetime import timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from insertion.droits import Droit
from parcours.enums import StatutRendezVous
from parcours.models import RendezVous

from ..enums import MotifRappel
from .dus import RappelDu, en_lettres

HEURE = "G \\h i"
#: How long after the missed appointment its worker is still asked to call.
A_RAPPELER = timedelta(days=30)


def rendez_vous(equipe, le):
    attendus = RendezVous.objects.prevus().qui_occupent().entre(le, le + timedelta(days=1)).pour_fiche()
    for attendu in attendus.order_by("debut", "pk"):
        if attendu.utilisateur_id in equipe.roles:
            yield _rappel(equipe, attendu)


def empechements(equipe, le):
    """Whoever answered « je ne peux pas venir », until somebody says that they were called."""
    refuses = RendezVous.objects.filter(
        statut=StatutRendezVous.EXCUSE,
        debut__date__gte=le - A_RAPPELER,
        envois__refuse_at__date__lte=le,
    )
    for refuse in refuses.annotate(refuse_at=Max("envois__refuse_at")).pour_fiche().order_by("debut", "pk"):
        if refuse.utilisateur_id in equipe.roles:
            yield RappelDu(
                utilisateur_id=refuse.utilisateur_id,
                beneficiaire_id=refuse.parcours.beneficiaire_id,
                motif=MotifRappel.PERSONNE_EMPECHEE,
                objet_id=refuse.pk,
                echeance=timezone.localdate(refuse.refuse_at),
                texte=f"Ne peut pas venir {_quand(refuse)} : à rappeler pour un autre rendez-vous.",
                url=_adresse(equipe, refuse),
            )


def _adresse(equipe, rendez_vous):
    if equipe.peut(rendez_vous.utilisateur_id, Droit.VOIR_PARCOURS):
        return rendez_vous.parcours.beneficiaire.get_absolute_url()
    return f"{reverse('pilotage:accueil')}?jour={timezone.localdate(rendez_vous.debut):%Y-%m-%d}"


def _quand(rendez_vous):
    debut = timezone.localtime(rendez_vous.debut)
    return f"{en_lettres(debut, semaine=True)} à {date_format(debut, HEURE)}"


def _rappel(equipe, rendez_vous):
    return RappelDu(
        utilisateur_id=rendez_vous.utilisateur_id,
        beneficiaire_id=rendez_vous.parcours.beneficiaire_id,
        motif=MotifRappel.RENDEZ_VOUS,
        objet_id=rendez_vous.pk,
        echeance=timezone.localdate(rendez_vous.debut),
        texte=f"Rendez-vous prévu {_quand(rendez_vous)} : pensez à le préparer.",
        url=_adresse(equipe, rendez_vous),
    )
