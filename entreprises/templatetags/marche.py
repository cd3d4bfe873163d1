"""What changes with the day: the state of an offer or of a service sold, until when an offer holds."""

from django import template

from ..offres import expiration

register = template.Library()

register.filter("expiration", expiration)


@register.filter
def etat(objet, le):
    """The state (an enum) of an offer or of a service sold on the day `le`."""
    return objet.etat(le)
