"""What is shown when a page cannot be: Tremplin failed (500), or what it needs is away for a moment (503)."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

from .. import reference
from ..chiffrement import Indechiffrable
from ..stockage import Injoignable

#: Seconds after which a machine may ask again.
BIENTOT = 10


def panne(request):
    """The handler of the exception that nobody caught; the page asks nothing of the database, nor of the session."""
    erreur = sys.exc_info()[1]
    if isinstance(erreur, (OperationalError, InterfaceError, Injoignable)):
        return _page("503.html", 503, {"Retry-After": BIENTOT})
    return _page("500_chiffre.html" if isinstance(erreur, Indechiffrable) else "500.html", 500)


def _page(gabarit, status, headers=None):
    corps = render_to_string(gabarit, {"reference": reference.courante()})
    return HttpResponse(corps, status=status, headers=headers)
