from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois

from ..enums import EtatProjetPartenarial
from ..forms.projets import ProjetPartenarialForm, ProjetPartenarialUpdateForm
from ..models import ProjetPartenarial
from .fiches import enregistrer

PAR_PAGE = 50


@droit_requis(Droit.VOIR_ENTREPRISES)
def projet_list(request):
    """The projects with partners, the latest begun first; one state only when the address says which."""
    le, etat = timezone.localdate(), request.GET.get("etat", "")
    projets = ProjetPartenarial.objects.visibles_par(request.user)
    if etat in EtatProjetPartenarial.values:
        projets = projets.dans_l_etat(EtatProjetPartenarial(etat), le)
    page = Paginator(projets.pour_liste(), PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {
        "page": page,
        "lignes": [(projet, projet.etat(le)) for projet in page],
        "etat": etat,
        "etats": EtatProjetPartenarial.choices,
        "onglet": "projets",
    }
    return render(request, "entreprises/projet_list.html", contexte)


@droit_requis(Droit.VOIR_ENTREPRISES)
def projet_detail(request, pk):
    """One project: what for, with whom, what comes next, what came of it."""
    le, projet = timezone.localdate(), _projet(request, pk)
    contexte = {"projet": projet, "etat": projet.etat(le), "aujourdhui": le}
    return render(request, "entreprises/projet_detail.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def projet_create(request):
    """Begin a project with partners."""
    projet = ProjetPartenarial(
        structure_id=request.user.appartenance.structure_id, responsable=request.user, debut=timezone.localdate()
    )
    form = ProjetPartenarialForm(request.POST or None, instance=projet, utilisateur=request.user)
    return enregistrer(request, form, "entreprises/projet_create.html", "« {} » est enregistré.")


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def projet_update(request, pk):
    """Say what comes next, or what came of a project."""
    projet = _projet(request, pk)
    nom = str(projet)
    form = ProjetPartenarialUpdateForm(request.POST or None, instance=projet, utilisateur=request.user)
    return enregistrer(request, form, "entreprises/projet_update.html", "Projet enregistré.", nom=nom, projet=projet)


def _projet(request, pk):
    return get_object_or_404(ProjetPartenarial.objects.visibles_par(request.user).pour_liste(), pk=pk)
