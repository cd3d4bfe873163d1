"""« Chantier »: the journal of the site, the hours of the month, the skills that are looked at."""

from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from insertion.tableur import FichierRefuse, lire

from .. import heures
from ..forms.chantier import CompetenceForm, CompetenceUpdateForm, FaitForm, FichierHeuresForm, GrilleHeures
from ..models import Competence, FaitChantier, HeuresMois

PAR_PAGE = 50


@droit_requis(Droit.OBSERVER)
def fait_list(request):
    """The journal of urgent and unplanned facts, the latest first."""
    _structure(request)
    faits = FaitChantier.objects.visibles_par(request.user).pour_liste()
    page = Paginator(faits, PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "Journal du chantier")
    return render(request, "parcours/fait_list.html", {"page": page, "volet": "journal"})


@droit_requis(Droit.OBSERVER)
@une_seule_fois
def fait_create(request):
    """Write a fact down in thirty seconds (metier.md §1 row 64)."""
    structure, maintenant = _structure(request), timezone.localtime().replace(second=0, microsecond=0)
    fait = FaitChantier(structure_id=structure.pk, auteur=request.user, date=maintenant)
    form = FaitForm(request.POST or None, instance=fait, utilisateur=request.user, aujourdhui=maintenant.date())
    if form.is_valid():
        form.save()
        return redirect("parcours:fait_list")
    consigner(request, "Fait du chantier")
    contexte = {"form": form, "volet": "journal"}
    return render(request, "parcours/fait_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.SAISIR_HEURES)
def heures_mois(request):
    """The hours of one month, of everybody, in one page and one save."""
    structure, le = _structure(request), timezone.localdate()
    mois = heures.premier_jour(request.GET.get("mois"), le)
    notees = HeuresMois.objects.visibles_par(request.user).filter(mois=mois)
    connues = {h.parcours_id: (h.heures, h.heures_absence) for h in notees}
    form = GrilleHeures(request.POST or None, parcours=heures.presents(mois), connues=connues)
    if request.method == "POST" and form.is_valid():
        saisies = form.saisies()
        heures.noter(mois, saisies)
        messages.success(request, f"Heures enregistrées ({len(saisies)} ligne{'s' if len(saisies) > 1 else ''}).")
        return redirect(f"{reverse('parcours:heures_mois')}?mois={mois:%Y-%m}")
    consigner(request, "Heures du mois")
    contexte = _mois(structure, mois) | {"form": form, "total": notees.aggregate(t=Sum("heures"))["t"]}
    return render(request, "parcours/heures_mois.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.SAISIR_HEURES)
@require_POST
def heures_import(request):
    """Take the hours of a month out of a spreadsheet; what could not be read is said, line by line."""
    structure = _structure(request)
    mois = heures.premier_jour(request.GET.get("mois"), timezone.localdate())
    form = FichierHeuresForm(request.POST, request.FILES)
    contexte = _mois(structure, mois) | {"fichier_form": form}
    if form.is_valid():
        fichier = form.cleaned_data["fichier"]
        try:
            feuilles = [feuille for feuille in lire(fichier.read(), fichier.name) if feuille.visible]
            contexte["reprise"] = heures.reprendre(feuilles[0], mois)
        except FichierRefuse as refus:
            form.add_error("fichier", str(refus))
        except IndexError:
            form.add_error("fichier", "Ce classeur n’a aucune feuille visible.")
    consigner(request, "Heures du mois")
    return render(request, "parcours/heures_import.html", contexte, status=422 if form.errors else 200)


@droit_requis(Droit.OBSERVER)
def competence_list(request):
    """The skills that observations look at, by dispositif."""
    _structure(request)
    competences = Competence.objects.visibles_par(request.user).pour_liste()
    page = Paginator(competences, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "parcours/competence_list.html", {"page": page, "volet": "competences"})


@droit_requis(Droit.OBSERVER)
@une_seule_fois
def competence_create(request):
    """Add a skill to the list of the structure."""
    competence = Competence(structure_id=_structure(request).pk)
    form = CompetenceForm(request.POST or None, instance=competence, utilisateur=request.user)
    if form.is_valid():
        form.save()
        return redirect("parcours:competence_list")
    contexte = {"form": form, "volet": "competences"}
    return render(request, "parcours/competence_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.OBSERVER)
@sans_ecraser
def competence_update(request, pk):
    """Rename a skill, or take it out of the observations; what was seen of it stays."""
    competence = get_object_or_404(Competence.objects.visibles_par(request.user), pk=pk)
    form = CompetenceUpdateForm(request.POST or None, instance=competence, utilisateur=request.user)
    if form.is_valid():
        form.save()
        return redirect("parcours:competence_list")
    contexte = {"form": form, "volet": "competences"}
    return render(request, "parcours/competence_update.html", contexte, status=422 if form.is_bound else 200)


def _structure(request):
    """The structure worked in; 404 where nobody works: these pages name posts and hours."""
    structure = request.user.appartenance.structure
    if not structure.emploie:
        raise Http404("Cette structure n’a pas de chantier.")
    return structure


def _mois(structure, mois):
    """What the pages of one month show around the grid."""
    fin = heures.dernier_jour(mois)
    return {
        "mois": mois,
        "avant": f"{heures.premier_jour('', mois):%Y-%m}",
        "apres": f"{fin + timedelta(days=1):%Y-%m}",
        "etp": heures.etp(structure, mois, fin),
        "etp_annee": heures.etp(structure, mois.replace(month=1), fin),
        "volet": "heures",
    }
