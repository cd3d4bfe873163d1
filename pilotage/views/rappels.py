from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis, peut
from insertion.gestes import proposer_annulation
from insertion.journal import consigner
from insertion.models import Utilisateur

from ..forms.rappels import CourrielReglageForm, ReportForm
from ..models import CourrielRappels, Depart, Rappel, Sourdine
from ..rappels import avec_intitules, en_lettres, grouper


@droit_requis(Droit.OUVRIR)
def rappel_list(request):
    """What asks for something, by due date; what was put off; the e-mail of today if it did not arrive."""
    aujourdhui = timezone.localdate()
    siens = Rappel.objects.visibles_par(request.user)
    actifs = siens.actifs().pour_liste()
    page = Paginator(actifs, 50).get_page(request.GET.get("page"))
    consigner(request, "Rappels")
    contexte = {
        "page": page,
        "nouveaux": _nouveaux(page.object_list, aujourdhui),
        "groupes": grouper(avec_intitules(page.object_list, request.user), aujourdhui),
        "reportes": siens.reportes().select_related("beneficiaire", "entreprise")[:50],
        "pauses": _pauses(request.user, aujourdhui),
        "depart": Depart.objects.prepares().filter(utilisateur=request.user).first(),
        "courriel": CourrielRappels.objects.visibles_par(request.user).a_signaler(aujourdhui).first(),
    }
    return render(request, "pilotage/rappel_list.html", contexte)


@require_POST
@droit_requis(Droit.OUVRIR)
def rappel_fait(request, pk):
    rappel = get_object_or_404(Rappel.objects.visibles_par(request.user), pk=pk)
    rappel.faire(timezone.now())
    proposer_annulation(request, f"Fait\u00a0: {rappel}", reverse("pilotage:rappel_reprise", args=[pk]))
    return redirect("pilotage:rappel_list")


@droit_requis(Droit.OUVRIR)
def rappel_report(request, pk):
    """Put a reminder off until a day, with the reason."""
    rappel = get_object_or_404(Rappel.objects.visibles_par(request.user).pour_liste(), pk=pk)
    form = ReportForm(
        request.POST or None, instance=rappel, aujourdhui=timezone.localdate(), utilisateur=request.user
    )
    if form.is_valid():
        rappel.reporter(rappel.reporte_au, rappel.report_motif, timezone.now())
        quand = en_lettres(rappel.reporte_au)
        phrase = f"Reporté au {quand}\u00a0: {rappel}"
        proposer_annulation(request, phrase, reverse("pilotage:rappel_reprise", args=[pk]))
        return redirect("pilotage:rappel_list")
    contexte = {"form": form, "rappel": rappel}
    return render(request, "pilotage/rappel_report.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.OUVRIR)
def rappel_reprise(request, pk):
    """Undo « Fait », or « Reporté »."""
    get_object_or_404(Rappel.objects.visibles_par(request.user), pk=pk).reprendre()
    return redirect("pilotage:rappel_list")


@require_POST
@droit_requis(Droit.OUVRIR)
def rappels_lus(request):
    Rappel.objects.visibles_par(request.user).non_lus().update(lu_at=timezone.now())
    return redirect("pilotage:rappel_list")


@droit_requis(Droit.OUVRIR)
def courriel_reglage(request):
    """The hour of one's own digest, or none at all; the same in every structure that one works for."""
    compte = Utilisateur.objects.get(pk=request.user.pk)
    form = CourrielReglageForm(request.POST or None, instance=compte, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "C’est noté pour vos prochains rappels.")
        return redirect("pilotage:rappel_list")
    return render(request, "pilotage/courriel_reglage.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.OUVRIR)
def courriel_renvoi(request, pk):
    """Somebody looked in their mailbox and it is not there: their word, not a machine's guess, sends it again."""
    courriel = get_object_or_404(CourrielRappels.objects.visibles_par(request.user), pk=pk)
    courriel.renvoyer()
    messages.success(request, "Le courriel repartira dans quelques minutes.")
    return redirect("pilotage:rappel_list")


def _nouveaux(rappels, le):
    """The ids of those that came on the day `le` and were not read; none when all did: the word would say nothing."""
    venus = {r.pk for r in rappels if r.lu_at is None and timezone.localdate(r.created_at) == le}
    return venus if len(venus) < len(rappels) else set()


def _pauses(utilisateur, le):
    """The people followed by `utilisateur` about whom nothing is asked now; None for a role that may not know."""
    if not peut(utilisateur, Droit.VOIR_SUIVI):
        return None
    siennes = Sourdine.objects.visibles_par(utilisateur).en_cours(le).du_referent(utilisateur)
    return siennes.pour_liste()[:50]
