"""« Approbations »: what waits for the decision of who answers for the structure."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reselect, reswap, retarget

from insertion.annulation import proposer_annulation
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from parcours.enums import StatutCandidature
from parcours.models import Candidature, Renouvellement

from ..approbations import dossiers, sans_dossier
from ..forms.approbations import RenvoiForm

PAR_PAGE = 50
CHANGE = "Ce dossier a été décidé ou modifié entre-temps. Relisez-le : rien n’a été enregistré."
A_TRAITER = (StatutCandidature.NOUVELLE, StatutCandidature.A_L_ETUDE)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def approbation_list(request):
    """The renewals to decide, the contracts whose dossier is not ready, how many applications wait."""
    le = timezone.localdate()
    page = Paginator(dossiers(request.user), PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "Approbations")
    contexte = {
        "page": page,
        "lignes": [(dossier, dossier.peut_etre_approuve(le)) for dossier in page.object_list],
        "a_preparer": Paginator(sans_dossier(request.user, le), PAR_PAGE).get_page(1),
        "candidatures": Candidature.objects.visibles_par(request.user).filter(statut__in=A_TRAITER).count(),
    }
    return render(request, "pilotage/approbation_list.html", contexte)


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def approbation(request, pk):
    """Decide a renewal as the team advises; a second click finds it decided and changes nothing."""
    dossier = _dossier(request, pk)
    if dossier.approuver(_version(request), timezone.localdate()):
        consigner(request, "Renouvellement approuvé", dossier.contrat.parcours.beneficiaire_id)
        phrase = f"{dossier.contrat.parcours.beneficiaire} : {dossier.decision_conseillee.label.lower()}."
        proposer_annulation(request, phrase, reverse("pilotage:approbation_reprise", args=[pk]))
    else:
        messages.error(request, CHANGE)
    return redirect("pilotage:approbation_list")


@droit_requis(Droit.VOIR_EQUIPE)
def approbation_renvoi(request, pk):
    """Send a dossier back with what is to be looked at again: in its line with htmx, on a page without."""
    dossier = _dossier(request, pk)
    form = RenvoiForm(request.POST or None, instance=dossier, utilisateur=request.user)
    if form.is_valid():
        motif, version = form.cleaned_data["renvoi_motif"], form.cleaned_data["version"]
        if dossier.renvoyer(version, motif, timezone.localdate()):
            consigner(request, "Renouvellement renvoyé", dossier.contrat.parcours.beneficiaire_id)
            phrase = f"Dossier de {dossier.contrat.parcours.beneficiaire} renvoyé à l’équipe."
            proposer_annulation(request, phrase, reverse("pilotage:approbation_reprise", args=[pk]))
        else:
            messages.error(request, CHANGE)
        return redirect("pilotage:approbation_list")
    consigner(request, "Dossier de renouvellement", dossier.contrat.parcours.beneficiaire_id)
    contexte = {"form": form, "dossier": dossier}
    reponse = render(request, "pilotage/approbation_renvoi.html", contexte, status=422 if form.is_bound else 200)
    if request.htmx and form.is_bound:
        return reswap(reselect(retarget(reponse, "#renvoi"), "#renvoi"), "outerHTML")
    return reponse


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def approbation_reprise(request, pk):
    """Undo: the dossier waits again, unless a contract followed."""
    dossier = _dossier(request, pk)
    if dossier.rouvrir():
        messages.success(request, "Le dossier attend de nouveau votre décision.")
    else:
        messages.error(request, "Un contrat a suivi depuis : la décision reste.")
    return redirect("pilotage:approbation_list")


def _dossier(request, pk):
    return get_object_or_404(Renouvellement.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _version(request):
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() and len(version) < 10 else None
