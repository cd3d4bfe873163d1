"""The brakes of the entrance: a thousand tries reach nothing, and lock no colleague out (surete.md P0-9).

Wrong passwords are counted by address, and by account from one address; those of an account from all the browsers
that never opened it are only spread out. A browser that has opened the account keeps a count of its own: what
strangers do does not touch it. The limits are in the settings (`ACCOUNT_RATE_LIMITS`), the counts in the database.
"""

import hashlib
import logging
import secrets

from allauth.core.internal import ratelimit
from django.conf import settings

from .traces import dire

DUREE = 180 * 24 * 3600  # seconds
#: Accounts that one browser remembers (a shared computer of a workshop).
COMPTES_RETENUS = 10


def _empreinte(email):
    return hashlib.sha256(email.lower().encode()).hexdigest()[:16]


def _lire(request):
    """(id of the browser, imprints of the accounts that it opened); a witness that nobody signed counts for none."""
    identifiant, _, comptes = request.get_signed_cookie(
        settings.NAVIGATEUR_COOKIE_NAME, default="", max_age=DUREE
    ).partition(":")
    return identifiant, [compte for compte in comptes.split(",") if compte]


def retenir(request, response, email):
    """Note in the browser that it has opened this account."""
    identifiant, comptes = _lire(request)
    comptes = [_empreinte(email), *(compte for compte in comptes if compte != _empreinte(email))]
    valeur = f"{identifiant or secrets.token_urlsafe(9)}:{','.join(comptes[:COMPTES_RETENUS])}"
    options = {"max_age": DUREE, "secure": settings.COOKIES_SECURES, "httponly": True, "samesite": "Lax"}
    response.set_signed_cookie(settings.NAVIGATEUR_COOKIE_NAME, valeur, **options)


class Freins:
    """Part of the account adapter: what is counted before a password is looked at."""

    def _get_login_attempts_cache_key(self, request, **credentials):
        return f"{ratelimit.get_ip(request)}:{_compte(credentials)}"

    def _freins(self, request, credentials):
        """(name of the limit, key) of each count that this try weighs on."""
        compte = _compte(credentials)
        identifiant, comptes = _lire(request)
        if _empreinte(compte) in comptes:
            return [("login_connu", f"{identifiant}:{compte}")]
        return [
            ("login_failed", self._get_login_attempts_cache_key(request, **credentials)),
            ("login_inconnu", compte),
        ]

    def pre_authenticate(self, request, **credentials):
        faites = ratelimit.RateLimitUsage(usage=[])
        for action, cle in self._freins(request, credentials):
            usage = ratelimit.consume(request, app="allauth.account", action=action, key=cle)
            if not usage:
                dire("trop d’essais", request, logging.WARNING)
                raise self.validation_error("too_many_login_attempts")
            faites.usage += usage.usage
        self._login_failed_rl_usage = faites

    def _delete_login_attempts_cached_email(self, request, **credentials):
        """A password chosen again through the mailbox forgives the tries of strangers."""
        super()._delete_login_attempts_cached_email(request, **credentials)
        ratelimit.clear(request, app="allauth.account", action="login_inconnu", key=_compte(credentials))

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        retenir(request, response, user.email)
        return response


def _compte(credentials):
    return (credentials.get("email") or "").lower()
