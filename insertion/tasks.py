from celery import Task, shared_task
from django.utils import timezone

from . import antivirus
from .menage import purger
from .models import Battement


@shared_task(base=Task)
def purger_les_saisies():
    purger()


@shared_task(base=Task)
def analyser_les_depots():
    """Opens its own short contexts: none stays open while the antivirus reads a file."""
    antivirus.analyser()


@shared_task(base=Task)
def battre():
    """Beat asked for it and a worker did it: the calendar, the queue and the workers are alive."""
    Battement.objects.update_or_create(nom=Battement.CALENDRIER, defaults={"at": timezone.now()})
