import uuid

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models import FichierDepose, FichierDeposeQuerySet
from parcours.models import Dispositif

from ..enums import GenreFinanceur, ModeleBilan

POSITIF = MinValueValidator(0, "Un montant ne peut pas être négatif.")


@historise()
class Financeur(ModeleIsole):
    """Who pays for the accompaniment, and asks for a report (metier.md §1 rows 49 and 52c)."""

    nom = models.CharField("nom", max_length=120)
    genre = models.CharField("genre", max_length=16, choices=GenreFinanceur)
    interlocuteur = models.CharField("interlocuteur", max_length=120, blank=True)
    email = models.EmailField("adresse e-mail", blank=True)
    telephone = models.CharField("téléphone", max_length=20, blank=True)
    voit_petits_effectifs = models.BooleanField(
        "habilité à recevoir les petits effectifs",
        default=False,
        help_text="Sans cette habilitation, un nombre de 1 à 4 personnes est masqué dans ses bilans.",
    )
    actif = models.BooleanField("finance encore la structure", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "financeur"
        verbose_name_plural = "financeurs"
        ordering = ["nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "nom"],
                name="financeur_nom_unique",
                violation_error_message="Un financeur porte déjà ce nom.",
            ),
        ]

    def __str__(self):
        return self.nom


class ConventionQuerySet(QuerySetIsole):
    def en_vigueur(self, le):
        """Agreements that run on the day `le`."""
        return self.filter(debut__lte=le, fin__gte=le)

    def du_fse(self):
        """Agreements that ask for what the FSE+ asks for."""
        return self.filter(Q(cofinance_ue=True) | Q(financeur__genre=GenreFinanceur.FSE))

    def pour_liste(self):
        """With the funder, in one query, those that end last first."""
        return self.select_related("financeur").order_by("-fin", "intitule", "pk")

    def pour_fiche(self):
        return self.select_related("financeur", "structure").prefetch_related(
            "couverts__dispositif", "cibles", "pieces"
        )


@historise()
class Convention(ModeleIsole):
    """A funding agreement: what it covers, how long, how much, what it expects (metier.md §1 rows 49, 52c, §6.2).

    `sections` are the rubrics (`indicateurs.registre.RUBRIQUES`) that its report wants, which make the plan of a new
    one (`bilans.blocs.SECTIONS`); none means all of them.
    """

    financeur = CleIsolee(Financeur, on_delete=models.PROTECT, related_name="conventions")
    intitule = models.CharField("intitulé", max_length=160)
    numero = models.CharField("numéro", max_length=40, blank=True)
    debut = models.DateField("du")
    fin = models.DateField("au")
    montant = models.DecimalField(
        "montant (€)", max_digits=12, decimal_places=2, null=True, blank=True, validators=[POSITIF]
    )
    cofinance_ue = models.BooleanField("cofinancée par l’Union européenne (FSE+)", default=False)
    modele = models.CharField("bilan demandé", max_length=16, choices=ModeleBilan, default=ModeleBilan.INTERNE)
    bilan_le = models.DateField("bilan à remettre avant le", null=True, blank=True)
    sections = ArrayField(models.CharField(max_length=60), verbose_name="parties du bilan", default=list, blank=True)
    remarques = models.TextField("à savoir", max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ConventionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "convention"
        verbose_name_plural = "conventions"
        ordering = ["-fin", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__gte=F("debut")),
                name="convention_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=Q(montant__isnull=True) | Q(montant__gte=0),
                name="convention_montant_positif",
                violation_error_message="Un montant ne peut pas être négatif.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "debut", "fin"], name="convention_par_periode")]

    def __str__(self):
        return f"{self.intitule} ({self.financeur})"

    def get_absolute_url(self):
        return reverse("pilotage:convention_detail", args=[self.pk])

    def couvrir(self, dispositifs):
        """Make `dispositifs` the ones that it pays for; what did not change is not written again."""
        voulus, connus = {d.pk for d in dispositifs}, set(self.couverts.values_list("dispositif_id", flat=True))
        self.couverts.filter(dispositif_id__in=connus - voulus).delete()
        nouveaux = (
            DispositifCouvert(structure_id=self.structure_id, convention=self, dispositif_id=pk)
            for pk in sorted(voulus - connus)
        )
        DispositifCouvert.objects.bulk_create(nouveaux)


@historise()
class DispositifCouvert(ModeleIsole):
    """A dispositif that an agreement pays for; none at all means the whole structure."""

    convention = CleIsolee(Convention, related_name="couverts")
    dispositif = CleIsolee(Dispositif, related_name="conventions")

    class Meta(ModeleIsole.Meta):
        verbose_name = "dispositif couvert"
        verbose_name_plural = "dispositifs couverts"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "convention", "dispositif"],
                name="dispositif_couvert_une_fois",
                violation_error_message="Ce dispositif est déjà couvert.",
            ),
        ]

    def __str__(self):
        return str(self.dispositif)


@historise()
class Cible(ModeleIsole):
    """What an agreement expects of one line of one indicator (`pilotage.indicateurs`), in the unit of that line."""

    convention = CleIsolee(Convention, related_name="cibles")
    indicateur = models.CharField("indicateur", max_length=40)
    ligne = models.CharField("ligne", max_length=40)
    valeur = models.DecimalField("visé", max_digits=12, decimal_places=2, validators=[POSITIF])
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "cible"
        verbose_name_plural = "cibles"
        ordering = ["indicateur", "ligne", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "convention", "indicateur", "ligne"],
                name="cible_une_par_ligne",
                violation_error_message="Cette convention vise déjà une valeur pour cet indicateur.",
            ),
            models.CheckConstraint(
                condition=Q(valeur__gte=0),
                name="cible_positive",
                violation_error_message="Une cible ne peut pas être négative.",
            ),
        ]

    def __str__(self):
        return f"{self.indicateur}, {self.ligne} : {self.valeur}"


def chemin_piece(piece, nom):
    """Where a file is stored: nothing of its name shows on the disk."""
    return f"{piece.structure_id}/conventions/{uuid.uuid4().hex}"


@historise()
class PieceConvention(FichierDepose):
    """A file of an agreement: the signed text, an amendment, a letter."""

    convention = CleIsolee(Convention, related_name="pieces")
    fichier = models.FileField("fichier", upload_to=chemin_piece)

    objects = ManagerIsole.from_queryset(FichierDeposeQuerySet)()

    class Meta(FichierDepose.Meta):
        verbose_name = "document de convention"
        verbose_name_plural = "documents de convention"
        ordering = ["-created_at", "-pk"]
