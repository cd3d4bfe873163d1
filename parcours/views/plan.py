from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.annulation import proposer_annulation
from insertion.droits import Droit, droit_requis
from insertion.forms import Perime
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from parcours.enums import EtatAction
from parcours.forms.plan import ActionForm, ActionUpdateForm, EtatActionForm, ObjectifForm, ObjectifUpdateForm
from parcours.models import Action, Objectif, Parcours
from parcours.tableau import colonnes, engagements

PHRASES = {
    EtatAction.A_FAIRE: "« {} » est à faire.",
    EtatAction.EN_COURS: "« {} » est en cours.",
    EtatAction.FAIT: "« {} » est faite.",
    EtatAction.ABANDONNE: "« {} » est abandonnée.",
}


@droit_requis(Droit.VOIR_PARCOURS)
def plan_detail(request, pk):
    """The board: objectifs, and who does what by when."""
    parcours = _parcours(request, pk)
    consigner(request, "Plan d’action", parcours.beneficiaire_id)
    return render(request, "parcours/plan_detail.html", _entete(request, parcours) | {"colonnes": colonnes(parcours)})


@droit_requis(Droit.VOIR_PARCOURS)
def plan_remis(request, pk):
    """The plan in plain French, to print, sign and hand over."""
    parcours = _parcours(request, pk)
    consigner(request, "Plan à remettre", parcours.beneficiaire_id)
    contexte = _entete(request, parcours) | {"plan": engagements(parcours)}
    return render(request, "parcours/plan_remis.html", contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def objectif_create(request, pk):
    """Agree on a goal."""
    parcours = _parcours(request, pk)
    objectif = Objectif(parcours=parcours, structure_id=parcours.structure_id)
    form = ObjectifForm(request.POST or None, instance=objectif, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:plan_detail", pk)
    return _page(request, "parcours/objectif_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def objectif_update(request, pk):
    """Correct a goal, or say what became of it."""
    objectif = get_object_or_404(Objectif.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = ObjectifUpdateForm(request.POST or None, instance=objectif, utilisateur=request.user)
    return _modifier(request, "parcours/objectif_update.html", objectif, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def action_create(request, pk):
    """Add a step to the plan, under an objectif when the address names one."""
    parcours = _parcours(request, pk)
    action = Action(parcours=parcours, structure_id=parcours.structure_id)
    initial = {"objectif": request.GET.get("objectif")}
    form = ActionForm(request.POST or None, instance=action, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:plan_detail", pk)
    return _page(request, "parcours/action_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def action_update(request, pk):
    """Correct a step, or move it to another objectif."""
    action = get_object_or_404(Action.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = ActionUpdateForm(request.POST or None, instance=action, utilisateur=request.user)
    return _modifier(request, "parcours/action_update.html", action, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def action_etat(request, pk):
    """Say where a step is: done at once, undone in one click (the address of the undo holds the state before)."""
    action = get_object_or_404(Action.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = EtatActionForm(request.GET.dict() | request.POST.dict())
    if not form.is_valid():
        return HttpResponseBadRequest("Cet état n’existe pas.")
    avant, etat = action.etat, EtatAction(form.cleaned_data["etat"])
    action.passer_a(etat, le=timezone.localdate())
    suite = _suite(form.cleaned_data["suite"], action)
    phrase = PHRASES[etat].format(action.intitule)
    retour = f"{reverse('parcours:action_etat', args=[pk])}?{urlencode({'etat': avant, 'suite': suite})}"
    if form.cleaned_data["suite"] or not request.htmx:  # whoever names a page takes their part of it
        proposer_annulation(request, phrase, retour)
        return redirect(suite)
    contexte = _entete(request, action.parcours) | {"colonnes": colonnes(action.parcours)}
    response = render(request, "parcours/plan_detail.html#tableau", contexte)
    return proposer_annulation(request, phrase, retour, response)


def _parcours(request, pk):
    return get_object_or_404(Parcours.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _suite(demandee, action):
    """The page asked for when it is one of ours, else the plan."""
    if url_has_allowed_host_and_scheme(demandee, allowed_hosts=None):
        return demandee
    return resolve_url("parcours:plan_detail", action.parcours_id)


def _entete(request, parcours):
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return {
        "beneficiaire": get_object_or_404(personnes, pk=parcours.beneficiaire_id),
        "parcours": parcours,
        "aujourdhui": timezone.localdate(),
        "onglet": "plan",
        "etats": EtatAction.choices,
    }


def _page(request, template, parcours, form):
    if request.method == "GET":
        consigner(request, "Plan d’action", parcours.beneficiaire_id)
    contexte = _entete(request, parcours) | {"form": form}
    return render(request, template, contexte, status=422 if form.is_bound else 200)


def _modifier(request, template, objet, form):
    """Save a correction of `objet` (an objectif or an action), or show again what was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Perime as perime:
            return render(request, "composants/conflit.html", {"form": form, "actuel": perime.actuel}, status=409)
        return redirect("parcours:plan_detail", objet.parcours_id)
    return _page(request, template, objet.parcours, form)
