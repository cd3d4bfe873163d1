"""Leaving for the provider of OpenID Connect, and coming back; addresses that do not exist where none is set."""

from functools import wraps

from allauth.decorators import rate_limit
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from .. import openid


def _entree(vue):
    """For somebody who is not signed in, on an instance that has a provider; one that is down gets its page."""

    @login_not_required
    @never_cache
    @wraps(vue)
    def gardee(request):
        if not settings.OIDC_URL:
            raise Http404
        if request.user.is_authenticated:
            return redirect(settings.LOGIN_REDIRECT_URL)
        try:
            return vue(request)
        except (OAuth2Error, RequestException) as erreur:
            return render_authentication_error(request, openid.fournisseur(request), exception=erreur)

    return gardee


@_entree
@require_POST
@rate_limit(action="login")
def openid_depart(request):
    return openid.fournisseur(request).redirect_from_request(request)


@_entree
@require_GET
def openid_retour(request):
    return openid.Retour.adapter_view(openid.Dialogue(request, settings.OIDC_URL))(request)
