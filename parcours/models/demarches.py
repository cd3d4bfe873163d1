from django.db import models
from django.db.models import F, Q

from insertion.enums import Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Fait, Resultat
from .entretiens import TRAJET_MAXIMAL
from .parcours import Parcours


class DemarcheQuerySet(QuerySetIsole):
    def d_une_personne(self, beneficiaire):
        """Every errand of a person, whatever the parcours."""
        return self.filter(parcours__beneficiaire=beneficiaire)

    def pour_liste(self):
        """With their authors, the latest first."""
        return self.select_related("auteur").order_by("-date", "-pk")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "parcours__dispositif")

    def a_relancer(self, le):
        """Errands still open whose follow-up is due on the day `le`."""
        return self.filter(relance__lte=le, resultat__in=(Resultat.EN_ATTENTE, Resultat.A_REFAIRE))


@historise()
class Demarche(ModeleIsole):
    """An errand: what, where, and who did it, with the person beside or not (metier.md §1 rows 33, 40)."""

    parcours = CleIsolee(Parcours, related_name="demarches")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    date = models.DateField("date")
    intitule = models.CharField("démarche", max_length=200)
    organisme = models.CharField("organisme", max_length=120, blank=True)
    domaine = models.CharField("domaine", max_length=20, choices=Domaine, blank=True)
    fait = models.CharField("faite", max_length=4, choices=Fait)
    personne_presente = models.BooleanField("la personne était présente")
    resultat = models.CharField("résultat", max_length=10, choices=Resultat)
    relance = models.DateField("à relancer le", null=True, blank=True)
    duree_minutes = models.PositiveSmallIntegerField("durée (minutes)", null=True, blank=True)
    trajet_minutes = models.PositiveSmallIntegerField("trajet (minutes)", null=True, blank=True)
    commentaire = models.TextField("ce qu’il faut retenir", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(DemarcheQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "démarche"
        verbose_name_plural = "démarches"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fait="pour") | Q(personne_presente=True),
                name="demarche_presence",
                violation_error_message="Faite par la personne ou avec elle : elle était présente.",
            ),
            models.CheckConstraint(
                condition=Q(relance__isnull=True) | Q(relance__gte=F("date")),
                name="demarche_relance_apres",
                violation_error_message="La relance ne peut pas précéder la démarche.",
            ),
            models.CheckConstraint(
                condition=Q(trajet_minutes__isnull=True) | Q(trajet_minutes__lte=TRAJET_MAXIMAL),
                name="demarche_trajet",
                violation_error_message=f"Le trajet ne dépasse pas {TRAJET_MAXIMAL} minutes.",
            ),
            models.CheckConstraint(
                condition=Q(duree_minutes__isnull=True) | Q(duree_minutes__lte=TRAJET_MAXIMAL),
                name="demarche_duree",
                violation_error_message=f"La durée ne dépasse pas {TRAJET_MAXIMAL} minutes.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-date"], name="demarche_par_parcours")]

    def __str__(self):
        return self.intitule

    @property
    def est_ouverte(self):
        return self.resultat in (Resultat.EN_ATTENTE, Resultat.A_REFAIRE)

    def est_a_relancer(self, le):
        """Whether its follow-up is due on the day `le`."""
        return self.est_ouverte and self.relance is not None and self.relance <= le
