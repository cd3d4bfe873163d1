"""What the logs say: one line an event, in UTC, with who, from where and by which request; never a name, an e-mail or
what was typed. `JOURNAUX=json` writes the same as one object a line.

Signing in, by which means, failing to, being braked, leaving, and what changes of a password or a second factor are
written here; refusals (403, 404, 422, 429, forged forms) by Django's own loggers.
"""

import copy
import json
import logging
import re
import time
from datetime import UTC, datetime

from allauth.account.signals import password_changed, password_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from . import reference
from .sans_donnees import SansDonnees

logger = logging.getLogger(__name__)
#: The secret of an address (insertion/jetons.py), the key of a link to choose a password: no reader of logs needs it.
SECRET = re.compile(r"[\w-]{40,}")


class Ligne(SansDonnees):
    """« 2026-11-29T16:20:00Z WARNING django.request Forbidden: /equipe/ utilisateur=12 adresse=203.0.113.4 … »."""

    converter = time.gmtime

    def __init__(self, **kwargs):
        super().__init__("{asctime} {levelname} {name} {message}", "%Y-%m-%dT%H:%M:%SZ", style="{")

    def formatMessage(self, record):  # noqa: N802 -- the name that logging calls
        """A line break typed in an address would make another event of its end."""
        qui = "".join(f" {nom}={valeur or '-'}" for nom, valeur in _qui(record).items())
        texte = f"{SECRET.sub('…', super().formatMessage(record))}{qui}"
        return texte.replace("\r", "\\r").replace("\n", "\\n")


class LigneJson(SansDonnees):
    """The fields of `Ligne`, and no other: what a caller put in `extra` may hold anything."""

    def format(self, record):
        seul = copy.copy(record)  # other handlers have the same record
        seul.exc_info = seul.exc_text = seul.stack_info = None
        quand = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        message = SECRET.sub("…", super().format(seul))
        dit = {"quand": quand, "niveau": record.levelname, "journal": record.name, "message": message}
        trace = {"trace": self.formatException(record.exc_info)} if record.exc_info else {}
        return json.dumps(dit | _qui(record) | trace, ensure_ascii=False)


def _qui(record):
    """Who, from where, by which request or task: {name: value}, only what the event has."""
    request = getattr(record, "request", None)
    # The request first: Django says how it ended after the last of our code.
    numero = getattr(request, "reference", "") or reference.courante()
    suite = {"reference": numero} if numero else {}
    if not hasattr(request, "META"):  # a socket, for what the development server says
        return suite
    from allauth.core.internal.httpkit import get_client_ip  # noqa: PLC0415 -- logs are set up before the applications

    # Never a query: the database may be what fails.
    utilisateur = getattr(record, "utilisateur", None) or getattr(request, "_cached_user", None)
    return {"utilisateur": utilisateur and utilisateur.pk, "adresse": get_client_ip(request)} | suite


def dire(quoi, request, niveau=logging.INFO, utilisateur=None):
    logger.log(niveau, quoi, extra={"request": request, "utilisateur": utilisateur})


@receiver(user_logged_in)
def entree(sender, request, user, **kwargs):
    from allauth.account.internal.flows.login import get_authentication_records  # noqa: PLC0415 -- as above

    moyens = [preuve.get("type") or preuve["method"] for preuve in get_authentication_records(request, user)]
    dire(f"connexion ({', '.join(moyens)})", request, utilisateur=user)


@receiver(user_logged_out)
def depart(sender, request, user, **kwargs):
    dire("déconnexion", request, utilisateur=user)


@receiver(user_login_failed)
def echec(sender, request=None, **kwargs):
    dire("mot de passe refusé", request, logging.WARNING)


@receiver([password_changed, password_reset])
def autre_mot_de_passe(sender, request, user, **kwargs):
    dire("mot de passe changé", request, utilisateur=user)
