from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Coalesce

from entreprises.models import Contact, Entreprise, Etablissement, Offre
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import ConclusionImmersion, EtapeMetier, Jour, ObjetImmersion
from .parcours import Ecart, Parcours
from .projet import MetierVise

#: What a conclusion makes of the job aimed at; « à approfondir » changes nothing.
ETAPES_APRES = {
    ConclusionImmersion.CONFIRME: EtapeMetier.VALIDE,
    ConclusionImmersion.INFIRME: EtapeMetier.ABANDONNE,
}


class ImmersionQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """With the person, the firm and who looks after them there, in one query."""
        return self.select_related(
            "parcours__beneficiaire", "parcours__structure", "entreprise", "etablissement", "tuteur", "metier"
        )

    def d_une_personne(self, beneficiaire):
        """Every immersion of somebody, the latest first, in one query."""
        return self.filter(parcours__beneficiaire=beneficiaire).select_related("entreprise", "metier").avec_bilan()

    def d_une_entreprise(self, entreprise):
        """Every immersion in a firm, the latest first, in one query."""
        return self.filter(entreprise=entreprise).select_related("parcours__beneficiaire", "metier").avec_bilan()

    def avec_bilan(self):
        """Annotate `a_un_bilan` (bool)."""
        return self.annotate(a_un_bilan=Exists(BilanImmersion.objects.filter(immersion=OuterRef("pk"))))

    def tenues(self):
        """Those that were not given up before they began."""
        return self.exclude(interrompue_le__lt=F("debut"))

    def de_personnes_suivies_par(self, utilisateur):
        """Immersions of the people whose référent is `utilisateur` now."""
        return self.filter(parcours__in=Parcours.objects.suivis_par(utilisateur).order_by().values("pk"))

    def avec_milieu(self):
        """Annotate `milieu`, the day of the mid-term call."""
        milieu = ExpressionWrapper(F("debut") + Ecart("fin", "debut") / 2, output_field=models.DateField())
        return self.annotate(milieu=milieu)

    def appels_prevus(self, debut, fin, referents):
        """Mid-term calls not made yet that fall from the day `debut` to `fin`, with the person and the firm.

        One row for each référent of the person among `referents` (ids of users), annotated `referent`.
        """
        suivi = "parcours__beneficiaire__referents"
        prevus = self.filter(interrompue_le__isnull=True, appel_le__isnull=True).avec_milieu()
        return (
            prevus.annotate(referent=F(f"{suivi}__utilisateur"), confie_jusqu_au=F(f"{suivi}__fin"))
            .filter(milieu__range=(debut, fin), referent__in=referents, confie_jusqu_au=None)
            .select_related("parcours__beneficiaire", "entreprise")
            .order_by("milieu", "pk", "referent")
        )

    def en_attente(self, le):
        """Immersions that wait for either on the day `le`, in one query: `immersions.attentes` says for which."""
        tenues = self.tenues().avec_bilan().avec_milieu().annotate(finie_le=Coalesce("interrompue_le", "fin"))
        return tenues.filter(_appel_du(le) | _bilan_du(le))


def _appel_du(le):
    """Under way on the day `le`, past their middle, their host not called yet."""
    return Q(milieu__lte=le, fin__gte=le, interrompue_le__isnull=True, appel_le__isnull=True)


def _bilan_du(le):
    """Over before the day `le`, at their end or interrupted, without a bilan."""
    return Q(finie_le__lt=le, a_un_bilan=False)


