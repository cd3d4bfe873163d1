"""The door by which SMS leave: printed (« console: »), or posted to the provider at SMS_URL; none without it.

The provider is told {"to", "from", "text"} in JSON, with the token SMS_JETON. It answers 2xx once it has the message.
"""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from .echecs import en_mots
from .prise import BailPerdu

CONSOLE = "console"
#: Answers that say « nothing was taken, later »: too many requests, service closed for now.
PLUS_TARD = (429, 503)


@dataclass(frozen=True)
class Sms:
    """A text for a number; `cle` stays the same at each try, so that a provider that reads it can tell."""

    numero: str
    texte: str
    cle: str


def ouvert():
    """Whether this installation can send SMS."""
    return bool(settings.SMS_URL)


def remettre(prise, maintenant):
    """Give the SMS that `prise` holds to the provider; return the `EtatEnvoi` reached, None if it was lost."""
    adresse = urlsplit(settings.SMS_URL)
    try:
        if adresse.scheme == CONSOLE:
            return _imprimer(prise, maintenant)
        code, corps = _poster(prise, adresse)
    except BailPerdu:
        return None
    except (OSError, http.client.HTTPException) as echec:
        raison = en_mots(echec)
        return prise.douter(raison) if prise.annoncee else prise.echouer(raison, maintenant)
    if 200 <= code < 300:
        return prise.reussir(maintenant, reference=_reference(corps))
    if code in PLUS_TARD or 400 <= code < 500:
        return prise.echouer(f"SMS {code}", maintenant, definitif=code not in PLUS_TARD)
    return prise.douter(f"SMS {code}")  # a gateway that fails may have passed it on


def _imprimer(prise, maintenant):
    prise.annoncer()
    print(f"SMS {prise.message.numero} : {prise.message.texte}", flush=True)
    return prise.reussir(maintenant)


def _poster(prise, adresse):
    """Return (status, body) of the answer. Announced once connected: a provider out of reach took nothing."""
    classe = http.client.HTTPSConnection if adresse.scheme == "https" else http.client.HTTPConnection
    connexion = classe(adresse.hostname, adresse.port, timeout=settings.SMS_DELAI)
    try:
        connexion.connect()
        prise.annoncer()
        connexion.request("POST", adresse.path or "/", _corps(prise.message), _entetes(prise.message))
        reponse = connexion.getresponse()
        return reponse.status, reponse.read(10_000)
    finally:
        connexion.close()


def _corps(sms):
    return json.dumps({"to": sms.numero, "from": settings.SMS_EXPEDITEUR, "text": sms.texte}).encode()


def _entetes(sms):
    return {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {settings.SMS_JETON}",
        "Idempotency-Key": sms.cle,
    }


def _reference(corps):
    """The number that the provider gives to the message (« id », or « message_id »), if it gives one."""
    try:
        lu = json.loads(corps)
    except ValueError:
        return ""
    reponse = lu if isinstance(lu, dict) else {}
    return str(reponse.get("id") or reponse.get("message_id") or "")[:120]
