"""What Tremplin and a provider of OpenID Connect say to each other: ProConnect, or any other that OIDC_URL names.

ProConnect signs what it tells of somebody (a JWT), where others answer plain JSON: both are read. Each token is
checked, though it came by the provider's own door: signature by the keys that it publishes, issuer, audience, time,
nonce.
"""

import json
import logging
import secrets
import time
from contextlib import contextmanager
from enum import Enum

import jwt
from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from requests import RequestException

from . import identites
from .checks import adresse_sure
from .comptes import compte_existant
from .connexion import RECENTE

logger = logging.getLogger(__name__)

#: Signatures with a pair of keys; never with a shared secret, nor none.
ALGORITHMES = ["RS256", "PS256", "ES256"]
#: How far the clock of the provider may be from ours (seconds).
ECART = 30
ADRESSES = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
#: Asked for in the ID token: how, and when, somebody proved who they are. ProConnect gives neither unasked.
DEMANDES = {"id_token": {"amr": None, "auth_time": None}}


class Refus(Enum):
    """Why nothing was opened: status, title, text."""

    PANNE = (
        503,
        "{nom} ne répond pas",
        "Connectez-vous avec votre mot de passe, ou réessayez dans quelques minutes.",
    )
    ECHEC = (
        403,
        "L’identification n’a pas abouti",
        "La réponse de {nom} n’a pas pu être vérifiée, ou elle a trop tardé. Rien n’a été ouvert : recommencez.",
    )
    SANS_ADRESSE = (
        403,
        "Votre adresse e-mail n’est pas vérifiée",
        "{nom} ne confirme pas l’adresse que vous y avez donnée. Vérifiez-la auprès de ce service, ou connectez-vous "
        "avec votre mot de passe.",
    )
    INCONNU = (
        403,
        "Aucun compte à cette adresse",
        "{nom} vous identifie avec l’adresse {email}, qui n’ouvre aucun compte dans Tremplin. C’est votre structure "
        "qui ouvre les comptes : demandez à votre responsable de vous inviter à cette adresse.",
    )

    def page(self, request, email="", sortie=None):
        statut, titre, texte = self.value
        mots = {"nom": settings.OIDC_NOM, "email": email}
        variables = {"titre": titre.format(**mots), "texte": texte.format(**mots), "sortie": sortie}
        return render(request, "account/openid_refus.html", variables, status=statut)


class Dialogue(OpenIDConnectOAuth2Adapter):
    """One sign-in, from the browser that leaves for the provider to the answer that opens an account."""

    #: What was kept in the session when the browser left; what is learnt is added to it (`Retour`).
    etat = None

    @cached_property
    def openid_config(self):
        """What the provider publishes of itself, refused when it speaks for another or in clear."""
        lue = self._lire(f"{settings.OIDC_URL}/.well-known/openid-configuration").json()
        if not isinstance(lue, dict) or str(lue.get("issuer")).rstrip("/") != settings.OIDC_URL:
            raise OAuth2Error("la configuration publiée est celle d’un autre émetteur que OIDC_URL")
        for nom in ADRESSES:
            if not adresse_sure(lue.get(nom)):
                raise OAuth2Error(f"{nom} manque, ou n’est pas en https")
        return lue

    @cached_property
    def cles(self):
        return self._lire(self.openid_config["jwks_uri"]).json()

    def get_callback_url(self, request, app):
        return settings.SITE_URL + reverse("insertion:openid_retour")

    def get_access_token_data(self, *args, **kwargs):
        with _lisible("token_endpoint"):
            recus = super().get_access_token_data(*args, **kwargs)
            jetons = {nom: recus[nom] for nom in ("access_token", "id_token")}
        if not all(isinstance(jeton, str) for jeton in jetons.values()):
            raise OAuth2Error("token_endpoint ne donne pas les deux jetons")
        return jetons

    def parse_token(self, data):
        """Kept for the one question that follows, never stored."""
        return SocialToken(token=data["access_token"])

    def complete_login(self, request, app, token, response, **kwargs):
        identite = self._identite(response["id_token"])
        infos = self._infos(token.token)
        if infos.get("sub") != identite["sub"]:
            raise OAuth2Error("userinfo_endpoint parle de quelqu’un d’autre")
        self.etat["mfa"] = _deux_facteurs(identite)
        self.etat["sortie"] = identites.sortie(self.openid_config.get("end_session_endpoint"), response["id_token"])
        with _lisible("userinfo_endpoint"):
            return self.get_provider().sociallogin_from_response(request, identite | infos)

    def _identite(self, jeton):
        identite = self._verifier(jeton, "exp", "iat")
        if not identite["sub"].isprintable():
            raise OAuth2Error("le « sub » de l’ID token n’est pas un identifiant")
        if identite.get("nonce") != self.etat["nonce"]:
            raise OAuth2Error("l’ID token répond à une autre demande (nonce)")
        if identite.get("azp", settings.OIDC_CLIENT_ID) != settings.OIDC_CLIENT_ID:
            raise OAuth2Error("l’ID token est destiné à un autre service (azp)")
        return identite

    def _infos(self, acces):
        reponse = self._lire(self.profile_url, {"Authorization": f"Bearer {acces}"})
        if reponse.headers.get("Content-Type", "").startswith("application/jwt"):
            return self._verifier(reponse.text)
        infos = reponse.json()
        return infos if isinstance(infos, dict) else {}

    def _verifier(self, jeton, *exiges):
        """Return what a token says, once sure that the provider signed it for us."""
        try:
            nom = jwt.get_unverified_header(jeton).get("kid")
            cle = next((cle for cle in jwt.PyJWKSet.from_dict(self.cles).keys if nom in (None, cle.key_id)), None)
            if cle is None:
                raise OAuth2Error("jeton signé avec une clé que le fournisseur ne publie pas")
            return jwt.decode(
                jeton,
                cle,
                algorithms=ALGORITHMES,
                audience=settings.OIDC_CLIENT_ID,
                issuer=self.openid_config["issuer"],
                leeway=ECART,
                options={"require": ["iss", "aud", "sub", *exiges]},
            )
        except (jwt.PyJWTError, AttributeError) as erreur:
            raise OAuth2Error(f"jeton refusé ({type(erreur).__name__})") from erreur

    def _lire(self, adresse, entetes=None):
        with AdaptateurOpenId(self.request).get_requests_session() as session:
            reponse = session.get(adresse, headers=entetes)
            reponse.raise_for_status()
            return reponse


