from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from stdnum.fr import siret as siret_fr

from ..enums import DOMAINES_PAR_DEFAUT, TYPES_EMPLOYEURS, Domaine, GrilleDiagnostic, Role, TypeStructure, Vocabulaire


def valider_siret(valeur):
    if not siret_fr.is_valid(valeur):
        raise ValidationError("Ce numéro SIRET n’est pas valide : 14 chiffres, clé comprise.")


def domaines_par_defaut():
    return [domaine.value for domaine in DOMAINES_PAR_DEFAUT]


class Structure(models.Model):
    """A structure d'insertion: the border that no row crosses."""

    nom = models.CharField("nom", max_length=120)
    siret = models.CharField("SIRET", max_length=14, unique=True, validators=[valider_siret])
    type = models.CharField("type", max_length=20, choices=TypeStructure)
    vocabulaire = models.CharField(
        "mot employé pour les personnes",
        max_length=20,
        choices=Vocabulaire,
        default=Vocabulaire.BENEFICIAIRE,
    )
    adresse = models.CharField("adresse", max_length=200, blank=True)
    telephone = models.CharField("téléphone", max_length=20, blank=True)
    rythme_entretiens = models.PositiveSmallIntegerField("rythme des entretiens (jours)", default=30)
    domaines = ArrayField(
        models.CharField(max_length=20, choices=Domaine),
        verbose_name="domaines du diagnostic",
        default=domaines_par_defaut,
    )
    grille = models.CharField(
        "grille du diagnostic",
        max_length=10,
        choices=GrilleDiagnostic,
        default=GrilleDiagnostic.TREMPLIN,
    )

    class Meta:
        verbose_name = "structure"
        verbose_name_plural = "structures"
        ordering = ["nom"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rythme_entretiens__gte=1, rythme_entretiens__lte=365),
                name="structure_rythme_entretiens",
                violation_error_message="Le rythme des entretiens va de 1 à 365 jours.",
            )
        ]

    def __str__(self):
        return self.nom

    @property
    def emploie(self):
        """Whether it signs work contracts with the people it accompanies; elsewhere no page names one."""
        return self.type in TYPES_EMPLOYEURS

    @property
    def heberge(self):
        """Whether it houses people, and so follows their path towards a home (metier.md §1 row 72)."""
        return self.type == TypeStructure.CHRS


class Periode(models.Func):
    """The closed range of dates [debut, fin]; an empty `fin` means « still »."""

    function = "daterange"
    output_field = DateRangeField()


class AppartenanceQuerySet(models.QuerySet):
    def actives(self, le=None):
        """Memberships in force on the day `le` (today unless given)."""
        le = le or timezone.localdate()
        return self.filter(models.Q(fin__isnull=True) | models.Q(fin__gte=le), debut__lte=le)

    def pour_session(self, utilisateur, structure_id):
        """The membership chosen in the session, else the first one; None for somebody without any.

        Its `autres` are the memberships that could be chosen instead.
        """
        siennes = list(self.filter(utilisateur=utilisateur).select_related("structure").order_by("pk"))
        choisie = next((a for a in siennes if a.structure_id == structure_id), None) or next(iter(siennes), None)
        if choisie:
            choisie.autres = [a for a in siennes if a is not choisie]
        return choisie


class Appartenance(models.Model):
    """A user works for a structure, in a role, between two dates."""

    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="appartenances")
    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="appartenances")
    role = models.CharField("rôle", max_length=20, choices=Role)
    debut = models.DateField("depuis le", default=timezone.localdate)
    fin = models.DateField("jusqu’au", null=True, blank=True)

    objects = AppartenanceQuerySet.as_manager()

    class Meta:
        verbose_name = "appartenance"
        verbose_name_plural = "appartenances"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fin__isnull=True) | models.Q(fin__gte=models.F("debut")),
                name="appartenance_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            ExclusionConstraint(
                name="appartenance_sans_chevauchement",
                expressions=[
                    ("utilisateur", RangeOperators.EQUAL),
                    ("structure", RangeOperators.EQUAL),
                    (
                        Periode(
                            "debut",
                            "fin",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Cette personne appartient déjà à la structure à ces dates.",
            ),
        ]

    def __str__(self):
        return f"{self.utilisateur}, {self.get_role_display()}, {self.structure}"
