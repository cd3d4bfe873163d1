"""The few tags and filters that every template may use."""

from django import template
from django.template import defaultfilters, engines
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .. import langues
from ..conflits import comparer
from ..gabarits import icone
from ..texte import de, lier, mettre_en_forme, minuscule, siret

register = template.Library()
CHAMP_CSRF = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'


register.simple_tag(icone)
register.filter(siret)
register.filter(minuscule)


@register.simple_tag(takes_context=True)
def rapide(context, gabarit):
    """Render a Jinja2 partial with the context of the page (what repeats dozens of times)."""
    valeurs = context.flatten()
    # The token that the page has drawn: each form of a partial would draw its own.
    valeurs["csrf_input"] = SimpleLazyObject(lambda: format_html(CHAMP_CSRF, valeurs["csrf_token"]))
    rendu = engines["jinja2"].env.get_template(gabarit).render(valeurs)
    return mark_safe(rendu)  # Jinja2 has escaped what it was given


@register.simple_tag(takes_context=True)
def deux_fois(context, phrase, **valeurs):
    """A phrase of a paper handed over, in French and in its `langue`: `{% deux_fois _("le {jour}") jour=… %}`."""
    return langues.deux_fois(phrase, context["langue"], **valeurs)


@register.simple_tag
def conflit(form, actuel):
    """Both versions of a record that two people changed (composants/conflit.html)."""
    return comparer(form, actuel)


@register.filter(expects_localtime=True, is_safe=False)
def date(quand, motif=None):
    """Django's `date`, that never breaks at the end of a line: « 1er mars 2026 »."""
    return lier(defaultfilters.date(quand, motif))


@register.filter(is_safe=False)
def pluralize(combien, formes="s"):
    """Django's `pluralize`, with a French zero: « 0 présent »."""
    return defaultfilters.pluralize(1 if combien == 0 else combien, formes)


register.filter(de)


@register.filter
def note(texte):
    """Light Markdown, cleaned."""
    return mettre_en_forme(texte)
