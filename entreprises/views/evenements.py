"""The agenda of professional events, and whom one met there."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import ResultatEchange
from ..forms.evenements import EvenementForm, EvenementUpdateForm
from ..models import Entreprise, Evenement
from ..prospection import appels

PAR_PAGE = 50
REPONSES = 10


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def evenement_list(request):
    """The events to come, the next first; those that are over, the latest first."""
    aujourdhui, passes = timezone.localdate(), request.GET.get("quand") == "passes"
    visibles = Evenement.objects.visibles_par(request.user).pour_liste()
    evenements = visibles.passes(aujourdhui) if passes else visibles.a_venir(aujourdhui)
    page = Paginator(evenements, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "entreprises/evenement_list.html", {"page": page, "passes": passes})


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def evenement_detail(request, pk):
    """One event: when, where, the firms met; a firm found by name is noted in two taps."""
    evenement = get_object_or_404(Evenement.objects.visibles_par(request.user).select_related("entreprise"), pk=pk)
    texte = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    firmes = Entreprise.objects.visibles_par(request.user).actives()
    trouvees = firmes.cherche(texte)[:REPONSES] if texte else []
    page = Paginator(evenement.echanges.pour_fiche().order_by("-date", "-pk"), PAR_PAGE)
    contexte = {
        "evenement": evenement,
        "page": page.get_page(request.GET.get("page")),
        "q": texte,
        "trouvees": appels((firme, "", None) for firme in trouvees),
        "resultats": ResultatEchange.choices,
        "a_venir": evenement.jour >= timezone.localdate(),
    }
    return render(request, "entreprises/evenement_detail.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def evenement_create(request):
    """Put an event in the agenda."""
    evenement = Evenement(structure_id=request.user.appartenance.structure_id, auteur=request.user)
    form = EvenementForm(request.POST or None, instance=evenement, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        return redirect("entreprises:evenement_detail", form.save().pk)
    return render(request, "entreprises/evenement_create.html", {"form": form}, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@sans_ecraser
def evenement_update(request, pk):
    """Correct an event, or write its sheet."""
    evenement = get_object_or_404(Evenement.objects.visibles_par(request.user), pk=pk)
    form = EvenementUpdateForm(request.POST or None, instance=evenement, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("entreprises:evenement_detail", pk)
    contexte = {"form": form, "evenement": evenement}
    return render(request, "entreprises/evenement_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def evenement_annulation(request, pk):
    """Cancel an event, or put it back (`retablir`)."""
    evenement = get_object_or_404(Evenement.objects.visibles_par(request.user), pk=pk)
    retablir = "retablir" in request.POST
    evenement.annuler(None if retablir else timezone.localdate())
    messages.success(request, "L’événement est rétabli." if retablir else "L’événement est annulé.")
    return redirect("entreprises:evenement_detail", pk)
