from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.referentiels import Referentiel, ReferentielQuerySet

from ..enums import Annexe, ListeCriteres
from .candidatures import OUVERTES, Candidature

#: How the codes of the GEIQ begin: the two lists name many things alike.
PREFIXE_GEIQ = "GEIQ_"


class CritereQuerySet(ReferentielQuerySet):
    def de_la_liste(self, liste, le):
        """What a structure of that list may choose on the day `le`, in the order of the list."""
        return self.en_vigueur(le).filter(liste=liste)


class CritereEligibilite(Referentiel):
    """One administrative criterion of the IAE or of the GEIQ, and the proof that it asks for (metier.md §4.5).

    `age_max_mois` is how old the proof may be (None: any age); `a_terme` says that the proof has an end and must be
    valid still; `honneur_seul` that the age limits a statement on honour only, not a diploma. In a GEIQ it stands in
    an `annexe`, and whoever meets it meets another one as well (`implique`, its code).
    """

    liste = models.CharField("liste", max_length=4, choices=ListeCriteres, default=ListeCriteres.IAE)
    annexe = models.CharField("annexe", max_length=3, choices=Annexe, blank=True)
    niveau = models.PositiveSmallIntegerField("niveau", null=True, blank=True)
    rang = models.PositiveSmallIntegerField("rang")
    preuve = models.CharField("justificatif", max_length=255)
    age_max_mois = models.PositiveSmallIntegerField("âge maximal du justificatif (mois)", null=True, blank=True)
    a_terme = models.BooleanField("valable jusqu’à une date", default=False)
    honneur_seul = models.BooleanField("âge limité pour l’attestation sur l’honneur seulement", default=False)
    implique = models.CharField("compte aussi pour", max_length=40, blank=True)

    objects = CritereQuerySet.as_manager()

    class Meta(Referentiel.Meta):
        verbose_name = "critère d’éligibilité"
        verbose_name_plural = "critères d’éligibilité"
        ordering = ["liste", "niveau", "rang"]

    @property
    def nature(self):
        """What it is about, whatever the list: « SENIOR » for « GEIQ_SENIOR » too."""
        return self.code.removeprefix(PREFIXE_GEIQ)

    @property
    def place(self):
        """« niveau 1 », « annexes 1 et 2, niveau 2 », « annexe 1 »."""
        niveau = f"niveau {self.niveau}" if self.niveau else ""
        return ", ".join(filter(None, (self.get_annexe_display(), niveau)))


class CritereRetenuQuerySet(QuerySetIsole):
    def des_candidatures_ouvertes(self):
        """Criteria of applications that wait for a decision."""
        return self.filter(candidature__statut__in=OUVERTES)

    def pour_candidature(self):
        """With the published criterion, level 1 first, in one query."""
        return self.select_related("critere").order_by("critere__niveau", "critere__rang")


@historise()
class CritereRetenu(ModeleIsole):
    """A criterion that the person meets, with the date of its proof.

    The key is the published code itself: the policy of the table hides the sensitive ones by it.
    """

    candidature = CleIsolee(Candidature, related_name="criteres")
    critere = models.ForeignKey(
        CritereEligibilite, on_delete=models.PROTECT, related_name="+", verbose_name="critère"
    )
    preuve_le = models.DateField("justificatif du", null=True, blank=True)
    preuve_fin = models.DateField("valable jusqu’au", null=True, blank=True)
    sur_l_honneur = models.BooleanField("attestation sur l’honneur", default=False)

    objects = ManagerIsole.from_queryset(CritereRetenuQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "critère retenu"
        verbose_name_plural = "critères retenus"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "candidature", "critere"],
                name="critere_retenu_une_fois",
                violation_error_message="Ce critère est déjà retenu.",
            ),
            models.CheckConstraint(
                condition=Q(preuve_le__isnull=True) | Q(preuve_fin__isnull=True) | Q(preuve_fin__gte=F("preuve_le")),
                name="critere_retenu_fin_apres_debut",
                violation_error_message="La fin de validité ne peut pas précéder la date du justificatif.",
            ),
        ]

    def __str__(self):
        return str(self.critere)

    @property
    def valable_jusqu_au(self):
        """The last day on which the proof holds; None when it has no end, or when nobody dated it.

        « Datant de moins de 3 mois »: on the day when it is three months old, it is too old.
        """
        critere = self.critere
        if critere.a_terme:
            return self.preuve_fin
        sans_age = critere.age_max_mois is None or (critere.honneur_seul and not self.sur_l_honneur)
        if sans_age or self.preuve_le is None:
            return None
        return self.preuve_le + relativedelta(months=critere.age_max_mois, days=-1)
