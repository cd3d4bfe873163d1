from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from beneficiaires.models import Beneficiaire, Document
from insertion.enums import Horaire, OuiNon
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models import Rome

from ..enums import EtapeMetier, OutilRecherche, StatutPiece

RAYON_MAX = 300
#: The legal ceiling of a week, in hours (code du travail, L3121-20).
HEURES_MAX = 48


@historise()
class Projet(ModeleIsole):
    """What somebody wants of work, in their own words: one row a person, whatever the parcours (metier.md §1 row 4).

    Constraints often say something of health or of the family, so only the roles that follow people read this row.
    """

    FUSION_REFUSEE = "Recopiez dans l’un des deux projets ce que dit l’autre, videz l’autre, puis revenez."

    beneficiaire = CleIsolee(Beneficiaire, related_name="projets")
    paroles = models.TextField("ce que la personne en dit", max_length=4000, blank=True)
    metier_avant = models.CharField("métier d’avant", max_length=160, blank=True)
    rayon_km = models.PositiveSmallIntegerField(
        "jusqu’où chercher (km)", null=True, blank=True, validators=[MaxValueValidator(RAYON_MAX)]
    )
    heures_souhaitees = models.DecimalField(
        "heures souhaitées par semaine", max_digits=4, decimal_places=1, null=True, blank=True
    )
    contraintes = models.TextField("contraintes à respecter", max_length=4000, blank=True)
    horaires_possibles = ArrayField(
        models.CharField(max_length=10, choices=Horaire), verbose_name="horaires possibles", default=list, blank=True
    )
    disponible_le = models.DateField("disponible à partir du", null=True, blank=True)
    port_charges = models.CharField("port de charges", max_length=3, choices=OuiNon, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "projet professionnel"
        verbose_name_plural = "projets professionnels"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "beneficiaire"], name="projet_un_par_personne"),
            models.CheckConstraint(
                condition=Q(rayon_km__isnull=True) | Q(rayon_km__lte=RAYON_MAX),
                name="projet_rayon",
                violation_error_message=f"Le rayon va jusqu’à {RAYON_MAX} km.",
            ),
            models.CheckConstraint(
                condition=Q(heures_souhaitees__isnull=True)
                | Q(heures_souhaitees__gt=0, heures_souhaitees__lte=HEURES_MAX),
                name="projet_heures",
                violation_error_message=f"Les heures souhaitées vont de 1 à {HEURES_MAX} par semaine.",
            ),
        ]

    def __str__(self):
        return f"Projet de {self.beneficiaire}"

    @property
    def libelles_horaires(self):
        """When the person can work, in words; empty when it was not asked."""
        return [Horaire(code).label for code in self.horaires_possibles]


class MetierViseQuerySet(QuerySetIsole):
    def avec_etape(self):
        """Annotate `etape` (code) and `etape_le`: the last that was said; None when none may be read."""
        dernieres = EtapeProjet.objects.filter(metier=OuterRef("pk")).order_by("-le", "-pk")
        return self.annotate(
            etape=Subquery(dernieres.values("etape")[:1]),
            etape_le=Subquery(dernieres.values("le")[:1]),
        )

    def gardes(self):
        """Those that nobody gave up: « abandonné » is not the last stage that may be read; a stage nobody may read is
        no reason to forget the job."""
        abandons = EtapeProjet.objects.filter(metier=OuterRef("pk"), etape=EtapeMetier.ABANDONNE)
        depuis = Q(le__gt=OuterRef("le")) | Q(le=OuterRef("le"), pk__gt=OuterRef("pk"))
        reprises = EtapeProjet.objects.filter(depuis, metier=OuterRef("metier"))
        return self.filter(~Exists(abandons.filter(~Exists(reprises))))

    def pour_projet(self):
        """Target jobs with their stage, given-up ones last, the most recently talked about first; one query."""
        abandonne = models.Case(models.When(etape=EtapeMetier.ABANDONNE, then=1), default=0)
        return self.avec_etape().select_related("rome").order_by(abandonne, F("etape_le").desc(nulls_last=True), "pk")

    def pour_fiche(self):
        return self.avec_etape().select_related("beneficiaire", "rome")


