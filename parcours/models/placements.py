from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from entreprises.models import Contact, Entreprise, Offre
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import ETAPES_FINALES, AccordPersonne, EtapePlacement, FormeEmploi, MotifRefus
from .parcours import Parcours

#: A precision a little longer than a motive.
PRECISION = 400


class MiseEnRelationQuerySet(QuerySetIsole):
    def avec_etape(self):
        """Annotate `etape` (code), `etape_le` and `motif` of the last step, None when none; and `embauche_le`."""
        dernieres = EtapeMiseEnRelation.objects.filter(mise_en_relation=OuterRef("pk")).order_by("-le", "-pk")
        embauches = Embauche.objects.filter(mise_en_relation=OuterRef("pk"))
        return self.annotate(
            etape=Subquery(dernieres.values("etape")[:1]),
            etape_le=Subquery(dernieres.values("le")[:1]),
            motif=Subquery(dernieres.values("motif")[:1]),
            embauche_le=Subquery(embauches.values("debut")[:1]),
        )

    def en_cours(self):
        """Those that nothing has ended yet: no refusal, no hire, and the person did not say no."""
        finies = EtapeMiseEnRelation.objects.filter(mise_en_relation=OuterRef("pk"), etape__in=ETAPES_FINALES)
        embauchees = Embauche.objects.filter(mise_en_relation=OuterRef("pk"))
        return self.exclude(accord=AccordPersonne.NON).filter(~Exists(finies), ~Exists(embauchees))

    def d_une_personne(self, beneficiaire):
        """Every firm that somebody was proposed to, the latest first, with where it stands, in one query."""
        siennes = self.filter(parcours__beneficiaire=beneficiaire)
        return siennes.select_related("entreprise", "offre").avec_etape().order_by("-proposee_le", "-pk")

    def d_une_entreprise(self, entreprise):
        """Everybody who was proposed to a firm, the latest first, with where it stands, in one query."""
        siennes = self.filter(entreprise=entreprise).select_related("parcours__beneficiaire", "offre")
        return siennes.avec_etape().order_by("-proposee_le", "-pk")

    def d_une_offre(self, offre_id):
        """Everybody who was proposed for an offer, the latest first, with where it stands, in one query."""
        siennes = self.filter(offre=offre_id).select_related("parcours__beneficiaire")
        return siennes.avec_etape().order_by("-proposee_le", "-pk")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "parcours__structure", "entreprise", "offre", "contact")


@historise()
class MiseEnRelation(ModeleIsole):
    """Somebody proposed to a firm, for an offer or without one (metier.md §1 rows 31 and 44).

    `raisons` keeps what was shown that day (« correspond », « à vérifier »), so that nobody wonders later why.
    """

    parcours = CleIsolee(Parcours, related_name="mises_en_relation")
    entreprise = CleIsolee(Entreprise, on_delete=models.PROTECT, related_name="mises_en_relation")
    offre = CleIsolee(
        Offre, on_delete=models.PROTECT, related_name="mises_en_relation", null=True, blank=True, verbose_name="offre"
    )
    contact = CleIsolee(Contact, on_delete=models.SET_NULL, related_name="mises_en_relation", null=True, blank=True)
    poste = models.CharField("poste", max_length=160, blank=True)
    proposee_le = models.DateField("proposée le")
    accord = models.CharField("réponse de la personne", max_length=10, choices=AccordPersonne)
    accord_le = models.DateField("répondu le", null=True, blank=True)
    raisons = models.JSONField("raisons", default=list, editable=False)
    remarque = models.TextField("à savoir", max_length=4000, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(MiseEnRelationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "mise en relation"
        verbose_name_plural = "mises en relation"
        ordering = ["-proposee_le", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours", "offre"],
                condition=Q(offre__isnull=False),
                name="mise_en_relation_une_par_offre",
                violation_error_message="Cette personne est déjà proposée pour cette offre.",
            ),
            models.CheckConstraint(
                condition=Q(accord_le__isnull=True) | Q(accord_le__gte=F("proposee_le")),
                name="mise_en_relation_accord_apres",
                violation_error_message="La personne ne peut pas répondre avant qu’on lui propose.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "parcours", "-proposee_le"], name="mer_par_parcours"),
            models.Index(fields=["structure", "entreprise", "-proposee_le"], name="mer_par_entreprise"),
            models.Index(fields=["structure", "offre"], name="mer_par_offre"),
        ]

    def __str__(self):
        return f"Mise en relation avec {self.entreprise}"

    @property
    def libelle_etape(self):
        """The last step annotated by `avec_etape`, in words."""
        return EtapePlacement(self.etape).label if self.etape else ""

    @property
    def libelle_motif(self):
        """The motive of the last step, in words; empty unless it is a refusal."""
        return MotifRefus(self.motif).label if self.motif else ""

    @property
    def classe_etat(self):
        """How the chip of the last step looks."""
        return "late" if self.etape in ETAPES_FINALES else "info"


@historise()
class EtapeMiseEnRelation(ModeleIsole):
    """A step of a mise en relation on its day: sent, interview, trial, or why it stopped and by whom."""

    mise_en_relation = CleIsolee(MiseEnRelation, related_name="etapes")
    etape = models.CharField("étape", max_length=16, choices=EtapePlacement)
    le = models.DateField("le")
    motif = models.CharField("motif", max_length=16, choices=MotifRefus, blank=True)
    precision = models.CharField("précision", max_length=PRECISION, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )

    class Meta(ModeleIsole.Meta):
        verbose_name = "étape de mise en relation"
        verbose_name_plural = "étapes de mise en relation"
        ordering = ["-le", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(etape__in=["refus_entreprise", "refus_personne"]) & ~Q(motif="")
                | ~Q(etape__in=["refus_entreprise", "refus_personne"]) & Q(motif=""),
                name="etape_placement_refus_motive",
                violation_error_message="Un refus dit son motif ; une autre étape n’en a pas.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "mise_en_relation", "-le"], name="etape_placement_par_mer")]

    def __str__(self):
        return f"{self.get_etape_display()}, le {self.le:%d/%m/%Y}"


@historise()
class Embauche(ModeleIsole):
    """The hire that a mise en relation ended with; the exit is filled from it (metier.md §1 row 44)."""

    mise_en_relation = CleIsolee(MiseEnRelation, related_name="embauches")
    poste = models.CharField("poste", max_length=160)
    forme = models.CharField("forme de l’emploi", max_length=12, choices=FormeEmploi)
    debut = models.DateField("à partir du")
    fin = models.DateField("jusqu’au", null=True, blank=True)
    heures_hebdo = models.DecimalField("heures par semaine", max_digits=4, decimal_places=2, null=True, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "embauche"
        verbose_name_plural = "embauches"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "mise_en_relation"],
                name="embauche_une_par_mise_en_relation",
                violation_error_message="L’embauche est déjà notée.",
            ),
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="embauche_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "debut"], name="embauche_par_date")]

    def __str__(self):
        return f"{self.poste}, à partir du {self.debut:%d/%m/%Y}"
