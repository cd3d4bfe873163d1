"""The number of a file that was made one with another leads to the other: bookmarks, links, a page left open."""

import re

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect

from .models import Beneficiaire, FusionDossiers

ADRESSE = re.compile(r"^/beneficiaires/(\d+)/")
DEPUIS = (
    "Ce dossier vient d’être réuni à celui-ci. Rien n’a été enregistré : ce que vous écriviez vous attend dans « Ma "
    "journée »."
)


class DossiersReunisMiddleware:
    """Answers in the place of « introuvable », inside the context of the request, to who may see the kept file."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        trouve = ADRESSE.match(request.path) if isinstance(exception, Http404) else None
        fusion = FusionDossiers.objects.vers(int(trouve[1])) if trouve else None
        if fusion is None or not Beneficiaire.objects.visibles_par(request.user).filter(pk=fusion.gardee_id).exists():
            return None
        reuni = f"/beneficiaires/{fusion.gardee_id}/"
        if request.method in ("GET", "HEAD"):
            return HttpResponseRedirect(request.get_full_path().replace(trouve[0], reuni, 1))
        messages.error(request, DEPUIS)  # the draft stays: a form that ends on an error is not saved
        return HttpResponseRedirect(reuni)
