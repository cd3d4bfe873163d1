"""« Réglages »: how the structure works, read by those who run it and by the office."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.enums import Domaine
from insertion.models import Conventionnement, PosteEquipe, Structure
from insertion.models.structures import SEUILS, SEUILS_CONTRAT
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.forms.reglages import ConventionnementForm, DispositifForm, PosteEquipeForm, StructureForm
from parcours.models import Dispositif


@droit_requis(Droit.VOIR_REGLAGES)
def structure_detail(request):
    """Everything that is settled, on one page."""
    structure, aujourdhui = _structure(request), timezone.localdate()
    conventionnements = Conventionnement.objects.visibles_par(request.user).pour_liste()
    contexte = {
        "structure": structure,
        "domaines": [domaine for domaine in Domaine if domaine in structure.domaines],
        "delais": _delais(structure),
        "conventionnements": [(ligne, ligne.etat(aujourdhui)) for ligne in conventionnements],
        "equipe": PosteEquipe.objects.visibles_par(request.user).pour_liste(),
        "dispositifs": Dispositif.objects.visibles_par(request.user).pour_liste().avec_occupation(aujourdhui),
    }
    return render(request, "parcours/structure_detail.html", contexte)


@droit_requis(Droit.REGLER)
def structure_update(request):
    """Type, words, domains, rhythm, delays."""
    form = StructureForm(request.POST or None, instance=_structure(request), utilisateur=request.user)
    return _editer(request, "parcours/structure_update.html", form, "Réglages enregistrés.")


@droit_requis(Droit.REGLER)
@une_seule_fois
def conventionnement_create(request):
    nouveau = Conventionnement(structure_id=request.user.appartenance.structure_id)
    form = ConventionnementForm(request.POST or None, instance=nouveau, utilisateur=request.user)
    return _editer(request, "parcours/conventionnement_create.html", form, "Conventionnement ajouté.")


@droit_requis(Droit.REGLER)
def conventionnement_update(request, pk):
    ligne = get_object_or_404(Conventionnement.objects.visibles_par(request.user), pk=pk)
    form = ConventionnementForm(request.POST or None, instance=ligne, utilisateur=request.user)
    return _editer(request, "parcours/conventionnement_update.html", form, "Conventionnement enregistré.")


@droit_requis(Droit.REGLER)
@une_seule_fois
def poste_equipe_create(request):
    nouveau = PosteEquipe(structure_id=request.user.appartenance.structure_id)
    form = PosteEquipeForm(request.POST or None, instance=nouveau, utilisateur=request.user)
    return _editer(request, "parcours/poste_equipe_create.html", form, "Poste ajouté.")


@droit_requis(Droit.REGLER)
def poste_equipe_update(request, pk):
    poste = get_object_or_404(PosteEquipe.objects.visibles_par(request.user), pk=pk)
    form = PosteEquipeForm(request.POST or None, instance=poste, utilisateur=request.user)
    return _editer(request, "parcours/poste_equipe_update.html", form, "Poste enregistré.")


@droit_requis(Droit.REGLER)
@une_seule_fois
def dispositif_create(request):
    nouveau = Dispositif(structure_id=request.user.appartenance.structure_id)
    form = DispositifForm(request.POST or None, instance=nouveau, utilisateur=request.user)
    return _editer(request, "parcours/dispositif_create.html", form, "Dispositif ajouté.")


@droit_requis(Droit.REGLER)
def dispositif_update(request, pk):
    dispositif = get_object_or_404(Dispositif.objects.visibles_par(request.user), pk=pk)
    form = DispositifForm(request.POST or None, instance=dispositif, utilisateur=request.user)
    return _editer(request, "parcours/dispositif_update.html", form, "Dispositif enregistré.")


def _structure(request):
    """A copy of its own: a refused form must not change the words around the page."""
    return get_object_or_404(Structure, pk=request.user.appartenance.structure_id)


def _delais(structure):
    """(label, days) of the delays that concern this structure."""
    concernes = SEUILS if structure.emploie else [s for s in SEUILS if s not in SEUILS_CONTRAT]
    champs = [Structure._meta.get_field(nom) for nom in ("rythme_entretiens", *concernes)]
    return [(_titre(champ), getattr(structure, champ.name)) for champ in champs]


def _titre(champ):
    libelle = champ.verbose_name.removesuffix(" (jours)")
    return libelle[0].upper() + libelle[1:]


@sans_ecraser
def _editer(request, gabarit, form, phrase):
    """Save, or show again what was typed; 409 when a colleague saved meanwhile."""
    if form.is_valid():
        form.save()
        messages.success(request, phrase)
        return redirect("parcours:structure_detail")
    return render(request, gabarit, {"form": form}, status=422 if form.is_bound else 200)
