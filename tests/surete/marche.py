"""One request of the matrix: asked as somebody would, answered, undone; and what of its answer is forbidden words."""

import io
import re
import zipfile
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from unittest.mock import patch

from django.conf import settings
from django.db import connection
from django.template.backends.django import Template as Django
from django.template.backends.jinja2 import Template as Jinja
from pypdf import PdfReader

from .monde import MOTS_SENTINELLES, sans_lendemain
from .rangees import PDF as PDF_SANS_PAGE

GET, POST, HTMX = "GET", "POST", "htmx"
METHODES = (GET, POST, HTMX)
OUVRE, REFUSE, INTROUVABLE, CONNEXION, METHODE = "o", "r", "i", "c", "m"
ECHEC = "!"
CODES = {401: CONNEXION, 403: REFUSE, 404: INTROUVABLE, 405: METHODE}
ECRITURE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', re.IGNORECASE)


@dataclass
class Reponse:
    code: str
    statut: int
    mots: frozenset
    entetes: dict
    contenu: bytes = b""
    ecrites: frozenset = frozenset()
    erreur: str = ""


def demander(client, adresse, methode, corps=None, avant=None, apres=None, dessin=True):
    """Ask, and undo all that it wrote. `avant` is done first; `apres(tables written)` looks before it is undone.

    Without `dessin` templates are not drawn: most of the cost of a page, where only what the view decides matters.
    """
    ecrites, cookies = set(), dict(client.cookies)

    def noter(executer, sql, parametres, plusieurs, contexte):
        if ecriture := ECRITURE.match(sql):
            ecrites.add(ecriture[1])
        return executer(sql, parametres, plusieurs, contexte)

    with sans_lendemain():
        if avant:
            avant()
        try:
            with connection.execute_wrapper(noter), nullcontext() if dessin else _sans_dessin():
                reponse = _envoyer(client, adresse, methode, corps)
                contenu = _contenu(reponse)
            if apres and ecrites:
                apres(ecrites)
        except Exception as erreur:  # noqa: BLE001 -- a page that breaks is an answer of the matrix
            return Reponse(ECHEC, 500, frozenset(), {}, erreur=f"{type(erreur).__name__} : {erreur}"[:300])
        finally:
            client.cookies.clear()
            client.cookies.update(cookies)
    code = CODES.get(reponse.status_code, OUVRE)
    if 300 <= reponse.status_code < 400 and reponse.headers["Location"].startswith(str(settings.LOGIN_URL)):
        code = CONNEXION
    return Reponse(
        code, reponse.status_code, frozenset(mots_de(contenu)), dict(reponse.headers), contenu, frozenset(ecrites)
    )


def _envoyer(client, adresse, methode, corps):
    entetes = {"HTTP_HX_REQUEST": "true"} if methode == HTMX else {}
    if methode == POST:
        return client.post(adresse, corps or {}, **entetes)
    reponse = client.get(adresse, **entetes)
    if methode == HTMX and reponse.status_code == 405:
        return client.post(adresse, corps or {}, **entetes)
    return reponse


@contextmanager
def _sans_dessin():
    with patch.object(Django, "render", return_value=""), patch.object(Jinja, "render", return_value=""):
        yield


def _contenu(reponse):
    return b"".join(reponse.streaming_content) if reponse.streaming else reponse.content


def mots_de(contenu):
    """The forbidden words of a page, of the text of a PDF, of every part of a spreadsheet or of an archive."""
    return {mot for texte in textes_de(contenu) for mot in MOTS_SENTINELLES.findall(texte)}


def textes_de(contenu):
    """Yield the texts of what an answer or a file holds: as it is, page by page, part by part."""
    yield contenu.decode(errors="replace")
    if contenu[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
            for nom in archive.namelist():
                yield nom
                yield from textes_de(archive.read(nom))
    elif contenu[:5] == b"%PDF-" and contenu != PDF_SANS_PAGE:
        lecteur = PdfReader(io.BytesIO(contenu))
        for page in lecteur.pages:
            yield page.extract_text()
        for pieces in lecteur.attachments.values():
            for piece in pieces:
                yield from textes_de(piece)
