from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.chantier import ReunionForm, ReunionUpdateForm
from ..forms.reunions import MotReunionForm
from ..models import MotReunion, PersonneMentionnee, ReunionEquipe

PAR_PAGE = 50


@droit_requis(Droit.VOIR_SUIVI)
def reunion_list(request):
    """The team meetings, the latest first."""
    reunions = ReunionEquipe.objects.visibles_par(request.user).pour_liste()
    page = Paginator(reunions, PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "Réunions d’équipe")
    return render(request, "parcours/reunion_list.html", {"page": page, "volet": "reunions"})


@droit_requis(Droit.VOIR_SUIVI)
def reunion_detail(request, pk):
    """One meeting, and the people of whom it spoke: reading it is reading about each of them."""
    reunion = _reunion(request, pk)
    for mention in reunion.personnes.all():
        consigner(request, "Réunion d’équipe", mention.parcours.beneficiaire_id)
    return render(request, "parcours/reunion_detail.html", {"reunion": reunion, "volet": "reunions"})


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def reunion_create(request):
    """Write the agenda, then the minutes, of a meeting."""
    le = timezone.localdate()
    reunion = ReunionEquipe(structure_id=request.user.appartenance.structure_id, auteur=request.user, date=le)
    form = ReunionForm(request.POST or None, instance=reunion, utilisateur=request.user, aujourdhui=le)
    if form.is_valid():
        form.save()
        return redirect("parcours:reunion_detail", reunion.pk)
    consigner(request, "Réunion d’équipe")
    contexte = {"form": form, "volet": "reunions"}
    return render(request, "parcours/reunion_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def reunion_update(request, pk):
    """Correct or complete the minutes."""
    reunion = _reunion(request, pk)
    form = ReunionUpdateForm(
        request.POST or None, instance=reunion, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        return redirect("parcours:reunion_detail", pk)
    if request.method == "GET":
        consigner(request, "Réunion d’équipe")
    contexte = {"form": form, "reunion": reunion, "volet": "reunions"}
    return render(request, "parcours/reunion_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
@sans_ecraser
def reunion_mot(request, pk):
    """Write what was said of one person: it lands on their thread."""
    mentions = PersonneMentionnee.objects.visibles_par(request.user).pour_liste().select_related("reunion")
    mention = get_object_or_404(mentions, pk=pk)
    mot = mention.mot or MotReunion(mention=mention, structure_id=mention.structure_id, auteur=request.user)
    form = MotReunionForm(request.POST or None, instance=mot, utilisateur=request.user)
    if form.is_valid():
        form.save()
        return redirect("parcours:reunion_detail", mention.reunion_id)
    if request.method == "GET":
        consigner(request, "Réunion d’équipe", mention.parcours.beneficiaire_id)
    contexte = {"form": form, "mention": mention, "volet": "reunions"}
    return render(request, "parcours/reunion_mot.html", contexte, status=422 if form.is_bound else 200)


def _reunion(request, pk):
    return get_object_or_404(ReunionEquipe.objects.visibles_par(request.user).pour_liste(), pk=pk)
