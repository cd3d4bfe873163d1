from celery import Task, shared_task
from django.utils import timezone

from . import comptes, sessions
from .menage import purger


@shared_task(base=Task)
def purger_les_saisies():
    purger()
    sessions.purger(timezone.now())


@shared_task(base=Task)
def suspendre_les_comptes():
    comptes.suspendre_les_inutilises(timezone.now())


@shared_task(base=Task)
def rappeler_les_revues():
    comptes.rappeler_les_revues(timezone.localdate())
