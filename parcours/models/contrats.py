"""Work contracts: their limits and the chain of their renewals (metier.md §1 rows 26, 27, 80 to 82, §4.4)."""

from datetime import timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.functions import Coalesce

from insertion.enums import OuiNon
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.structures import Periode
from insertion.texte import en_mots

from ..enums import TYPES_EN_BREF, TYPES_SANS_TERME, MotifDerogation, Rupture, TypeContrat, UniteHeures
from .parcours import Parcours

#: A CDDI lasts 4 to 24 months, renewals included; up to 60 with a dérogation (L.5132-15-1, metier.md §4.4).
CDDI_MOIS_MIN, CDDI_MOIS_MAX, DEROGATION_MOIS_MAX = 4, 24, 60
#: From what age a CDI inclusion may be signed (metier.md §4.4).
CDI_INCLUSION_AGE = 57
#: Weeks in a month, to compare hours of a month with hours of a week.
SEMAINES_PAR_MOIS = Decimal(52) / 12


class PlusMois(models.Func):
    """The date of a column, so many months later; 29 February and 31 become the last day of a shorter month."""

    template = "(%(expressions)s + interval '%(mois)s months')::date"
    output_field = models.DateField()

    def __init__(self, expression, mois):
        super().__init__(expression, mois=mois)


def dernier_jour(debut, mois):
    """The last day of something that starts on `debut` and lasts `mois` months: 1 January + 4 → 30 April."""
    return debut + relativedelta(months=mois, days=-1)


def convertir(heures, de, vers):
    """The same hours counted by week or by month (52 weeks in 12 months), rounded to a hundredth; None stays None."""
    if heures is None or de == vers:
        return heures
    taux = SEMAINES_PAR_MOIS if vers == UniteHeures.MOIS else 1 / SEMAINES_PAR_MOIS
    return (heures * taux).quantize(Decimal("0.01"))


class ContratQuerySet(QuerySetIsole):
    def avec_fin(self):
        """Annotate `derniere`: the last day, whether the contract went to its term or not (None: no term)."""
        return self.annotate(derniere=Coalesce("fin_anticipee_le", "date_fin"))

    def en_vigueur(self, le):
        """Contracts that run on the day `le`, its first and last days included."""
        return self.avec_fin().filter(Q(derniere__isnull=True) | Q(derniere__gte=le), date_debut__lte=le)

    def sans_suite(self):
        """Contracts of parcours not ended that no later one follows; annotates `derniere`, and `decide`: whether the
        renewal was decided."""
        suites = self.model.objects.filter(parcours=OuterRef("parcours"), date_debut__gt=OuterRef("date_debut"))
        dossiers = apps.get_model("parcours.Renouvellement").objects.filter(contrat=OuterRef("pk"))
        ouverts = self.avec_fin().filter(~Exists(suites), parcours__date_sortie__isnull=True)
        return ouverts.annotate(decide=Exists(dossiers.exclude(decision="")))

    def qui_finissent(self, le, *, fin, decision):
        """Contracts that nothing follows and that end within `decision` days when the renewal is still to decide
        (annotates `a_decider`), within `fin` days otherwise."""
        a_decider = Q(decide=False, fin_anticipee_le__isnull=True)
        bientot = {jours: Q(derniere__range=(le, le + timedelta(days=jours))) for jours in (fin, decision)}
        return (
            self.sans_suite()
            .annotate(a_decider=Case(When(a_decider, then=True), default=False, output_field=models.BooleanField()))
            .filter(Q(bientot[decision], a_decider=True) | Q(bientot[fin], a_decider=False))
        )

    def pour_frise(self):
        """What the timeline of a parcours shows, from the first to the last; the queries do not depend on
        their number."""
        return self.order_by("date_debut", "pk").prefetch_related("avenants", "dossiers__decide_par")

    def pour_fiche(self):
        """With the parcours, the person, the dispositif and the structure, in one query."""
        return self.select_related("parcours__beneficiaire", "parcours__dispositif", "parcours__structure")


