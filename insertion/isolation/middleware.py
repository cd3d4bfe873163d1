from django.contrib.auth import logout
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from ..journal import TropDeLectures
from ..models import AlerteLecture, Appartenance
from .contexte import contexte

CLE_STRUCTURE = "structure_id"
#: The rule that a write into a limited file breaks (pilotage/vie_privee/limitation.py).
DOSSIER_LIMITE = "dossier_limite"
#: The rules that triggers hold, and the page that says which was broken.
REFUS = {DOSSIER_LIMITE: "409_limite.html", "exemple_present": "409_exemple.html"}


class IsolationMiddleware:
    """One transaction for the view *and* its lazily rendered template.

    The membership is read from the database at each request, so a colleague removed a second ago is out
    at once. ATOMIC_REQUESTS would cover the view only, and a plain atomic() commits after an exception
    that Django has already turned into a response: hence `process_exception`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        appartenance = Appartenance.objects.actives().pour_session(request.user, request.session.get(CLE_STRUCTURE))
        if appartenance is None:
            logout(request)
            return render(request, "insertion/sans_structure.html", status=403)
        request.user.appartenance = appartenance
        return self._repondre(request, appartenance)

    def _repondre(self, request, appartenance):
        def ouvrir():
            return contexte(
                appartenance.structure_id,
                utilisateur_id=request.user.pk,
                role=appartenance.role,
                origine=f"{request.method} {request.path}",
            )

        with ouvrir():
            response = self.get_response(request)
            if getattr(request, "vue_en_echec", False):
                transaction.set_rollback(True)
        if exces := getattr(request, "exces", None):
            with ouvrir():  # another transaction: that of the page is undone
                AlerteLecture.objects.signaler(request.user, str(exces), timezone.now())
        if response.streaming:
            response.streaming_content = _dans_le_contexte(ouvrir, response.streaming_content)
        return response

    def process_exception(self, request, exception):
        """Undo what the view wrote; say it when the database refused: a limited file (RGPD, art. 18), an example."""
        request.vue_en_echec = True
        if isinstance(exception, TropDeLectures):
            request.exces = exception
            return render(request, "429_lectures.html", {"raison": exception}, status=429)
        cause = getattr(exception.__cause__, "diag", None)
        if isinstance(exception, IntegrityError) and cause and cause.constraint_name in REFUS:
            return HttpResponse(render_to_string(REFUS[cause.constraint_name]), status=409)
        return None


def _dans_le_contexte(ouvrir, contenu):
    with ouvrir():
        yield from contenu
