"""The Celery application: every task runs inside the isolation of the structure that asked for it."""

import os

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "insertion.settings")

app = Celery("tremplin", task_cls="insertion.isolation.taches:TacheIsolee")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def refuser_un_role_trop_puissant(**kwargs):
    """A worker whose database role could see every structure does not start."""
    from .checks import role_trop_puissant  # noqa: PLC0415 -- needs the applications to be loaded

    if raison := role_trop_puissant():
        raise SystemExit(raison)
