"""The renewal dossier: what the three say before a contract is renewed or not (metier.md §1 row 66, §2 row 8)."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Appreciation, AvisRenouvellement, DecisionRenouvellement
from .contrats import Contrat

#: The lines of the grid, in their order: field → what it is about.
CRITERES = {
    "assiduite": "Assiduité",
    "motivation": "Motivation",
    "autonomie": "Autonomie",
    "participation": "Participation",
    "projet": "Projet",
}


class RenouvellementQuerySet(QuerySetIsole):
    def a_decider(self):
        """Dossiers on which the team has advised and that wait for the decision: of a contract that nothing follows,
        not sent back to be completed."""
        finissent = Contrat.objects.sans_suite().filter(fin_anticipee_le__isnull=True)
        ouverts = self.filter(contrat__in=finissent.values("pk"))
        return ouverts.exclude(avis="").filter(decision="", renvoye_le__isnull=True)

    def a_etablir(self):
        """Renewals that were granted and whose contract is not written yet."""
        finissent = Contrat.objects.sans_suite().filter(fin_anticipee_le__isnull=True)
        return self.filter(decision=DecisionRenouvellement.RENOUVELE, contrat__in=finissent.values("pk"))

    def pour_fiche(self):
        """With the contract, its parcours, its dispositif, the structure and who decided, in one query."""
        return self.select_related(
            "auteur",
            "decide_par",
            "contrat__parcours__beneficiaire",
            "contrat__parcours__dispositif",
            "contrat__parcours__structure",
        )


def _note(nom):
    return models.PositiveSmallIntegerField(nom, choices=Appreciation, null=True, blank=True)


def _commentaire():
    return models.CharField("commentaire", max_length=500, blank=True)


@historise()
class Renouvellement(ModeleIsole):
    """The dossier about one contract that ends. Nothing in it is due before the decision: only then must the person
    have been told first (« ne pas découvrir la décision »)."""

    contrat = CleIsolee(Contrat, related_name="dossiers")
    date = models.DateField("date du dossier")
    assiduite = _note("assiduité")
    assiduite_commentaire = _commentaire()
    motivation = _note("motivation")
    motivation_commentaire = _commentaire()
    autonomie = _note("autonomie")
    autonomie_commentaire = _commentaire()
    participation = _note("participation")
    participation_commentaire = _commentaire()
    projet = _note("projet")
    projet_commentaire = _commentaire()
    encadrant = models.CharField("encadrant·e technique", max_length=120, blank=True)
    observations = models.TextField("observations de l’encadrant·e technique", blank=True)
    paroles = models.TextField("avec les mots de la personne", blank=True)
    avis = models.CharField("avis", max_length=12, choices=AvisRenouvellement, blank=True)
    avis_motif = models.TextField("ce qui motive l’avis", blank=True)
    duree_proposee_mois = models.PositiveSmallIntegerField(
        "durée proposée (mois)", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(24)]
    )
    annonce_le = models.DateField("la personne a été prévenue le", null=True, blank=True)
    decision = models.CharField("décision", max_length=14, choices=DecisionRenouvellement, blank=True)
    decision_le = models.DateField("décidé le", null=True, blank=True)
    decide_par = models.ForeignKey(
        "insertion.Utilisateur",
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name="décidé par",
    )
    renvoye_le = models.DateField("renvoyé à l’équipe le", null=True, editable=False)
    renvoi_motif = models.CharField("ce qu’il faut revoir", max_length=300, blank=True)
    signe_le = models.DateField("signé par les trois le", null=True, blank=True)
    auteur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(RenouvellementQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "dossier de renouvellement"
        verbose_name_plural = "dossiers de renouvellement"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "contrat"],
                name="renouvellement_un_par_contrat",
                violation_error_message="Ce contrat a déjà son dossier de renouvellement.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decision_le__isnull=True) | ~Q(decision="") & Q(decision_le__isnull=False),
                name="renouvellement_decision_datee",
                violation_error_message="Une décision porte sa date.",
            ),
            models.CheckConstraint(
                condition=Q(decision="") | Q(annonce_le__isnull=False, annonce_le__lte=F("decision_le")),
                name="renouvellement_personne_prevenue",
                violation_error_message="La personne est prévenue avant que la décision soit prise.",
            ),
            models.CheckConstraint(
                condition=Q(renvoye_le__isnull=True, renvoi_motif="")
                | Q(renvoye_le__isnull=False, decision="") & ~Q(renvoi_motif=""),
                name="renouvellement_renvoi_motive",
                violation_error_message="Un dossier renvoyé dit ce qu’il faut revoir, et n’est pas décidé.",
            ),
            models.CheckConstraint(
                condition=Q(duree_proposee_mois__isnull=True)
                | Q(duree_proposee_mois__gte=1, duree_proposee_mois__lte=24),
                name="renouvellement_duree_possible",
                violation_error_message="La durée proposée va de 1 à 24 mois.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{critere}__isnull": True}) | Q(**{f"{critere}__lte": 4}),
                    name=f"renouvellement_{critere}_0_a_4",
                    violation_error_message="Chaque ligne va de 0 à 4, ou « non évalué ».",
                )
                for critere in CRITERES
            ),
        ]

    def __str__(self):
        return f"Dossier de renouvellement du {self.date:%d/%m/%Y}"

    @property
    def grille(self):
        """(label, what was answered in French, comment) for each line."""
        for champ, libelle in CRITERES.items():
            note = getattr(self, champ)
            reponse = "Non évalué" if note is None else Appreciation(note).label
            yield libelle, reponse, getattr(self, f"{champ}_commentaire")

    @property
    def decision_conseillee(self):
        """The `DecisionRenouvellement` that follows the advice of the team; None without advice."""
        if not self.avis:
            return None
        contre = self.avis == AvisRenouvellement.DEFAVORABLE
        return DecisionRenouvellement.NON_RENOUVELE if contre else DecisionRenouvellement.RENOUVELE

    def peut_etre_approuve(self, le):
        """Whether the person was told by the day `le`: nobody learns a decision from the paper."""
        return self.annonce_le is not None and self.annonce_le <= le

    def approuver(self, version, par, le):
        """Decide for `par` on the day `le` as the team advises, when the dossier is still as `version` showed it and
        waits.

        Whether it was this call that decided: of two at once, one does.
        """
        prevenus = self._attendu(version).filter(annonce_le__lte=le)
        champs = {"decision": self.decision_conseillee, "decision_le": le, "decide_par": par}
        return bool(prevenus.update(**champs, version=F("version") + 1))

    def renvoyer(self, version, motif, le):
        """Send it back to the team on the day `le` with what is to be looked at again; as `approuver`."""
        return bool(self._attendu(version).update(renvoye_le=le, renvoi_motif=motif, version=F("version") + 1))

    def rouvrir(self):
        """Undo the decision, or the return: it waits again. Not once a contract followed."""
        attendus = type(self).objects.filter(pk=self.pk, contrat__in=Contrat.objects.sans_suite().values("pk"))
        champs = {"decision": "", "decision_le": None, "decide_par": None, "renvoye_le": None, "renvoi_motif": ""}
        return bool(attendus.update(**champs, version=F("version") + 1))

    def _attendu(self, version):
        return type(self).objects.a_decider().filter(pk=self.pk, version=version)

    def clean(self):
        erreurs = {}
        if self.decision and not self.annonce_le:
            erreurs["annonce_le"] = (
                "Avant de noter la décision, dites à la personne ce qui est envisagé, et notez la date."
            )
        if self.decision and not self.decision_le:
            erreurs["decision_le"] = "Indiquez la date de la décision."
        if self.decision_le and not self.decision:
            erreurs["decision"] = "Choisissez la décision prise ce jour-là, ou effacez sa date."
        if self.annonce_le and self.decision_le and self.annonce_le > self.decision_le:
            erreurs["annonce_le"] = "La personne est prévenue au plus tard le jour de la décision."
        if erreurs:
            raise ValidationError(erreurs)
