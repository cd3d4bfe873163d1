"""Doorbells of this floor. The beat's entries touch no row of a structure: they queue one task for each."""

from celery import Task, shared_task
from django.utils import timezone

from beneficiaires.enums import Canal
from insertion.isolation.contexte import contexte
from insertion.models import Structure

from . import courriels, rappels
from .bilans import production
from .envois import pannes, remise
from .exports import demandes
from .vie_privee import conservation, extraits


@shared_task(base=Task)
def recalculer_tous_les_rappels():
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="rappels"):
            recalculer_les_rappels.apply_async(kwargs={"structure_id": structure_id}, expires=900)


@shared_task
def recalculer_les_rappels(*, structure_id):
    rappels.recalculer(structure_id, timezone.localdate())


@shared_task(base=Task)
def envoyer_les_courriels():
    for structure_id in Structure.objects.values_list("pk", flat=True):
        envoyer_les_courriels_d_une_structure.apply_async(kwargs={"structure_id": structure_id}, expires=300)


@shared_task(base=Task)
def envoyer_les_courriels_d_une_structure(*, structure_id):
    """Opens its own short contexts: none may stay open while the mail server is being spoken to."""
    dus = courriels.preparer(structure_id, timezone.now())
    if Canal.COURRIEL in pannes.en_repit():
        return
    for courriel_id in dus:
        if courriels.envoyer(structure_id, courriel_id, timezone.now()) in pannes.EN_PEINE:
            break  # the mail server is in trouble: leave the slot to others, the next ring goes on


@shared_task(base=Task)
def envoyer_les_messages():
    for structure_id in Structure.objects.values_list("pk", flat=True):
        envoyer_les_messages_d_une_structure.apply_async(kwargs={"structure_id": structure_id}, expires=300)


@shared_task(base=Task)
def envoyer_les_messages_d_une_structure(*, structure_id):
    """Opens its own short contexts, as the digest does."""
    remise.distribuer(structure_id, timezone.now)


@shared_task(base=Task, soft_time_limit=420, time_limit=450)
def produire_bilan(*, structure_id, produit_id):
    production.produire(structure_id, produit_id)


@shared_task(base=Task)
def reprendre_les_travaux():
    production.reprendre(produire_bilan, timezone.now())


@shared_task(base=Task, soft_time_limit=1080, time_limit=1140)
def produire_export(*, structure_id, export_id):
    demandes.produire(structure_id, export_id)


@shared_task(base=Task)
def reprendre_les_exports():
    demandes.reprendre(produire_export)


@shared_task(base=Task)
def purger_les_exports():
    demandes.purger()


@shared_task(base=Task, soft_time_limit=600, time_limit=660)
def produire_extrait(*, structure_id, extrait_id):
    extraits.produire(structure_id, extrait_id)


@shared_task(base=Task)
def reprendre_les_extraits():
    extraits.reprendre(produire_extrait, timezone.now())
    extraits.purger(timezone.now())


@shared_task(base=Task)
def appliquer_les_durees_de_conservation():
    for structure_id in Structure.objects.values_list("pk", flat=True):
        appliquer_la_conservation_d_une_structure.apply_async(kwargs={"structure_id": structure_id}, expires=3600)


@shared_task(base=Task)
def appliquer_la_conservation_d_une_structure(*, structure_id):
    """Opens its own short contexts: one transaction for each file erased."""
    conservation.appliquer(structure_id, timezone.localdate())
    conservation.effacer_les_archives_echues(structure_id, timezone.localdate())
