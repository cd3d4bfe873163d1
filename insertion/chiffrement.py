"""Texts that the database keeps without being able to read them: AES-256-GCM, bound to their row (decision 0012).

The keys live outside the database and its backups (CLES_CHIFFREMENT). A stored text is « chiffre:<key>:<base64> »; it
opens in its own row only, so that nobody copies a note from one file to another.
"""

import os
from base64 import b64decode, b64encode
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PREFIXE = "chiffre"
NONCE = 12
#: Characters of a secret, at the least: 128 bits in hexadecimal.
SECRET_MINIMAL = 32


class Indechiffrable(Exception):
    """An encrypted text that cannot be read; it stays as it is, nothing may be written over it."""


class CleInconnue(Indechiffrable):
    """The key that encrypted it is not among those of CLES_CHIFFREMENT."""


class ChiffreAltere(Indechiffrable):
    """It was changed, moved from another row, or its key is not the one that bears this name."""


def cles():
    """{name: AESGCM} of CLES_CHIFFREMENT (« 2:secret,1:secret »), the one that encrypts first."""
    return _lire_les_cles(settings.CLES_CHIFFREMENT)


def cle_active():
    """The name of the key that encrypts."""
    return next(iter(cles()))


def debut_actif():
    """How a text encrypted with that key begins."""
    return f"{PREFIXE}:{cle_active()}:"


def chiffrer(texte, ligne):
    """Encrypt `texte` for `ligne` (see `ligne_de`)."""
    nonce = os.urandom(NONCE)
    chiffre = cles()[cle_active()].encrypt(nonce, texte.encode(), ligne.encode())
    return debut_actif() + b64encode(nonce + chiffre).decode()


def dechiffrer(chiffre, ligne):
    """Return the text; raise `Indechiffrable`, with the reason in French, when it cannot be read."""
    prefixe, _, suite = chiffre.partition(":")
    nom, _, corps = suite.partition(":")
    if prefixe != PREFIXE or not corps:
        raise ChiffreAltere(f"{ligne} : ce texte devrait être chiffré et ne l’est pas.")
    if nom not in cles():
        raise CleInconnue(f"{ligne} : chiffré avec la clé « {nom} », absente de CLES_CHIFFREMENT. Remettez-la.")
    try:
        octets = b64decode(corps)
        return cles()[nom].decrypt(octets[:NONCE], octets[NONCE:], ligne.encode()).decode()
    except (InvalidTag, ValueError):  # another text, or what is no longer one: cut, or too short for its nonce
        raise ChiffreAltere(
            f"{ligne} : illisible. La clé « {nom} » n’est pas celle d’origine, ou ce texte a été modifié ou déplacé."
        ) from None


def ligne_de(table, colonne, structure_id, pk):
    """What a text is bound to. The history of a row is bound to the row."""
    return f"{table}.{colonne}:{structure_id}:{pk}"


@cache
def _lire_les_cles(reglage):
    lues = {}
    for morceau in reglage.split(","):
        nom, _, secret = morceau.strip().partition(":")
        if not nom.isalnum() or len(secret) < SECRET_MINIMAL or nom in lues:
            raise ImproperlyConfigured(
                "CLES_CHIFFREMENT s’écrit « 2:secret,1:secret » : un nom court par clé, un secret d’au moins"
                f" {SECRET_MINIMAL} caractères (openssl rand -hex 32), celle qui chiffre en premier."
            )
        lues[nom] = AESGCM(HKDF(SHA256(), 32, None, b"tremplin, textes chiffres").derive(secret.encode()))
    return lues
