"""The continuity note of one person, written by who leaves or by who answers for the team."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..departs import proposer
from ..forms.departs import PassationForm
from ..models import Depart, Passation


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
@sans_ecraser
def passation_update(request, pk, personne):
    """Write the note of one person, proposed from the file as long as nobody wrote it; then go to the next one."""
    depart = get_object_or_404(Depart.objects.visibles_par(request.user).select_related("utilisateur"), pk=pk)
    suivies = Beneficiaire.objects.visibles_par(request.user).confiees_a(depart.utilisateur_id).order_by("tri", "pk")
    if depart.est_transmis:
        messages.info(request, "Ce départ est transmis : la note est dans le fil de la personne.")
        return redirect("pilotage:depart_detail", pk=pk)
    beneficiaire = get_object_or_404(suivies, pk=personne)
    consigner(request, "note de continuité", personne)
    passation = depart.passations.filter(beneficiaire=personne).first() or Passation(
        structure_id=depart.structure_id, depart=depart, beneficiaire=beneficiaire
    )
    form = PassationForm(
        request.POST or None,
        instance=passation,
        utilisateur=request.user,
        initial={} if passation.note else {"note": proposer(depart, [personne], timezone.now())[personne]},
    )
    if form.is_valid():
        form.instance.auteur = request.user
        form.save()
        return redirect(_suite(request, depart, suivies))
    contexte = {"form": form, "depart": depart, "beneficiaire": beneficiaire, "proposee": not passation.note}
    return render(request, "pilotage/passation_update.html", contexte, status=422 if form.is_bound else 200)


def _suite(request, depart, suivies):
    """The next person without a note when the button asks for it, else the departure."""
    ecrites = depart.passations.exclude(note="").values("beneficiaire")
    suivante = suivies.exclude(pk__in=ecrites).first() if "suivante" in request.POST else None
    if suivante:
        return reverse("pilotage:passation_update", args=[depart.pk, suivante.pk])
    return f"{reverse('pilotage:depart_detail', args=[depart.pk])}#partage"
