from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import EtatProjetPartenarial
from .partenaires import Partenaire


class ProjetPartenarialQuerySet(QuerySetIsole):
    def dans_l_etat(self, etat, le):
        """Projects that are `etat` on the day `le`."""
        finis, commences = Q(fin__lt=le), Q(debut__lte=le)
        conditions = {
            EtatProjetPartenarial.TERMINE: finis,
            EtatProjetPartenarial.EN_COURS: commences & (Q(fin__isnull=True) | ~finis),
            EtatProjetPartenarial.A_VENIR: ~commences,
        }
        return self.filter(conditions[etat])

    def pour_liste(self):
        """Projects with their partners and the colleague in charge, the latest begun first: two queries."""
        liens = PartenaireDuProjet.objects.select_related("partenaire")
        lus = self.select_related("responsable").prefetch_related(models.Prefetch("liens", liens))
        return lus.order_by("-debut", "-pk")


@historise()
class ProjetPartenarial(ModeleIsole):
    """Something built with partners: what for, with whom, until when, what came of it (metier.md §1 row 68)."""

    nom = models.CharField("nom du projet", max_length=160)
    objet = models.TextField("à quoi il sert", max_length=4000, blank=True)
    debut = models.DateField("du")
    fin = models.DateField("au", null=True, blank=True)
    responsable = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="projets_partenariaux",
        null=True,
        blank=True,
        verbose_name="suivi par",
    )
    prochaine_etape = models.CharField("prochaine étape", max_length=200, blank=True)
    prochaine_etape_le = models.DateField("prévue le", null=True, blank=True)
    notes = models.TextField("notes", max_length=8000, blank=True)
    bilan = models.TextField("bilan", max_length=8000, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ProjetPartenarialQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "projet partenarial"
        verbose_name_plural = "projets partenariaux"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom", "debut"],
                name="projet_partenarial_unique",
                violation_error_message="Un projet porte déjà ce nom, à cette date.",
            ),
            models.CheckConstraint(
                condition=~Q(nom=""),
                name="projet_partenarial_nomme",
                violation_error_message="Le nom du projet est nécessaire.",
            ),
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="projet_partenarial_fin",
                violation_error_code="projet_fin",
                violation_error_message="Le projet ne peut pas finir avant d’avoir commencé.",
            ),
            models.CheckConstraint(
                condition=Q(prochaine_etape_le__isnull=True) | ~Q(prochaine_etape=""),
                name="projet_partenarial_etape",
                violation_error_code="projet_etape",
                violation_error_message="Dites quelle est cette étape.",
            ),
        ]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("entreprises:projet_detail", args=[self.pk])

    def etat(self, le):
        """Where it is on the day `le`: an `EtatProjetPartenarial`."""
        if self.debut > le:
            return EtatProjetPartenarial.A_VENIR
        return EtatProjetPartenarial.TERMINE if self.fin and self.fin < le else EtatProjetPartenarial.EN_COURS

    def associer(self, partenaires):
        """Make `partenaires` those of the project: the others leave it. Idempotent."""
        self.liens.exclude(partenaire__in=partenaires).delete()
        deja = set(self.liens.values_list("partenaire_id", flat=True))
        nouveaux = [p for p in partenaires if p.pk not in deja]
        PartenaireDuProjet.objects.bulk_create(
            [PartenaireDuProjet(structure_id=self.structure_id, projet=self, partenaire=p) for p in nouveaux]
        )


@historise()
class PartenaireDuProjet(ModeleIsole):
    """A partner takes part in a project."""

    projet = CleIsolee(ProjetPartenarial, related_name="liens")
    partenaire = CleIsolee(Partenaire, on_delete=models.PROTECT, related_name="projets")

    class Meta(ModeleIsole.Meta):
        verbose_name = "partenaire du projet"
        verbose_name_plural = "partenaires du projet"
        ordering = ["partenaire__nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "projet", "partenaire"], name="partenaire_projet_unique"),
        ]

    def __str__(self):
        return str(self.partenaire)
