from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from entreprises.models import Formation
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.ateliers import InscriptionForm
from ..forms.formations import FormationForm, FormationUpdateForm, ReponseForm
from ..models import FormationSuivie, Parcours, Participation
from ..reseau import fiche_nommee, formation_proposee, rappel
from .sans_parcours import ouvrir_d_abord

#: The latest séances that the page of somebody shows.
SEANCES = 20


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def formation_create(request, pk):
    """Propose a training to somebody, with what the catalogue says of it when the address names one."""
    beneficiaire = _personne(request, pk)
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    if parcours is None:
        return ouvrir_d_abord(request, pk, "la formation")
    formation = FormationSuivie(parcours=parcours, structure_id=parcours.structure_id)
    le, choisie = timezone.localdate(), fiche_nommee(Formation, request.user, request.GET.get("formation", ""))
    initial = {"proposee_le": le} | (formation_proposee(choisie, le) if choisie else {})
    form = FormationForm(request.POST or None, instance=formation, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:appuis_list", pk)
    plus = rappel(choisie, beneficiaire, le)
    return _page(request, "parcours/formation_create.html", beneficiaire, parcours, form, **plus)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def formation_update(request, pk):
    """Correct a training; say that it stopped, what came of the certification."""
    formation = _formation(request, pk)
    form = FormationUpdateForm(request.POST or None, instance=formation, utilisateur=request.user)
    beneficiaire = formation.parcours.beneficiaire
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:appuis_list", beneficiaire.pk)
    beneficiaire = _personne(request, beneficiaire.pk)
    return _page(request, "parcours/formation_update.html", beneficiaire, formation.parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def formation_reponse(request, pk):
    """What the person answers, in one click (metier.md §1 row 75)."""
    formation, le = _formation(request, pk), timezone.localdate()
    form = ReponseForm(request.POST)
    if not form.is_valid() or formation.reponse:
        messages.error(request, "Une réponse est déjà notée : modifiez la formation pour la corriger.")
    elif formation.proposee_le > le:
        messages.error(
            request, f"Elle est notée proposée le {formation.proposee_le:%d/%m/%Y} : corrigez d’abord cette date."
        )
    else:
        formation.repondre(form.cleaned_data["reponse"], le, form.cleaned_data["paroles"])
        messages.success(request, f"« {formation} » : {formation.get_reponse_display().lower()}.")
    return redirect("parcours:appuis_list", formation.parcours.beneficiaire_id)


def formations_et_ateliers(request, beneficiaire):
    """What the sections « Formations » and « Ateliers » of somebody's page show, in three queries."""
    le = timezone.localdate()
    formations = FormationSuivie.objects.visibles_par(request.user).d_une_personne(beneficiaire)
    participations = Participation.objects.visibles_par(request.user).d_une_personne(beneficiaire)
    return {
        "formations": [(formation, formation.etat(le)) for formation in formations],
        "participations": participations[:SEANCES],
        "form_inscription": InscriptionForm(
            utilisateur=request.user, beneficiaire=beneficiaire, maintenant=timezone.now()
        ),
    }


def _personne(request, pk):
    return get_object_or_404(Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk)


def _formation(request, pk):
    return get_object_or_404(FormationSuivie.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _page(request, template, beneficiaire, parcours, form, **plus):
    if request.method == "GET":
        consigner(request, "Formation", beneficiaire.pk)
    contexte = {
        "beneficiaire": beneficiaire,
        "parcours": parcours,
        "aujourdhui": timezone.localdate(),
        "onglet": "appuis",
        "form": form,
    }
    return render(request, template, contexte | plus, status=422 if form.is_bound else 200)
