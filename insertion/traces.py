"""What the logs say: one line an event, in UTC, with who and from where; never a name, an e-mail or what was typed.

Signing in, failing to and leaving are written here; refusals (403, 404, 429, forged forms) by Django's own loggers.
"""

import logging
import time

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from .sans_donnees import SansDonnees

logger = logging.getLogger(__name__)


class Ligne(SansDonnees):
    """« 2026-11-29T16:20:00Z WARNING django.request Forbidden: /equipe/ utilisateur=12 adresse=203.0.113.4 »."""

    converter = time.gmtime

    def __init__(self, **kwargs):
        super().__init__("{asctime} {levelname} {name} {message}", "%Y-%m-%dT%H:%M:%SZ", style="{")

    def formatMessage(self, record):  # noqa: N802 -- the name that logging calls
        """A line break typed in an address would make another event of its end."""
        texte = f"{super().formatMessage(record)}{_qui(record)}"
        return texte.replace("\r", "\\r").replace("\n", "\\n")


def _qui(record):
    request = getattr(record, "request", None)
    if not hasattr(request, "META"):  # a socket, for what the development server says
        return ""
    from allauth.core.internal.httpkit import get_client_ip  # noqa: PLC0415 -- logs are set up before the applications

    # Never a query: the database may be what fails.
    utilisateur = getattr(record, "utilisateur", None) or getattr(request, "_cached_user", None)
    return f" utilisateur={utilisateur and utilisateur.pk or '-'} adresse={get_client_ip(request) or '-'}"


def dire(quoi, request, niveau=logging.INFO, utilisateur=None):
    logger.log(niveau, quoi, extra={"request": request, "utilisateur": utilisateur})


@receiver(user_logged_in)
def entree(sender, request, user, **kwargs):
    dire("connexion", request, utilisateur=user)


@receiver(user_logged_out)
def depart(sender, request, user, **kwargs):
    dire("déconnexion", request, utilisateur=user)


@receiver(user_login_failed)
def echec(sender, request=None, **kwargs):
    dire("mot de passe refusé", request, logging.WARNING)
