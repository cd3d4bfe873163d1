"""The few tags and filters that every template may use."""

from django import template
from django.template import engines
from django.utils.safestring import mark_safe

from ..conflits import comparer
from ..gabarits import icone
from ..texte import mettre_en_forme, siret

register = template.Library()


register.simple_tag(icone)
register.filter(siret)


@register.simple_tag(takes_context=True)
def rapide(context, gabarit):
    """Render a Jinja2 partial with the context of the page (what repeats dozens of times)."""
    rendu = engines["jinja2"].get_template(gabarit).render(context.flatten(), context.get("request"))
    return mark_safe(rendu)  # Jinja2 has escaped what it was given


@register.simple_tag
def conflit(form, actuel):
    """Both versions of a record that two people changed (composants/conflit.html)."""
    return comparer(form, actuel)


@register.filter
def note(texte):
    """Light Markdown, cleaned."""
    return mettre_en_forme(texte)
