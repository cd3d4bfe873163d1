"""Exports: what can leave, who had what made, how far one is, its file for 48 hours."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion import tableur
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..exports.demandes import demander
from ..exports.listes import LISTES, Demande
from ..forms.exports import ExportCompletForm, ExportForm
from ..models import Export
from ..models.exports import COMPLET
from ..tasks import produire_export

PAR_PAGE = 50


@droit_requis(Droit.EXPORTER)
@require_safe
def export_list(request):
    """What can be taken away, and the journal of what was."""
    ouvertes = [(slug, liste) for slug, liste in LISTES.items() if liste.ouverte_a(request.user)]
    journal = Export.objects.visibles_par(request.user).pour_liste()
    contexte = {
        "volet": "exports",
        "filtrees": [(slug, liste) for slug, liste in ouvertes if liste.page],
        "par_periode": [(slug, liste) for slug, liste in ouvertes if not liste.page],
        "page": Paginator(journal, PAR_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "pilotage/export_list.html", contexte)


@droit_requis(Droit.EXPORTER)
@une_seule_fois
def export_create(request, liste):
    """Say what a list holds as its address narrows it, and have it made."""
    choisie = _liste(request, liste)
    parametres = choisie.gardes(request.GET)
    recu = request.POST if request.method == "POST" else None  # a list may ask nothing: an empty form is sent too
    form = ExportForm(recu, initial=parametres, utilisateur=request.user, liste=choisie, genre=liste)
    if form.is_valid():
        parametres |= form.parametres()
        export = demander(
            genre=liste,
            intitule=choisie.titre,
            par=request.user,
            tache=produire_export,
            parametres=parametres,
            filtres=choisie.mots(_demande(request, parametres)),
        )
        consigner(request, f"export demandé\u00a0: {choisie.titre.lower()}"[:60])
        return redirect("pilotage:export_detail", export.pk)
    demande = _demande(request, parametres)
    contexte = {"liste": choisie, "form": form, "mots_filtres": choisie.mots(demande), "volet": "exports"}
    contexte["nombre"] = choisie.rangees(demande).order_by().count()
    return render(request, "pilotage/export_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.EXPORTER_TOUT)
@une_seule_fois
def export_complet_create(request):
    """Everything that the structure holds, once whoever asks has typed their password again."""
    form = ExportCompletForm(request.POST or None, utilisateur=request.user)
    if form.is_valid():
        export = demander(genre=COMPLET, intitule="Export complet", par=request.user, tache=produire_export)
        consigner(request, "export demandé\u00a0: toutes les données")
        return redirect("pilotage:export_detail", export.pk)
    contexte = {"form": form, "volet": "exports"}
    return render(request, "pilotage/export_complet_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.EXPORTER)
@require_safe
def export_detail(request, pk):
    """How far the export is; the page asks again each second and gets 204 as long as nothing moved."""
    export = get_object_or_404(Export.objects.telechargeables_par(request.user), pk=pk)
    contexte = {"export": export, "repere": export.repere(timezone.now()), "volet": "exports"}
    if request.htmx:
        if request.GET.get("vu") == contexte["repere"]:
            return HttpResponse(status=204)
        return render(request, "pilotage/export_detail.html#avancement", contexte)
    return render(request, "pilotage/export_detail.html", contexte)


@droit_requis(Droit.EXPORTER)
@require_safe
def export_fichier(request, pk):
    """Give the file to who asked for it, for 48 hours, always as an attachment; write that it left."""
    export = get_object_or_404(Export.objects.telechargeables_par(request.user), pk=pk)
    if not export.est_pret or timezone.now() > export.expire_at:
        raise Http404("Cet export n’est pas prêt, ou son fichier n’est plus là.")
    consigner(request, f"téléchargement d’un export\u00a0: {export.intitule.lower()}"[:60])
    genre = "application/zip" if export.est_complet else tableur.CLASSEUR
    return FileResponse(
        export.fichier.open("rb"), as_attachment=True, filename=export.nom_fichier, content_type=genre
    )


def _liste(request, slug):
    if slug not in LISTES or not LISTES[slug].ouverte_a(request.user):
        raise Http404
    return LISTES[slug]


def _demande(request, parametres):
    adresse = QueryDict(mutable=True)
    adresse.update(parametres)
    return Demande(request.user, adresse, timezone.localdate())
