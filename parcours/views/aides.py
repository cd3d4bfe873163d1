from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from entreprises.models import DispositifLocal, Partenaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import EtatAide, GenreProduction
from ..forms.aides import AideCreateForm, AideUpdateForm, EtapeAideForm, EtapeAideUpdateForm
from ..models import AideFinanciere, EtapeAide
from ..models.aides import AVANT_ENVOI
from ..productions import demander
from ..reseau import aide_demandee, fiche_nommee, rappel
from ..tasks import produire
from .appuis import entete, formulaire, parcours_de, personne


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def aide_create(request, pk):
    """Ask for money for somebody, with what the network says of the scheme when the address names one."""
    parcours, le = parcours_de(request, pk), timezone.localdate()
    aide = AideFinanciere(parcours=parcours, structure_id=parcours.structure_id, auteur=request.user, date=le)
    choisie = aide.fiche = fiche_nommee(DispositifLocal, request.user, request.GET.get("dispositif", ""))
    initial = aide_demandee(choisie) if choisie else {}
    form = AideCreateForm(
        request.POST or None, instance=aide, initial=initial, utilisateur=request.user, aujourdhui=le
    )
    if form.is_valid():
        form.save()
        attend = form.cleaned_data.get("avec_accord")
        suite = "Elle attend l’accord de votre responsable." if attend else "Vous pouvez imprimer le courrier."
        messages.success(request, f"La demande est enregistrée. {suite}")
        return redirect("parcours:aide_detail", aide.pk)
    plus = rappel(choisie, parcours.beneficiaire, le)
    return formulaire(request, "parcours/aide_create.html", parcours, form, organismes=_organismes(request), **plus)


@droit_requis(Droit.VOIR_SUIVI)
def aide_detail(request, pk):
    """One request: what was asked, each step since, what is still missing."""
    aide = _aide(request, pk)
    beneficiaire = personne(request, aide.parcours.beneficiaire_id)
    consigner(request, "Demande d’aide", beneficiaire.pk)
    return render(request, "parcours/aide_detail.html", entete(beneficiaire, aide.parcours) | {"aide": aide})


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def aide_update(request, pk):
    """Correct what was asked, or the words of the letter."""
    aide = _aide(request, pk)
    form = AideUpdateForm(
        request.POST or None, instance=aide, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        return redirect("parcours:aide_detail", pk)
    organismes = _organismes(request)
    return formulaire(request, "parcours/aide_update.html", aide.parcours, form, aide=aide, organismes=organismes)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def etape_aide_create(request, pk):
    """Say what became of a request."""
    aide, le = _aide(request, pk), timezone.localdate()
    etape = EtapeAide(aide=aide, structure_id=aide.structure_id, auteur=request.user, date=le)
    initial = {"pieces": "\n".join(aide.pieces_manquantes), "etat": _etat_attendu(aide)}
    form = EtapeAideForm(
        request.POST or None, instance=etape, initial=initial, utilisateur=request.user, aujourdhui=le
    )
    if form.is_valid():
        form.save()
        return redirect("parcours:aide_detail", pk)
    return formulaire(request, "parcours/etape_aide_create.html", aide.parcours, form, aide=aide)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def etape_aide_update(request, pk):
    """Correct a step: an amount, the day of the payment. What was agreed between colleagues is not corrected."""
    etapes = EtapeAide.objects.visibles_par(request.user).select_related("aide__parcours__beneficiaire")
    etapes = etapes.exclude(etat__in=AVANT_ENVOI)
    etape = get_object_or_404(etapes, pk=pk)
    form = EtapeAideUpdateForm(
        request.POST or None, instance=etape, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        return redirect("parcours:aide_detail", etape.aide_id)
    return formulaire(request, "parcours/etape_aide_update.html", etape.aide.parcours, form, aide=etape.aide)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
@une_seule_fois
def aide_accord(request, pk):
    """Ask again for the agreement, once what was to be looked at again is done."""
    aide = _aide(request, pk)
    if aide.etat_actuel == EtatAide.A_REVOIR:
        aide.soumettre(request.user, timezone.localdate())
        consigner(request, "Demande d’aide", aide.parcours.beneficiaire_id)
        messages.success(request, "La demande attend de nouveau l’accord de votre responsable.")
    return redirect("parcours:aide_detail", pk)


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@require_POST
@une_seule_fois
def aide_courrier(request, pk):
    """Have the letter of a request made."""
    aide = _aide(request, pk)
    production = demander(
        aide.parcours.beneficiaire,
        genre=GenreProduction.DEMANDE_AIDE,
        objet_id=aide.pk,
        par=request.user,
        tache=produire,
    )
    consigner(request, "document demandé : demande d’aide", aide.parcours.beneficiaire_id)
    return redirect("parcours:production_detail", production.pk)


def _aide(request, pk):
    return get_object_or_404(AideFinanciere.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _etat_attendu(aide):
    """What is noted most often after the agreement: the fund has it, whole or not."""
    if aide.etat_actuel != EtatAide.A_ENVOYER:
        return None
    return EtatAide.INCOMPLETE if aide.pieces_manquantes else EtatAide.INSTRUCTION


def _organismes(request):
    return Partenaire.objects.visibles_par(request.user).actifs().values_list("nom", flat=True).distinct()