@historise()
class MetierVise(ModeleIsole):
    """One job that somebody aims at; where it stands is its last `EtapeProjet` (metier.md §1 rows 4, 36, 61)."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="metiers_vises")
    intitule = models.CharField("métier visé", max_length=160)
    rome = models.ForeignKey(
        Rome, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name="fiche ROME"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(MetierViseQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "métier visé"
        verbose_name_plural = "métiers visés"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire", "intitule"],
                name="metier_vise_unique",
                violation_error_message="Ce métier est déjà dans le projet : dites plutôt où il en est.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "rome"], name="metier_vise_par_rome")]

    def __str__(self):
        return self.intitule

    @property
    def libelle_etape(self):
        """The stage annotated by `avec_etape`, in words; empty when it may not be read."""
        return EtapeMetier(self.etape).label if self.etape else ""

    def passer_a(self, etape, le, constat="", auteur=None):
        """Record that it stands at `etape` on the day `le`, and what shows it; return the row."""
        return EtapeProjet.objects.create(
            structure_id=self.structure_id, metier=self, etape=etape, le=le, constat=constat, auteur=auteur
        )


@historise()
class EtapeProjet(ModeleIsole):
    """Where a target job stood on a day, and what shows it: the history of the project is these rows."""

    metier = CleIsolee(MetierVise, related_name="etapes")
    etape = models.CharField("où en est ce métier", max_length=10, choices=EtapeMetier, default=EtapeMetier.EXPLORE)
    le = models.DateField("le")
    constat = models.CharField("ce qui le montre", max_length=400, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta(ModeleIsole.Meta):
        verbose_name = "étape du projet"
        verbose_name_plural = "étapes du projet"
        ordering = ["-le", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(etape="valide") | ~Q(constat=""),
                name="etape_validee_dit_ou",
                violation_error_message="Dites ce qui valide ce métier : l’immersion, son lieu, son bilan.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "metier", "-le"], name="etape_par_metier")]

    def __str__(self):
        return f"{self.get_etape_display()}, le {self.le:%d/%m/%Y}"


class VersionPieceQuerySet(QuerySetIsole):
    def pour_fiche(self):
        return self.select_related("document__beneficiaire", "metier")


@historise()
class VersionPiece(ModeleIsole):
    """What became of a CV or of a letter: read again, ready to send, for which job (metier.md §1 row 14).

    The file is the `Document`; a file without a row here is a draft. Its number is its rank among those of its kind.
    """

    document = CleIsolee(Document, related_name="versions")
    metier = CleIsolee(
        MetierVise,
        on_delete=models.SET_NULL,
        related_name="pieces",
        null=True,
        blank=True,
        verbose_name="pour quel métier",
    )
    relu_le = models.DateField("relu le", null=True, blank=True)
    pret_le = models.DateField("prêt à envoyer le", null=True, blank=True)
    remarque = models.CharField("remarque", max_length=300, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(VersionPieceQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "version de CV ou de lettre"
        verbose_name_plural = "versions de CV et de lettres"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "document"], name="version_piece_une_par_document"),
            models.CheckConstraint(
                condition=Q(pret_le__isnull=True) | Q(relu_le__isnull=False, relu_le__lte=F("pret_le")),
                name="version_piece_relue_avant_prete",
                violation_error_message="Une version prête à envoyer a été relue avant, ou le même jour.",
            ),
        ]

    def __str__(self):
        return self.statut.label

    @property
    def statut(self):
        """The `StatutPiece` that the dates alone say."""
        if self.pret_le:
            return StatutPiece.PRET
        return StatutPiece.RELU if self.relu_le else StatutPiece.BROUILLON

    def passer_a(self, statut, le):
        """Change the status on the day `le`, a day already said staying as it is; a draft again loses its days."""
        if statut == self.statut:
            return
        self.relu_le = None if statut == StatutPiece.BROUILLON else self.relu_le or le
        self.pret_le = max(le, self.relu_le) if statut == StatutPiece.PRET else None
        self.version += 1
        self.save()


@historise()
class PointRecherche(ModeleIsole):
    """One thing that is ready for the job search, since a day; no row, not ready (metier.md §1 row 43)."""

    FUSION_PREMIER_DIT = "fait_le"

    beneficiaire = CleIsolee(Beneficiaire, related_name="points_recherche")
    outil = models.CharField("outil", max_length=16, choices=OutilRecherche)
    fait_le = models.DateField("prêt depuis le")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta(ModeleIsole.Meta):
        verbose_name = "point de la recherche d’emploi"
        verbose_name_plural = "points de la recherche d’emploi"
        ordering = ["fait_le", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "beneficiaire", "outil"], name="point_recherche_unique"),
        ]

    def __str__(self):
        return self.get_outil_display()
