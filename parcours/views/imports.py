"""The import, page by page: file, columns, lines, summary, run, undo."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from insertion import tableur
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.tableur import FichierRefuse

from ..forms.imports import CorrespondanceForm, FichierForm, LigneForm
from ..imports import annulation, apercu, depot, execution, formats, lecture
from ..models import Import
from ..tasks import executer_import

PAR_PAGE = 50
CLASSEUR = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@droit_requis(Droit.IMPORTER)
@require_safe
def import_list(request):
    """The imports of the structure, newest first."""
    imports = Import.objects.visibles_par(request.user).pour_liste()
    page = Paginator(imports, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "parcours/import_list.html", {"page": page, "maintenant": timezone.now()})


@droit_requis(Droit.IMPORTER)
@require_safe
def import_modele(request):
    """Our own empty file, for whoever starts from nothing."""
    contenu = tableur.ecrire("Personnes", formats.entetes_du_modele(), [])
    entetes = {"Content-Disposition": 'attachment; filename="modele-tremplin.xlsx"'}
    return HttpResponse(contenu, content_type=CLASSEUR, headers=entetes)


@droit_requis(Droit.IMPORTER)
@une_seule_fois
def import_create(request):
    """Step 1: bring the file. It is read at once; nothing is written before « Lancer »."""
    form = FichierForm(_recu(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        fichier = form.cleaned_data["fichier"]
        try:
            importation = depot.deposer(
                request.user.appartenance.structure_id, fichier.read(), fichier.name, par=request.user
            )
        except FichierRefuse as refus:
            form.add_error("fichier", str(refus))
        else:
            return redirect("parcours:import_correspondance", importation.pk)
    return render(request, "parcours/import_create.html", {"form": form}, status=422 if form.is_bound else 200)


@droit_requis(Droit.IMPORTER)
def import_correspondance(request, pk):
    """Step 2: what each column is; guessed, corrected here, remembered for the structure."""
    importation = _modifiable(request, pk)
    if not importation.modifiable:
        return redirect(importation)
    form = CorrespondanceForm(_recu(request), importation=importation, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.enregistrer()
        depot.verifier(importation, timezone.now())
        return redirect("parcours:import_lignes", pk)
    consigner(request, "import, colonnes")
    contexte = {
        "importation": importation,
        "form": form,
        "libelle_format": formats.LIBELLES[importation.format],
        "deja": depot.deja_importe(importation),
        "niveaux_lus": apercu.niveaux_en_mots(importation),
    }
    return render(request, "parcours/import_correspondance.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.IMPORTER)
@require_safe
def import_lignes(request, pk):
    """Step 3: the grid of the lines, their errors in words, what to do with each."""
    importation = _import(request, pk)
    if not importation.modifiable or not importation.bilan:
        return redirect(importation)
    consigner(request, "import, lignes")
    return _grille(request, importation, request.GET)


@droit_requis(Droit.IMPORTER)
def import_ligne(request, pk, numero):
    """Correct one line: a single cell or a choice from the grid, or the whole line on its own page."""
    importation = _modifiable(request, pk)
    ligne = get_object_or_404(importation.lignes.exclude(nature=lecture.VIDE), numero=numero)
    if not importation.modifiable:
        return redirect(importation)
    correspondance = importation.correspondance
    form = LigneForm(
        _recu(request), ligne=ligne, entetes=correspondance["entetes"], colonnes=correspondance["colonnes"]
    )
    if request.method == "POST" and form.is_valid():
        form.enregistrer()
        depot.verifier(importation, timezone.now())
        if request.htmx:
            return _grille(request, importation, request.POST)
        return redirect(f"{_adresse(importation, request.POST)}#ligne-{numero}")
    if form.is_bound and request.htmx:
        return _refus_de_cellule(form)
    consigner(request, "import, ligne")
    contexte = {"importation": importation, "ligne": ligne, "form": form, "voir": request.GET.get("voir", "")}
    return render(request, "parcours/import_ligne.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.IMPORTER)
@require_safe
def import_detail(request, pk):
    """Steps 4 and 5: the summary, then the run with its progress (asked every two seconds), then the undo."""
    importation = _import(request, pk)
    if request.htmx and not importation.en_travail:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if not importation.bilan:
        return redirect("parcours:import_correspondance", pk)
    consigner(request, "import, résumé")
    maintenant = timezone.now()
    contexte = {
        "importation": importation,
        "resume": apercu.resumer(importation),
        "annulable": importation.est_annulable(maintenant),
        "libelle_format": formats.LIBELLES[importation.format],
    }
    modele = "parcours/import_detail.html#avancement" if request.htmx else "parcours/import_detail.html"
    return render(request, modele, contexte)


@require_POST
@droit_requis(Droit.IMPORTER)
def import_lancement(request, pk):
    """Hand the import over to the worker; a second click finds it gone."""
    importation = _import(request, pk)
    if importation.bilan.get("creations", 0) + importation.bilan.get("mises_a_jour", 0) == 0:
        messages.error(request, "Il n’y a rien à importer\u00a0: aucune ligne ne crée ni ne complète une fiche.")
    else:
        execution.lancer(importation, executer_import)
    return redirect(importation)


@require_POST
@droit_requis(Droit.IMPORTER)
def import_annulation(request, pk):
    """Undo an import of less than 24 hours."""
    importation = _import(request, pk)
    try:
        bilan = annulation.annuler(importation, timezone.now(), request.user.pk)
    except annulation.AnnulationImpossible as impossible:
        messages.error(request, str(impossible))
    else:
        suite = "\u00a0: des personnes sont gardées, voyez pourquoi" if bilan["gardees"] else ""
        messages.success(request, f"Import annulé{suite}.")
    return redirect(importation)


@require_POST
@droit_requis(Droit.IMPORTER)
def import_abandon(request, pk):
    """Throw away a file that was never run, and the lines that were read in it."""
    importation = _modifiable(request, pk)
    if not importation.modifiable:
        return redirect(importation)
    importation.abandonner()
    messages.success(request, "Fichier retiré\u00a0: rien n’a été importé.")
    return redirect("parcours:import_list")


def _recu(request):
    """What was sent, even nothing: an empty POST is a form to refuse, not a page to show."""
    return request.POST if request.method == "POST" else None


def _import(request, pk):
    return get_object_or_404(Import.objects.visibles_par(request.user), pk=pk)


def _modifiable(request, pk):
    """The import, held until the end of the request: two people correct its lines one after the other."""
    return get_object_or_404(Import.objects.visibles_par(request.user).select_for_update(of=("self",)), pk=pk)


def _grille(request, importation, choisi):
    voir = choisi.get("voir") if choisi.get("voir") in apercu.FILTRES else ""
    page = Paginator(importation.lignes.filtrees(voir).order_by("numero"), PAR_PAGE).get_page(choisi.get("page"))
    contexte = {
        "importation": importation,
        "page": page,
        "lignes": apercu.lignes(importation, page.object_list),
        "colonnes": apercu.colonnes(importation),
        "filtres": apercu.filtres(importation),
        "voir": voir,
        "resume": apercu.resumer(importation),
    }
    modele = "parcours/import_lignes.html#grille" if request.htmx else "parcours/import_lignes.html"
    return render(request, modele, contexte)


def _refus_de_cellule(form):
    """A cell that cannot be kept: said above the grid, which stays as it is."""
    message = " ".join(erreur for erreurs in form.errors.values() for erreur in erreurs)
    cible = {"HX-Retarget": "#grille-message", "HX-Reswap": "textContent"}
    return HttpResponse(message, content_type="text/plain; charset=utf-8", status=422, headers=cible)


def _adresse(importation, choisi):
    garde = {cle: choisi[cle] for cle in ("voir", "page") if choisi.get(cle)}
    adresse = reverse("parcours:import_lignes", args=[importation.pk])
    return f"{adresse}?{urlencode(garde)}" if garde else adresse
