"""« Activité récente »: what one did for a day, and the button that undoes it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ..droits import Droit, droit_requis
from ..gestes import annuler
from ..models import Geste
from ..retours import de_chez_nous

#: More gestures of one day than anybody looks through.
MONTRES = 200


@droit_requis(Droit.OUVRIR)
@require_safe
def activite(request):
    """One's own gestures of the last 24 hours that can be undone, were undone, or cannot be any more (why)."""
    gestes = Geste.objects.recents(request.user, timezone.now())[:MONTRES]
    return render(request, "insertion/activite.html", {"gestes": gestes})


@droit_requis(Droit.OUVRIR)
@require_POST
def geste_annulation(request, pk):
    """Undo one of one's own gestures: from the bar, or from the page (`suite`). A second click finds it undone."""
    suite = de_chez_nous(request.POST.get("suite"))
    recents = Geste.objects.recents(request.user, timezone.now()).select_for_update(of=("self",))
    geste = recents.filter(pk=pk).first()
    if geste is not None and geste.attend:
        return annuler(request, geste, suite)
    if geste is None:
        get_object_or_404(Geste.objects.visibles_par(request.user).filter(utilisateur=request.user), pk=pk)
        messages.error(request, "Cela ne s’annule plus : les 24 heures sont passées.")
    else:
        messages.info(request, geste.refus or "C’est déjà annulé.")
    return redirect(suite or "insertion:activite")
