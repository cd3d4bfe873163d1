from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, ExtractYear

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import EtatPrestation, TypePrestation
from .contacts import Contact
from .entreprises import Entreprise

MONTANT_MAX = 9_999_999


class PrestationQuerySet(QuerySetIsole):
    def avec_annee(self):
        """Annotate `annee`: that of the invoice, else of the acceptance, else of the quote."""
        return self.annotate(annee=ExtractYear(Coalesce("facturee_le", "acceptee_le", "devis_le")))

    def de_l_annee(self, annee):
        """Those that count in the year `annee` (int); None: all of them."""
        return self.avec_annee().filter(annee=annee) if annee else self.avec_annee()

    def pour_liste(self):
        return self.select_related("entreprise").order_by("-devis_le", "-pk")

    def pour_fiche(self):
        return self.select_related("entreprise", "contact", "auteur")


@historise()
class Prestation(ModeleIsole):
    """Something that the structure sells to a firm: its quote, its dates, its invoice (metier.md §1 rows 37 and 46).

    No accounting: the amount before tax, in euros, and the reference of the invoice that was made elsewhere.
    """

    entreprise = CleIsolee(Entreprise, on_delete=models.PROTECT, related_name="prestations")
    contact = CleIsolee(
        Contact, on_delete=models.SET_NULL, related_name="prestations", null=True, blank=True, verbose_name="contact"
    )
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    type = models.CharField("type", max_length=20, choices=TypePrestation, default=TypePrestation.TRAVAIL)
    intitule = models.CharField("intitulé", max_length=160)
    description = models.TextField("ce qui est vendu", max_length=8000, blank=True)
    devis_le = models.DateField("devis du")
    montant_ht = models.DecimalField(
        "montant HT (€)",
        max_digits=9,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(MONTANT_MAX)],
    )
    acceptee_le = models.DateField("acceptée le", null=True, blank=True)
    refusee_le = models.DateField("refusée le", null=True, blank=True)
    debut = models.DateField("à partir du", null=True, blank=True)
    fin = models.DateField("jusqu’au", null=True, blank=True)
    facture = models.CharField("référence de la facture", max_length=60, blank=True)
    facturee_le = models.DateField("facturée le", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(PrestationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "prestation"
        verbose_name_plural = "prestations"
        ordering = ["-devis_le", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(montant_ht__gte=0),
                name="prestation_montant",
                violation_error_code="prestation_montant",
                violation_error_message="Le montant est positif ou nul.",
            ),
            models.CheckConstraint(
                condition=Q(acceptee_le__isnull=True) | Q(refusee_le__isnull=True),
                name="prestation_une_reponse",
                violation_error_code="prestation_une_reponse",
                violation_error_message="Un devis est accepté ou refusé, pas les deux.",
            ),
            models.CheckConstraint(
                condition=(Q(acceptee_le__isnull=True) | Q(acceptee_le__gte=F("devis_le")))
                & (Q(refusee_le__isnull=True) | Q(refusee_le__gte=F("devis_le"))),
                name="prestation_reponse_apres_devis",
                violation_error_code="prestation_reponse_apres_devis",
                violation_error_message="La réponse ne peut pas précéder le devis.",
            ),
            models.CheckConstraint(
                condition=Q(debut__isnull=True) | Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="prestation_fin_apres_debut",
                violation_error_code="prestation_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=Q(facturee_le__isnull=True, facture="") | Q(facturee_le__isnull=False) & ~Q(facture=""),
                name="prestation_facture_datee",
                violation_error_code="prestation_facture_datee",
                violation_error_message="Une facture a sa référence et sa date.",
            ),
            models.CheckConstraint(
                condition=Q(facturee_le__isnull=True)
                | Q(acceptee_le__isnull=False, facturee_le__gte=F("acceptee_le")),
                name="prestation_facture_apres_accord",
                violation_error_code="prestation_facture_apres_accord",
                violation_error_message="On facture une prestation acceptée, et pas avant le jour de l’accord.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "entreprise", "-devis_le"], name="prestation_par_entreprise"),
            models.Index(fields=["structure", "-devis_le", "-id"], name="prestation_recentes"),
        ]

    def __str__(self):
        return self.intitule

    def etat(self, le):
        """The `EtatPrestation` on the day `le`."""
        if self.refusee_le:
            return EtatPrestation.REFUSEE
        if self.facturee_le:
            return EtatPrestation.FACTUREE
        if not self.acceptee_le:
            return EtatPrestation.DEVIS
        if self.fin and self.fin < le:
            return EtatPrestation.TERMINEE
        return EtatPrestation.EN_COURS if self.debut and self.debut <= le else EtatPrestation.ACCEPTEE
