from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from entreprises.enums import DomaineFormation
from entreprises.models import Formation
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Certification, EtatFormation, ReponseFormation
from .parcours import Parcours


class FormationSuivieQuerySet(QuerySetIsole):
    def d_une_personne(self, beneficiaire):
        """Every training of somebody, whatever the parcours, the latest proposed first, in one query."""
        return self.filter(parcours__beneficiaire=beneficiaire).select_related("parcours__dispositif")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "parcours__dispositif")

    def entrees(self, debut, fin):
        """Trainings begun from the day `debut` to the day `fin`, both included."""
        return self.filter(debut__range=(debut, fin)).exclude(reponse=ReponseFormation.REFUSEE)

    def certifiees(self):
        """Those whose certification was obtained, whole or in part (metier.md §1 row 82)."""
        return self.filter(resultat__in=(Certification.OBTENUE, Certification.PARTIELLE))


def _rempli(champ, date):
    """The condition « `champ` (a text) and `date` are both there, or neither »."""
    return Q(**{champ: "", f"{date}__isnull": True}) | ~Q(**{champ: ""}) & Q(**{f"{date}__isnull": False})


def _dans_l_ordre(avant, apres):
    return Q(**{f"{avant}__isnull": True}) | Q(**{f"{apres}__isnull": True}) | Q(**{f"{apres}__gte": F(avant)})


@historise()
class FormationSuivie(ModeleIsole):
    """A training of one person: proposed, answered, followed, certified; each fact with its date.

    metier.md §1 rows 39 (FLE, numérique…), 62 (qualifiante, inside or outside), 75 (proposal, answer), 82 (result).
    """

    parcours = CleIsolee(Parcours, related_name="formations")
    formation = CleIsolee(
        Formation,
        on_delete=models.SET_NULL,
        related_name="suivies",
        null=True,
        blank=True,
        verbose_name="formation du catalogue",
    )
    intitule = models.CharField("intitulé", max_length=160)
    domaine = models.CharField("domaine", max_length=12, choices=DomaineFormation)
    organisme = models.CharField("organisme", max_length=120, blank=True)
    interne = models.BooleanField("organisée par la structure", default=False)
    proposee_le = models.DateField("proposée le")
    reponse = models.CharField("réponse de la personne", max_length=8, choices=ReponseFormation, blank=True)
    reponse_le = models.DateField("réponse donnée le", null=True, blank=True)
    paroles = models.CharField("avec ses mots", max_length=300, blank=True)
    debut = models.DateField("du", null=True, blank=True)
    fin = models.DateField("au", null=True, blank=True)
    heures = models.PositiveSmallIntegerField(
        "heures", null=True, blank=True, validators=[MinValueValidator(1, "Une formation dure au moins une heure.")]
    )
    financeur = models.CharField("financeur", max_length=120, blank=True)
    interrompue_le = models.DateField("interrompue le", null=True, blank=True)
    certification = models.CharField("certification visée", max_length=160, blank=True)
    resultat = models.CharField("résultat", max_length=11, choices=Certification, blank=True)
    resultat_le = models.DateField("résultat du", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(FormationSuivieQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "formation"
        verbose_name_plural = "formations"
        ordering = [F("debut").desc(nulls_first=True), "-proposee_le", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=_rempli("reponse", "reponse_le"),
                name="formation_reponse_datee",
                violation_error_code="formation_reponse_datee",
                violation_error_message="La réponse de la personne porte sa date.",
            ),
            models.CheckConstraint(
                condition=_dans_l_ordre("proposee_le", "reponse_le"),
                name="formation_reponse_apres_proposition",
                violation_error_code="formation_reponse_apres_proposition",
                violation_error_message="La réponse ne peut pas précéder la proposition.",
            ),
            models.CheckConstraint(
                condition=_dans_l_ordre("debut", "fin") & (Q(fin__isnull=True) | Q(debut__isnull=False)),
                name="formation_fin_apres_debut",
                violation_error_code="formation_fin_apres_debut",
                violation_error_message="La formation ne peut pas finir avant d’avoir commencé.",
            ),
            models.CheckConstraint(
                condition=Q(interrompue_le__isnull=True)
                | Q(debut__isnull=False, interrompue_le__gte=F("debut"))
                & (Q(fin__isnull=True) | Q(interrompue_le__lte=F("fin"))),
                name="formation_interrompue_pendant",
                violation_error_code="formation_interrompue_pendant",
                violation_error_message="L’interruption tombe entre le début et la fin de la formation.",
            ),
            models.CheckConstraint(
                condition=_rempli("resultat", "resultat_le"),
                name="formation_resultat_date",
                violation_error_code="formation_resultat_date",
                violation_error_message="Le résultat porte sa date.",
            ),
            models.CheckConstraint(
                condition=Q(resultat="") | ~Q(certification="") & ~Q(reponse="refusee"),
                name="formation_resultat_d_une_certification",
                violation_error_code="formation_resultat_d_une_certification",
                violation_error_message="Un résultat demande une certification visée, et une formation non refusée.",
            ),
            models.CheckConstraint(
                condition=_dans_l_ordre("debut", "resultat_le"),
                name="formation_resultat_apres_debut",
                violation_error_code="formation_resultat_apres_debut",
                violation_error_message="Le résultat ne peut pas précéder le début de la formation.",
            ),
            models.CheckConstraint(
                condition=Q(heures__isnull=True) | Q(heures__gt=0),
                name="formation_heures",
                violation_error_code="formation_heures",
                violation_error_message="Une formation dure au moins une heure.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours"], name="formation_par_parcours")]

    def __str__(self):
        return self.intitule

    def etat(self, le):
        """Where it is on the day `le`, read from its dates: an `EtatFormation`."""
        if self.reponse == ReponseFormation.REFUSEE:
            return EtatFormation.REFUSEE
        if self.interrompue_le and self.interrompue_le <= le:
            return EtatFormation.INTERROMPUE
        if self.debut is None:
            return EtatFormation.A_PLANIFIER if self.reponse else EtatFormation.PROPOSEE
        if le < self.debut:
            return EtatFormation.A_VENIR if self.reponse else EtatFormation.PROPOSEE
        if self.fin and self.fin < le:
            return EtatFormation.TERMINEE
        return EtatFormation.EN_COURS

    def repondre(self, reponse, le, paroles=""):
        """Keep what the person answered on the day `le`, in their words if they gave some (metier.md §1 row 75)."""
        self.reponse, self.reponse_le, self.paroles = reponse, le, paroles or self.paroles
        self.version = F("version") + 1
        self.save(update_fields=["reponse", "reponse_le", "paroles", "version"])
