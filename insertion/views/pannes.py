"""What is shown when a page cannot be: Tremplin failed (500), or what it needs is away for a moment (503)."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

from ..chiffrement import Indechiffrable

#: Seconds after which a machine may ask again.
BIENTOT = 10


def panne(request):
    """The handler of the exception that nobody caught; the page asks nothing of the database, nor of the session."""
    erreur = sys.exc_info()[1]
    if isinstance(erreur, (OperationalError, InterfaceError)):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": BIENTOT})
    if isinstance(erreur, Indechiffrable):
        return HttpResponse(render_to_string("500_chiffre.html"), status=500)
    return HttpResponse(render_to_string("500.html"), status=500)
