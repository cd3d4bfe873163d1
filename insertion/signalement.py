"""Errors told to a collector that speaks Sentry's protocol (Sentry, GlitchTip): their kind and where they happened.

What leaves is named below, field by field; all else that the library gathers (the message of the exception, the
values of variables, the address, the form, the person who works) stays here (surete.md P1-23).
"""

import sentry_sdk
from sentry_sdk.integrations.celery import CeleryIntegration
from sentry_sdk.integrations.django import DjangoIntegration

from . import reference

DITS = ("event_id", "timestamp", "platform", "level", "release", "environment", "sdk", "transaction_info")
#: Where it was: the pattern of an address, the name of a task; an address that has no pattern is what somebody typed.
CONNUS = ("route", "task")
#: Of each line of code that the error went through: `context_line` is our source.
LIGNES = ("filename", "function", "module", "lineno", "in_app", "context_line", "pre_context", "post_context")


def ouvrir(dsn):
    """Tell errors to the collector at the address `dsn`, which bears its key; these two integrations alone look."""
    sentry_sdk.init(
        dsn=dsn,
        before_send=epurer,
        integrations=[DjangoIntegration(middleware_spans=False, signals_spans=False), CeleryIntegration()],
        default_integrations=False,
        auto_enabling_integrations=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="",
        auto_session_tracking=False,
    )


def epurer(event, hint):
    """Return of `event` what may leave, with the reference that the logs bear too (insertion/reference.py)."""
    exceptions = event.get("exception", {}).get("values", [])
    return {
        **{nom: event[nom] for nom in DITS if nom in event},
        "transaction": event.get("transaction") if _ou(event) in CONNUS else None,
        "exception": {"values": [_exception(exception) for exception in exceptions]},
        "tags": {"reference": reference.courante()},
    }


def _ou(event):
    return event.get("transaction_info", {}).get("source")


def _exception(exception):
    frames = exception.get("stacktrace", {}).get("frames", [])
    return {
        "type": exception.get("type"),
        "module": exception.get("module"),
        "stacktrace": {"frames": [{nom: frame[nom] for nom in LIGNES if nom in frame} for frame in frames]},
    }
