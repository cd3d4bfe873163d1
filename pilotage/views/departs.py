"""A colleague leaves: their departure is prepared on one screen, handed over in one click, taken back for a day."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.annulation import AnnulationImpossible
from insertion.droits import Droit, droit_requis, peut
from insertion.forms import pks
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from insertion.texte import de
from insertion.travaux import sonner_apres_commit

from ..departs import (
    TransmissionImpossible,
    annuler,
    bagage,
    confier,
    preparer,
    repartir,
    reprendre,
    restes_a_son_nom,
    transmettre,
)
from ..forms.departs import DepartForm, DepartUpdateForm
from ..models import Depart
from ..tasks import recalculer_les_rappels

RECENTS = 20
DEJA = "Ce départ est déjà transmis."


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def depart_list(request):
    """The departures in preparation, then the latest handed over."""
    departs = Depart.objects.visibles_par(request.user).pour_liste()[:RECENTS]
    le, maintenant = timezone.localdate(), timezone.now()
    lignes = [(depart, depart.en_retard(le), depart.annulable(maintenant)) for depart in departs]
    return render(request, "pilotage/depart_list.html", {"lignes": lignes})


@droit_requis(Droit.VOIR_EQUIPE)
@une_seule_fois
def depart_create(request):
    depart = Depart(structure_id=request.user.appartenance.structure_id, prepare_par=request.user)
    form = DepartForm(
        request.POST or None, instance=depart, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        preparer(form.save(commit=False))
        return redirect("pilotage:depart_detail", pk=depart.pk)
    return render(request, "pilotage/depart_create.html", {"form": form}, status=422 if form.is_bound else 200)


@droit_requis(Droit.VOIR_EQUIPE)
@sans_ecraser
def depart_update(request, pk):
    """Another last day."""
    depart = _depart(request, pk)
    if depart.est_transmis:
        return _deja_transmis(request, depart)
    form = DepartUpdateForm(
        request.POST or None, instance=depart, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        form.save()
        return redirect("pilotage:depart_detail", pk=pk)
    contexte = {"form": form, "depart": depart}
    return render(request, "pilotage/depart_update.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_safe
def depart_detail(request, pk):
    """All that the colleague carries and who takes it over; who leaves finds only their notes to write."""
    depart, maintenant = _depart(request, pk), timezone.now()
    consigner(request, "départ d’un collègue")
    contexte = {"depart": depart, "annulable": depart.annulable(maintenant)}
    if depart.est_transmis:
        contexte["passations"] = depart.passations.pour_liste()
        return render(request, "pilotage/depart_transmis.html", contexte)
    contexte |= {
        "bagage": bagage(depart, request.user, maintenant),
        "partage": peut(request.user, Droit.VOIR_EQUIPE),
        "en_retard": depart.en_retard(timezone.localdate(maintenant)),
    }
    return render(request, "pilotage/depart_detail.html", contexte)


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def depart_partage(request, pk):
    """Keep the share as it is on the screen, after the gesture of the button: tick, even out, hand over."""
    depart, maintenant = _depart(request, pk), timezone.now()
    if depart.est_transmis:
        return _deja_transmis(request, depart)
    porte = bagage(depart, request.user, maintenant)
    confier(depart, _partage(request.POST, porte))
    _garder_le_reste(depart, request.POST, porte)
    if request.POST.get("geste") == "transmettre":
        return _transmettre(request, depart, maintenant)
    return redirect(f"{reverse('pilotage:depart_detail', args=[pk])}#partage")


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def depart_abandon(request, pk):
    """Forget a preparation: nobody leaves after all. It comes back, notes included, as long as it is offered."""
    depart = _depart(request, pk)
    if depart.est_transmis:
        return _deja_transmis(request, depart)
    depart.delete()
    phrase = f"La préparation du départ {de(depart.utilisateur)} est abandonnée."
    proposer_annulation(request, phrase, reverse("pilotage:depart_reprise", args=[pk]))
    return redirect("pilotage:depart_list")


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def depart_reprise(request, pk):
    """Undo « Abandonner », unless another departure of the same colleague began meanwhile."""
    try:
        with transaction.atomic():
            repris = reprendre(pk)
    except IntegrityError:
        refuser_annulation(request, "Un autre départ de ce collègue est en préparation.")
        return redirect("pilotage:depart_list")
    if repris is None:
        raise Http404("Ce départ n’est pas à reprendre.")
    return redirect("pilotage:depart_detail", pk=pk)


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def depart_annulation(request, pk):
    """Take everything back; the preparation opens again as it was."""
    depart = _depart(request, pk)
    try:
        restees = annuler(pk, request.user, timezone.now())
    except AnnulationImpossible as refus:
        refuser_annulation(request, refus)
        return redirect("pilotage:depart_detail", pk=pk)
    sonner_apres_commit(recalculer_les_rappels, structure_id=depart.structure_id)
    consigner(request, "annulation d’un départ")
    messages.success(request, f"Tout est rendu à {depart.utilisateur} ; la préparation reste ouverte.")
    if restees:
        noms = ", ".join(str(personne) for personne in restees)
        messages.warning(request, f"Le référent a changé depuis, rien n’est touché pour : {noms}.")
    return redirect("pilotage:depart_detail", pk=pk)


def _depart(request, pk):
    departs = Depart.objects.visibles_par(request.user).select_related("utilisateur", "transmis_par", "structure")
    return get_object_or_404(departs, pk=pk)


def _deja_transmis(request, depart):
    messages.info(request, DEJA)
    return redirect("pilotage:depart_detail", pk=depart.pk)


def _transmettre(request, depart, maintenant):
    try:
        fait = transmettre(depart, request.user, maintenant)
    except TransmissionImpossible as refus:
        messages.error(request, str(refus))
        return redirect(f"{reverse('pilotage:depart_detail', args=[depart.pk])}#partage")
    sonner_apres_commit(recalculer_les_rappels, structure_id=fait.structure_id)
    consigner(request, "transmission d’un départ")
    adresse = reverse("pilotage:depart_annulation", args=[fait.pk])
    proposer_annulation(request, f"Les dossiers {de(fait.utilisateur)} sont transmis.", adresse)
    if noms := ", ".join(str(personne) for personne in restes_a_son_nom(fait, maintenant)):
        messages.warning(request, f"Dossier limité : les rendez-vous restent à son nom pour {noms}.")
    return redirect("pilotage:depart_detail", pk=fait.pk)


def _partage(donnees, porte):
    """{person: id of a colleague or None}: what the lists change, then what the button asks of the people ticked.

    What this screen left as it was shown (`avant-…`) is as a colleague may have made it meanwhile.
    """
    possibles = {repreneur.utilisateur.pk for repreneur in porte.repreneurs}
    partage = {p.personne.pk: p.vers_id if p.vers_id in possibles else None for p in porte.portees}
    for pk in partage:
        if (choisi := donnees.get(f"vers-{pk}", "")) != donnees.get(f"avant-{pk}"):
            partage[pk] = _possible(choisi, possibles)
    cochees = set(pks(donnees.getlist("personne"))) & partage.keys()
    if donnees.get("geste") == "confier":
        vers = _possible(donnees.get("tous_vers", ""), possibles)
        partage |= dict.fromkeys(cochees, vers) if vers else {}
    elif donnees.get("geste") == "repartir":
        restantes = cochees or {pk for pk, vers in partage.items() if vers is None} or partage.keys()
        partage |= repartir(porte, partage, restantes)
    return partage


def _garder_le_reste(depart, donnees, porte):
    """Who takes over the ateliers and the firms, and which appointments are left to rebook."""
    possibles = {repreneur.utilisateur.pk for repreneur in porte.repreneurs}
    attendus = {attendu.rendez_vous.pk for attendu in porte.attendus if not attendu.rendez_vous.avec}
    if (choisi := donnees.get("reste_a", "")) != donnees.get("avant-reste_a"):
        depart.reste_a_id = _possible(choisi, possibles)
    coches, avant = set(pks(donnees.getlist("a_reprendre"))), {pk for pk in attendus if f"avant-rdv-{pk}" in donnees}
    depart.a_reprendre = sorted(attendus & (set(depart.a_reprendre) - (avant - coches) | (coches - avant)))
    depart.save(update_fields=["reste_a", "a_reprendre"])


def _possible(choisi, possibles):
    """The id chosen when it is one of `possibles`, else None."""
    return next((pk for pk in pks([choisi]) if pk in possibles), None)
