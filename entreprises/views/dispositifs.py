from django.shortcuts import get_object_or_404

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois

from ..forms.dispositifs import DispositifForm, DispositifUpdateForm
from ..models import DispositifLocal
from .fiches import enregistrer, nouvelle, page_de_fiche


@droit_requis(Droit.VOIR_ENTREPRISES)
def dispositif_detail(request, pk):
    """One scheme: what it gives, what it asks, how to ask for it."""
    return page_de_fiche(request, _dispositif(request, pk))


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def dispositif_create(request):
    """Add a scheme, from its partner when the address names one."""
    initial = {"organisme": request.GET.get("organisme")}
    form = DispositifForm(
        request.POST or None, instance=nouvelle(DispositifLocal, request), initial=initial, utilisateur=request.user
    )
    return enregistrer(request, form, "entreprises/dispositif_create.html", "« {} » est dans le réseau.")


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def dispositif_update(request, pk):
    """Correct a scheme, or take it out of what is proposed."""
    dispositif = _dispositif(request, pk)
    nom = str(dispositif)
    form = DispositifUpdateForm(request.POST or None, instance=dispositif, utilisateur=request.user)
    gabarit = "entreprises/dispositif_update.html"
    return enregistrer(request, form, gabarit, "Dispositif enregistré.", nom=nom, fiche=dispositif)


def _dispositif(request, pk):
    return get_object_or_404(DispositifLocal.objects.visibles_par(request.user).pour_fiche(), pk=pk)
