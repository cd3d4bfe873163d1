from celery import Task, shared_task

from .menage import purger


@shared_task(base=Task)
def purger_les_saisies():
    purger()
