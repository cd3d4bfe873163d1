"""Letters by template: the list, their words, and how each reads for one person before it is printed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from .. import courriers_types, selection
from ..enums import FormeLot, GenreProduction
from ..forms.courriers import ModeleCourrierForm
from ..forms.lots import FormeForm
from ..models import ModeleCourrier
from .lots import demander


@droit_requis(Droit.COURRIERS)
@require_safe
def courrier_list(request):
    """The letters that the structure sends, those put aside last."""
    modeles = ModeleCourrier.objects.visibles_par(request.user).order_by("-actif", "titre", "pk")
    return render(request, "parcours/courrier_list.html", {"courriers": modeles})


@droit_requis(Droit.COURRIERS)
@une_seule_fois
def courrier_create(request):
    modele = ModeleCourrier(structure_id=request.user.appartenance.structure_id)
    return _ecrire(request, modele, "parcours/courrier_create.html")


@droit_requis(Droit.COURRIERS)
def courrier_update(request, pk):
    """Correct the words of a letter, or put it aside; what was printed does not change."""
    modele = get_object_or_404(ModeleCourrier.objects.visibles_par(request.user), pk=pk)
    return _ecrire(request, modele, "parcours/courrier_update.html")


@sans_ecraser
def _ecrire(request, modele, gabarit):
    form = ModeleCourrierForm(request.POST or None, instance=modele, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Courrier type enregistré.")
        return redirect("parcours:courrier_list")
    contexte = {"form": form, "champs": courriers_types.CHAMPS}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.COURRIERS)
@une_seule_fois
def courrier_envoi(request, pk):
    """Read the letter for the first person of a list and for any other, then have it printed for all."""
    modele = get_object_or_404(ModeleCourrier.objects.visibles_par(request.user), pk=pk)
    choisies = selection.lire(request.GET, request.user, timezone.localdate())
    initial = {"forme": FormeLot.PDF}
    form = FormeForm(request.POST or None, initial=initial, utilisateur=request.user, seul=choisies.seule)
    if form.is_valid() and choisies.personnes:
        lot = demander(
            request, choisies, GenreProduction.COURRIER, form.cleaned_data.get("forme", FormeLot.PDF), modele
        )
        return redirect("parcours:lot_detail", lot.pk)
    contexte = {"courrier": modele, "choisies": choisies, "form": form}
    contexte["composition"] = selection.composition(choisies, timezone.localdate())
    contexte |= _apercu(request, modele, choisies)
    return render(request, "parcours/courrier_envoi.html", contexte, status=422 if form.is_bound else 200)


def _apercu(request, modele, choisies):
    """The letter as it reads for the person of `?rang=`, the first unless said otherwise."""
    page = Paginator(choisies.personnes, 1).get_page(request.GET.get("rang"))
    if not page.object_list:
        return {}
    le, maintenant = timezone.localdate(), timezone.now()
    personne = Beneficiaire.objects.visibles_par(request.user).pour_fiche(le).get(pk=page.object_list[0])
    consigner(request, "aperçu d’un courrier", personne.pk)
    structure = request.user.appartenance.structure
    destinataire = courriers_types.Destinataire(personne, structure, request.user, le, maintenant)
    contexte = {"rang": page, "personne": personne, "structure": structure}
    try:
        return contexte | {"lisible": True} | courriers_types.lettre(modele, destinataire)
    except courriers_types.ChampVide as manque:
        a_completer = not isinstance(manque, courriers_types.ChampIllisible)
        return contexte | {"manque": str(manque), "a_completer": a_completer}
