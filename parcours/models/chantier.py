from django.db import models
from django.db.models import Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import NiveauCompetence
from .dispositifs import Dispositif
from .entretiens import Observation
from .parcours import Parcours


class CompetenceQuerySet(QuerySetIsole):
    def actives(self):
        return self.filter(active=True)

    def du_poste(self, dispositif_id):
        """What is looked at in one dispositif: its own list, and what is common to all."""
        return self.actives().filter(Q(dispositif=None) | Q(dispositif_id=dispositif_id))

    def pour_liste(self):
        return self.select_related("dispositif").order_by(
            models.F("dispositif__nom").asc(nulls_first=True), "poste", "intitule"
        )


@historise()
class Competence(ModeleIsole):
    """Something that is learnt at the workplace, in the words of the structure (metier.md §1 rows 15, 52b, 84b)."""

    dispositif = CleIsolee(Dispositif, related_name="competences", null=True, blank=True)
    poste = models.CharField("poste", max_length=80, blank=True)
    intitule = models.CharField("compétence", max_length=120)
    active = models.BooleanField("proposée dans les observations", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(CompetenceQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "compétence"
        verbose_name_plural = "compétences"
        ordering = ["poste", "intitule", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "dispositif", "poste", "intitule"],
                nulls_distinct=False,
                name="competence_unique",
                violation_error_message="Cette compétence est déjà dans la liste.",
            ),
        ]

    def __str__(self):
        return self.intitule


class CompetenceMontreeQuerySet(QuerySetIsole):
    def d_une_personne(self, beneficiaire):
        """What somebody has shown, by skill, the latest first: one query."""
        siennes = self.filter(parcours__beneficiaire=beneficiaire)
        return siennes.select_related("competence", "auteur").order_by(
            "competence__poste", "competence__intitule", "-date", "-pk"
        )


@historise()
class CompetenceMontree(ModeleIsole):
    """One skill seen at one level on one day: the latest says the level, the earlier ones the progress."""

    parcours = CleIsolee(Parcours, related_name="competences")
    competence = CleIsolee(Competence, on_delete=models.PROTECT, related_name="montrees")
    observation = CleIsolee(
        Observation, on_delete=models.SET_NULL, related_name="competences", null=True, editable=False
    )
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    date = models.DateField("vue le")
    niveau = models.PositiveSmallIntegerField("niveau", choices=NiveauCompetence)

    objects = ManagerIsole.from_queryset(CompetenceMontreeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "compétence montrée"
        verbose_name_plural = "compétences montrées"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours", "competence", "date"],
                name="competence_montree_du_jour",
                violation_error_message="Le niveau de cette compétence est déjà noté ce jour-là.",
            ),
            models.CheckConstraint(
                condition=Q(niveau__gte=1, niveau__lte=4),
                name="competence_montree_niveau",
                violation_error_message="Le niveau va de « Découverte » à « Peut montrer aux autres ».",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-date"], name="competence_par_parcours")]

    def __str__(self):
        return f"{self.competence} : {self.get_niveau_display()}"


class FaitChantierQuerySet(QuerySetIsole):
    def pour_liste(self):
        """The journal, the latest first, with who wrote and whom it concerns: two queries."""
        concernees = PersonneDuFait.objects.select_related("parcours__beneficiaire")
        return (
            self.select_related("auteur")
            .prefetch_related(models.Prefetch("personnes", concernees))
            .order_by("-date", "-pk")
        )


@historise()
class FaitChantier(ModeleIsole):
    """An urgent or unplanned fact of the site (metier.md §1 rows 64 and 65); people concerned are optional."""

    date = models.DateTimeField("date et heure")
    texte = models.TextField("ce qui s’est passé")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    objects = ManagerIsole.from_queryset(FaitChantierQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "fait du chantier"
        verbose_name_plural = "faits du chantier"
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["structure", "-date"], name="fait_chantier_par_date")]

    def __str__(self):
        return f"Fait du {self.date:%d/%m/%Y}"


@historise()
class PersonneDuFait(ModeleIsole):
    """Whom a fact of the site concerns."""

    fait = CleIsolee(FaitChantier, related_name="personnes")
    parcours = CleIsolee(Parcours, related_name="faits_chantier")

    class Meta(ModeleIsole.Meta):
        verbose_name = "personne concernée"
        verbose_name_plural = "personnes concernées"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "fait", "parcours"], name="personne_du_fait_unique"),
        ]
        indexes = [models.Index(fields=["structure", "parcours"], name="fait_par_parcours")]

    def __str__(self):
        return str(self.parcours.beneficiaire)
