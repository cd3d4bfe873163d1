"""What waits for the decision of who answers for the structure: renewals, plans, requests of aid. One `File` each."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Model, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from beneficiaires.models.beneficiaire import NomsReferents
from insertion.enums import DOMAINES_SENSIBLES
from insertion.texte import de
from parcours.enums import AvisRenouvellement, DecisionRenouvellement, EtatAide, EtatObjectif
from parcours.models import AideFinanciere, Contrat, Renouvellement, ValidationPlan

RENOUVELER, NE_PAS_RENOUVELER = "Approuver : renouveler", "Approuver : ne pas renouveler"
PAS_PREVENUE = "À dire d’abord à la personne : le dossier ne porte pas la date à laquelle elle a été prévenue."
#: A contract that ends within that time presses.
PRESSE = timedelta(days=7)
#: Over how long the aids that somebody already had are added up.
DEPUIS = timedelta(days=365)


@dataclass(frozen=True)
class Attente:
    """One line of a queue. `vue` is what was read, sent back with the decision; `par` the name of who asked,
    `obstacle` why it cannot be approved yet, `a_lire` the page to read first, when the line can say nothing of
    what is decided, `details` what the line shows besides."""

    objet: Model
    personne: Beneficiaire
    vue: str
    geste: str
    par: str = ""
    obstacle: str = ""
    a_lire: str = ""
    details: object = None


@dataclass(frozen=True)
class PlanLu:
    """A plan in a few lines: (objectif, what the person last said of it) and the actions to do; those of a sensitive
    domain are counted, their words are read on the plan itself, which keeps the trace of it."""

    objectifs: list
    confidentiels: int
    actions: list
    actions_confidentielles: int
    change: bool

    @property
    def se_lit_ailleurs(self):
        """Whether every objectif is confidential: nothing of what is validated shows here."""
        return bool(self.confidentiels and not self.objectifs)


class Renouvellements:
    """The dossiers on which the team has advised, the contract that ends first first."""

    code, noms = "renouvellements", "approbation"
    titre, onglet = "Renouvellements à décider", "Renouvellements"
    vide = "Rien n’attend votre décision. Un dossier vient ici quand l’équipe y a noté son avis."
    lu = "Dossier de renouvellement"
    renvoye = "Dossier de {} renvoyé à l’équipe."
    suivi = "Un contrat a suivi depuis : la décision reste."

    def fiches(self, utilisateur):
        return Renouvellement.objects.visibles_par(utilisateur).pour_fiche()

    def attendent(self, utilisateur, le):
        suivis = self.fiches(utilisateur).a_decider()
        noms = NomsReferents("structure_id", "contrat__parcours__beneficiaire_id")
        return suivis.annotate(noms_referents=noms).order_by("contrat__date_fin", "pk")

    def lignes(self, dossiers, le):
        return [
            Attente(
                dossier,
                self.personne(dossier),
                str(dossier.version),
                NE_PAS_RENOUVELER if dossier.avis == AvisRenouvellement.DEFAVORABLE else RENOUVELER,
                obstacle="" if dossier.peut_etre_approuve(le) else PAS_PREVENUE,
            )
            for dossier in dossiers
        ]

    def personne(self, dossier):
        return dossier.contrat.parcours.beneficiaire

    def approuver(self, dossier, vue, par, quand):
        """The sentence that says what was decided; None when nothing was."""
        if dossier.approuver(_version(vue), par, timezone.localdate(quand)):
            suite = ", contrat à établir" if dossier.decision_conseillee == DecisionRenouvellement.RENOUVELE else ""
            return f"{self.personne(dossier)} : {dossier.decision_conseillee.label.lower()}{suite}."
        return None

    def renvoyer(self, dossier, vue, motif, par, quand):
        return dossier.renvoyer(_version(vue), motif, timezone.localdate(quand))


class Plans:
    """The plans whose validation was asked for, the oldest first."""

    code, noms = "plans", "approbation_plan"
    titre, onglet = "Plans à valider", "Plans"
    vide = "Aucun plan n’attend votre validation. Une ou un collègue la demande depuis le plan d’action."
    lu = "Plan d’action"
    renvoye = "Plan de {} renvoyé."
    suivi = "La validation a été demandée de nouveau depuis : la réponse reste."

    def fiches(self, utilisateur):
        return ValidationPlan.objects.visibles_par(utilisateur).pour_fiche()

    def attendent(self, utilisateur, le):
        noms = NomsReferents("structure_id", "parcours__beneficiaire_id")
        return self.fiches(utilisateur).a_decider(le).annotate(noms_referents=noms)

    def lignes(self, demandes, le):
        return [self._ligne(demande, _plan_lu(demande)) for demande in demandes]

    def _ligne(self, demande, lu):
        page = reverse("parcours:plan_detail", args=[demande.parcours_id])
        return Attente(
            demande,
            self.personne(demande),
            demande.vue,
            "Valider le plan",
            par=str(demande.demandee_par),
            a_lire=f"{page}#validation" if lu.se_lit_ailleurs else "",
            details=lu,
        )

    def personne(self, demande):
        return demande.parcours.beneficiaire

    def approuver(self, demande, vue, par, quand):
        return f"Plan {de(self.personne(demande))} validé." if demande.approuver(vue, par, quand) else None

    def renvoyer(self, demande, vue, motif, par, quand):
        return demande.renvoyer(motif, par, quand)


class Aides:
    """The requests of aid that are not sent before the supervisor agrees, the oldest first."""

    code, noms = "aides", "approbation_aide"
    titre, onglet = "Demandes d’aide à valider", "Aides"
    vide = "Aucune demande d’aide n’attend votre accord. Une ou un collègue le demande en écrivant la demande."
    lu = "Demande d’aide"
    renvoye = "Demande d’aide de {} renvoyée."
    suivi = "La demande a avancé depuis : la réponse reste."

    def fiches(self, utilisateur):
        return AideFinanciere.objects.visibles_par(utilisateur).pour_fiche()

    def attendent(self, utilisateur, le):
        noms = NomsReferents("structure_id", "parcours__beneficiaire_id")
        return self.fiches(utilisateur).attend_accord().annotate(noms_referents=noms)

    def lignes(self, aides, le):
        deja = _deja_accorde([aide.parcours.beneficiaire_id for aide in aides], le)
        return [
            Attente(
                aide,
                self.personne(aide),
                str(aide.version),
                "Donner mon accord",
                par=str(aide.auteur or ""),
                details=deja.get(aide.parcours.beneficiaire_id),
            )
            for aide in aides
        ]

    def personne(self, aide):
        return aide.parcours.beneficiaire

    def approuver(self, aide, vue, par, quand):
        if aide.approuver(_version(vue), par, timezone.localdate(quand)):
            return f"Accord donné à la demande d’aide {de(self.personne(aide))}."
        return None

    def renvoyer(self, aide, vue, motif, par, quand):
        return aide.renvoyer(_version(vue), motif, par, timezone.localdate(quand))


FILES = {file.code: file for file in (Renouvellements(), Plans(), Aides())}


def files_de(structure):
    """The queues of `structure`: contracts are renewed where they are signed."""
    return [file for code, file in FILES.items() if structure.emploie or code != Renouvellements.code]


def sans_dossier(utilisateur, le):
    """The contracts whose renewal must be decided soon (delay of the structure) and whose dossier is not ready.

    Annotates `noms_referents`, and `renvoi` and `renvoye_le` of a dossier that was sent back; one query.
    """
    structure = utilisateur.appartenance.structure
    delais = {"fin": structure.alerte_contrat_jours, "decision": structure.alerte_renouvellement_jours}
    finissent = Contrat.objects.visibles_par(utilisateur).qui_finissent(le, **delais).pour_fiche()
    siens = Renouvellement.objects.filter(contrat=OuterRef("pk"))
    return (
        finissent.filter(a_decider=True)
        .exclude(dossiers__in=Renouvellement.objects.a_decider())
        .annotate(
            noms_referents=NomsReferents("structure_id", "parcours__beneficiaire_id"),
            renvoi=Subquery(siens.values("renvoi_motif")[:1]),
            renvoye_le=Subquery(siens.values("renvoye_le")[:1]),
        )
        .order_by("derniere", "pk")
    )


def a_etablir(utilisateur):
    """The renewals granted whose contract is not written yet, the contract that ends first first; one query.

    Annotates `noms_referents`."""
    accordes = Renouvellement.objects.visibles_par(utilisateur).a_etablir().pour_fiche()
    noms = NomsReferents("structure_id", "contrat__parcours__beneficiaire_id")
    return accordes.annotate(noms_referents=noms).order_by("contrat__date_fin", "pk")


def _version(vue):
    return int(vue) if vue.isdecimal() and len(vue) < 10 else None


def _plan_lu(demande):
    parcours = demande.parcours
    vises = [objectif for objectif in parcours.objectifs.all() if objectif.etat == EtatObjectif.EN_COURS]
    dicibles = [objectif for objectif in vises if objectif.domaine not in DOMAINES_SENSIBLES]
    lus = [(objectif, next(iter(objectif.accords.all()), None)) for objectif in dicibles]
    sensibles = {o.pk for o in parcours.objectifs.all() if o.domaine in DOMAINES_SENSIBLES}
    ouvertes = parcours.actions.all()
    actions = [action for action in ouvertes if action.objectif_id not in sensibles]
    return PlanLu(lus, len(vises) - len(dicibles), actions, len(ouvertes) - len(actions), demande.plan_a_change)


def _deja_accorde(personnes, le):
    """{person: what the funds granted them in the year before the day `le`}, in one query."""
    accordees = AideFinanciere.objects.avec_etat().filter(
        etat=EtatAide.ACCORDEE, etat_le__gt=le - DEPUIS, parcours__beneficiaire__in=personnes
    )
    totaux = {}
    for personne, montant in accordees.values_list("parcours__beneficiaire", "montant_accorde"):
        totaux[personne] = totaux.get(personne, Decimal(0)) + montant
    return totaux
