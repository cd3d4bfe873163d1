"""The PASS IAE: what suspends it, what prolongs it, and its end once all is counted (metier.md §4.6).

`Parcours.pass_fin` is the end as first given (730 days); each suspension and each prolongation pushes it.
"""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import TypeStructure
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.structures import Periode

from ..enums import MotifProlongation, MotifSuspension
from .contrats import PlusMois, dernier_jour, en_jours, en_mots
from .parcours import Parcours

SUSPENSION_MOIS_MAX = 36
RETROACTIVITE_JOURS = 365
FENETRE_AVANT_MOIS, FENETRE_APRES_MOIS = 12, 6
CARENCE_ANNEES = 2
#: Longest prolongation by one request, in days.
PAR_DEMANDE = dict.fromkeys(MotifProlongation, 365) | {MotifProlongation.SENIOR_CDI: 3650}
#: Longest total for one reason, in days; a reason that is not here has none.
CUMULS = {MotifProlongation.RQTH: 3 * 365, MotifProlongation.SENIOR: 5 * 365, MotifProlongation.DIFFICULTES: 3 * 365}
SANS_AVIS = (MotifProlongation.SENIOR_CDI, MotifProlongation.FORMATION)
SANS_PASS = "Ce parcours n’a pas de PASS IAE complet : saisissez d’abord son numéro et ses dates."


class DuPass(QuerySetIsole):
    def du_pass(self, beneficiaire_id, pass_numero):
        """Those of one PASS, whatever the parcours it goes through; takes values or `OuterRef`s."""
        return self.filter(beneficiaire_id=beneficiaire_id, parcours__pass_numero=pass_numero)

    def du_parcours(self, parcours):
        """Those of the PASS of a parcours, from the first."""
        return self.du_pass(parcours.beneficiaire_id, parcours.pass_numero).order_by("date_debut", "pk")


def fin_effective(parcours, suspensions, prolongations):
    """The last day of the PASS once pushed; None without a PASS. `ParcoursQuerySet.avec_pass` is its twin in SQL."""
    if not parcours.pass_fin:
        return None
    return parcours.pass_fin + timedelta(days=sum(fait.jours for fait in (*suspensions, *prolongations)))


