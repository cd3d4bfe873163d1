"""« Financeurs »: what only funders ask of one person (RSA, FSE+), noted where the office finds it too."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.journal import consigner
from insertion.retours import suite
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import MomentFse
from ..forms.financeurs import EngagementForm, EngagementUpdateForm, QuestionnaireFseForm
from ..models import ContratEngagement, Parcours, QuestionnaireFse
from .appuis import parcours_de, personne


@droit_requis(Droit.VOIR_CONTRATS)
def financeurs_detail(request, pk):
    """The contrats d’engagement of somebody, and their FSE+ questionnaires, parcours by parcours."""
    beneficiaire = personne(request, pk)
    consigner(request, "Financeurs", pk)
    parcours = list(Parcours.objects.d_une_personne(beneficiaire))
    remplis = {(q.parcours_id, q.moment): q for q in QuestionnaireFse.objects.d_une_personne(beneficiaire)}
    contexte = _entete(beneficiaire, parcours[0] if parcours else None) | {
        "engagements": ContratEngagement.objects.d_une_personne(beneficiaire),
        "questionnaires": [
            (suivi, moment, remplis.get((suivi.pk, moment)))
            for suivi in parcours
            for moment in MomentFse
            if moment == MomentFse.ENTREE or suivi.date_sortie
        ],
    }
    return render(request, "parcours/financeurs_detail.html", contexte)


@droit_requis(Droit.ECRIRE_CONTRATS)
@une_seule_fois
def engagement_create(request, pk):
    """Note a contrat d’engagement on a parcours."""
    parcours = parcours_de(request, pk)
    engagement = ContratEngagement(parcours=parcours, structure_id=parcours.structure_id)
    form = EngagementForm(
        request.POST or None, instance=engagement, initial={"debut": timezone.localdate()}, utilisateur=request.user
    )
    return _saisir(request, form, parcours, "parcours/engagement_create.html", "Contrat d’engagement enregistré.")


@droit_requis(Droit.ECRIRE_CONTRATS)
def engagement_update(request, pk):
    engagement = _engagement(request, pk)
    form = EngagementUpdateForm(request.POST or None, instance=engagement, utilisateur=request.user)
    return _saisir(
        request, form, engagement.parcours, "parcours/engagement_update.html", "Contrat d’engagement enregistré."
    )


@droit_requis(Droit.ECRIRE_CONTRATS)
@require_POST
def engagement_delete(request, pk):
    """Take away a contract noted by mistake; its history stays."""
    engagement = _engagement(request, pk)
    suite = reverse("parcours:financeurs_detail", args=[engagement.parcours.beneficiaire_id])
    supprimer(request, engagement, "Le contrat d’engagement est retiré.", suite)
    return redirect(suite)


@droit_requis(Droit.ECRIRE_CONTRATS)
@une_seule_fois
def questionnaire_fse_update(request, pk, moment):
    """Fill the FSE+ questionnaire of a parcours at its entry or its exit, or correct what was answered."""
    parcours = parcours_de(request, pk)
    if moment not in MomentFse or moment == MomentFse.SORTIE and not parcours.date_sortie:
        raise Http404
    rempli = QuestionnaireFse.objects.filter(parcours=parcours, moment=moment).first()
    questionnaire = rempli or QuestionnaireFse(
        parcours=parcours, structure_id=parcours.structure_id, moment=moment, auteur=request.user
    )
    form = QuestionnaireFseForm(
        request.POST or None,
        instance=questionnaire,
        initial=None if rempli else {"date": timezone.localdate()},
        utilisateur=request.user,
    )
    plus = {"moment": MomentFse(moment)}
    return _saisir(
        request, form, parcours, "parcours/questionnaire_fse_update.html", "Réponses enregistrées.", **plus
    )


def _engagement(request, pk):
    return get_object_or_404(ContratEngagement.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _entete(beneficiaire, parcours):
    """What `beneficiaires/_entete.jinja` asks for."""
    aujourdhui = timezone.localdate()
    return {"beneficiaire": beneficiaire, "parcours": parcours, "aujourdhui": aujourdhui, "onglet": "financeurs"}


@sans_ecraser
def _saisir(request, form, parcours, gabarit, phrase, **plus):
    """Save and go back to the page, or show again what was typed; 409 when a colleague saved meanwhile."""
    if form.is_valid():
        form.save()
        messages.success(request, phrase)
        return redirect(suite(request, "parcours:financeurs_detail", parcours.beneficiaire_id))
    beneficiaire = personne(request, parcours.beneficiaire_id)
    if request.method == "GET":
        consigner(request, "Financeurs", beneficiaire.pk)
    contexte = _entete(beneficiaire, parcours) | {"form": form} | plus
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)
