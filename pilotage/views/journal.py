from django.core.paginator import Paginator
from django.shortcuts import render

from beneficiaires.views.personnes import contexte_de_fiche, fiche
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..forms.journal import JournalForm
from ..journal.evenements import journal, par_jour

PAR_PAGE = 50


@droit_requis(Droit.VOIR_JOURNAL)
def personne_journal(request, pk):
    """Who read and who changed the file of somebody, day by day; never what a colleague does in general."""
    beneficiaire = fiche(request, pk)
    consigner(request, "qui a consulté, qui a modifié", pk)
    form = JournalForm(request.GET, structure_id=beneficiaire.structure_id)
    page = Paginator(journal(pk, **form.criteres()), PAR_PAGE).get_page(request.GET.get("page"))
    contexte = contexte_de_fiche(beneficiaire) | {"form": form, "page": page, "jours": par_jour(list(page))}
    contexte["mois"] = request.user.appartenance.structure.journal_mois
    return render(request, "pilotage/personne_journal.html", contexte)
