import uuid
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.journal import consigner
from insertion.recherche_scellee import ouvrir, recherche_scellee
from insertion.saisie_unique import une_seule_fois
from parcours.models import Passage

#: How many people are proposed: those who came lately, or those whom the search finds.
PROPOSEES = 50
RECENT = timedelta(days=30)


@droit_requis(Droit.MODIFIER_PERSONNES)
@recherche_scellee
def passage_list(request):
    """Who came by today: one tap for somebody known, one for somebody who gives no name (metier.md §1 row 3)."""
    aujourdhui = timezone.localdate()
    passages = list(Passage.objects.visibles_par(request.user).du_jour(aujourdhui))
    venus = {p.beneficiaire_id for p in passages if p.beneficiaire_id}
    recherche = ouvrir(request.GET.get("q", "")).replace("\x00", "").strip()[:80]
    consigner(request, "Passages du jour")
    contexte = {
        "aujourdhui": aujourdhui,
        "passages": [p for p in passages if p.beneficiaire_id],
        "anonymes": sum(p.beneficiaire_id is None for p in passages),
        "total": len(passages),
        "proposees": list(_proposees(request.user, recherche, aujourdhui).exclude(pk__in=venus)[:PROPOSEES]),
        "recherche": recherche,
        "soumission": uuid.uuid4(),
    }
    return render(request, "parcours/passage_list.html", contexte)


def _proposees(utilisateur, recherche, aujourdhui):
    """People found, else those who came in the last month, in the order of their names."""
    visibles = Beneficiaire.objects.visibles_par(utilisateur)
    if recherche:
        return visibles.cherche(recherche)
    recents = Passage.objects.filter(date__gte=aujourdhui - RECENT, beneficiaire__isnull=False)
    return visibles.filter(pk__in=recents.values("beneficiaire")).order_by("tri", "pk")


@require_POST
@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def passage_create(request):
    """One tap: somebody came by; without a person it only counts. Twice the same person in a day is once."""
    aujourdhui, personne = timezone.localdate(), request.POST.get("beneficiaire", "")
    if not personne:
        passage = Passage.objects.create(date=aujourdhui, note_par=request.user)
        phrase, nouveau = "Un passage sans nom compté.", True
    else:
        visibles = Beneficiaire.objects.visibles_par(request.user)
        beneficiaire = get_object_or_404(visibles, pk=int(personne) if personne.isdecimal() else 0)
        passage, nouveau = Passage.objects.get_or_create(
            beneficiaire=beneficiaire, date=aujourdhui, defaults={"note_par": request.user}
        )
        phrase = f"Passage de {beneficiaire} noté." if nouveau else f"{beneficiaire} est déjà noté·e aujourd’hui."
    if nouveau:
        proposer_annulation(request, phrase, reverse("parcours:passage_delete", args=[passage.pk]))
    else:
        messages.info(request, phrase)
    return redirect("parcours:passage_list")


@require_POST
@droit_requis(Droit.MODIFIER_PERSONNES)
def passage_delete(request, pk):
    """Take back a tap of today; yesterday's count is closed."""
    passages = Passage.objects.visibles_par(request.user).filter(date=timezone.localdate())
    get_object_or_404(passages, pk=pk).delete()
    messages.success(request, "Passage retiré.")
    return redirect("parcours:passage_list")
