from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from insertion.droits import Droit, droit_requis
from insertion.forms import Perime
from insertion.saisie_unique import une_seule_fois

from ..enums import TypePartenaire
from ..forms.partenaires import PartenaireForm, PartenaireUpdateForm
from ..models import Partenaire

PAR_PAGE = 50


@droit_requis(Droit.VOIR_PERSONNES)
def partenaire_list(request):
    """The directory of the structure, searched by name or commune and filtered by type."""
    texte, genre = request.GET.get("q", "").strip()[:80], request.GET.get("type", "")
    partenaires = Partenaire.objects.visibles_par(request.user).cherche(texte)
    if genre in TypePartenaire.values:
        partenaires = partenaires.filter(type=genre)
    page = Paginator(partenaires, PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {"page": page, "q": texte, "type": genre, "types": TypePartenaire.choices}
    return render(request, "entreprises/partenaire_list.html", contexte)


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def partenaire_create(request):
    """Add a partner, then go back to the page that asked for one."""
    partenaire = Partenaire(structure_id=request.user.appartenance.structure_id)
    form = PartenaireForm(request.POST or None, instance=partenaire, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"{partenaire} est dans l’annuaire.")
        return redirect(_suite(request, partenaire))
    status = 422 if form.is_bound else 200
    return render(request, "entreprises/partenaire_create.html", {"form": form}, status=status)


@droit_requis(Droit.MODIFIER_PERSONNES)
def partenaire_update(request, pk):
    """Correct a partner, or take them out of what is proposed."""
    partenaire = get_object_or_404(Partenaire.objects.visibles_par(request.user), pk=pk)
    nom = str(partenaire)
    form = PartenaireUpdateForm(request.POST or None, instance=partenaire, utilisateur=request.user)
    if form.is_valid():
        try:
            form.save()
        except Perime as perime:
            return render(request, "composants/conflit.html", {"form": form, "actuel": perime.actuel}, status=409)
        messages.success(request, "Partenaire enregistré.")
        return redirect("entreprises:partenaire_list")
    status = 422 if form.is_bound else 200
    return render(request, "entreprises/partenaire_update.html", {"form": form, "nom": nom}, status=status)


def _suite(request, partenaire):
    """The page named by the address when it is one of ours, told whom to choose; else the directory."""
    suite = request.GET.get("suite", "")
    if url_has_allowed_host_and_scheme(suite, allowed_hosts=None):
        return f"{suite}{'&' if '?' in suite else '?'}partenaire={partenaire.pk}"
    return "entreprises:partenaire_list"
