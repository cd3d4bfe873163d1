from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.views.personnes import contexte_de_fiche, fiche
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.models import AlerteLecture

from ..forms.journal import JournalForm
from ..journal.evenements import journal, par_jour

PAR_PAGE = 50


@droit_requis(Droit.VOIR_JOURNAL)
def personne_journal(request, pk):
    """Who read and who changed the file of somebody, day by day; never what a colleague does in general.

    An address that does not say what opens on the readings, which the changes of one day would bury.
    """
    beneficiaire = fiche(request, pk)
    consigner(request, "qui a consulté, qui a modifié", pk)
    form = JournalForm({"quoi": "lectures"} | request.GET.dict(), structure_id=beneficiaire.structure_id)
    page = Paginator(journal(pk, **form.criteres()), PAR_PAGE).get_page(request.GET.get("page"))
    contexte = contexte_de_fiche(beneficiaire) | {"form": form, "page": page, "jours": par_jour(list(page))}
    contexte["onglet"] = ""
    contexte["mois"] = request.user.appartenance.structure.journal_mois
    return render(request, "pilotage/personne_journal.html", contexte)


@require_POST
@droit_requis(Droit.VOIR_JOURNAL)
def alerte_vue(request, pk):
    """Say that an alert was looked at: it leaves the page of the team, and stays in the table."""
    alerte = get_object_or_404(AlerteLecture.objects.visibles_par(request.user).a_voir(), pk=pk)
    alerte.voir(request.user, timezone.now())
    return redirect("pilotage:file_active_list")
