"""The Celery application: every task runs inside the isolation of the structure that asked for it."""

import os

from celery import Celery
from celery.signals import beat_init, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "insertion.settings")

app = Celery("tremplin", task_cls="insertion.isolation.taches:TacheIsolee")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@beat_init.connect
@worker_init.connect
def refuser(**kwargs):
    """A worker, or the clock, does not start with what the web server would refuse."""
    from .checks import raison_de_refuser  # noqa: PLC0415 -- needs the applications to be loaded

    if raison := raison_de_refuser():
        raise SystemExit(raison)
