"""What was written by mistake about contracts and the PASS is taken back: two clicks, a POST, a trace."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_retour
from parcours.models import Avenant, Contrat, Prolongation, Suspension
from parcours.models.contrats import en_mots, nombre
from parcours.models.pass_iae import fin_effective


@droit_requis(Droit.ECRIRE_CONTRATS)
@require_POST
def contrat_delete(request, pk):
    """Take a contract back, unless a renewal, an avenant, a dossier, hours or the exit depend on it."""
    contrat = _verrouiller(request, Contrat, pk)
    return _retirer(request, contrat, contrat.parcours, lambda: _contrat_retire(contrat))


@droit_requis(Droit.ECRIRE_CONTRATS)
@require_POST
def avenant_delete(request, pk):
    """Take the last avenant of a contract back: its hours and its end are again what they were."""
    avenant = get_object_or_404(Avenant.objects.visibles_par(request.user), pk=pk)
    avenant.contrat = _verrouiller(request, Contrat, avenant.contrat_id)
    return _retirer(request, avenant, avenant.contrat.parcours, lambda: _avenant_retire(avenant))


@droit_requis(Droit.ECRIRE_CONTRATS)
@require_POST
def suspension_delete(request, pk):
    """Take a suspension back: the PASS ends that much sooner."""
    suspension = _verrouiller(request, Suspension, pk)
    return _retirer(request, suspension, suspension.parcours, lambda: _du_pass_retire(suspension, "La suspension"))


@droit_requis(Droit.ECRIRE_CONTRATS)
@require_POST
def prolongation_delete(request, pk):
    """Take the last prolongation back: the PASS ends again where it began."""
    prolongation = _verrouiller(request, Prolongation, pk)
    return _retirer(
        request, prolongation, prolongation.parcours, lambda: _du_pass_retire(prolongation, "La prolongation")
    )


def _verrouiller(request, modele, pk):
    """The row, that nobody else changes meanwhile; 404 for a stranger, and for a structure that employs nobody."""
    lignes = modele.objects.visibles_par(request.user).select_related("parcours__structure", "parcours__dispositif")
    objet = get_object_or_404(lignes.select_for_update(of=("self",)), pk=pk)
    if not objet.parcours.structure.emploie:
        raise Http404
    return objet


def _retirer(request, objet, parcours, retirer):
    """Say why it stays, or take it back: `retirer` answers what was, and what else changed by it."""
    if refus := objet.empechement():
        messages.error(request, refus)
        return redirect("parcours:contrat_list", parcours.pk)
    suite, pk = reverse("parcours:contrat_list", args=[parcours.pk]), objet.pk
    phrase, *touches = retirer()
    proposer_retour(request, phrase, *touches, (type(objet), pk), retour=suite)
    return redirect(suite)


def _contrat_retire(contrat):
    contrat.delete()
    fin = f" au {en_mots(contrat.date_fin)}" if contrat.date_fin else ""
    return (f"Le contrat {contrat.nom_court} du {en_mots(contrat.date_debut)}{fin} est retiré.",)


def _avenant_retire(avenant):
    contrat = avenant.retirer()
    revient = []
    if avenant.heures is not None and contrat.heures is not None:
        revient.append(f"{nombre(contrat.heures)} heures {contrat.get_unite_heures_display()}")
    if avenant.date_fin is not None and contrat.date_fin is not None:
        revient.append(f"une fin le {en_mots(contrat.date_fin)}")
    suite = f" : le contrat revient à {' et '.join(revient)}" if revient else ""
    return f"L’avenant au {en_mots(avenant.date_effet)} est retiré{suite}.", contrat


def _du_pass_retire(fait, nom):
    fait.delete()
    parcours = fait.parcours
    fin = fin_effective(
        parcours, Suspension.objects.du_parcours(parcours), Prolongation.objects.du_parcours(parcours)
    )
    suite = f" : le PASS finit le {en_mots(fin)}" if fin else ""
    return (f"{nom} du {en_mots(fait.date_debut)} au {en_mots(fait.date_fin)} est retirée{suite}.",)
