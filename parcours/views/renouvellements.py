from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.enums import GenreAppreciation
from beneficiaires.models import Desaccord
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from parcours.enums import GenreProduction
from parcours.forms.renouvellements import RenouvellementForm
from parcours.models import Contrat, Observation, Renouvellement
from parcours.productions import demander
from parcours.tasks import produire

from .contrats import saisir


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def renouvellement_create(request, pk):
    """Open the dossier of a contract that ends; a contract has one, so a second call leads to the first."""
    contrat = get_object_or_404(Contrat.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    if not contrat.parcours.structure.emploie:
        raise Http404
    if ouvert := contrat.dossiers.first():
        return redirect("parcours:renouvellement_update", ouvert.pk)
    dossier = Renouvellement(contrat=contrat, structure_id=contrat.structure_id, auteur=request.user)
    initial = {"date": timezone.localdate(), "duree_proposee_mois": contrat.parcours.dispositif.duree_contrat_mois}
    form = RenouvellementForm(request.POST or None, instance=dossier, initial=initial, utilisateur=request.user)
    return _dossier(request, form, "parcours/renouvellement_create.html")


@droit_requis(Droit.ECRIRE_SUIVI)
def renouvellement_update(request, pk):
    """Complete the dossier: read it again, decide, note the signatures."""
    form = RenouvellementForm(request.POST or None, instance=_charger(request, pk), utilisateur=request.user)
    return _dossier(request, form, "parcours/renouvellement_update.html")


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@require_POST
@une_seule_fois
def renouvellement_impression(request, pk):
    """Ask for the PDF to sign."""
    dossier = _charger(request, pk)
    beneficiaire = dossier.contrat.parcours.beneficiaire
    production = demander(
        beneficiaire, genre=GenreProduction.RENOUVELLEMENT, objet_id=pk, par=request.user, tache=produire
    )
    consigner(request, "document demandé : dossier de renouvellement", beneficiaire.pk)
    return redirect("parcours:production_detail", production.pk)


def _charger(request, pk):
    dossier = get_object_or_404(Renouvellement.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    if not dossier.contrat.parcours.structure.emploie:
        raise Http404
    return dossier


def _dossier(request, form, gabarit):
    contrat = form.instance.contrat
    observations = Observation.objects.filter(parcours=contrat.parcours_id, date__date__gte=contrat.date_debut)
    contexte = {
        "contrat": contrat,
        "dossier": form.instance,
        "desaccords": Desaccord.objects.sur(GenreAppreciation.RENOUVELLEMENT, [form.instance.pk]),
        "observations": observations.select_related("auteur").order_by("-date")[:5],
    }
    reponse = saisir(request, form, contrat.parcours, gabarit, "Dossier de renouvellement enregistré.", **contexte)
    if reponse.status_code == 302:
        return redirect("parcours:renouvellement_update", form.instance.pk)
    return reponse
