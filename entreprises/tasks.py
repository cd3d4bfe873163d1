"""What the worker does on this floor. Each function opens its own short contexts, so that progress shows outside."""

from celery import Task, shared_task
from django.utils import timezone

from .imports import execution


@shared_task(base=Task, time_limit=900)
def executer_import(*, structure_id, import_id):
    execution.executer(structure_id, import_id)


@shared_task(base=Task)
def reprendre_les_travaux():
    execution.reprendre(executer_import, timezone.now())
