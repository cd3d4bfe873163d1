"""« Phrases types », and what is offered beside a note while it is written."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis, peut
from insertion.gabarits import fragment
from insertion.gestes import supprimer
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.phrases import PhraseTypeForm
from ..habitudes import REGARDES, habitudes
from ..models import Entretien, PhraseType


@droit_requis(Droit.ECRIRE_SUIVI)
@require_safe
def phrase_list(request):
    """One's own phrases and those of the structure."""
    phrases = PhraseType.objects.visibles_par(request.user).pour_liste()
    siennes = [phrase for phrase in phrases if phrase.utilisateur_id]
    communes = [phrase for phrase in phrases if not phrase.utilisateur_id]
    return render(request, "parcours/phrase_list.html", {"siennes": siennes, "communes": communes})


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def phrase_create(request):
    phrase = PhraseType(structure_id=request.user.appartenance.structure_id)
    return _ecrire(request, phrase, "Écrire une phrase type")


@droit_requis(Droit.ECRIRE_SUIVI)
def phrase_update(request, pk):
    return _ecrire(request, _modifiable(request, pk), "Modifier la phrase type")


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def phrase_delete(request, pk):
    phrase = _modifiable(request, pk)
    supprimer(request, phrase, f"Phrase « {phrase} » supprimée.", reverse("parcours:phrase_list"))
    return redirect("parcours:phrase_list")


@droit_requis(Droit.ECRIRE_SUIVI)
@require_safe
def entretien_habitudes(request, pk):
    """What goes faster for who writes about somebody: as last time, one's usual durations and places, phrases."""
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    consigner(request, "Saisie d’entretien", pk)
    contexte = {
        "dernier": Entretien.objects.filter(parcours__beneficiaire=beneficiaire).first(),
        "habitudes": habitudes(Entretien.objects.durees_et_lieux_de(request.user)[:REGARDES]),
        "phrases": PhraseType.objects.visibles_par(request.user).pour_liste(),
    }
    return fragment(request, "parcours/_habitudes.jinja", contexte)


def _modifiable(request, pk):
    phrases = PhraseType.objects.visibles_par(request.user)
    return get_object_or_404(phrases.modifiables_par(request.user, toutes=peut(request.user, Droit.REGLER)), pk=pk)


@sans_ecraser
def _ecrire(request, phrase, titre):
    form = PhraseTypeForm(request.POST or None, instance=phrase, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Phrase enregistrée.")
        return redirect("parcours:phrase_list")
    contexte = {"form": form, "titre": titre}
    return render(request, "parcours/phrase_formulaire.html", contexte, status=422 if form.is_bound else 200)
