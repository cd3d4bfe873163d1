"""Jinja2 for the few partials repeated dozens of times on a page (docs/decisions/0006-gabarits-rapides.md)."""

import uuid
from functools import lru_cache

from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from jinja2 import Environment

from .brouillons import a_reprendre
from .context_processors import tremplin
from .guide import page_pour
from .texte import en_mots, mettre_en_forme, siret, telephone


@lru_cache(maxsize=512)
def icone(nom, classe=""):
    """One icon of the sprite; decorative, so a word always stands beside it."""
    return format_html(
        '<svg class="ic {}" aria-hidden="true" focusable="false"><use href="{}#icone-{}"></use></svg>',
        classe,
        static("paquets/icones.svg"),
        nom,
    )


@lru_cache(maxsize=512)
def statique(nom):
    """The address of one of our files."""
    return static(nom)


@lru_cache(maxsize=512)
def url(nom, *args):
    """The address of a page; `args` are few (`vers` puts an id in the place of 0)."""
    return reverse(nom, args=args)


def vers(page, pk):
    """The address of the page about `pk`; a list of fifty reverses it once."""
    return url(page, 0).replace("0", str(pk), 1)


@lru_cache(maxsize=4096)
def jour(date, motif="D. j N Y"):
    """A date as French reads it; « mar. 17 nov. 2026 » unless `motif` (Django's letters) says otherwise."""
    return en_mots(date, motif)


def a_la_page(numero, request):
    """The address of another page of the list that `request` asks for, from « ? » on."""
    demandee = request.GET.copy()
    demandee["page"] = numero
    return f"?{demandee.urlencode()}"


def compter(nombre, quoi):
    """« 1 entretien », « 3 entretiens »."""
    return f"{nombre} {quoi}s" if nombre > 1 else f"{nombre} {quoi}"


def aide_de(ou):
    """The page of the guide that explains the view of a `resolver_match`."""
    return url("insertion:aide_page", page_pour(ou.view_name if ou else ""))


def soumission():
    """The value of the hidden field that makes a form happen once (insertion/saisie_unique.py)."""
    return uuid.uuid4()


@lru_cache(maxsize=4096)
def ici(instant):
    """An aware datetime in the time zone of the site."""
    return timezone.localtime(instant)


def heure(local):
    """« 14 h 30 », of an instant already in the time zone of the site."""
    return f"{local.hour}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{local.minute:02d}"


def fragment(request, gabarit, contexte):
    """The answer to htmx: a Jinja2 partial alone, with what the frame of every page knows."""
    return render(request, gabarit, contexte | tremplin(request), using="jinja2")


def environnement(**options):
    """The environment of Django's Jinja2 backend: autoescape stays on, blocks leave no blank lines."""
    env = Environment(**options, trim_blocks=True, lstrip_blocks=True)
    env.globals |= {"icone": icone, "statique": statique, "url": url, "soumission": soumission, "aide_de": aide_de}
    env.globals["a_reprendre"] = a_reprendre
    env.filters |= {
        "note": mettre_en_forme,
        "jour": jour,
        "ici": ici,
        "heure": heure,
        "telephone": telephone,
        "icone": icone,
        "vers": vers,
        "a_la_page": a_la_page,
        "compter": compter,
        "siret": siret,
    }
    return env
