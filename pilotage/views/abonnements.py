from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois

from ..forms.agenda import AbonnementForm
from ..models import AbonnementAgenda


@droit_requis(Droit.OUVRIR)
@une_seule_fois
def abonnement_agenda(request):
    """The secret addresses of one's agenda. A new one is shown in the answer that makes it, and never again."""
    abonnement = AbonnementAgenda(structure_id=request.user.appartenance.structure_id, utilisateur=request.user)
    form = AbonnementForm(request.POST or None, instance=abonnement, utilisateur=request.user)
    adresse = ""
    if form.is_valid():
        adresse = f"{settings.SITE_URL}{reverse('pilotage:agenda_flux', args=[abonnement.ouvrir()])}"
        form = AbonnementForm(utilisateur=request.user)
    contexte = {
        "form": form,
        "adresse": adresse,
        "abonnements": AbonnementAgenda.objects.visibles_par(request.user).pour_liste(),
    }
    return render(request, "pilotage/abonnement_agenda.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.OUVRIR)
def abonnement_suppression(request, pk):
    """Revoke an address: from this instant it opens nothing."""
    get_object_or_404(AbonnementAgenda.objects.visibles_par(request.user), pk=pk).delete()
    messages.success(
        request, "Cette adresse ne donne plus rien. L’agenda qui la lisait se videra à sa prochaine lecture."
    )
    return redirect("pilotage:abonnement_agenda")
