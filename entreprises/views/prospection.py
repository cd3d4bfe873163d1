"""« À appeler aujourd’hui », and a call logged in two taps."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.saisie_unique import une_seule_fois

from ..enums import ResultatEchange
from ..forms.appels import AppelForm
from ..models import Echange, Entreprise, Offre
from ..prospection import a_rappeler, appels, en_sommeil, offres_a_relancer

PAR_PAGE = 50
#: Firms that sleep shown at once: nobody calls more in a day.
DORMANTES = 10


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def prospection(request):
    """Calls promised, offers about to expire, partners that sleep; firms that hire come from the floor above."""
    aujourdhui = timezone.localdate()
    visibles = Entreprise.objects.visibles_par(request.user)
    page = Paginator(a_rappeler(visibles, aujourdhui), PAR_PAGE).get_page(request.GET.get("page"))
    dormantes = en_sommeil(visibles, aujourdhui)
    contexte = {
        "page": page,
        "a_rappeler": appels((f, _promis(f.rappeler_le, aujourdhui), None) for f in page.object_list),
        "a_relancer": appels(offres_a_relancer(Offre.objects.visibles_par(request.user), aujourdhui)),
        "dormantes": appels((f, _depuis(f), None) for f in dormantes[:DORMANTES]),
        "resultats": ResultatEchange.choices,
    }
    return render(request, "entreprises/prospection.html", contexte)


def _promis(jour, aujourdhui):
    if jour == aujourdhui:
        return "Appel promis pour aujourd’hui"
    jours = (aujourdhui - jour).days
    return f"Appel promis pour le {jour:%d/%m}, il y a {jours}\N{NO-BREAK SPACE}jour{'s' if jours > 1 else ''}"


def _depuis(entreprise):
    return f"Plus de nouvelles depuis le {entreprise.dernier_signe_le:%d/%m/%Y}"


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def appel_create(request, pk):
    """Log a call with its result; the line says that it is noted, and « Annuler » takes it back."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    echange = Echange(entreprise=entreprise, structure_id=entreprise.structure_id, auteur=request.user)
    form = AppelForm(request.POST or None, instance=echange, initial=_initial(request), utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        return _noter(request, form.save())
    if request.htmx and form.is_bound:
        contexte = {"entreprise": entreprise, "form": form}
        return render(request, "entreprises/_appel_refuse.html", contexte, status=422)
    contexte = {"entreprise": entreprise, "form": form, "retour": reverse("entreprises:prospection")}
    return render(request, "entreprises/appel_create.html", contexte, status=422 if form.is_bound else 200)


def _initial(request):
    return {nom: request.GET[nom] for nom in ("campagne", "evenement", "objet", "mode") if request.GET.get(nom)}


def _noter(request, echange):
    phrase, retour = f"{echange.entreprise} : noté.", reverse("entreprises:appel_annulation", args=[echange.pk])
    if request.htmx:
        response = render(request, "entreprises/_appel_note.html", {"echange": echange})
        return proposer_annulation(request, phrase, retour, response)
    proposer_annulation(request, phrase, retour)
    return redirect(d_ou_vient(echange))


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def appel_annulation(request, pk):
    """Take back a call that one has just logged: one's own, of the same day; its history stays."""
    siens = Echange.objects.visibles_par(request.user).filter(auteur=request.user, date__date=timezone.localdate())
    echange = get_object_or_404(siens, pk=pk)
    suite = d_ou_vient(echange)
    echange.delete()
    messages.success(request, "L’échange est retiré.")
    return redirect(suite)


def d_ou_vient(echange):
    """The page whose list the exchange was logged from."""
    if echange.campagne_id:
        return reverse("entreprises:campagne_detail", args=[echange.campagne_id])
    if echange.evenement_id:
        return reverse("entreprises:evenement_detail", args=[echange.evenement_id])
    return reverse("entreprises:prospection")
