"""Identities that come from outside (openid.py): linked to an account once it is open, left when it is closed."""

import secrets
from urllib.parse import urlencode

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from .checks import adresse_sure
from .chiffrement import Indechiffrable, chiffrer, dechiffrer
from .enums import GenreEvenementCompte
from .models import EvenementCompte

#: In the session: how to leave the provider too.
SORTIE = "sortie_openid"
LIGNE = "session.sortie_openid"


class Identites:
    """Part of the account adapter: what an identity from outside adds to a sign-in."""

    def get_login_stages(self):
        """Ours asks for the second factor, unless the provider has."""
        ordinaire = "allauth.mfa.stages.AuthenticateStage"
        notre = "insertion.second_facteur.EtapeSecondFacteur"
        return [notre if etape == ordinaire else etape for etape in super().get_login_stages()]

    def pre_login(self, request, user, **kwargs):
        """Two factors given to the provider are given; but an identity met for the first time is known by its address
        alone, and whoever was given the address of a former colleague does not have their telephone."""
        reponse = super().pre_login(request, user, **kwargs)
        venu = _venu(kwargs)
        if venu and not reponse and venu.state["mfa"] and (venu.account.pk or not is_mfa_enabled(user)):
            record_authentication(request, user, "mfa", type="openid")
        return reponse

    def post_login(self, request, user, **kwargs):
        reponse = super().post_login(request, user, **kwargs)
        if venu := _venu(kwargs):
            _relier(user, venu.account)
            request.session[SORTIE] = venu.state["sortie"]
        return reponse

    def get_logout_redirect_url(self, request):
        """Leaving Tremplin leaves the provider, whose own session would open ours again in one click."""
        return adresse_de_sortie(request.session.get(SORTIE)) or super().get_logout_redirect_url(request)


def _venu(kwargs):
    """The sign-in of somebody who comes from the provider, or None."""
    return (kwargs.get("signal_kwargs") or {}).get("sociallogin")


def _relier(utilisateur, identite):
    """From now on the `sub` opens the account, whatever becomes of the addresses."""
    if identite.pk:
        return
    SocialAccount.objects.get_or_create(
        provider=identite.provider, uid=identite.uid, defaults={"user": utilisateur, "extra_data": {}}
    )
    EvenementCompte.noter_partout(
        utilisateur, GenreEvenementCompte.RELIE, timezone.localdate(), "connexion", settings.OIDC_NOM
    )


def sortie(adresse, id_token):
    """What the session keeps to leave a provider by `adresse` (its end_session_endpoint), None when it has none."""
    return [adresse, chiffrer(id_token, LIGNE)] if adresse_sure(adresse) else None


def adresse_de_sortie(gardee):
    """The address that closes the session of the provider, then comes back to our entrance; None without `gardee`."""
    if not gardee:
        return None
    adresse, chiffre = gardee
    try:
        id_token = dechiffrer(chiffre, LIGNE)
    except Indechiffrable:  # the key changed since
        return None
    demande = {
        "id_token_hint": id_token,
        "post_logout_redirect_uri": settings.SITE_URL + reverse("account_login"),
        "state": secrets.token_urlsafe(32),
    }
    return f"{adresse}?{urlencode(demande)}"
