from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Concat
from django.urls import reverse
from stdnum.fr import siret as siret_fr

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.structures import code_postal
from insertion.recherche import chercher, mots_et_chiffres
from insertion.texte import SansAccents

from ..enums import Effectif, EtatRelation, Origine, Secteur, SecteurVert

code_naf = RegexValidator(r"^\d{2}\.?\d{2}[A-Z]$", "Un code NAF s’écrit 38.11Z.")


def valider_siret(valeur):
    """Raise `ValidationError` (French) for a SIRET whose 14 figures or keys are wrong."""
    if not siret_fr.is_valid(valeur):
        raise ValidationError("Ce numéro SIRET n’est pas valide : 14 chiffres, clé comprise.")


class EntrepriseQuerySet(QuerySetIsole):
    def cherche(self, texte):
        """Firms whose name, commune or SIRET holds each word of `texte`, typing errors forgiven, the best first."""
        return chercher(self, *mots_et_chiffres(texte), "recherche", "pk")

    def actives(self):
        """Firms that still exist as far as we know."""
        return self.filter(fermee_le__isnull=True)

    def pour_fiche(self):
        """With the colleague in charge, in one query."""
        return self.select_related("referent")


@historise("recherche")
class Entreprise(ModeleIsole):
    """A firm of the address book (metier.md §1 rows 17, 19, 37, 52). It belongs to one structure.

    The state of the relation is never typed: `relation.py` computes it from exchanges and collaborations.
    """

    raison_sociale = models.CharField("raison sociale", max_length=160)
    siret = models.CharField("SIRET", max_length=14, blank=True, validators=[valider_siret])
    naf = models.CharField("code NAF", max_length=6, blank=True, validators=[code_naf])
    secteur = models.CharField("secteur", max_length=16, choices=Secteur, blank=True)
    secteurs_verts = ArrayField(
        models.CharField(max_length=12, choices=SecteurVert),
        verbose_name="secteurs verts",
        default=list,
        blank=True,
    )
    effectif = models.CharField("effectif", max_length=8, choices=Effectif, blank=True)
    adresse = models.CharField("adresse", max_length=200, blank=True)
    code_postal = models.CharField("code postal", max_length=5, blank=True, validators=[code_postal])
    commune = models.CharField("commune", max_length=80, blank=True)
    telephone = models.CharField("téléphone du standard", max_length=20, blank=True)
    email = models.EmailField("adresse e-mail", blank=True)
    site = models.URLField("site internet", blank=True)
    origine = models.CharField("connue par", max_length=12, choices=Origine, blank=True)
    referent = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="entreprises_suivies",
        null=True,
        blank=True,
        verbose_name="suivie par",
    )
    remarques = models.TextField("à savoir", max_length=4000, blank=True)
    fermee_le = models.DateField("a cessé son activité le", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField("ajoutée le", auto_now_add=True)
    recherche = models.GeneratedField(
        expression=SansAccents(Concat("raison_sociale", models.Value(" "), "commune", models.Value(" "), "siret")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ManagerIsole.from_queryset(EntrepriseQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "entreprise"
        verbose_name_plural = "entreprises"
        ordering = ["recherche", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "siret"],
                condition=~models.Q(siret=""),
                name="entreprise_siret_unique",
                violation_error_message="Cette entreprise est déjà dans le carnet d’adresses, avec ce SIRET.",
            ),
            models.CheckConstraint(
                condition=~models.Q(raison_sociale=""),
                name="entreprise_nommee",
                violation_error_message="La raison sociale est nécessaire.",
            ),
            models.CheckConstraint(
                condition=models.Q(siret="") | models.Q(siret__regex=r"^\d{14}$"),
                name="entreprise_siret_chiffres",
                violation_error_message="Un numéro SIRET compte 14 chiffres.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "recherche", "id"], name="entreprise_liste"),
            models.Index(fields=["structure", "referent"], name="entreprise_par_referent"),
        ]

    def __str__(self):
        return self.raison_sociale

    def get_absolute_url(self):
        return reverse("entreprises:entreprise_detail", args=[self.pk])

    @property
    def libelle_relation(self):
        """Where the relation stands, in words; of a firm annotated by `avec_relation`."""
        return EtatRelation(self.etat_relation).label

    @property
    def libelles_verts(self):
        return [SecteurVert(code).label for code in self.secteurs_verts]

    def fermer(self, le):
        """It has ceased on the day `le`; ceased already, it keeps its first date."""
        self.fermee_le = self.fermee_le or le
        self.version += 1
        self.save(update_fields=["fermee_le", "version"])

    def rouvrir(self):
        """Undo `fermer`."""
        self.fermee_le = None
        self.version += 1
        self.save(update_fields=["fermee_le", "version"])


@historise()
class Etablissement(ModeleIsole):
    """Another site of a firm: where a post or an immersion really is."""

    entreprise = CleIsolee(Entreprise, related_name="etablissements")
    nom = models.CharField("nom du site", max_length=120)
    siret = models.CharField("SIRET", max_length=14, blank=True, validators=[valider_siret])
    adresse = models.CharField("adresse", max_length=200, blank=True)
    code_postal = models.CharField("code postal", max_length=5, blank=True, validators=[code_postal])
    commune = models.CharField("commune", max_length=80, blank=True)
    fermee_le = models.DateField("fermé le", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "établissement"
        verbose_name_plural = "établissements"
        ordering = ["nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "siret"],
                condition=~models.Q(siret=""),
                name="etablissement_siret_unique",
                violation_error_message="Un établissement porte déjà ce SIRET.",
            ),
        ]

    def __str__(self):
        return f"{self.nom} ({self.commune})" if self.commune else self.nom
