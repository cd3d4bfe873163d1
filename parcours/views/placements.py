"""A mise en relation: proposed, sent, interview, trial, refused by whom and why, hired (metier.md §1 rows 31, 44)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire
from entreprises.models import Entreprise
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, supprimer
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import EtapePlacement, FormeEmploi
from ..forms.placements import (
    EmbaucheForm,
    EmbaucheUpdateForm,
    EtapePlacementForm,
    MiseEnRelationForm,
    MiseEnRelationUpdateForm,
)
from ..models import Embauche, EtapeMiseEnRelation, MiseEnRelation, Parcours
from ..placements import en_poste, postes_restants

#: What an offer promises → the form of the job, when it says so.
FORMES = {
    "cdi": FormeEmploi.CDI,
    "cdd_long": FormeEmploi.CDD,
    "cdd_court": FormeEmploi.CDD,
    "saisonnier": FormeEmploi.CDD,
    "interim": FormeEmploi.INTERIM,
    "alternance": FormeEmploi.ALTERNANCE,
}


@droit_requis(Droit.PLACER)
@une_seule_fois
def mise_en_relation_create(request, pk):
    """Propose somebody (`pk`) to a firm that published nothing; `?entreprise=` names it."""
    le = timezone.localdate()
    beneficiaire = _personne(request, pk)
    parcours = get_object_or_404(Parcours.objects.d_une_personne(beneficiaire).en_cours(le)[:1])
    mise = MiseEnRelation(parcours=parcours, structure_id=parcours.structure_id, auteur=request.user)
    initial = {"proposee_le": le, "accord_le": le, "firme": _firme_nommee(request)}
    form = MiseEnRelationForm(
        request.POST or None, instance=mise, initial=initial, utilisateur=request.user, aujourdhui=le
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Proposition notée.")
        return redirect("parcours:mise_en_relation_detail", mise.pk)
    contexte = {"form": form, "en_poste": en_poste(parcours, le)}
    return _page(request, "parcours/mise_en_relation_create.html", beneficiaire, **contexte)


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def mise_en_relation_detail(request, pk):
    """One proposal: the reasons of that day, each step since, what is left to do."""
    mise = _mise(request, pk)
    embauche = mise.embauches.first()
    restants = postes_restants(mise.offre) if mise.offre and embauche else None
    return _page(
        request,
        "parcours/mise_en_relation_detail.html",
        mise.parcours.beneficiaire,
        mise=mise,
        etapes=list(mise.etapes.select_related("auteur")),
        embauche=embauche,
        en_poste=None if embauche else en_poste(mise.parcours, timezone.localdate()),
        a_clore=restants == 0 and mise.offre.cloturee_le is None,
    )


@droit_requis(Droit.PLACER)
def mise_en_relation_update(request, pk):
    """Correct a proposal, or write what the person answered at last."""
    mise, le = _mise(request, pk), timezone.localdate()
    form = MiseEnRelationUpdateForm(request.POST or None, instance=mise, utilisateur=request.user, aujourdhui=le)
    return _modifier(request, "parcours/mise_en_relation_update.html", mise, form)


@droit_requis(Droit.PLACER)
@require_POST
def mise_en_relation_delete(request, pk):
    """Take away a proposal noted by mistake; one that has steps or a hire stays."""
    mise = _mise(request, pk)
    if mise.etapes.exists() or mise.embauches.exists():
        messages.error(request, "Cette mise en relation a des étapes : retirez-les d’abord, ou notez « sans suite ».")
        return redirect("parcours:mise_en_relation_detail", pk)
    mise.delete()
    messages.success(request, "La proposition est retirée.")
    return redirect("parcours:personne_offres", mise.parcours.beneficiaire_id)


@droit_requis(Droit.PLACER)
@une_seule_fois
def etape_placement_create(request, pk):
    """Say what happened; `?etape=` proposes one."""
    mise, le = _mise(request, pk), timezone.localdate()
    etape = EtapeMiseEnRelation(mise_en_relation=mise, structure_id=mise.structure_id, auteur=request.user)
    demandee = request.GET.get("etape")
    initial = {"le": le, "etape": demandee if demandee in EtapePlacement.values else None}
    form = EtapePlacementForm(
        request.POST or None, instance=etape, initial=initial, utilisateur=request.user, aujourdhui=le
    )
    if form.is_valid():
        form.save()
        phrase = f"Noté : {etape.get_etape_display().lower()}."
        proposer_annulation(request, phrase, reverse("parcours:etape_placement_delete", args=[etape.pk]))
        return redirect("parcours:mise_en_relation_detail", pk)
    contexte = {"form": form, "mise": mise}
    return _page(request, "parcours/etape_placement_create.html", mise.parcours.beneficiaire, **contexte)


@droit_requis(Droit.PLACER)
@require_POST
def etape_placement_delete(request, pk):
    """Take away a step noted by mistake; its history stays."""
    etape = get_object_or_404(EtapeMiseEnRelation.objects.visibles_par(request.user), pk=pk)
    etape.delete()
    messages.success(request, "L’étape est retirée.")
    return redirect("parcours:mise_en_relation_detail", etape.mise_en_relation_id)


@droit_requis(Droit.PLACER)
@une_seule_fois
def embauche_create(request, pk):
    """The person is hired: the job, as the exit will propose it. The last post of an offer offers to close it."""
    mise = _mise(request, pk)
    if mise.embauches.exists():
        return redirect("parcours:mise_en_relation_detail", pk)
    embauche = Embauche(mise_en_relation=mise, structure_id=mise.structure_id, auteur=request.user)
    form = EmbaucheForm(request.POST or None, instance=embauche, initial=_selon_offre(mise), utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Embauche notée. La sortie du parcours la proposera.")
        return redirect("parcours:mise_en_relation_detail", pk)
    contexte = {"form": form, "mise": mise, "en_poste": en_poste(mise.parcours, timezone.localdate())}
    return _page(request, "parcours/embauche_create.html", mise.parcours.beneficiaire, **contexte)


@droit_requis(Droit.PLACER)
def embauche_update(request, pk):
    """Correct a hire."""
    embauche = _embauche(request, pk)
    form = EmbaucheUpdateForm(request.POST or None, instance=embauche, utilisateur=request.user)
    return _modifier(request, "parcours/embauche_update.html", embauche.mise_en_relation, form)


@droit_requis(Droit.PLACER)
@require_POST
def embauche_delete(request, pk):
    """Take away a hire noted by mistake; its history stays."""
    embauche = _embauche(request, pk)
    suite = reverse("parcours:mise_en_relation_detail", args=[embauche.mise_en_relation_id])
    supprimer(request, embauche, "L’embauche est retirée.", suite)
    return redirect(suite)


def _selon_offre(mise):
    if mise.offre is None:
        return {"poste": mise.poste}
    offre = mise.offre
    return {
        "poste": mise.poste or offre.intitule,
        "forme": FORMES.get(offre.contrat),
        "debut": offre.debut,
        "fin": offre.fin,
        "heures_hebdo": offre.heures_hebdo,
    }


def _firme_nommee(request):
    demandee = request.GET.get("entreprise", "")
    if not demandee.isdecimal() or len(demandee) > 18:
        return ""
    firme = Entreprise.objects.visibles_par(request.user).filter(pk=demandee).first()
    return firme.raison_sociale if firme else ""


def _personne(request, pk):
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return get_object_or_404(personnes, pk=pk)


def _mise(request, pk):
    return get_object_or_404(MiseEnRelation.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _embauche(request, pk):
    embauches = Embauche.objects.visibles_par(request.user)
    suivies = embauches.select_related("mise_en_relation__parcours__beneficiaire", "mise_en_relation__entreprise")
    return get_object_or_404(suivies, pk=pk)


@sans_ecraser
def _modifier(request, gabarit, mise, form):
    """Save a correction, show both versions when somebody was quicker, or show again what was typed."""
    if form.is_valid():
        form.save()
        messages.success(request, "Correction enregistrée.")
        return redirect("parcours:mise_en_relation_detail", mise.pk)
    return _page(request, gabarit, mise.parcours.beneficiaire, form=form, mise=mise)


def _page(request, gabarit, beneficiaire, **contexte):
    """A page about somebody's placement: written in the read journal when it is opened."""
    if request.method == "GET":
        consigner(request, "Mise en relation", beneficiaire.pk)
    form = contexte.get("form")
    contexte |= {
        "beneficiaire": _personne(request, beneficiaire.pk),
        "parcours": Parcours.objects.d_une_personne(beneficiaire).first(),
        "aujourdhui": timezone.localdate(),
        "onglet": "emploi",
    }
    return render(request, gabarit, contexte, status=422 if form and form.is_bound else 200)
