"""« Approbations »: what waits for the decision of who answers for the structure, one queue a tab."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, reselect, reswap, retarget

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from insertion.travaux import sonner_apres_commit
from parcours.enums import StatutCandidature
from parcours.models import Candidature

from ..approbations import FILES, PRESSE, Renouvellements, a_etablir, files_de, sans_dossier
from ..forms.approbations import RenvoiForm
from ..tasks import recalculer_les_rappels

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
        "files": _comptes(request, le),
        "page": page,
        "lignes": ouverte.lignes(page.object_list, le),
        "gabarit": f"pilotage/_{ouverte.noms}.html",
        "aujourdhui": le,
        "bientot": le + PRESSE,
    }
    if file == Renouvellements.code:
        contexte["a_preparer"] = Paginator(sans_dossier(request.user, le), PAR_PAGE).get_page(1)
        contexte["a_etablir"] = Paginator(a_etablir(request.user), PAR_PAGE).get_page(1)
        candidatures = Candidature.objects.visibles_par(request.user).filter(statut__in=A_TRAITER)
        contexte["candidatures"] = candidatures.count()
    return render(request, "pilotage/approbation_list.html", contexte)


@droit_requis(Droit.APPROUVER)
@require_POST
def approbation(request, file, pk):
    """Approve; a second click finds it decided and changes nothing."""
    file, objet = _attendu(request, file, pk)
    phrase = file.approuver(objet, request.POST.get("vue", ""), request.user, timezone.now())
    return _repondu(request, file, objet, phrase, "Approuvé")


@droit_requis(Droit.APPROUVER)
def approbation_renvoi(request, file, pk):
    """Send back with what is to be looked at again: in its line with htmx, on a page without."""
    file, objet = _attendu(request, file, pk)
    (ligne,) = file.lignes([objet], timezone.localdate())
    form = RenvoiForm(request.POST or None, initial={"vue": ligne.vue})
    if form.is_valid():
        dit = form.cleaned_data
        fait = file.renvoyer(objet, dit["vue"], dit["motif"], request.user, timezone.now())
        return _repondu(request, file, objet, fait and file.renvoye.format(ligne.personne), "Renvoyé avec un mot")
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
    if not objet.rouvrir():
        refuser_annulation(request, file.suivi)
        return _a_relire(request, file)
    sonner_apres_commit(recalculer_les_rappels, structure_id=objet.structure_id)
    if request.htmx:
        return _suite(request, file, pk)
    messages.success(request, "Cela attend de nouveau votre décision.")
    return redirect(_liste(file))


def _repondu(request, file, objet, phrase, faite):
    """Say `phrase`, which can be taken back: under the line with htmx, which stays, on the list without. No `phrase`:
    somebody changed it meanwhile, it is read again."""
    if not phrase:
        messages.error(request, CHANGE)
        return _a_relire(request, file)
    sonner_apres_commit(recalculer_les_rappels, structure_id=objet.structure_id)
    reponse = _suite(request, file, objet.pk, faite) if request.htmx else None
    proposer_annulation(request, phrase, reverse(f"pilotage:{file.noms}_reprise", args=[objet.pk]), reponse)
    return reponse or redirect(_liste(file))


def _suite(request, file, pk, faite=""):
    """What stands under the line of `pk` from now on, and how many wait."""
    le, objet = timezone.localdate(), file.fiches(request.user).get(pk=pk)
    (ligne,) = file.lignes([objet], le)
    files = _comptes(request, le)
    reste = next(combien for une, _, combien in files if une == file)
    contexte = {"file": file, "ligne": ligne, "objet": objet, "faite": faite, "files": files, "reste": reste}
    return render(request, "pilotage/_approbation_suite.html", contexte)


def _a_relire(request, file):
    liste = reverse(_liste(file))
    return HttpResponseClientRedirect(liste) if request.htmx else redirect(liste)


def _comptes(request, le):
    """[(queue, its address, how many wait in it)] of the structure."""
    files = files_de(request.user.appartenance.structure)
    return [(une, reverse(_liste(une)), une.attendent(request.user, le).count()) for une in files]


def _attendu(request, code, pk):
    """(queue, what is decided); reading it leaves its trace."""
    file = FILES[code]
    objet = get_object_or_404(file.fiches(request.user), pk=pk)
    consigner(request, file.lu, file.personne(objet).pk)
    return file, objet


def _liste(file):
    return f"pilotage:{file.noms}_list"
