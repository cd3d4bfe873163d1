"""What the worker does on this floor. Each function opens its own short contexts, so that progress shows outside."""

from celery import Task, shared_task
from django.utils import timezone

from . import lots, productions
from .imports import execution


@shared_task(base=Task, soft_time_limit=180, time_limit=210)
def produire(*, structure_id, production_id):
    productions.produire(structure_id, production_id)


@shared_task(base=Task, soft_time_limit=180, time_limit=210)
def avancer_les_lots():
    lots.avancer(avancer_les_lots)


@shared_task(base=Task, time_limit=900)
def executer_import(*, structure_id, import_id):
    execution.executer(structure_id, import_id)


@shared_task(base=Task)
def reprendre_les_travaux():
    productions.reprendre(produire)
    lots.reprendre(avancer_les_lots)
    execution.reprendre(executer_import, timezone.now())


@shared_task(base=Task)
def purger_les_lots():
    lots.purger()
