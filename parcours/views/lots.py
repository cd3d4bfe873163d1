"""Documents for a whole list of people: choose, follow, take away."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.enums import EtatTravail
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from .. import lots, selection
from ..enums import FormeLot, GenreProduction
from ..forms.lots import LotForm
from ..models import Lot, ModeleCourrier, Production
from ..tasks import avancer_les_lots

PAR_PAGE = 50
TYPES = {FormeLot.PDF: "application/pdf", FormeLot.ZIP: "application/zip"}


@droit_requis(Droit.COURRIERS)
@une_seule_fois
def lot_create(request):
    """Choose what is made for each person of the list that the address narrows, or which letter they get."""
    choisies = selection.lire(request.GET, request.user, timezone.localdate())
    initial = {"genre": request.GET.get("genre", GenreProduction.DOSSIER), "forme": FormeLot.PDF}
    form = LotForm(request.POST or None, initial=initial, utilisateur=request.user, seul=choisies.seule)
    if form.is_valid() and choisies.personnes:
        lot = demander(request, choisies, form.cleaned_data["genre"], form.cleaned_data.get("forme", FormeLot.PDF))
        return redirect("parcours:lot_detail", lot.pk)
    consigner(request, "choix d’un lot de documents")
    courriers = ModeleCourrier.objects.visibles_par(request.user).proposes()
    contexte = {"form": form, "choisies": choisies, "courriers": courriers}
    contexte["composition"] = selection.composition(choisies, timezone.localdate())
    contexte["premieres"] = Beneficiaire.objects.filter(pk__in=choisies.personnes[:3])
    return render(request, "parcours/lot_create.html", contexte, status=422 if form.is_bound else 200)


def demander(request, choisies, genre, forme, courrier=None):
    """Ask for one document for each of the people chosen, and write in the journal that it was."""
    lot = lots.demander(
        choisies.personnes,
        genre=genre,
        forme=forme,
        par=request.user,
        tache=avancer_les_lots,
        courrier=courrier,
        selection=choisies.mots,
        non_visibles=choisies.non_visibles,
    )
    consigner(request, f"lot demandé\u00a0: {lot.intitule.lower()}"[:60])
    return lot


@droit_requis(Droit.COURRIERS)
@require_safe
def lot_list(request):
    """The batches that the user asked for, the latest first."""
    siens = Lot.objects.visibles_par(request.user).avec_avancement().order_by("-created_at", "-pk")
    page = Paginator(siens, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "parcours/lot_list.html", {"page": page})


@droit_requis(Droit.COURRIERS)
@require_safe
def lot_detail(request, pk):
    """How far the batch is; the page asks again each second and gets 204 as long as nothing moved."""
    lot = get_object_or_404(Lot.objects.visibles_par(request.user).avec_avancement(), pk=pk)
    contexte = {"lot": lot}
    if request.htmx and request.GET.get("vu"):
        if request.GET["vu"] == lot.repere:
            return HttpResponse(status=204)
        return render(request, "parcours/lot_detail.html#avancement", contexte | _ecartes(request, lot))
    consigner(request, "lot de documents")
    return render(request, "parcours/lot_detail.html", contexte | _ecartes(request, lot))


def _ecartes(request, lot):
    """Who has no document, and why; nothing as long as there is something to wait for."""
    if lot.est_en_travail:
        return {}
    ecartes = Production.objects.visibles_par(request.user).du_lot(lot).filter(etat=EtatTravail.ECHEC)
    return {"page": Paginator(ecartes, PAR_PAGE).get_page(request.GET.get("page"))}


@droit_requis(Droit.COURRIERS)
@require_safe
def lot_fichier(request, pk):
    """Give the file, always as an attachment, and write that it left."""
    lot = get_object_or_404(Lot.objects.visibles_par(request.user), pk=pk)
    if not lot.est_pret or timezone.now() > lot.expire_at:
        raise Http404("Ce lot n’est pas prêt, ou son fichier n’est plus là.")
    consigner(request, f"téléchargement du lot\u00a0: {lot.intitule.lower()}"[:60])
    return FileResponse(
        lot.fichier.open("rb"), as_attachment=True, filename=lot.nom_fichier, content_type=TYPES[lot.forme]
    )
