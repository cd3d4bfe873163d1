"""« Approbations »: what waits for the decision of who answers for the structure, one queue a tab."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reselect, reswap, retarget

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from parcours.enums import StatutCandidature
from parcours.models import Candidature

from ..approbations import FILES, Renouvellements, files_de, sans_dossier
from ..forms.approbations import RenvoiForm

PAR_PAGE = 50
CHANGE = "Ce dossier a été décidé ou modifié entre-temps. Relisez-le : rien n’a été enregistré."
A_TRAITER = (StatutCandidature.NOUVELLE, StatutCandidature.A_L_ETUDE)


@droit_requis(Droit.APPROUVER)
@require_safe
def approbation_list(request, file):
    """One queue, how many wait in the others; the first one where no contract is signed is that of the plans."""
    le, files = timezone.localdate(), files_de(request.user.appartenance.structure)
    if FILES[file] not in files:
        return redirect(_liste(files[0]))
    ouverte = FILES[file]
    page = Paginator(ouverte.attendent(request.user, le), PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "Approbations")
    contexte = {
        "file": ouverte,
        "files": [(f, reverse(_liste(f)), f.attendent(request.user, le).count()) for f in files],
        "page": page,
        "lignes": ouverte.lignes(page.object_list, le),
        "gabarit": f"pilotage/_{ouverte.noms}.html",
    }
    if file == Renouvellements.code:
        contexte["a_preparer"] = Paginator(sans_dossier(request.user, le), PAR_PAGE).get_page(1)
        candidatures = Candidature.objects.visibles_par(request.user).filter(statut__in=A_TRAITER)
        contexte["candidatures"] = candidatures.count()
    return render(request, "pilotage/approbation_list.html", contexte)


@droit_requis(Droit.APPROUVER)
@require_POST
def approbation(request, file, pk):
    """Approve; a second click finds it decided and changes nothing."""
    file, objet = _attendu(request, file, pk)
    if phrase := file.approuver(objet, request.POST.get("vue", ""), request.user, timezone.now()):
        proposer_annulation(request, phrase, reverse(f"pilotage:{file.noms}_reprise", args=[pk]))
    else:
        messages.error(request, CHANGE)
    return redirect(_liste(file))


@droit_requis(Droit.APPROUVER)
def approbation_renvoi(request, file, pk):
    """Send back with what is to be looked at again: in its line with htmx, on a page without."""
    file, objet = _attendu(request, file, pk)
    (ligne,) = file.lignes([objet], timezone.localdate())
    form = RenvoiForm(request.POST or None, initial={"vue": ligne.vue})
    if form.is_valid():
        if file.renvoyer(objet, form.cleaned_data["vue"], form.cleaned_data["motif"], request.user, timezone.now()):
            reprise = reverse(f"pilotage:{file.noms}_reprise", args=[pk])
            proposer_annulation(request, file.renvoye.format(ligne.personne), reprise)
        else:
            messages.error(request, CHANGE)
        return redirect(_liste(file))
    contexte = {"form": form, "ligne": ligne, "adresse": request.path, "retour_url": reverse(_liste(file))}
    reponse = render(request, "pilotage/approbation_renvoi.html", contexte, status=422 if form.is_bound else 200)
    if request.htmx and form.is_bound:
        return reswap(reselect(retarget(reponse, "#renvoi"), "#renvoi"), "outerHTML")
    return reponse


@droit_requis(Droit.APPROUVER)
@require_POST
def approbation_reprise(request, file, pk):
    """Undo: it waits again, unless something followed."""
    file, objet = _attendu(request, file, pk)
    if objet.rouvrir():
        messages.success(request, "Cela attend de nouveau votre décision.")
    else:
        refuser_annulation(request, file.suivi)
    return redirect(_liste(file))


def _attendu(request, code, pk):
    """(queue, what is decided); reading it leaves its trace."""
    file = FILES[code]
    objet = get_object_or_404(file.fiches(request.user), pk=pk)
    consigner(request, file.lu, file.personne(objet).pk)
    return file, objet


def _liste(file):
    return f"pilotage:{file.noms}_list"
