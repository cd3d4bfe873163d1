import uuid

from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation, proposer_retour
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.langues import Langue
from insertion.retours import de_chez_nous
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.enums import EtatAction, GenreProduction
from parcours.forms.plan import ActionForm, ActionUpdateForm, EtatActionForm, ObjectifForm, ObjectifUpdateForm
from parcours.histoire import histoire
from parcours.models import (
    AccordObjectif,
    Action,
    AxeEvolution,
    ModeleAction,
    ModeleObjectif,
    Objectif,
    SortieVisee,
    ValidationPlan,
)
from parcours.productions import demander
from parcours.remise import a_remettre
from parcours.tableau import colonnes
from parcours.tasks import produire

from . import appuis

#: What a form of the plan writes: an objectif takes its agreement with it, and gives its domain to its actions.
ECRITS = (Objectif, AccordObjectif, Action, AxeEvolution)
PHRASES = {
    EtatAction.A_FAIRE: "« {} » est à faire.",
    EtatAction.EN_COURS: "« {} » est en cours.",
    EtatAction.FAIT: "« {} » est faite.",
    EtatAction.ABANDONNE: "« {} » est abandonnée.",
}


@droit_requis(Droit.VOIR_PARCOURS)
def plan_detail(request, pk):
    """The board: the exit aimed at, objectifs, who does what by when, axes d'évolution (metier.md §1 row 76)."""
    parcours = appuis.parcours_de(request, pk)
    consigner(request, "Plan d’action", parcours.beneficiaire_id)
    contexte = entete(request, parcours) | {
        "colonnes": colonnes(parcours),
        "axes": AxeEvolution.objects.filter(parcours=parcours).pour_plan(),
        "sorties_visees": SortieVisee.objects.filter(parcours=parcours).dernier_dabord(),
        "validation": ValidationPlan.objects.filter(parcours=parcours).pour_plan().first(),
    }
    return render(request, "parcours/plan_detail.html", contexte)


@droit_requis(Droit.VOIR_PARCOURS)
def plan_remis(request, pk):
    """The plan in plain French, to print, sign and hand over."""
    parcours = appuis.parcours_de(request, pk)
    consigner(request, "Plan à remettre", parcours.beneficiaire_id)
    langue = Langue.lue(request.GET.get("langue"))
    contexte = entete(request, parcours) | {"remise": a_remettre(parcours, langue), "soumission": uuid.uuid4()}
    contexte |= {"langue": langue, "langues": Langue.choices}
    return render(request, "parcours/plan_remis.html", contexte)


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@require_POST
@une_seule_fois
def plan_production(request, pk):
    """Ask for the PDF of the plan to hand over."""
    parcours = appuis.parcours_de(request, pk)
    beneficiaire = entete(request, parcours)["beneficiaire"]
    consigner(request, "document demandé : plan à remettre", beneficiaire.pk)
    production = demander(
        beneficiaire,
        genre=GenreProduction.PLAN,
        objet_id=parcours.pk,
        langue=Langue.lue(request.POST.get("langue")),
        par=request.user,
        tache=produire,
    )
    return redirect("parcours:production_detail", production.pk)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def objectif_create(request, pk):
    """Agree on a goal, its words taken from the catalogue when the address names one of its lines."""
    parcours = appuis.parcours_de(request, pk)
    objectif = Objectif(parcours=parcours, structure_id=parcours.structure_id)
    initial = _du_catalogue(request, ModeleObjectif, ("domaine", "intitule", "critere"))
    form = ObjectifForm(request.POST or None, instance=objectif, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        with ecritures(*ECRITS) as ecrites:
            form.save()
        return _fait(request, f"Objectif « {objectif} » ajouté au plan.", ecrites, pk)
    return page(request, "parcours/objectif_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def objectif_update(request, pk):
    """Correct a goal, or say what became of it."""
    objectif = get_object_or_404(Objectif.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = ObjectifUpdateForm(request.POST or None, instance=objectif, utilisateur=request.user)
    contexte = {"accords": objectif.accords.dernier_dabord().select_related("auteur"), "histoire": histoire(objectif)}
    return modifier(request, "parcours/objectif_update.html", objectif, form, **contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def action_create(request, pk):
    """Add a step to the plan, under an objectif when the address names one."""
    parcours = appuis.parcours_de(request, pk)
    action = Action(parcours=parcours, structure_id=parcours.structure_id)
    initial = _du_catalogue(request, ModeleAction, ("domaine", "intitule", "acteur"))
    initial["objectif"] = request.GET.get("objectif")
    form = ActionForm(request.POST or None, instance=action, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        with ecritures(*ECRITS) as ecrites:
            form.save()
        return _fait(request, f"Action « {action} » ajoutée au plan.", ecrites, pk)
    return page(request, "parcours/action_create.html", parcours, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def action_update(request, pk):
    """Correct a step, or move it to another objectif."""
    action = get_object_or_404(Action.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = ActionUpdateForm(request.POST or None, instance=action, utilisateur=request.user)
    return modifier(request, "parcours/action_update.html", action, form)


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
    suite = de_chez_nous(form.cleaned_data["suite"]) or resolve_url("parcours:plan_detail", action.parcours_id)
    phrase = PHRASES[etat].format(action.intitule)
    retour = f"{reverse('parcours:action_etat', args=[pk])}?{urlencode({'etat': avant, 'suite': suite})}"
    if form.cleaned_data["suite"] or not request.htmx:  # whoever names a page takes their part of it
        proposer_annulation(request, phrase, retour, objet=action)
        return redirect(suite)
    contexte = entete(request, action.parcours) | {"colonnes": colonnes(action.parcours)}
    response = render(request, "parcours/plan_detail.html#tableau", contexte)
    return proposer_annulation(request, phrase, retour, response, objet=action)


def _fait(request, phrase, ecrites, parcours_id):
    """Say what was written in the plan, offer to undo it, and show the plan."""
    plan = reverse("parcours:plan_detail", args=[parcours_id])
    proposer_retour(request, phrase, *ecrites, retour=plan)
    return redirect(plan)


def _du_catalogue(request, modele, champs):
    """The words of the line `?modele=` of the catalogue; nothing when there is no such line."""
    pk = request.GET.get("modele", "")
    ligne = modele.objects.visibles_par(request.user).filter(pk=pk).first() if pk.isdecimal() else None
    return {champ: getattr(ligne, champ) for champ in champs} if ligne else {}


def entete(request, parcours):
    """What `beneficiaires/_entete.jinja` and the board ask for."""
    beneficiaire = appuis.personne(request, parcours.beneficiaire_id)
    return appuis.entete(beneficiaire, parcours) | {"onglet": "plan", "etats": EtatAction.choices}


def page(request, template, parcours, form, **contexte):
    """A form of the plan, 422 when what was typed is refused."""
    if request.method == "GET":
        consigner(request, "Plan d’action", parcours.beneficiaire_id)
    contexte = entete(request, parcours) | {"form": form} | contexte
    return render(request, template, contexte, status=422 if form.is_bound else 200)


@sans_ecraser
def modifier(request, template, objet, form, **contexte):
    """Save a correction of `objet` (an objectif, an action, an axe), or show again what was typed."""
    if request.method == "POST" and form.is_valid():
        with ecritures(*ECRITS) as ecrites:
            form.save()
        return _fait(request, f"« {objet} » : c’est enregistré.", ecrites, objet.parcours_id)
    return page(request, template, objet.parcours, form, **contexte)