@historise()
class Immersion(ModeleIsole):
    """A PMSMP: some days in a firm, with one object (metier.md §4.7, §1 row 61).

    The limits of §4.7 warn and may be forced with a motive (`derogation`): `immersions.py` says which.
    """

    parcours = CleIsolee(Parcours, related_name="immersions")
    entreprise = CleIsolee(Entreprise, on_delete=models.PROTECT, related_name="immersions")
    etablissement = CleIsolee(
        Etablissement,
        on_delete=models.SET_NULL,
        related_name="immersions",
        null=True,
        blank=True,
        verbose_name="site",
    )
    offre = CleIsolee(Offre, on_delete=models.SET_NULL, related_name="immersions", null=True, blank=True)
    tuteur = CleIsolee(
        Contact, on_delete=models.SET_NULL, related_name="immersions", null=True, blank=True, verbose_name="tuteur"
    )
    metier = CleIsolee(
        MetierVise,
        on_delete=models.SET_NULL,
        related_name="immersions",
        null=True,
        blank=True,
        verbose_name="métier visé mis à l’épreuve",
    )
    poste = models.CharField("métier ou poste observé", max_length=160)
    objet = models.CharField("objet", max_length=10, choices=ObjetImmersion)
    taches = models.TextField("activités et tâches prévues", max_length=4000, blank=True)
    debut = models.DateField("du")
    fin = models.DateField("au")
    jours = ArrayField(models.PositiveSmallIntegerField(choices=Jour), verbose_name="jours", default=list, blank=True)
    horaires = models.CharField("horaires", max_length=160, blank=True)
    heures_hebdo = models.DecimalField(
        "heures par semaine",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(48)],
    )
    prescripteur = models.CharField("prescripteur", max_length=160, blank=True)
    numero_convention = models.CharField("numéro de convention", max_length=40, blank=True)
    signee_le = models.DateField("convention signée le", null=True, blank=True)
    renouvelle = CleIsolee(
        "self", on_delete=models.SET_NULL, related_name="renouvellements", null=True, blank=True, editable=False
    )
    derogation = models.CharField("motif pour passer outre", max_length=300, blank=True)
    appel_le = models.DateField("appel de mi-parcours fait le", null=True, blank=True)
    interrompue_le = models.DateField("interrompue le", null=True, blank=True)
    motif_interruption = models.CharField("pourquoi", max_length=300, blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ImmersionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "immersion"
        verbose_name_plural = "immersions"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__gte=F("debut")),
                name="immersion_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            models.CheckConstraint(
                condition=Q(interrompue_le__isnull=True, motif_interruption="")
                | Q(interrompue_le__isnull=False) & ~Q(motif_interruption=""),
                name="immersion_interruption_motivee",
                violation_error_message="Une interruption porte sa date et son motif.",
            ),
            models.CheckConstraint(
                condition=Q(interrompue_le__isnull=True) | Q(interrompue_le__lte=F("fin")),
                name="immersion_interruption_avant_fin",
                violation_error_message="Une immersion ne s’interrompt pas après sa fin.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "parcours", "-debut"], name="immersion_par_parcours"),
            models.Index(fields=["structure", "entreprise", "-debut"], name="immersion_par_entreprise"),
            models.Index(fields=["structure", "fin"], name="immersion_par_fin"),
        ]

    def __str__(self):
        return f"Immersion chez {self.entreprise}"

    @property
    def lieu(self):
        """Where it is: the site when one is named, else the firm; both have an address."""
        return self.etablissement or self.entreprise

    @property
    def jours_en_mots(self):
        """« Lundi, mardi, jeudi »; an empty text when none is noted."""
        return ", ".join(Jour(jour).label.lower() for jour in sorted(self.jours)).capitalize()

    def etat(self, le):
        """« a_venir », « en_cours », « interrompue » or « terminee » on the day `le`."""
        if self.interrompue_le and self.interrompue_le <= le:
            return "interrompue"
        if self.debut > le:
            return "a_venir"
        return "en_cours" if self.fin >= le else "terminee"

    @property
    def duree_jours(self):
        """Calendar days from the first to the last, both included (metier.md §4.7 counts those)."""
        return (self.fin - self.debut).days + 1

    def noter_appel(self, le):
        """The host was called on the day `le`; a first call is not written over."""
        type(self).objects.filter(pk=self.pk, appel_le__isnull=True).update(appel_le=le, version=F("version") + 1)

    @property
    def mi_parcours_le(self):
        """The day of the mid-term call."""
        return self.debut + timedelta(days=(self.fin - self.debut).days // 2)


@historise()
class BilanImmersion(ModeleIsole):
    """What an immersion says of the project; it confirms or infirms the job aimed at (metier.md §1 row 61)."""

    immersion = CleIsolee(Immersion, related_name="bilans")
    le = models.DateField("fait le")
    conclusion = models.CharField("pour le projet", max_length=8, choices=ConclusionImmersion)
    avis_entreprise = models.TextField("ce qu’en dit l’entreprise", max_length=4000, blank=True)
    paroles = models.TextField("ce qu’en dit la personne", max_length=4000, blank=True)
    texte = models.TextField("ce qu’on en retient", max_length=8000, blank=True)
    embauche_possible = models.BooleanField("l’entreprise envisage une embauche", default=False)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "bilan d’immersion"
        verbose_name_plural = "bilans d’immersion"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "immersion"],
                name="bilan_immersion_unique",
                violation_error_message="Le bilan de cette immersion est déjà fait : modifiez-le.",
            ),
        ]

    def __str__(self):
        return f"Bilan du {self.le:%d/%m/%Y}"

    def enregistrer(self):
        """Save the bilan; a conclusion that is new moves the job aimed at to where it says. One transaction."""
        with transaction.atomic():
            dite = type(self).objects.filter(pk=self.pk).values_list("conclusion", flat=True).first()
            self.save()
            etape, metier = ETAPES_APRES.get(self.conclusion), self.immersion.metier
            if etape and metier and self.conclusion != dite:
                constat = f"Immersion chez {self.immersion.entreprise}, {self.get_conclusion_display().lower()}"
                metier.passer_a(etape, self.le, constat[:400], self.auteur)