@contextmanager
def _lisible(source):
    """What comes in another shape than agreed is a refusal, not a breakdown of ours."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, ImproperlyConfigured) as erreur:
        raise OAuth2Error(f"{source} : réponse illisible ({type(erreur).__name__})") from erreur


def _deux_facteurs(identite):
    """Whether the provider asked for two factors, and a moment ago: its own session lasts all day, on a computer that
    others share."""
    moyens, quand = identite.get("amr"), identite.get("auth_time")
    return (
        isinstance(moyens, list)
        and "mfa" in moyens
        and isinstance(quand, int)
        and abs(time.time() - quand) < RECENTE + ECART
    )


class Fournisseur(OpenIDConnectProvider):
    """The one provider of the instance. Of what it tells, only the `sub` is kept."""

    oauth2_adapter_class = Dialogue
    pkce_enabled_default = True

    def get_default_scope(self):
        return ["openid", "email"]

    def get_redirect_from_request_kwargs(self, request):
        """What the visitor's address says changes nothing but the page to come back to."""
        nonce = secrets.token_urlsafe(32)
        return {
            "process": AuthProcess.LOGIN,
            "next_url": get_next_redirect_url(request),
            "nonce": nonce,
            "auth_params": {"nonce": nonce, "claims": json.dumps(DEMANDES, separators=(",", ":"))},
        }

    def extract_extra_data(self, data):
        return {}

    def extract_email_addresses(self, data):
        """ProConnect vouches for its addresses without saying so; another that says « false » is believed."""
        return [EmailAddress(email=data.get("email"), verified=data.get("email_verified", True) is True)]


def fournisseur(request):
    # The issuer is part of what is linked: the `sub` of one provider is nobody at the next.
    app = SocialApp(
        provider=Fournisseur.id,
        provider_id=settings.OIDC_URL,
        name=settings.OIDC_NOM,
        client_id=settings.OIDC_CLIENT_ID,
        secret=settings.OIDC_CLIENT_SECRET,
        settings={},
    )
    return Fournisseur(request, app=app)


class Retour(OAuth2CallbackView):
    """The browser comes back: the dialogue goes on with what was kept when it left."""

    def _get_state(self, request, provider):
        etat, reponse = super()._get_state(request, provider)
        self.adapter.etat = etat
        return etat, reponse


class AdaptateurOpenId(DefaultSocialAccountAdapter):
    """What allauth asks the house about identities that come from outside."""

    def get_provider(self, request, provider, client_id=None):
        return fournisseur(request)

    def is_open_for_signup(self, request, sociallogin):
        return False

    def populate_user(self, request, sociallogin, data):
        return sociallogin.user

    def generate_state_param(self, state):
        return secrets.token_urlsafe(32)  # ProConnect wants 32 characters; allauth gives 16

    def get_requests_session(self):
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request, sociallogin):
        """Find whose account it is; an identity met for the first time, by the address that the provider proves."""
        sociallogin.token = None
        if sociallogin.is_existing:
            return
        adresse = next((une.email for une in sociallogin.email_addresses if une.verified), None)
        sortie = identites.adresse_de_sortie(sociallogin.state["sortie"])
        if adresse is None:
            raise ImmediateHttpResponse(Refus.SANS_ADRESSE.page(request, sortie=sortie))
        sociallogin.user = compte_existant(adresse)
        if sociallogin.user is None:
            raise ImmediateHttpResponse(Refus.INCONNU.page(request, adresse, sortie))

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        if error == AuthError.CANCELLED:
            messages.info(request, f"Identification avec {settings.OIDC_NOM} annulée.")
            raise ImmediateHttpResponse(redirect("account_login"))
        if exception:
            raison = exception if isinstance(exception, OAuth2Error) else type(exception).__name__
            logger.warning("%s : %s", settings.OIDC_URL, raison)
        refus = Refus.PANNE if isinstance(exception, RequestException) else Refus.ECHEC
        raise ImmediateHttpResponse(refus.page(request))
