"""The reference of what happens: one for each request, which the tasks that it queued bear too.

Whoever meets a failure can quote it, and every line of the logs that speaks of it bears it (insertion/traces.py).
A task that nobody asked for (the calendar) bears its own number.
"""

import re
import secrets
from contextvars import ContextVar

from celery import current_task
from celery.signals import before_task_publish
from django.core.signals import request_finished
from django.dispatch import receiver

#: What a proxy may have drawn before us; anything else is replaced.
ACCEPTEE = re.compile(r"[A-Za-z0-9-]{8,64}", re.ASCII)

_de_la_requete = ContextVar("reference", default="")


def courante():
    """Return the reference of the request answered, or of the task that runs; "" outside both."""
    if reference := _de_la_requete.get():
        return reference
    return (current_task and current_task.request.root_id) or ""


class ReferenceMiddleware:
    """Outermost: whatever answers, the answer says its reference."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        donnee = request.headers.get("X-Request-ID", "")
        request.reference = donnee if ACCEPTEE.fullmatch(donnee) else secrets.token_hex(6)
        _de_la_requete.set(request.reference)
        response = self.get_response(request)
        response["X-Request-ID"] = request.reference
        return response


@receiver(request_finished)
def oublier(**kwargs):
    """Once the last byte has left: a thread answers many requests."""
    _de_la_requete.set("")


@before_task_publish.connect
def transmettre(headers=None, **kwargs):
    """Celery keeps the root of what tasks queue in their turn: here the request, when there is one."""
    if reference := _de_la_requete.get():
        headers["root_id"] = reference
