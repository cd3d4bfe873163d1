"""Doorbells of this floor. The beat's entries touch no row of a structure: they queue one task for each."""

from celery import Task, shared_task
from django.utils import timezone

from . import antivirus, comptes, orphelins, sceau, sessions
from .isolation.contexte import contexte
from .menage import purger
from .models import Battement, Structure


@shared_task(base=Task)
def purger_les_saisies():
    purger()
    sessions.purger(timezone.now())


@shared_task(base=Task)
def balayer_les_fichiers():
    orphelins.balayer()


@shared_task(base=Task)
def suspendre_les_comptes():
    comptes.suspendre_les_inutilises(timezone.now())


@shared_task(base=Task)
def rappeler_les_revues():
    comptes.rappeler_les_revues(timezone.localdate())


@shared_task(base=Task)
def analyser_les_depots():
    """Opens its own short contexts: none stays open while the antivirus reads a file."""
    antivirus.analyser()


@shared_task(base=Task)
def battre():
    """Beat asked for it and a worker did it: the calendar, the queue and the workers are alive."""
    Battement.objects.update_or_create(nom=Battement.CALENDRIER, defaults={"at": timezone.now()})


@shared_task(base=Task)
def sceller_les_journaux():
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="scellement du journal"):
            sceller_un_journal.apply_async(expires=60)


@shared_task
def sceller_un_journal():
    sceau.sceller(timezone.now())


@shared_task(base=Task)
def purger_les_journaux():
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="purge du journal"):
            purger_un_journal.apply_async()


@shared_task
def purger_un_journal():
    sceau.purger(timezone.now())