@historise()
class Suspension(ModeleIsole):
    """A time during which the PASS does not run."""

    parcours = CleIsolee(Parcours, related_name="suspensions")
    beneficiaire = CleIsolee(Beneficiaire, related_name="+", editable=False)
    motif = models.CharField("motif", max_length=20, choices=MotifSuspension)
    date_debut = models.DateField("du")
    date_fin = models.DateField("au")
    saisie_le = models.DateField(default=timezone.localdate, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(DuPass)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "suspension"
        verbose_name_plural = "suspensions"
        ordering = ["date_debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(date_fin__gte=F("date_debut")),
                name="suspension_fin_apres_debut",
                violation_error_message="La suspension ne peut pas finir avant de commencer.",
            ),
            models.CheckConstraint(
                condition=Q(date_fin__lt=PlusMois(F("date_debut"), SUSPENSION_MOIS_MAX)),
                name="suspension_36_mois_au_plus",
                violation_error_message="Une suspension dure 36 mois au plus.",
            ),
            models.CheckConstraint(
                condition=Q(date_debut__gte=F("saisie_le") - RETROACTIVITE_JOURS) | Q(motif="autre"),
                name="suspension_retroactivite",
                violation_error_message="Une suspension se saisit dans les 365 jours qui suivent son début.",
            ),
            ExclusionConstraint(
                name="suspension_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("beneficiaire", RangeOperators.EQUAL),
                    (
                        Periode("date_debut", "date_fin", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Le PASS est déjà suspendu à ces dates.",
            ),
        ]

    def __str__(self):
        return f"Suspension du {self.date_debut:%d/%m/%Y} au {self.date_fin:%d/%m/%Y}"

    @property
    def jours(self):
        """Days that it adds to the PASS: its own, first and last included."""
        return (self.date_fin - self.date_debut).days + 1

    def save(self, *args, **kwargs):
        self.beneficiaire_id = self.parcours.beneficiaire_id
        super().save(*args, **kwargs)

    def empechement(self):
        """Why a suspension written by mistake cannot be taken back, in French; an empty text when it can."""
        suivante = Prolongation.objects.du_parcours(self.parcours).filter(date_debut__gte=self.date_debut).first()
        if suivante:
            return f"La prolongation du {en_mots(suivante.date_debut)} part de la fin repoussée : retirez-la d’abord."
        autres = list(Suspension.objects.du_parcours(self.parcours).exclude(pk=self.pk))
        return _suspension_dehors(self.parcours, autres, Prolongation.objects.du_parcours(self.parcours))

    def clean(self):
        """Each refusal says which rule and which room remains."""
        if not (self.date_debut and self.date_fin):
            return
        erreurs = {}
        for champ, phrase in self._refus():
            erreurs.setdefault(champ, phrase)
        if erreurs:
            raise ValidationError(erreurs)

    def _refus(self):
        parcours = self.parcours
        if not (parcours.pass_numero and parcours.pass_debut and parcours.pass_fin):
            yield "date_debut", SANS_PASS
            return
        autres = list(Suspension.objects.du_parcours(parcours).exclude(pk=self.pk))
        fin = fin_effective(parcours, autres, Prolongation.objects.du_parcours(parcours))
        if not parcours.pass_debut <= self.date_debut <= fin:
            yield (
                "date_debut",
                (
                    f"Une suspension commence pendant le PASS, entre le {en_mots(parcours.pass_debut)} et le "
                    f"{en_mots(fin)}."
                ),
            )
        plus_tot = self.saisie_le - timedelta(days=RETROACTIVITE_JOURS)
        if self.motif != MotifSuspension.AUTRE and self.date_debut < plus_tot:
            yield (
                "date_debut",
                (
                    f"Une suspension se saisit dans les {RETROACTIVITE_JOURS} jours : elle ne peut pas commencer "
                    f"avant le {en_mots(plus_tot)}."
                ),
            )
        if self.date_fin < self.date_debut:
            yield "date_fin", f"La suspension commence le {en_mots(self.date_debut)} : elle ne peut pas finir avant."
        au_plus = dernier_jour(self.date_debut, SUSPENSION_MOIS_MAX)
        if self.date_fin > au_plus:
            yield (
                "date_fin",
                (
                    f"Une suspension dure {SUSPENSION_MOIS_MAX} mois au plus : jusqu’au {en_mots(au_plus)}. "
                    "Une autre peut suivre aussitôt."
                ),
            )
        for autre in autres:
            if autre.date_debut <= self.date_fin and self.date_debut <= autre.date_fin:
                yield (
                    "date_debut",
                    (
                        f"Le PASS est déjà suspendu du {en_mots(autre.date_debut)} au {en_mots(autre.date_fin)} : "
                        f"la prochaine suspension peut commencer le {en_mots(autre.date_fin + timedelta(days=1))}."
                    ),
                )


@historise()
class Prolongation(ModeleIsole):
    """More time given to a PASS, from its end on: `date_debut` is the last day of the PASS before it."""

    parcours = CleIsolee(Parcours, related_name="prolongations")
    beneficiaire = CleIsolee(Beneficiaire, related_name="+", editable=False)
    motif = models.CharField("motif", max_length=14, choices=MotifProlongation)
    date_debut = models.DateField("à partir du", editable=False)
    date_fin = models.DateField("jusqu’au")
    demandee_le = models.DateField("demandée le", default=timezone.localdate)
    avis_le = models.DateField("avis favorable reçu le", null=True, blank=True)
    prescripteur = models.CharField("prescripteur habilité", max_length=120, blank=True)

    objects = ManagerIsole.from_queryset(DuPass)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "prolongation"
        verbose_name_plural = "prolongations"
        ordering = ["date_debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(date_fin__gt=F("date_debut")),
                name="prolongation_un_jour_au_moins",
                violation_error_message="Une prolongation dure un jour au moins.",
            ),
            models.CheckConstraint(
                condition=Q(date_fin__lte=F("date_debut") + 365)
                | Q(motif="senior_cdi", date_fin__lte=F("date_debut") + 3650),
                name="prolongation_duree_par_demande",
                violation_error_message="Une prolongation dure 365 jours au plus par demande.",
            ),
            models.CheckConstraint(
                condition=Q(demandee_le__gte=PlusMois(F("date_debut"), -FENETRE_AVANT_MOIS))
                & Q(demandee_le__lte=PlusMois(F("date_debut"), FENETRE_APRES_MOIS)),
                name="prolongation_dans_la_fenetre",
                violation_error_message=(
                    "Une prolongation se demande de 12 mois avant à 6 mois après la fin du PASS IAE."
                ),
            ),
            models.CheckConstraint(
                condition=Q(motif__in=("senior_cdi", "formation")) | Q(avis_le__isnull=False),
                name="prolongation_avis_favorable",
                violation_error_message="Ce motif demande l’avis favorable d’un prescripteur habilité.",
            ),
            ExclusionConstraint(
                name="prolongation_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("beneficiaire", RangeOperators.EQUAL),
                    (
                        Periode("date_debut", "date_fin", RangeBoundary(inclusive_lower=True, inclusive_upper=False)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Le PASS est déjà prolongé à ces dates.",
            ),
        ]

    def __str__(self):
        return f"Prolongation jusqu’au {self.date_fin:%d/%m/%Y}"

    @property
    def jours(self):
        """Days that it adds to the PASS; its first day already belonged to it."""
        return (self.date_fin - self.date_debut).days

    def save(self, *args, **kwargs):
        self.beneficiaire_id = self.parcours.beneficiaire_id
        super().save(*args, **kwargs)

    def empechement(self):
        """Why a prolongation written by mistake cannot be taken back, in French; an empty text when it can."""
        autres = list(Prolongation.objects.du_parcours(self.parcours).exclude(pk=self.pk))
        if suivante := next((p for p in autres if p.date_debut > self.date_debut), None):
            return f"Une autre prolongation la suit, jusqu’au {en_mots(suivante.date_fin)} : retirez-la d’abord."
        return _suspension_dehors(self.parcours, list(Suspension.objects.du_parcours(self.parcours)), autres)

    def clean(self):
        """Each refusal says which rule and which room remains; the start is the end of the PASS, never typed."""
        parcours = self.parcours
        if not (parcours.pass_numero and parcours.pass_debut and parcours.pass_fin):
            raise ValidationError({"date_fin": SANS_PASS})
        precedentes = list(Prolongation.objects.du_parcours(parcours).exclude(pk=self.pk))
        if self._state.adding:
            self.date_debut = fin_effective(parcours, Suspension.objects.du_parcours(parcours), precedentes)
        erreurs = {}
        for champ, phrase in (*self._motif_permis(), *self._fenetre(), *self._duree(precedentes)):
            erreurs.setdefault(champ, phrase)
        if erreurs:
            raise ValidationError(erreurs)

    def _motif_permis(self):
        if self.motif == MotifProlongation.DIFFICULTES and self.parcours.structure.type not in (
            TypeStructure.AI,
            TypeStructure.ACI,
        ):
            yield (
                "motif",
                "Ce motif est réservé aux ateliers et chantiers d’insertion et aux associations intermédiaires.",
            )
        if self.motif and self.motif not in SANS_AVIS and not self.avis_le:
            yield (
                "avis_le",
                (
                    "Ce motif demande l’avis favorable d’un prescripteur habilité : enregistrez la prolongation "
                    "quand vous l’avez reçu."
                ),
            )

    def _fenetre(self):
        if not self.demandee_le:
            return
        ouverture, fermeture = fenetre(self.date_debut)
        if not ouverture <= self.demandee_le <= fermeture:
            yield (
                "demandee_le",
                (
                    f"Le PASS finit le {en_mots(self.date_debut)} : une prolongation se demande du "
                    f"{en_mots(ouverture)} au {en_mots(fermeture)}."
                ),
            )

    def _duree(self, precedentes):
        if not (self.date_fin and self.motif):
            return
        if self.date_fin <= self.date_debut:
            yield "date_fin", f"Le PASS finit déjà le {en_mots(self.date_debut)} : la prolongation va plus loin."
            return
        motif = MotifProlongation(self.motif)
        par_demande = PAR_DEMANDE[motif]
        deja = sum(p.jours for p in precedentes if p.motif == motif)
        reste = min(par_demande, max(CUMULS[motif] - deja, 0)) if motif in CUMULS else par_demande
        if self.jours <= reste:
            return
        if reste == 0:
            yield (
                "motif",
                (
                    f"Pour ce motif, les prolongations font {CUMULS[motif]} jours au plus en tout : "
                    "il ne reste aucun jour."
                ),
            )
            return
        regle = (
            f"les prolongations font {CUMULS[motif]} jours au plus en tout"
            if reste < par_demande
            else f"une demande prolonge de {par_demande} jours au plus"
        )
        limite = self.date_debut + timedelta(days=reste)
        yield "date_fin", f"Pour ce motif, {regle} : il reste {en_jours(reste)}, jusqu’au {en_mots(limite)}."


def _suspension_dehors(parcours, suspensions, prolongations):
    """A French sentence when one of these suspensions would begin after the PASS, else an empty text."""
    prolongations = list(prolongations)
    for suspension in suspensions:
        fin = fin_effective(parcours, (autre for autre in suspensions if autre != suspension), prolongations)
        if fin and suspension.date_debut > fin:
            debut = en_mots(suspension.date_debut)
            return f"La suspension du {debut} commencerait après la fin du PASS : retirez-la d’abord."
    return ""


def fenetre(fin_du_pass):
    """The first and the last day on which a prolongation may be asked for."""
    return fin_du_pass - relativedelta(months=FENETRE_AVANT_MOIS), fin_du_pass + relativedelta(
        months=FENETRE_APRES_MOIS
    )


def fin_de_carence(fin_du_pass):
    """The last day on which a new PASS needs a prescriber's waiver: two years after the end of the former one."""
    return fin_du_pass + relativedelta(years=CARENCE_ANNEES)
