"""The bodies that a form may receive: what it asks for, bent; always the same ones for the same address."""

import inspect
import random
import re
import sys

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from .monde import AUCUN

CHAMP = re.compile(rb"<(input|select|textarea)\b([^>]*)>(?:([^<]*)</textarea>)?", re.IGNORECASE)
ATTRIBUT = re.compile(rb'([\w-]+)="([^"]*)"')
CHOIX = re.compile(rb'<option value="([^"]*)"')
POSTE = re.compile(r"""POST(?:\.get|\.getlist)?[(\[]["']([\w-]+)["']""")
TEXTES = (
    "", " ", "\x00", "a\x00b", "é" * 5_000, "😀\u202e\ufffd",
    "<script>alert(1)</script>", "{{ 7*7 }}{% now 'Y' %}", "' OR 1=1 --", "%s %(a)s {0}", "../../etc/passwd", "\\",
    "=1+1", "null", "[]", "{}", '{"a":', "true", "on", "\r\n\r\n", "عائشة", "\u0085\u2028",
)  # fmt: skip
NOMBRES = (
    "0", "-1", "1", "9" * 400, str(2**31), str(2**63), str(-(2**63) - 1), "1e400", "NaN", "Infinity", "1,5", "1.5",
    "٣", "²", "0x10", "1_000", "--1", "+1",
)  # fmt: skip
DATES = (
    "2026-11-17", "2026-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-11-17T25:61",
    "31/12/2026", "2026-11-17T09:00", "1900-01-01", "24:00", "09:30", "2026-W12", "2026-11",
)  # fmt: skip


def champs_demandes(page, vue):
    """{name: values it has or offers} from the form on the page, and from the forms that the view's module knows."""
    champs = {}
    for genre, bruts, texte in CHAMP.findall(page):
        attributs = {nom.decode(): valeur.decode(errors="replace") for nom, valeur in ATTRIBUT.findall(bruts)}
        nom = attributs.get("name")
        if nom and nom != "csrfmiddlewaretoken":
            valeur = texte.decode(errors="replace") if genre == b"textarea" else attributs.get("value", "")
            champs.setdefault(nom, []).append(valeur)
    options = [option.decode(errors="replace") for option in CHOIX.findall(page)]
    module = sys.modules[inspect.unwrap(vue).__module__]
    for objet in vars(module).values():
        if inspect.isclass(objet) and issubclass(objet, forms.BaseForm):
            for nom in objet.base_fields:
                champs.setdefault(nom, [])
    for nom in POSTE.findall(inspect.getsource(module)):
        champs.setdefault(nom, [])
    return champs, options


def corps(champs, options, etrangers, graine, combien):
    """Yield `combien` bodies; half begin as the page would send them, then one field in four is bent."""
    hasard = random.Random(graine)
    noms = sorted(champs)
    for rang in range(combien):
        tordus = 0.25 if rang % 2 else 0.8
        envoi = {}
        for nom in noms:
            if hasard.random() < tordus:
                envoi[nom] = _valeurs(hasard, options, etrangers)
            elif champs[nom]:
                envoi[nom] = hasard.choice(champs[nom])
        if rang % 5 == 0:
            envoi[hasard.choice(noms or ["x"])] = SimpleUploadedFile("x.xlsx", b"PK\x03\x04\x00\xff" * rang)
        yield envoi


def _valeurs(hasard, options, etrangers):
    sources = (TEXTES, NOMBRES, DATES, etrangers, options or ("1",), (str(AUCUN),))
    une = [hasard.choice(hasard.choice(sources)) for _ in range(hasard.choice((1, 1, 1, 2, 3)))]
    return une if len(une) > 1 else une[0]
