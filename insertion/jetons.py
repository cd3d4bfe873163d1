"""Secret addresses that open one thing without an account: « number of the structure »-« secret ».

The number says whose rows may be read, the secret which one; only its imprint is kept.
"""

import hashlib
import secrets

#: Bytes of chance in a secret.
OCTETS = 32


def empreinte(secret):
    """What is kept of a secret: SHA-256, in hexadecimal. A secret of chance needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def nouveau(structure_id):
    """Return (token of the address, imprint to keep)."""
    secret = secrets.token_urlsafe(OCTETS)
    return f"{structure_id}-{secret}", empreinte(secret)


def lire(jeton):
    """Return (structure id, imprint) of a token that anybody may have typed; None when it cannot be one."""
    numero, _, secret = jeton.partition("-")
    if not (numero.isascii() and numero.isdecimal() and len(numero) < 19 and secret):
        return None
    return int(numero), empreinte(secret)
