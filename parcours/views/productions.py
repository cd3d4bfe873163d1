from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..enums import GenreProduction
from ..forms.productions import ProductionForm
from ..models import ModeleCourrier, Parcours, Production, Seance
from ..productions import demander
from ..tasks import produire


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@une_seule_fois
def production_create(request, pk):
    """Ask for a document about somebody; the worker makes it, the next page shows how far it is."""
    beneficiaire = _personne(request, pk)
    form = ProductionForm(
        request.POST or None,
        utilisateur=request.user,
        beneficiaire=beneficiaire,
        initial={
            "genre": request.GET.get("genre", GenreProduction.DOSSIER),
            "entretien": request.GET.get("entretien"),
        },
    )
    if form.is_valid():
        production = demander(beneficiaire, par=request.user, tache=produire, **form.demande())
        consigner(request, f"document demandé : {production.get_genre_display().lower()}", beneficiaire.pk)
        return redirect("parcours:production_detail", production.pk)
    consigner(request, "choix d’un document", pk)
    contexte = _entete(beneficiaire) | {"form": form}
    contexte["courriers"] = ModeleCourrier.objects.visibles_par(request.user).proposes()
    return render(request, "parcours/production_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.COURRIERS)
@require_safe
def production_list(request, pk):
    """The documents that the user had made about somebody, a fragment of the person's page."""
    beneficiaire = _personne(request, pk)
    productions = Production.objects.visibles_par(request.user).pour_personne(beneficiaire)
    consigner(request, "documents produits", beneficiaire.pk)
    if request.htmx:
        return render(request, "parcours/_productions.html", {"productions": productions})
    contexte = _entete(beneficiaire) | {"productions": productions}
    return render(request, "parcours/production_list.html", contexte)


@droit_requis(Droit.COURRIERS)
@require_safe
def production_detail(request, pk):
    """How far the document is; the page asks again each second and gets 204 as long as nothing moved."""
    production = get_object_or_404(Production.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    le = timezone.now()
    contexte = {"production": production, "repere": production.repere(le), "tarde": production.tarde(le)}
    if request.htmx:
        if request.GET.get("vu") == contexte["repere"]:
            return HttpResponse(status=204)
        return render(request, "parcours/production_detail.html#avancement", contexte)
    consigner(request, "document produit", production.beneficiaire_id)
    if production.beneficiaire_id:
        contexte |= _entete(_personne(request, production.beneficiaire_id))
    elif production.genre == GenreProduction.EMARGEMENT:
        seances = Seance.objects.visibles_par(request.user).select_related("atelier")
        contexte["seance"] = seances.filter(pk=production.objet_id).first()
    return render(request, "parcours/production_detail.html", contexte)


@droit_requis(Droit.COURRIERS)
@require_safe
def production_fichier(request, pk):
    """Give the file, always as an attachment, and write that it left."""
    production = get_object_or_404(Production.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    if not production.est_pret:
        raise Http404("Ce document n’est pas encore prêt.")
    consigner(request, f"téléchargement : {production.get_genre_display().lower()}", production.beneficiaire_id)
    return FileResponse(
        production.fichier.open("rb"),
        as_attachment=True,
        filename=production.nom_fichier,
        content_type="application/pdf",
    )


def _personne(request, pk):
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return get_object_or_404(personnes, pk=pk)


def _entete(beneficiaire):
    """What `beneficiaires/_entete.jinja` asks for; these pages stand beside its tabs."""
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    return {"beneficiaire": beneficiaire, "parcours": parcours, "aujourdhui": timezone.localdate(), "onglet": ""}
