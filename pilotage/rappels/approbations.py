"""What the team puts before who answers for it, and the answers that come back."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils import timezone

from insertion.droits import Droit
from parcours.enums import DecisionPlan, EtatAide, GenreProduction
from parcours.models import AideFinanciere, Production, Renouvellement, ValidationPlan

from ..enums import MotifRappel
from .dus import DERNIERE_RELANCE, aux, en_lettres, palier

#: How long an answer is told; after that the plan, or the request, alone says it.
REPONSE_JOURS = 30
#: Days before the end of a contract on which what is left to do about its renewal is asked again.
FIN_JOURS = (15, 7, 1)


def renouvellements_a_valider(equipe, le):
    """A dossier on which the team has advised, to those who approve, until one of them answers."""
    attendent = Renouvellement.objects.a_decider().filter(date__lte=le, contrat__date_fin__gte=_depuis(le))
    for dossier in attendent.select_related("contrat__parcours").order_by("contrat__date_fin", "pk"):
        fin = dossier.contrat.date_fin
        yield from aux(
            equipe.qui_peuvent(Droit.APPROUVER),
            beneficiaire_id=dossier.contrat.parcours.beneficiaire_id,
            motif=MotifRappel.RENOUVELLEMENT_A_VALIDER,
            objet_id=dossier.pk,
            echeance=palier(le, dossier.date, fin, FIN_JOURS),
            terme=fin,
            texte=f"Un renouvellement attend votre décision : contrat jusqu’au {en_lettres(fin)}.",
            url=f"{reverse('pilotage:approbation_list')}#attente-{dossier.pk}",
        )


def contrats_a_etablir(equipe, le):
    """A renewal granted, to each référent, until the contract is written; without any, to those who approve."""
    accordes = Renouvellement.objects.a_etablir().filter(decision_le__lte=le, contrat__date_fin__gte=_depuis(le))
    for dossier in accordes.select_related("contrat__parcours").order_by("contrat__date_fin", "pk"):
        contrat, fin = dossier.contrat, dossier.contrat.date_fin
        yield from aux(
            equipe.suivent(contrat.parcours.beneficiaire_id) or equipe.qui_peuvent(Droit.APPROUVER),
            beneficiaire_id=contrat.parcours.beneficiaire_id,
            motif=MotifRappel.CONTRAT_A_ETABLIR,
            objet_id=contrat.pk,
            echeance=palier(le, dossier.decision_le, fin, FIN_JOURS),
            terme=fin,
            texte=f"Renouvellement accordé : établissez le nouveau contrat, l’actuel finit le {en_lettres(fin)}.",
            url=f"{reverse('parcours:contrat_list', args=[contrat.parcours_id])}#contrat-{contrat.pk}",
        )


def _depuis(le):
    return le - timedelta(days=DERNIERE_RELANCE)


def plans_a_valider(equipe, le):
    """A plan put forward, to those who approve, until one of them answers."""
    for demande in ValidationPlan.objects.a_decider(le).select_related("parcours"):
        jour = timezone.localdate(demande.demandee_at)
        yield from aux(
            equipe.qui_peuvent(Droit.APPROUVER),
            beneficiaire_id=demande.parcours.beneficiaire_id,
            motif=MotifRappel.PLAN_A_VALIDER,
            objet_id=demande.pk,
            echeance=jour,
            texte=f"Un plan d’action attend votre validation depuis le {en_lettres(jour)}.",
            url=f"{reverse('pilotage:approbation_plan_list')}#attente-{demande.pk}",
        )


def aides_a_valider(equipe, le):
    """A request of aid that is not sent before somebody agrees, to those who approve."""
    attendent = AideFinanciere.objects.attend_accord().filter(etat_le__lte=le).select_related("parcours")
    for aide in attendent:
        yield from aux(
            equipe.qui_peuvent(Droit.APPROUVER),
            beneficiaire_id=aide.parcours.beneficiaire_id,
            motif=MotifRappel.AIDE_A_VALIDER,
            objet_id=aide.pk,
            echeance=aide.etat_le,
            texte=f"Une demande d’aide attend votre accord depuis le {en_lettres(aide.etat_le)}.",
            url=f"{reverse('pilotage:approbation_aide_list')}#attente-{aide.pk}",
        )


def plans_repondus(equipe, le):
    """The answer, to whoever asked: what is to be looked at again, until it is asked anew; a plan validated, until it
    is handed over."""
    suivantes = ValidationPlan.objects.filter(parcours=OuterRef("parcours"), demandee_at__gt=OuterRef("demandee_at"))
    remis = Production.objects.filter(
        genre=GenreProduction.PLAN, objet_id=OuterRef("parcours"), created_at__gte=OuterRef("decidee_at")
    )
    bornes = (le - timedelta(days=REPONSE_JOURS), le)
    repondues = ValidationPlan.objects.filter(~Exists(suivantes), decidee_at__date__range=bornes)
    for demande in repondues.annotate(remis=Exists(remis)).select_related("parcours").order_by("decidee_at", "pk"):
        jour, renvoye = timezone.localdate(demande.decidee_at), demande.decision == DecisionPlan.RENVOYE
        if demande.remis and not renvoye:
            continue
        quand = en_lettres(jour)
        page = "plan_detail" if renvoye else "plan_remis"
        yield from aux(
            _demandeur(equipe, demande.demandee_par_id, demande.parcours.beneficiaire_id),
            beneficiaire_id=demande.parcours.beneficiaire_id,
            motif=MotifRappel.PLAN_RENVOYE if renvoye else MotifRappel.PLAN_VALIDE,
            objet_id=demande.pk,
            echeance=jour,
            texte=(
                f"Plan d’action renvoyé le {quand} : lisez ce qu’il y a à revoir."
                if renvoye
                else f"Plan d’action validé le {quand} : remettez-le à la personne."
            ),
            url=reverse(f"parcours:{page}", args=[demande.parcours_id]),
        )


def aides_repondues(equipe, le):
    """The answer, to whoever wrote the request, until it is sent or put forward anew."""
    repondues = AideFinanciere.objects.avec_etat().filter(
        etat__in=(EtatAide.A_REVOIR, EtatAide.A_ENVOYER), etat_le__range=(le - timedelta(days=REPONSE_JOURS), le)
    )
    for aide in repondues.select_related("parcours").order_by(F("etat_le"), "pk"):
        renvoyee, quand = aide.etat == EtatAide.A_REVOIR, en_lettres(aide.etat_le)
        yield from aux(
            _demandeur(equipe, aide.auteur_id, aide.parcours.beneficiaire_id),
            beneficiaire_id=aide.parcours.beneficiaire_id,
            motif=MotifRappel.AIDE_RENVOYEE if renvoyee else MotifRappel.AIDE_A_ENVOYER,
            objet_id=aide.pk,
            echeance=aide.etat_le,
            texte=(
                f"Demande d’aide renvoyée le {quand} : lisez ce qu’il y a à revoir."
                if renvoyee
                else f"Accord donné le {quand} : envoyez la demande d’aide, puis notez-le."
            ),
            url=reverse("parcours:aide_detail", args=[aide.pk]),
        )


def _demandeur(equipe, utilisateur_id, beneficiaire_id):
    """Whoever asked, as long as they follow people here; else the référents."""
    if equipe.peut(utilisateur_id, Droit.ECRIRE_SUIVI):
        return [utilisateur_id]
    return equipe.suivent(beneficiaire_id)