@historise()
class Contrat(ModeleIsole):
    """A work contract within a parcours. `date_fin` and `heures` are those in force: an `Avenant` keeps what was
    before. `plancher`, `plafond` and `rang_max` are the limits of the dispositif on the day of the signature, in the
    unit of the contract, so that a dispositif may change without making yesterday's contracts wrong.
    """

    parcours = CleIsolee(Parcours, related_name="contrats")
    renouvelle = CleIsolee(
        "self",
        on_delete=models.PROTECT,
        related_name="renouvellements",
        null=True,
        blank=True,
        verbose_name="renouvelle",
    )
    type = models.CharField("type de contrat", max_length=24, choices=TypeContrat)
    date_debut = models.DateField("du")
    date_fin = models.DateField("au", null=True, blank=True)
    fin_anticipee_le = models.DateField("fin anticipée le", null=True, blank=True)
    rupture = models.CharField("cette fin est", max_length=10, choices=Rupture, blank=True)
    aide_demandee = models.CharField("aide GEIQ demandée", max_length=3, choices=OuiNon, blank=True)
    aide_justification = models.CharField("justification de la demande", max_length=300, blank=True)
    heures = models.DecimalField(
        "heures",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    unite_heures = models.CharField("comptées", max_length=8, choices=UniteHeures, default=UniteHeures.SEMAINE)
    poste = models.CharField("poste", max_length=120, blank=True)
    support = models.CharField("support de travail", max_length=120, blank=True)
    site = models.CharField("site", max_length=120, blank=True)
    derogation = models.CharField("dérogation", max_length=12, choices=MotifDerogation, blank=True)
    derogation_precision = models.CharField("précision", max_length=200, blank=True)
    plancher = models.DecimalField(max_digits=6, decimal_places=2, null=True, editable=False)
    plafond = models.DecimalField(max_digits=6, decimal_places=2, null=True, editable=False)
    rang = models.PositiveSmallIntegerField(default=0, editable=False)
    rang_max = models.PositiveSmallIntegerField(null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ContratQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "contrat"
        verbose_name_plural = "contrats"
        ordering = ["date_debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(date_fin__isnull=True) | Q(date_fin__gte=F("date_debut")),
                name="contrat_fin_apres_debut",
                violation_error_message="Le contrat ne peut pas finir avant de commencer.",
            ),
            models.CheckConstraint(
                condition=Q(type__in=TYPES_SANS_TERME, date_fin__isnull=True)
                | ~Q(type__in=TYPES_SANS_TERME) & Q(date_fin__isnull=False),
                name="contrat_terme_selon_type",
                violation_error_message="Un CDI n’a pas de date de fin, tout autre contrat en a une.",
            ),
            models.CheckConstraint(
                condition=Q(fin_anticipee_le__isnull=True)
                | Q(fin_anticipee_le__gte=F("date_debut"))
                & (Q(date_fin__isnull=True) | Q(fin_anticipee_le__lte=F("date_fin"))),
                name="contrat_fin_anticipee_dans_le_contrat",
                violation_error_message="La fin anticipée est entre le premier et le dernier jour du contrat.",
            ),
            models.CheckConstraint(
                condition=~Q(type="cddi")
                | ~Q(derogation="")
                | Q(date_fin__gte=PlusMois(F("date_debut"), CDDI_MOIS_MIN) - 1)
                & Q(date_fin__lt=PlusMois(F("date_debut"), CDDI_MOIS_MAX)),
                name="contrat_cddi_4_a_24_mois",
                violation_error_message="Un CDDI dure de 4 à 24 mois, sauf dérogation.",
            ),
            models.CheckConstraint(
                condition=~Q(type="cddi") | Q(date_fin__lt=PlusMois(F("date_debut"), DEROGATION_MOIS_MAX)),
                name="contrat_cddi_60_mois_au_plus",
                violation_error_message="Même avec une dérogation, un CDDI ne dépasse pas 60 mois.",
            ),
            models.CheckConstraint(
                condition=Q(heures__isnull=True) | Q(heures__gt=0),
                name="contrat_heures_positives",
                violation_error_message="Un contrat compte plus de zéro heure.",
            ),
            models.CheckConstraint(
                condition=Q(heures__isnull=True)
                | Q(plafond__isnull=True)
                | ~Q(derogation="")
                | Q(heures__lte=F("plafond")),
                name="contrat_heures_sous_le_plafond",
                violation_error_message="Ces heures dépassent le plafond du dispositif.",
            ),
            models.CheckConstraint(
                condition=Q(heures__isnull=True)
                | Q(plancher__isnull=True)
                | ~Q(derogation="")
                | Q(heures__gte=F("plancher")),
                name="contrat_heures_sur_le_plancher",
                violation_error_message="Ces heures sont sous le plancher du dispositif.",
            ),
            models.CheckConstraint(
                condition=Q(rang_max__isnull=True) | ~Q(derogation="") | Q(rang__lte=F("rang_max")),
                name="contrat_renouvellements_comptes",
                violation_error_message="Le dispositif ne permet pas un renouvellement de plus.",
            ),
            models.CheckConstraint(
                condition=~Q(derogation="autre") | ~Q(derogation_precision=""),
                name="contrat_derogation_precisee",
                violation_error_message="Dites en quelques mots pourquoi ce contrat déroge à la règle.",
            ),
            models.CheckConstraint(
                condition=Q(rupture="") | Q(fin_anticipee_le__isnull=False),
                name="contrat_rupture_datee",
                violation_error_code="contrat_rupture_datee",
                violation_error_message="Une rupture porte sa date : indiquez la fin anticipée.",
            ),
            models.UniqueConstraint(
                fields=["structure", "renouvelle"],
                name="contrat_renouvele_une_fois",
                violation_error_message="Ce contrat a déjà été renouvelé.",
            ),
            ExclusionConstraint(
                name="contrat_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("parcours", RangeOperators.EQUAL),
                    (
                        Periode(
                            "date_debut",
                            Coalesce("fin_anticipee_le", "date_fin"),
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Un autre contrat de ce parcours court déjà à ces dates.",
            ),
        ]

    def __str__(self):
        return f"{self.nom_court} du {self.date_debut:%d/%m/%Y}"

    @property
    def nom_court(self):
        return TYPES_EN_BREF.get(self.type) or self.get_type_display()

    @property
    def fin(self):
        """The last day, before the term or at it; None for a contract without a term."""
        return self.fin_anticipee_le or self.date_fin

    def court(self, le):
        """Whether it runs on the day `le`."""
        return self.date_debut <= le and (self.fin is None or self.fin >= le)

    @property
    def dernier_avenant(self):
        """The last one written, the only one that can be taken back; None without any."""
        return max(self.avenants.all(), key=lambda avenant: avenant.pk, default=None)

    def poser_limites(self):
        """Copy the limits of the dispositif in the unit of the contract, and count its rank in the chain."""
        dispositif = self.parcours.dispositif
        self.plancher = convertir(dispositif.heures_min, dispositif.unite_heures, self.unite_heures)
        self.plafond = convertir(dispositif.heures_max, dispositif.unite_heures, self.unite_heures)
        self.rang_max = dispositif.renouvellements_max
        self.rang = self.renouvelle.rang + 1 if self.renouvelle else 0

    def save(self, *args, **kwargs):
        if self._state.adding:
            self.poser_limites()
        super().save(*args, **kwargs)

    def clean(self):
        """Every rule of metier.md §4.4, each as a sentence beside its field; the database holds them too."""
        if self._state.adding:
            self.poser_limites()
        erreurs = {}
        if self.date_debut:
            for verifier in (self._dates, self._duree_cddi, self._age, self._chaine, self._chevauchement):
                for champ, phrase in verifier():
                    erreurs.setdefault(champ, phrase)
        for champ, phrase in self._heures():
            erreurs.setdefault(champ, phrase)
        if self.derogation == MotifDerogation.AUTRE and not self.derogation_precision:
            erreurs["derogation_precision"] = "Dites en quelques mots pourquoi ce contrat déroge à la règle."
        if erreurs:
            raise ValidationError(erreurs)

    def _dates(self):
        if self.parcours.date_sortie and self.date_debut > self.parcours.date_sortie:
            yield "date_debut", f"Le parcours a pris fin le {en_mots(self.parcours.date_sortie)}."
        if self.type in TYPES_SANS_TERME and self.date_fin:
            yield "date_fin", "Ce type de contrat n’a pas de date de fin : laissez-la vide."
        if self.type and self.type not in TYPES_SANS_TERME and not self.date_fin:
            yield "date_fin", "Indiquez le dernier jour de ce contrat : seul un CDI n’en a pas."
        if self.date_fin and self.date_fin < self.date_debut:
            yield "date_fin", f"Le contrat commence le {en_mots(self.date_debut)} : il ne peut pas finir avant."
        if self.fin_anticipee_le and not (
            self.date_debut <= self.fin_anticipee_le <= (self.date_fin or self.fin_anticipee_le)
        ):
            yield "fin_anticipee_le", "La fin anticipée est entre le premier et le dernier jour du contrat."

    def _duree_cddi(self):
        if self.type != TypeContrat.CDDI or not self.date_fin or self.date_fin < self.date_debut:
            return
        au_moins = dernier_jour(self.date_debut, CDDI_MOIS_MIN)
        if not self.derogation and self.date_fin < au_moins:
            yield (
                "date_fin",
                (
                    f"Un CDDI dure au moins {CDDI_MOIS_MIN} mois : jusqu’au {en_mots(au_moins)} au plus tôt, "
                    "ou choisissez le motif d’une dérogation."
                ),
            )
        mois = DEROGATION_MOIS_MAX if self.derogation else CDDI_MOIS_MAX
        au_plus = self.fin_possible(mois)
        if self.date_fin > au_plus:
            reste = max((au_plus - self.date_debut).days + 1, 0)
            suite = "" if self.derogation else ", ou choisissez le motif d’une dérogation"
            yield (
                "date_fin",
                (
                    f"Les CDDI d’un parcours durent {mois} mois au plus, renouvellements compris : il reste "
                    f"{en_jours(reste)}{f', jusqu’au {en_mots(au_plus)}' if reste else ''}{suite}."
                ),
            )

    def fin_possible(self, mois):
        """The last day of a CDDI that starts on `date_debut`, all the CDDI of the parcours lasting `mois` months."""
        autres = Contrat.objects.filter(parcours_id=self.parcours_id, type=TypeContrat.CDDI).exclude(pk=self.pk)
        faits = sum((c.fin - c.date_debut).days + 1 for c in autres)
        return dernier_jour(self.date_debut - relativedelta(days=faits), mois)

    def _age(self):
        naissance = self.parcours.beneficiaire.date_naissance
        if self.type != TypeContrat.CDI_INCLUSION or self.derogation or not naissance:
            return
        ages = naissance + relativedelta(years=CDI_INCLUSION_AGE)
        if self.date_debut < ages:
            yield (
                "date_debut",
                (
                    f"Un CDI inclusion se signe à partir de {CDI_INCLUSION_AGE} ans, ici le {en_mots(ages)}, "
                    "sauf dérogation."
                ),
            )

    def _heures(self):
        if self.heures is None or self.derogation:
            return
        unite = self.get_unite_heures_display()
        if self.plafond is not None and self.heures > self.plafond:
            yield (
                "heures",
                (
                    f"Le dispositif {self.parcours.dispositif} va jusqu’à {nombre(self.plafond)} heures {unite} : "
                    f"{nombre(self.heures)}, c’est {nombre(self.heures - self.plafond)} de trop, sauf dérogation."
                ),
            )
        if self.plancher is not None and self.heures < self.plancher:
            yield (
                "heures",
                (
                    f"Le dispositif {self.parcours.dispositif} demande au moins {nombre(self.plancher)} "
                    f"heures {unite}, sauf dérogation."
                ),
            )

    def _chaine(self):
        precedent = self.renouvelle
        if precedent is None:
            return
        if precedent.parcours_id != self.parcours_id:
            yield "renouvelle", "Un renouvellement suit un contrat du même parcours."
        elif precedent.date_debut >= self.date_debut:
            yield "date_debut", "Un renouvellement commence après le contrat qu’il renouvelle."
        if precedent.renouvellements.exclude(pk=self.pk).exists():
            yield "renouvelle", "Ce contrat a déjà été renouvelé."
        if self.rang_max is not None and self.rang > self.rang_max and not self.derogation:
            combien = (
                f"{self.rang_max} renouvellement{'s' if self.rang_max > 1 else ''}" if self.rang_max else "aucun"
            )
            yield (
                "renouvelle",
                (
                    f"Le dispositif {self.parcours.dispositif} permet {combien}"
                    f"{'' if self.rang_max else ' renouvellement'} : il n’en reste pas, sauf dérogation."
                ),
            )

    def _chevauchement(self):
        for autre in Contrat.objects.filter(parcours_id=self.parcours_id).exclude(pk=self.pk):
            if (autre.fin is None or autre.fin >= self.date_debut) and (
                self.fin is None or self.fin >= autre.date_debut
            ):
                jusqu = f"jusqu’au {en_mots(autre.fin)}" if autre.fin else "sans date de fin"
                yield (
                    "date_debut",
                    (
                        f"Un contrat {autre.nom_court} court déjà du {en_mots(autre.date_debut)} {jusqu} : "
                        "deux contrats d’un parcours ne se chevauchent pas."
                    ),
                )

    @transaction.atomic
    def amender(self, avenant):
        """Apply an `Avenant` built for this contract, and keep what it replaces; the caller has validated both."""
        avenant.contrat, avenant.structure_id = self, self.structure_id
        if avenant.heures is not None:
            avenant.heures_avant, self.heures = Contrat.objects.get(pk=self.pk).heures, avenant.heures
        if avenant.date_fin is not None:
            avenant.date_fin_avant, self.date_fin = Contrat.objects.get(pk=self.pk).date_fin, avenant.date_fin
        self.version += 1
        self.save()
        avenant.save()

    def empechement(self):
        """Why a contract written by mistake cannot be taken back, in French; an empty text when it can."""
        if suivant := self.renouvellements.first():
            return f"Ce contrat a été renouvelé par celui du {en_mots(suivant.date_debut)} : retirez-le d’abord."
        if self.avenants.exists():
            return "Ce contrat a un avenant : retirez-le d’abord."
        if self.dossiers.exists():
            return (
                "Un dossier de renouvellement est écrit pour ce contrat : corrigez le contrat au lieu de le retirer."
            )
        if self.parcours.date_sortie:
            return f"Le parcours a pris fin le {en_mots(self.parcours.date_sortie)} : annulez d’abord la sortie."
        if mois := self._mois_travailles():
            noms = ", ".join(en_mots(m, "F Y") for m in mois)
            return f"Des heures sont notées pendant ce contrat ({noms}) : effacez-les d’abord."
        return ""

    def _mois_travailles(self):
        """The first days of the months with hours in them that no other contract of the parcours touches."""
        notes = self.parcours.heures_mois.exclude(heures=0, heures_absence=0).order_by("mois")
        autres = list(self.parcours.contrats.exclude(pk=self.pk))
        mois = [m for m in notes.values_list("mois", flat=True) if self.touche_le_mois(m)]
        return [m for m in mois if not any(autre.touche_le_mois(m) for autre in autres)]

    def touche_le_mois(self, mois):
        """Whether it runs on a day of the month that begins on the day `mois`."""
        return self.date_debut < mois + relativedelta(months=1) and (self.fin is None or self.fin >= mois)


def nombre(valeur):
    """« 72 », « 16,62 »."""
    return f"{float(valeur):.2f}".rstrip("0").rstrip(".").replace(".", ",")


def en_jours(nombre):
    """« 1 jour », « 123 jours »."""
    return f"{nombre} jour{'s' if nombre > 1 else ''}"
