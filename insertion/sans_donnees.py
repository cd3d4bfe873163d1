"""What a log keeps of an error: its kind and where it happened, never what it says.

The message of an exception quotes a row (« Failing row contains … ») or what somebody typed (surete.md P1-23).
"""

import copy
import logging
import traceback

#: Celery writes the message of the exception in its own sentence.
CELERY = "celery.app.trace"


class SansDonnees(logging.Formatter):
    def format(self, record):
        if record.name == CELERY and isinstance(record.args, dict):
            record = copy.copy(record)
            record.args = {**record.args, "exc": "", "return_value": ""}
        return super().format(record)

    def formatException(self, ei):  # noqa: N802 -- the name that logging calls
        return "".join(_recit(ei[1], set())).rstrip()


def _recit(erreur, dites):
    """Yield what Python prints of an exception and of those that led to it, without their messages."""
    dites.add(id(erreur))
    avant = erreur.__cause__ or (None if erreur.__suppress_context__ else erreur.__context__)
    if avant is not None and id(avant) not in dites:
        yield from _recit(avant, dites)
        yield "\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(erreur.__traceback__)
    yield f"{type(erreur).__module__}.{type(erreur).__qualname__}{_regle(erreur)}\n"


def _regle(erreur):
    """The rule that the database refused by: a name of ours, and no value."""
    diag = getattr(erreur, "diag", None)
    noms = [diag.sqlstate, diag.table_name, diag.constraint_name] if diag else []
    return f" ({', '.join(nom for nom in noms if nom)})" if any(noms) else ""
