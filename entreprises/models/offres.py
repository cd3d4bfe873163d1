from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from insertion.enums import Horaire, NiveauFrancais
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models import Rome

from ..enums import ContratOffert, EtatOffre, MotifCloture, NatureOffre, PermisDemande
from .contacts import Contact
from .entreprises import Entreprise, Etablissement

HEURES_MAX = 48
#: A post may ask to live within so many kilometres.
DISTANCE_MAX = 300


class OffreQuerySet(QuerySetIsole):
    def ouvertes(self, le):
        """Offers that one may still propose on the day `le`: neither closed nor expired."""
        return self.filter(Q(expire_le__isnull=True) | Q(expire_le__gte=le), cloturee_le__isnull=True)

    def expirees(self, le):
        """Offers whose date went by without anybody closing them."""
        return self.filter(cloturee_le__isnull=True, expire_le__lt=le)

    def closes(self):
        return self.filter(cloturee_le__isnull=False)

    def expirant(self, le, jours):
        """Open offers that expire within `jours` days of the day `le`, the first to expire first."""
        return self.filter(cloturee_le__isnull=True, expire_le__range=(le, le + timedelta(days=jours))).order_by(
            "expire_le", "pk"
        )

    def dans_l_etat(self, etat, le):
        """Offers that are in `etat` (`EtatOffre`) on the day `le`."""
        if etat == EtatOffre.CLOSE:
            return self.closes()
        return self.ouvertes(le) if etat == EtatOffre.OUVERTE else self.expirees(le)

    def pour_liste(self):
        """What a list of offers shows, in one query."""
        return self.select_related("entreprise", "etablissement", "rome")

    def pour_fiche(self):
        return self.select_related("entreprise", "etablissement", "contact", "rome", "auteur")


@historise()
class Offre(ModeleIsole):
    """A post, an immersion or a training place of a firm, with what it asks as checkable conditions.

    metier.md §1 rows 18 and 52. A condition that is not asked is empty, never « no ».
    """

    entreprise = CleIsolee(Entreprise, related_name="offres")
    etablissement = CleIsolee(
        Etablissement, on_delete=models.SET_NULL, related_name="offres", null=True, blank=True, verbose_name="site"
    )
    contact = CleIsolee(
        Contact, on_delete=models.SET_NULL, related_name="offres", null=True, blank=True, verbose_name="contact"
    )
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    nature = models.CharField("nature", max_length=10, choices=NatureOffre, default=NatureOffre.EMPLOI)
    intitule = models.CharField("intitulé du poste", max_length=160)
    rome = models.ForeignKey(
        Rome, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name="fiche ROME"
    )
    contrat = models.CharField("contrat", max_length=12, choices=ContratOffert, blank=True)
    heures_hebdo = models.DecimalField(
        "heures par semaine",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(HEURES_MAX)],
    )
    horaires = ArrayField(
        models.CharField(max_length=10, choices=Horaire), verbose_name="horaires", default=list, blank=True
    )
    debut = models.DateField("à partir du", null=True, blank=True)
    fin = models.DateField("jusqu’au", null=True, blank=True)
    postes = models.PositiveSmallIntegerField(
        "nombre de postes", default=1, validators=[MinValueValidator(1), MaxValueValidator(200)]
    )
    permis = models.CharField("permis demandé", max_length=8, choices=PermisDemande, blank=True)
    francais = models.CharField("niveau de français", max_length=12, choices=NiveauFrancais, blank=True)
    port_charges = models.BooleanField("port de charges", default=False)
    distance_max_km = models.PositiveSmallIntegerField(
        "habiter à moins de (km)",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(DISTANCE_MAX)],
    )
    description = models.TextField("le poste en quelques mots", max_length=8000, blank=True)
    recue_le = models.DateField("reçue le")
    expire_le = models.DateField("expire le", null=True, blank=True)
    cloturee_le = models.DateField("close le", null=True, blank=True)
    motif_cloture = models.CharField("motif", max_length=16, choices=MotifCloture, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(OffreQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "offre"
        verbose_name_plural = "offres"
        ordering = ["-recue_le", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(debut__isnull=True) | Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="offre_fin_apres_debut",
                violation_error_code="offre_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=Q(expire_le__isnull=True) | Q(expire_le__gte=F("recue_le")),
                name="offre_expire_apres",
                violation_error_code="offre_expire_apres",
                violation_error_message="L’offre ne peut pas expirer avant d’être reçue.",
            ),
            models.CheckConstraint(
                condition=Q(cloturee_le__isnull=True, motif_cloture="")
                | Q(cloturee_le__isnull=False) & ~Q(motif_cloture=""),
                name="offre_cloture_motivee",
                violation_error_code="offre_cloture_motivee",
                violation_error_message="Une offre close porte sa date et son motif.",
            ),
            models.CheckConstraint(
                condition=Q(postes__gte=1),
                name="offre_postes",
                violation_error_code="offre_postes",
                violation_error_message="Une offre compte au moins un poste.",
            ),
            models.CheckConstraint(
                condition=Q(heures_hebdo__isnull=True) | Q(heures_hebdo__range=(1, HEURES_MAX)),
                name="offre_heures",
                violation_error_code="offre_heures",
                violation_error_message=f"Les heures vont de 1 à {HEURES_MAX} par semaine.",
            ),
            models.CheckConstraint(
                condition=Q(distance_max_km__isnull=True) | Q(distance_max_km__range=(1, DISTANCE_MAX)),
                name="offre_distance",
                violation_error_code="offre_distance",
                violation_error_message=f"La distance va de 1 à {DISTANCE_MAX} km.",
            ),
            models.CheckConstraint(
                condition=Q(horaires__contained_by=Horaire.values),
                name="offre_horaires",
                violation_error_code="offre_horaires",
                violation_error_message="Choisissez les horaires dans la liste.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "-recue_le", "-id"], name="offre_recentes"),
            models.Index(fields=["structure", "rome"], name="offre_par_rome"),
            models.Index(fields=["structure", "entreprise"], name="offre_par_entreprise"),
        ]

    def __str__(self):
        return self.intitule

    def get_absolute_url(self):
        return reverse("entreprises:offre_detail", args=[self.pk])

    @property
    def lieu(self):
        """Where it is: the site when one is named, else the firm; both have `code_postal` and `commune`."""
        return self.etablissement or self.entreprise

    def etat(self, le):
        """The `EtatOffre` on the day `le`."""
        if self.cloturee_le:
            return EtatOffre.CLOSE
        return EtatOffre.EXPIREE if self.expire_le and self.expire_le < le else EtatOffre.OUVERTE

    def rouvrir(self):
        """Undo `clore`."""
        self.cloturee_le, self.motif_cloture, self.version = None, "", F("version") + 1
        self.save(update_fields=["cloturee_le", "motif_cloture", "version"])

    def clore(self, motif, le):
        """Close the offer on the day `le` for `motif` (`MotifCloture`)."""
        self.cloturee_le, self.motif_cloture, self.version = le, motif, F("version") + 1
        self.save(update_fields=["cloturee_le", "motif_cloture", "version"])
