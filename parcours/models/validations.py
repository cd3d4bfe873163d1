"""A plan put before who answers for the team, and what they answered (experience.md job B3)."""

import hashlib
import json

from django.db import models
from django.db.models import F, Prefetch, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import DecisionPlan, EtatObjectif
from .axes import AccordObjectif
from .parcours import Parcours
from .plan import Action, Objectif


class ValidationPlanQuerySet(QuerySetIsole):
    def en_attente(self):
        return self.filter(decision="")

    def a_decider(self, le):
        """Those that wait on the day `le`, of the parcours that have not ended, the oldest first."""
        ouverts = self.en_attente().filter(demandee_at__date__lte=le)
        ouverts = ouverts.filter(Q(parcours__date_sortie__isnull=True) | Q(parcours__date_sortie__gte=le))
        return ouverts.order_by("demandee_at", "pk")

    def pour_plan(self):
        """With who asked, who answered, and the objectifs: what the page of a plan says of it."""
        objectifs = Prefetch("parcours__objectifs", Objectif.objects.pour_plan())
        lies = ("parcours__beneficiaire", "demandee_par", "decidee_par")
        return self.select_related(*lies).prefetch_related(objectifs)

    def pour_fiche(self):
        """The plan itself besides: what is to be done, what the person said of each objectif."""
        accords = Prefetch("parcours__objectifs__accords", AccordObjectif.objects.dernier_dabord())
        actions = Prefetch("parcours__actions", Action.objects.ouvertes())
        return self.pour_plan().select_related("parcours__dispositif").prefetch_related(accords, actions)


@historise()
class ValidationPlan(ModeleIsole):
    """One time that a plan was put forward: by whom, when, with which word; then who answered, when, and why it is
    sent back. A plan lives on meanwhile: nothing waits for the answer."""

    parcours = CleIsolee(Parcours, related_name="validations")
    demandee_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )
    demandee_at = models.DateTimeField("validation demandée le", editable=False)
    mot = models.CharField("un mot pour votre responsable", max_length=300, blank=True)
    decision = models.CharField("réponse", max_length=8, choices=DecisionPlan, blank=True, editable=False)
    decidee_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    decidee_at = models.DateTimeField("répondu le", null=True, editable=False)
    motif = models.CharField("ce qu’il faut revoir", max_length=300, blank=True, editable=False)
    empreinte = models.CharField("empreinte du plan", max_length=64, editable=False)

    objects = ManagerIsole.from_queryset(ValidationPlanQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "validation du plan"
        verbose_name_plural = "validations du plan"
        ordering = ["-demandee_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours"],
                condition=Q(decision=""),
                name="validation_plan_une_en_attente",
                violation_error_message="La validation de ce plan est déjà demandée.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decidee_par__isnull=True, decidee_at__isnull=True)
                | ~Q(decision="") & Q(decidee_par__isnull=False, decidee_at__gte=F("demandee_at")),
                name="validation_plan_reponse_signee",
                violation_error_message="Une réponse dit qui l’a donnée, et quand.",
            ),
            models.CheckConstraint(
                condition=Q(decision="renvoye") & ~Q(motif="") | ~Q(decision="renvoye") & Q(motif=""),
                name="validation_plan_renvoi_motive",
                violation_error_message="Un plan renvoyé dit ce qu’il faut revoir.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-demandee_at"], name="validation_par_parcours")]

    def __str__(self):
        return self.get_decision_display() or "Validation du plan demandée"

    @property
    def vue(self):
        """What one has read when one reads the plan now: sent back with the answer."""
        return empreinte(self.parcours)

    @property
    def plan_a_change(self):
        """Whether the plan is no more what it was when this was asked, or answered."""
        return self.empreinte != self.vue

    def approuver(self, vue, par, quand):
        """Validate the plan when it is still as the imprint `vue` showed it and waits.

        Whether it was this call that decided: of two at once, one does.
        """
        if vue != empreinte(self.parcours):
            return False
        return self._repondre(decision=DecisionPlan.VALIDE, decidee_par=par, decidee_at=quand, empreinte=vue)

    def renvoyer(self, motif, par, quand):
        """Send it back with what is to be looked at again; as `approuver`."""
        return self._repondre(decision=DecisionPlan.RENVOYE, motif=motif, decidee_par=par, decidee_at=quand)

    def rouvrir(self):
        """Undo the answer: it waits again. Not once the plan was put forward anew."""
        suivantes = type(self).objects.filter(parcours=self.parcours_id, demandee_at__gt=self.demandee_at)
        if suivantes.exists():
            return False
        siennes = type(self).objects.filter(pk=self.pk).exclude(decision="")
        return bool(siennes.update(decision="", motif="", decidee_par=None, decidee_at=None))

    def retirer(self):
        """Take it back; not once it was answered."""
        return bool(type(self).objects.en_attente().filter(pk=self.pk).delete()[0])

    def _repondre(self, **champs):
        return bool(type(self).objects.en_attente().filter(pk=self.pk).update(**champs))


def empreinte(parcours):
    """What the plan of `parcours` aims at, in a few letters: it changes with the words of an objectif, not with what
    is done for it day after day."""
    vises = [objectif for objectif in parcours.objectifs.all() if objectif.etat != EtatObjectif.ABANDONNE]
    vises.sort(key=lambda objectif: objectif.pk)
    dits = [[o.pk, o.domaine, o.intitule, o.critere, str(o.echeance or "")] for o in vises]
    return hashlib.sha256(json.dumps(dits).encode()).hexdigest()
