from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.logement import EtapeLogementForm, EtapeLogementUpdateForm
from ..logement import chemin
from ..models import EtapeLogement, Parcours


@droit_requis(Droit.VOIR_DIAGNOSTIC)
def logement_detail(request, pk):
    """The path of somebody towards a home: a picture, and the same in a table."""
    contexte = _entete(request, pk)
    etapes = list(contexte["beneficiaire"].etapes_logement.all())
    consigner(request, "Logement", pk)
    contexte |= {"etapes": list(reversed(etapes)), "chemin": chemin(etapes, timezone.localdate())}
    return render(request, "parcours/logement_detail.html", contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def etape_logement_create(request, pk):
    """Add a step; the one that lasts must end first (the database refuses an overlap)."""
    contexte = _entete(request, pk)
    beneficiaire = contexte["beneficiaire"]
    etape = EtapeLogement(beneficiaire=beneficiaire, structure_id=beneficiaire.structure_id)
    form = EtapeLogementForm(
        request.POST or None, instance=etape, initial={"debut": timezone.localdate()}, utilisateur=request.user
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Étape enregistrée.")
        return redirect("parcours:logement_detail", pk)
    contexte |= {"form": form}
    return render(request, "parcours/etape_logement_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def etape_logement_update(request, pk):
    """Correct or end a step."""
    etape = get_object_or_404(EtapeLogement.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    contexte = _entete(request, etape.beneficiaire_id)
    form = EtapeLogementUpdateForm(request.POST or None, instance=etape, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Étape enregistrée.")
        return redirect("parcours:logement_detail", etape.beneficiaire_id)
    contexte |= {"form": form, "etape": etape}
    return render(request, "parcours/etape_logement_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def etape_logement_delete(request, pk):
    """Take away a step noted by mistake; its history stays."""
    etape = get_object_or_404(EtapeLogement.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    suite = reverse("parcours:logement_detail", args=[etape.beneficiaire_id])
    supprimer(request, etape, "L’étape est retirée.", suite)
    return redirect(suite)


def _entete(request, pk):
    """The header; 404 where the structure does not follow the housing of people."""
    if not request.user.appartenance.structure.heberge:
        raise Http404
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    beneficiaire = get_object_or_404(personnes, pk=pk)
    return {
        "beneficiaire": beneficiaire,
        "parcours": Parcours.objects.d_une_personne(beneficiaire).first(),
        "aujourdhui": timezone.localdate(),
        "onglet": "logement",
    }
