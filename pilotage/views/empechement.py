"""The page of a secret link, read on a telephone by somebody who has no account."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from insertion.langues import Langue
from insertion.travaux import sonner_apres_commit

from ..envois import lien
from ..tasks import recalculer_les_rappels


@login_not_required
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def empechement(request, jeton):
    """GET only shows: mailboxes and telephones open links by themselves. POST says « je ne peux pas venir ».

    The language beside French is the one chosen, else that of the telephone: that of the file would say to whoever
    opens the link where somebody comes from.
    """
    maintenant = timezone.now()
    if request.method == "POST" and lien.refuser(jeton, maintenant, _prevenir):
        return redirect(request.get_full_path())
    rendez_vous = lien.ouvrir(jeton, maintenant)
    langue = Langue.lue(request.GET.get("langue") or get_language_from_request(request))
    contexte = {"rendez_vous": rendez_vous, "langue": langue, "langues": Langue.choices}
    if rendez_vous is None:
        response = render(request, "pilotage/empechement_ferme.html", contexte, status=404)
    else:
        response = render(request, "pilotage/empechement.html", contexte)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _prevenir(structure_id):
    sonner_apres_commit(recalculer_les_rappels, structure_id=structure_id)
