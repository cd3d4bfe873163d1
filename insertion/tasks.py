from celery import Task, shared_task

from . import antivirus
from .menage import purger


@shared_task(base=Task)
def purger_les_saisies():
    purger()


@shared_task(base=Task)
def analyser_les_depots():
    """Opens its own short contexts: none stays open while the antivirus reads a file."""
    antivirus.analyser()
