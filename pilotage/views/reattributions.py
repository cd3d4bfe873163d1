"""What is done to several files of the team at once: entrust them to somebody else, print."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.annulation import AnnulationImpossible
from insertion.droits import Droit, droit_requis
from insertion.filters import en_mots
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.travaux import sonner_apres_commit
from parcours.selection import NOMMEES, PARMI

from ..file_active.choix import TOUS, choisies, oublier, tous
from ..file_active.reattribution import annuler, reattribuer
from ..forms.file_active import ReattributionForm
from ..models import Reattribution
from ..tasks import recalculer_les_rappels
from .file_active import CHOISIES, lire, liste, requete


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
@une_seule_fois
def reattribution_create(request):
    """Entrust the people ticked, or everybody that the address finds (`tous`), to another colleague."""
    filtre = lire(request)
    personnes = choisies(request, filtre)
    reattribution = Reattribution(par=request.user, selection=en_mots(filtre) if tous(request) else "")
    form = ReattributionForm(
        request.POST, instance=reattribution, utilisateur=request.user, aujourdhui=filtre.aujourdhui
    )
    if not personnes:
        messages.warning(request, "Cochez au moins une personne.")
        return redirect(liste(request))
    if not form.is_valid():
        contexte = {"form": form, "personnes": personnes, "requete": requete(request), "tous": tous(request)}
        return render(request, "pilotage/reattribution_create.html", contexte, status=422)
    faite = reattribuer(reattribution, personnes, filtre.aujourdhui)
    oublier(request)
    consigner(request, "réattribution de dossiers")
    if faite is None:
        messages.info(request, f"Ces personnes étaient déjà suivies par {reattribution.vers}.")
    else:
        sonner_apres_commit(recalculer_les_rappels, structure_id=faite.structure_id)
        proposer_annulation(request, _phrase(faite), reverse("pilotage:reattribution_annulation", args=[faite.pk]))
    return redirect(liste(request, sans=(TOUS, CHOISIES)))


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def reattribution_annulation(request, pk):
    """Give the files back; say which ones somebody moved meanwhile."""
    reattribution = get_object_or_404(Reattribution.objects.visibles_par(request.user), pk=pk)
    try:
        rendus, restees = annuler(pk, request.user, timezone.now())
    except AnnulationImpossible as refus:
        refuser_annulation(request, refus)
        return redirect("pilotage:file_active_list")
    sonner_apres_commit(recalculer_les_rappels, structure_id=reattribution.structure_id)
    consigner(request, "annulation d’une réattribution")
    messages.success(request, f"{_dossiers(rendus)} rendu{'s' if rendus > 1 else ''} à qui {_avait(rendus)}.")
    if restees:
        noms = ", ".join(str(personne) for personne in restees)
        messages.warning(request, f"Le référent a changé depuis, rien n’est touché pour : {noms}.")
    return redirect("pilotage:file_active_list")


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def file_active_impression(request):
    """Go and choose the documents to print for the people ticked, or for everybody that the address finds."""
    personnes = choisies(request, lire(request))
    if not 0 < len(personnes) <= NOMMEES:
        messages.warning(request, f"Choisissez de 1 à {NOMMEES} personnes à la fois pour imprimer.")
        return redirect(liste(request))
    return redirect(f"{reverse('parcours:lot_create')}?{PARMI}={','.join(map(str, personnes))}")


def _phrase(reattribution):
    return (
        f"{_dossiers(reattribution.nombre)} confié{'s' if reattribution.nombre > 1 else ''} à {reattribution.vers}."
    )


def _dossiers(nombre):
    return f"{nombre} dossier{'s' if nombre > 1 else ''}"


def _avait(nombre):
    return "les avait" if nombre > 1 else "l’avait"
