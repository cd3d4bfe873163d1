from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis, peut
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.isolation.historique import retablir
from insertion.jours import minuit
from insertion.models import AbsenceCollegue
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..forms.agenda import AbsenceForm, AbsenceUpdateForm

PAR_PAGE = 50


@droit_requis(Droit.OUVRIR)
def absence_list(request):
    """One's absences to come, and those of the team for who manages it."""
    absences = AbsenceCollegue.objects.visibles_par(request.user).modifiables_par(request.user)
    a_venir = absences.filter(fin__gt=minuit(timezone.localdate())).pour_liste()
    page = Paginator(a_venir, PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "pilotage/absence_list.html", {"page": page})


@droit_requis(Droit.OUVRIR)
@une_seule_fois
def absence_create(request):
    absence = AbsenceCollegue(structure_id=request.user.appartenance.structure_id, utilisateur=request.user)
    form = AbsenceForm(request.POST or None, instance=absence, **_pour(request))
    if form.is_valid():
        form.save()
        messages.success(request, "Absence notée.")
        return redirect("pilotage:absence_list")
    return render(request, "pilotage/absence_create.html", {"form": form}, status=422 if form.is_bound else 200)


@droit_requis(Droit.OUVRIR)
@sans_ecraser
def absence_update(request, pk):
    absence = _la_sienne(request, pk)
    form = AbsenceUpdateForm(request.POST or None, instance=absence, **_pour(request))
    if form.is_valid():
        form.save()
        messages.success(request, "Absence modifiée.")
        return redirect("pilotage:absence_list")
    contexte = {"form": form, "absence": absence}
    return render(request, "pilotage/absence_update.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.OUVRIR)
def absence_suppression(request, pk):
    _la_sienne(request, pk).delete()
    proposer_annulation(request, "Absence supprimée.", reverse("pilotage:absence_reprise", args=[pk]))
    return redirect("pilotage:absence_list")


@require_POST
@droit_requis(Droit.OUVRIR)
def absence_reprise(request, pk):
    """Undo « Supprimer », unless another absence took its days."""
    siennes = {} if peut(request.user, Droit.VOIR_EQUIPE) else {"utilisateur": request.user}
    try:
        with transaction.atomic():
            reprise = retablir(AbsenceCollegue, pk, **siennes)
    except IntegrityError:
        refuser_annulation(request, "Une autre absence a été notée à ces dates.")
    else:
        if reprise:
            messages.success(request, "Absence rétablie.")
        elif not AbsenceCollegue.objects.visibles_par(request.user).filter(pk=pk, **siennes).exists():
            raise Http404  # never there for them: a second click finds the one that came back
    return redirect("pilotage:absence_list")


def _la_sienne(request, pk):
    """The absence `pk`; a stranger finds nothing (404), a colleague may not change it (403)."""
    absences = AbsenceCollegue.objects.visibles_par(request.user).select_related("utilisateur")
    absence = get_object_or_404(absences, pk=pk)
    if not absence.modifiable_par(request.user):
        raise PermissionDenied
    return absence


def _pour(request):
    return {"utilisateur": request.user, "equipe": peut(request.user, Droit.VOIR_EQUIPE)}
