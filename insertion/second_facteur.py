"""Two factors for whoever reads files: without the second, every page leads to the one where it is set up.

A passkey is both: held, and unlocked by who holds it.
"""

import logging

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.conf import settings
from django.core.exceptions import ValidationError
from django.dispatch import receiver
from django.http import HttpResponse
from django.shortcuts import redirect

from .chiffrement import chiffrer, dechiffrer
from .connexion import par_un_script
from .traces import dire

#: What the secrets of second factors are bound to: allauth does not say of which row.
LIGNE = "mfa_authenticator.data"
FACTEURS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class AdaptateurMfa(DefaultMFAAdapter):
    """What allauth asks the house about second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "C’est votre seul second facteur : ajoutez-en un autre avant de le retirer.",
        "incorrect_code": "Ce code ne convient pas. Attendez le suivant, ou vérifiez l’heure de votre téléphone.",
    }

    def encrypt(self, text):
        return chiffrer(text, LIGNE)

    def decrypt(self, encrypted_text):
        return dechiffrer(encrypted_text, LIGNE)

    def validation_error(self, code, *args):
        """A code refused is written in the logs, as a password refused is."""
        if code == "incorrect_code":
            dire("second facteur refusé", context.request, logging.WARNING)
        return super().validation_error(code, *args)

    def can_delete_authenticator(self, authenticator):
        """The last one stays as long as one is required."""
        autres = Authenticator.objects.filter(user=authenticator.user, type__in=FACTEURS).exclude(pk=authenticator.pk)
        return not settings.SECOND_FACTEUR or autres.exists()

    def generate_authenticator_name(self, user, type):
        rang = Authenticator.objects.filter(user=user, type=type).count() + 1
        return "Ma clé d’accès" if rang == 1 else f"Clé d’accès n° {rang}"


class CleLue:
    """A key that is refused is said to be a key: allauth speaks of a code, and of the clock of a telephone."""

    refus = "Cette clé d’accès n’a pas été reconnue : recommencez, ou choisissez une autre façon."

    def clean_credential(self):
        try:
            return super().clean_credential()
        except ValidationError as erreur:
            raise ValidationError(self.refus) if erreur.code == "incorrect_code" else erreur from None


class EntreeParCleForm(CleLue, LoginWebAuthnForm):
    """A passkey opens the session by itself."""

    refus = (
        "Cette clé d’accès n’ouvre pas de compte ici : elle en a peut-être été retirée. "
        "Connectez-vous avec votre mot de passe."
    )


class SecondeCleForm(CleLue, AuthenticateWebAuthnForm):
    pass


class RappelDeCleForm(CleLue, ReauthenticateWebAuthnForm):
    pass


class AjoutDeCleForm(AddWebAuthnForm):
    def clean(self):
        try:
            return super().clean()
        except ValidationError:
            raise ValidationError("Cette clé d’accès n’a pas pu être ajoutée : recommencez.") from None


class EtapeSecondFacteur(AuthenticateStage):
    """Asks for the second factor, unless it was given to the provider that somebody comes from (identites.py)."""

    def _should_handle(self, request):
        return not presente(request, self.login.user) and super()._should_handle(request)


def presente(request, utilisateur):
    """Whether the second factor was given in this session, when it was opened or when it was set up."""
    return any(preuve.get("method") == "mfa" for preuve in get_authentication_records(request, utilisateur))


@receiver(authenticator_added)
def noter_la_preuve(sender, request, user, authenticator, **kwargs):
    """Setting a second factor up proves that one has it."""
    if authenticator.type in FACTEURS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


@receiver([authenticator_added, authenticator_removed])
def ecrire_le_changement(sender, signal, request, user, authenticator, **kwargs):
    fait = "ajouté" if signal is authenticator_added else "retiré"
    dire(f"second facteur {fait} ({authenticator.type})", request, utilisateur=user)


def changer_les_secrets(donnees, changer):
    """Return what an `Authenticator` keeps with its secrets changed by `changer` (text → text)."""
    return donnees | {nom: changer(donnees[nom]) for nom in ("secret", "seed") if nom in donnees}


def effacer(utilisateur):
    """Take every second factor and recovery code away from an account; return how many there were."""
    return Authenticator.objects.filter(user=utilisateur).delete()[0]


class SecondFacteurMiddleware:
    """A session opened with the password alone reaches the pages about the account, help, and nothing else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.second_facteur_manque = (
            settings.SECOND_FACTEUR and request.user.is_authenticated and not presente(request, request.user)
        )
        return self.get_response(request)

    def process_view(self, request, vue, args, kwargs):
        if not request.second_facteur_manque or _sans_dossier(vue):
            return None
        if par_un_script(request):
            return HttpResponse(
                "Un second facteur est nécessaire.", status=401, content_type="text/plain; charset=utf-8"
            )
        return redirect("mfa_index")


def _sans_dossier(vue):
    return vue.__module__.startswith("allauth.") or not getattr(vue, "login_required", True)
