"""Days written in full: « 1er mai », « 1er mai 2026 »; an instant is that of the day in Paris."""

from datetime import datetime

from django import template
from django.utils import timezone

from insertion.texte import lier

from ..rappels import en_lettres

register = template.Library()


@register.filter
def jour(quand):
    return lier(en_lettres(_le_jour(quand), annee=False))


@register.filter
def jour_an(quand):
    return lier(en_lettres(_le_jour(quand)))


def _le_jour(quand):
    return timezone.localdate(quand) if isinstance(quand, datetime) else quand


@register.filter
def d_ici(jour, le):
    """« aujourd’hui », « demain », « dans 6 jours »: how far the day `jour` is from the day `le`."""
    jours = (jour - le).days
    return {0: "aujourd’hui", 1: "demain"}.get(jours, lier(f"dans {jours} jours"))
