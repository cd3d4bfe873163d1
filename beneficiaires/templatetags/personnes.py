"""How a person is written on every page about them."""

from django import template

from insertion.texte import telephone

register = template.Library()


@register.filter
def age(beneficiaire, le):
    """« 34 ans » on the day `le`; an empty text when the date of birth is unknown."""
    ans = beneficiaire.age(le)
    if ans is None:
        return ""
    return f"{ans} an{'s' if ans > 1 else ''}"


@register.filter
def jour(date):
    """« 22/11/2026 »: what `date:"d/m/Y"` writes, without its cost on each row of a long list."""
    return f"{date:%d/%m/%Y}"


register.filter(telephone)


@register.filter
def taille(octets):
    """« 82 Ko », « 1,4 Mo »: units as they are said here."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))}\u00a0Ko"
    return f"{octets / 1_000_000:.1f}\u00a0Mo".replace(".", ",")
