"""Signing in, and what is said to somebody whose session is over."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers, patch_cache_control

from .freins import Freins
from .identites import Identites

#: What proves who is there when it is asked again, by the names that the page of the second factors gives.
PREUVES = {
    "reauthenticate": "Utiliser mon mot de passe",
    "mfa_reauthenticate": "Utiliser un code de l’application, ou de secours",
    "mfa_reauthenticate:webauthn": "Utiliser ma clé d’accès",
}
#: How long what was given at the entrance still proves who is there (seconds).
RECENTE = 600


class SansInscription(Freins, Identites, DefaultAccountAdapter):
    """Accounts are opened by the structure; nobody signs up by themselves."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": (
            "Trop d’essais ratés. Attendez un quart d’heure, ou choisissez un nouveau mot de passe."
        ),
        "email_password_mismatch": "Adresse e-mail ou mot de passe incorrect.",
        "enter_current_password": "Ce n’est pas votre mot de passe actuel.",
    }

    def is_open_for_signup(self, request):
        return False

    def pre_login(self, request, user, **kwargs):
        """A suspended account is told so, to whoever knows its password."""
        if user.suspendu_at:
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def get_reauthentication_methods(self, user):
        return [
            preuve | {"description": PREUVES[preuve["id"]]} for preuve in super().get_reauthentication_methods(user)
        ]

    def is_reauthentication_required(self, *, app, **kwargs):
        """Somebody who signed in a moment ago is not asked again: the first second factor is set up just after."""
        requete = context.request
        preuves = get_authentication_records(requete, requete.user)
        return not any(time.time() - preuve.get("at", 0) < RECENTE for preuve in preuves)


def par_un_script(request):
    """Whether a page's script asks, and not somebody who opens a page or sends a form."""
    return bool(request.htmx) or request.headers.get("X-Requested-With") == "XMLHttpRequest"


class ConnexionRequiseMiddleware(LoginRequiredMiddleware):
    """Login by default. A page's script gets 401 instead of a login page: it then asks over the page, text kept."""

    def handle_no_permission(self, request, view_func):
        if par_un_script(request):
            return HttpResponse(
                "Votre session a expiré.",
                status=401,
                content_type="text/plain; charset=utf-8",
            )
        reponse = super().handle_no_permission(request, view_func)
        if request.session_finie:
            reponse["Location"] += "&fin=1"
        return reponse


class SansCacheMiddleware:
    """Nothing of a signed-in page, nor of one refused, stays in a browser's cache (shared workshop computers)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        connecte = request.user.is_authenticated  # a page that signs out was asked for by somebody
        response = self.get_response(request)
        a_garder_secret = response.status_code >= 400 or connecte or request.user.is_authenticated
        if a_garder_secret and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
            patch_cache_control(response, no_store=True, private=True)
        if connecte and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"storage"'  # the day sheet, the texts of last resort, the service worker
        return response
