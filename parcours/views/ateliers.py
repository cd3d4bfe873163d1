from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..collectif import mesurer, participants
from ..forms.ateliers import AtelierForm, AtelierUpdateForm
from ..models import Atelier, Seance

PAR_PAGE = 50


@droit_requis(Droit.VOIR_PARCOURS)
def atelier_list(request):
    """The catalogue."""
    ateliers = Atelier.objects.visibles_par(request.user).pour_liste()
    page = Paginator(ateliers, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "parcours/atelier_list.html", {"page": page, "volet": "catalogue"})


@droit_requis(Droit.VOIR_PARCOURS)
def atelier_detail(request, pk):
    """One atelier: what it is, its figures of the year (metier.md §5), its séances."""
    atelier = get_object_or_404(Atelier.objects.visibles_par(request.user), pk=pk)
    maintenant = timezone.now()
    annees = [date.year for date in atelier.seances.datetimes("debut", "year", order="DESC")]
    annee = _annee(request, annees)
    siennes = atelier.seances.filter(debut__year=annee) if annee else atelier.seances.all()
    page = Paginator(siennes.pour_liste().order_by("-debut", "-pk"), PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {
        "atelier": atelier,
        "annee": annee,
        "annees": annees,
        "page": page,
        "activite": mesurer(siennes, maintenant),
        "maintenant": maintenant,
    }
    return render(request, "parcours/atelier_detail.html", contexte)


@droit_requis(Droit.VOIR_PARCOURS)
def atelier_participants(request, pk):
    """The people behind the figure: who came to this atelier, once each."""
    atelier = get_object_or_404(Atelier.objects.visibles_par(request.user), pk=pk)
    annee = _annee(request, [])
    seances = Seance.objects.filter(atelier=atelier, **({"debut__year": annee} if annee else {}))
    personnes = participants(seances, timezone.now()).visibles_par(request.user)
    page = Paginator(personnes.pour_choix().order_by("tri", "pk"), PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "participants d’un atelier")
    contexte = {"atelier": atelier, "annee": annee, "page": page}
    return render(request, "parcours/atelier_participants.html", contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def atelier_create(request):
    """Add an atelier to the catalogue."""
    atelier = Atelier(structure_id=request.user.appartenance.structure_id)
    form = AtelierForm(request.POST or None, instance=atelier, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "L’atelier est au catalogue. Ajoutez sa première séance.")
        return redirect("parcours:atelier_detail", atelier.pk)
    status = 422 if form.is_bound else 200
    return render(request, "parcours/atelier_create.html", {"form": form}, status=status)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def atelier_update(request, pk):
    """Correct an atelier, or take it out of the catalogue."""
    atelier = get_object_or_404(Atelier.objects.visibles_par(request.user), pk=pk)
    form = AtelierUpdateForm(request.POST or None, instance=atelier, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:atelier_detail", pk)
    status = 422 if form.is_bound else 200
    return render(request, "parcours/atelier_update.html", {"form": form, "atelier": atelier}, status=status)


def _annee(request, annees):
    """The year asked for (all: None); by default the latest in which something took place."""
    demandee = request.GET.get("annee", "")
    if demandee == "toutes":
        return None
    if demandee.isdecimal() and 1900 <= int(demandee[:5]) <= 2200:
        return int(demandee)
    return annees[0] if annees else None
