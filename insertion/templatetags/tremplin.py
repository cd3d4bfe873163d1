"""The few tags and filters that every template may use."""

from django import template
from django.forms import Textarea
from django.template import defaultfilters, engines
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .. import langues
from ..brouillons import a_reprendre
from ..conflits import comparer
from ..gabarits import icone
from ..texte import de, lier, mettre_en_forme, minuscule, siret

register = template.Library()
CHAMP_CSRF = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'


def _partiel(gabarit):
    return engines["jinja2"].env.get_template(gabarit)


register.simple_tag(icone)
register.filter(siret)
register.filter(minuscule)


@register.simple_tag(takes_context=True)
def rapide(context, gabarit):
    """Render a Jinja2 partial with the context of the page (what repeats dozens of times)."""
    valeurs = context.flatten()
    # The token that the page has drawn: each form of a partial would draw its own.
    valeurs["csrf_input"] = SimpleLazyObject(lambda: format_html(CHAMP_CSRF, valeurs["csrf_token"]))
    return mark_safe(_partiel(gabarit).render(valeurs))  # Jinja2 has escaped what it was given


@register.simple_tag(takes_context=True)
def reprise(context, *cle):
    """The line of the draft about to be put back in a form, where there is one: nothing moves when it comes.

    `cle` is what its `data-brouillon` is made of; a form that has none is one with a long text (saisie.js).
    """
    if not cle and not any(isinstance(champ.field.widget, Textarea) for champ in context.get("form") or ()):
        return ""
    phrase = a_reprendre(context["request"], "".join(str(morceau) for morceau in cle))
    return mark_safe(_partiel("composants/reprise.jinja").render(phrase=phrase)) if phrase else ""


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
