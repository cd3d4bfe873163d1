"""The page of a secret link, read on a telephone by somebody who has no account."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from insertion.travaux import sonner_apres_commit

from ..envois import lien
from ..tasks import recalculer_les_rappels


@login_not_required
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def empechement(request, jeton):
    """GET only shows: mailboxes and telephones open links by themselves. POST says « je ne peux pas venir »."""
    maintenant = timezone.now()
    if request.method == "POST" and lien.refuser(jeton, maintenant, _prevenir):
        return redirect("pilotage:empechement", jeton)
    rendez_vous = lien.ouvrir(jeton, maintenant)
    if rendez_vous is None:
        response = render(request, "pilotage/empechement_ferme.html", status=404)
    else:
        response = render(request, "pilotage/empechement.html", {"rendez_vous": rendez_vous})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _prevenir(structure_id):
    sonner_apres_commit(recalculer_les_rappels, structure_id=structure_id)
