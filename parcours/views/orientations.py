from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from entreprises import pour_qui
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.orientations import OrientationForm, OrientationUpdateForm, RetourForm
from ..models import Orientation
from ..models.orientations import DELAI_RELANCE
from .appuis import formulaire, parcours_de

PAR_PAGE = 50


@droit_requis(Droit.VOIR_SUIVI)
def orientation_list(request):
    """Every orientation of the structure that waits for its partner, those to chase first."""
    le = timezone.localdate()
    attendues = Orientation.objects.visibles_par(request.user).attendues().pour_fiche()
    page = Paginator(attendues.order_by("relance_le", "pk"), PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "Orientations en attente")
    lignes = [{"orientation": o, "a_relancer": o.est_a_relancer(le)} for o in page]
    return render(request, "parcours/orientation_list.html", {"page": page, "lignes": lignes})


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def orientation_create(request, pk):
    """Send somebody to a partner; the address may name them, and the frein that they may lift."""
    parcours, le = parcours_de(request, pk), timezone.localdate()
    orientation = Orientation(
        parcours=parcours,
        structure_id=parcours.structure_id,
        auteur=request.user,
        date=le,
        relance_le=le + DELAI_RELANCE,
    )
    domaine = pour_qui.lire(request.session, request.GET.get("pour")).get("domaine")
    initial = {"partenaire": request.GET.get("partenaire"), "domaine": domaine, "accord_le": le}
    form = OrientationForm(
        request.POST or None, instance=orientation, initial=initial, utilisateur=request.user, aujourdhui=le
    )
    if form.is_valid():
        form.save()
        return redirect(_appuis(orientation))
    return formulaire(request, "parcours/orientation_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def orientation_update(request, pk):
    """Correct an orientation, or write what the person answered at last."""
    return _modifier(request, pk, OrientationUpdateForm, "parcours/orientation_update.html")


@droit_requis(Droit.ECRIRE_SUIVI)
def orientation_retour(request, pk):
    """Write what the partner answered."""
    return _modifier(request, pk, RetourForm, "parcours/orientation_retour.html")


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def orientation_relance(request, pk):
    """The partner was asked again today."""
    orientation = _orientation(request, pk)
    orientation.relancer(timezone.localdate())
    messages.success(
        request, f"Relance notée. {orientation.partenaire} : prochaine relance le {orientation.relance_le:%d/%m/%Y}."
    )
    return redirect(_appuis(orientation))


def _orientation(request, pk):
    return get_object_or_404(Orientation.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _appuis(orientation):
    return f"{reverse('parcours:appuis_list', args=[orientation.parcours.beneficiaire_id])}#orientations"


@sans_ecraser
def _modifier(request, pk, formulaire_de, gabarit):
    orientation = _orientation(request, pk)
    form = formulaire_de(
        request.POST or None, instance=orientation, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        return redirect(_appuis(orientation))
    return formulaire(request, gabarit, orientation.parcours, form, orientation=orientation)
