"""A form sent twice is written once (double click, retry after a cut, twenty identical POSTs)."""

import uuid
from functools import wraps

from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseRedirect

from .models import Soumission

CHAMP = "soumission"


def une_seule_fois(vue):
    """Decorate a view whose form carries a hidden `soumission` (uuid): a replay gets the first answer's URL.

    The row is inserted in the request's transaction, so a concurrent twin waits for it. A refused form
    (4xx) takes the key back: the corrected form is a new chance.
    """

    @wraps(vue)
    def recevoir(request, *args, **kwargs):
        cle = _cle(request)
        if cle is None:
            return vue(request, *args, **kwargs)
        if not _reserver(request, cle):
            return _rejouer(request, cle)
        response = vue(request, *args, **kwargs)
        envoyee = Soumission.objects.filter(utilisateur=request.user, cle=cle)
        if response.status_code >= 400:
            envoyee.delete()
        else:
            envoyee.update(reponse=response.headers.get("Location") or response.headers.get("HX-Redirect") or "")
        return response

    return recevoir


def _cle(request):
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(CHAMP, ""))
    except ValueError:
        return None


def _reserver(request, cle):
    """Insert the key; False when a twin holds it already (the insertion waits for the twin's transaction)."""
    try:
        with transaction.atomic():
            Soumission.objects.create(utilisateur=request.user, cle=cle)
    except IntegrityError:
        return False
    return True


def _rejouer(request, cle):
    url = Soumission.objects.get(utilisateur=request.user, cle=cle).reponse or request.path
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
