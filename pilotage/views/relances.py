"""The référents of people chosen in the list are asked for news of them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.annulation import DELAI
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.travaux import sonner_apres_commit

from ..file_active.choix import choisies, oublier, tous
from ..file_active.relance import demander
from ..forms.file_active import RelanceForm
from ..models import Relance
from ..tasks import recalculer_les_rappels
from .file_active import lire, liste, requete


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
@une_seule_fois
def relance_create(request):
    """Put a reminder on the référents of the people ticked, or of everybody that the address finds (`tous`)."""
    filtre = lire(request)
    personnes = choisies(request, filtre)
    form = RelanceForm(request.POST, utilisateur=request.user)
    if not personnes:
        messages.warning(request, "Cochez au moins une personne.")
        return redirect(liste(request))
    if not form.is_valid():
        contexte = {"form": form, "personnes": personnes, "requete": requete(request), "tous": tous(request)}
        return render(request, "pilotage/relance_create.html", contexte, status=422)
    demande = demander(request.user, personnes, form.cleaned_data["mot"], filtre.aujourdhui)
    oublier(request)
    consigner(request, "relances demandées")
    if not demande.faites:
        messages.info(request, "Une relance est déjà demandée pour ces personnes, sans contact depuis.")
        return redirect("pilotage:file_active_list")
    sonner_apres_commit(recalculer_les_rappels, structure_id=request.user.appartenance.structure_id)
    proposer_annulation(request, str(demande), reverse("pilotage:relance_annulation", args=[demande.lot]))
    if demande.sans_referent:
        messages.warning(request, f"{demande.sans_referent} sans référent à prévenir : confiez d’abord ces dossiers.")
    return redirect("pilotage:file_active_list")


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def relance_annulation(request, lot):
    """Take back all that was asked in one go; the reminders go with it."""
    siennes = Relance.objects.visibles_par(request.user).filter(lot=lot, created_at__gte=timezone.now() - DELAI)
    nombre, _ = siennes.delete()
    if not nombre:
        raise Http404("Ces relances n’existent plus.")
    sonner_apres_commit(recalculer_les_rappels, structure_id=request.user.appartenance.structure_id)
    messages.success(request, "Relances annulées.")
    return redirect("pilotage:file_active_list")
