from datetime import datetime, time, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ..droits import Droit, peut
from ..enums import DemiJournee, GenreAbsence
from ..isolation.historique import historise
from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole
from ..texte import en_mots

MIDI = time(12)


class Duree(models.Func):
    """The range of instants [debut, fin)."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class AbsenceCollegueQuerySet(QuerySetIsole):
    def qui_touchent(self, debut, fin):
        """Absences that share an instant with [debut, fin), two aware datetimes."""
        return self.filter(debut__lt=fin, fin__gt=debut)

    def pour_liste(self):
        """With the colleague, the next first, in one query."""
        return self.select_related("utilisateur").order_by("debut", "pk")

    def modifiables_par(self, utilisateur):
        """One's own; all those of the team for who manages it (`Droit.VOIR_EQUIPE`)."""
        return self if peut(utilisateur, Droit.VOIR_EQUIPE) else self.filter(utilisateur=utilisateur)


@historise()
class AbsenceCollegue(ModeleIsole):
    """A colleague is not there, by half-days: `debut` and `fin` fall at midnight or at noon (Europe/Paris).

    No reason of health is asked, nor kept; what kind it is, only the colleague and who manages the team read.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="absences", verbose_name="collègue"
    )
    genre = models.CharField("nature", max_length=10, choices=GenreAbsence, default=GenreAbsence.CONGE)
    debut = models.DateTimeField("début", editable=False)
    fin = models.DateTimeField("fin", editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(AbsenceCollegueQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "absence d’un collègue"
        verbose_name_plural = "absences des collègues"
        ordering = ["debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__gt=F("debut")),
                name="absence_fin_apres_debut",
                violation_error_code="absence_fin",
                violation_error_message="L’absence doit finir après avoir commencé.",
            ),
            ExclusionConstraint(
                name="absence_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("utilisateur", RangeOperators.EQUAL),
                    (Duree("debut", "fin"), RangeOperators.OVERLAPS),
                ],
                violation_error_code="absence_chevauche",
                violation_error_message="Une absence est déjà notée à ces dates.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "debut"], name="absence_par_date")]

    def __str__(self):
        return f"Absence de {self.utilisateur}, {self.en_mots}"

    @staticmethod
    def bornes(du, du_demi, au, au_demi):
        """Return (debut, fin) of an absence from the half-day `du_demi` of `du` to that `au_demi` of `au`."""
        debut = datetime.combine(du, MIDI if du_demi == DemiJournee.APRES_MIDI else time.min)
        fin = datetime.combine(au, MIDI) if au_demi == DemiJournee.MATIN else _minuit_apres(au)
        return timezone.make_aware(debut), timezone.make_aware(fin)

    @property
    def du(self):
        """(first day, first half-day)."""
        debut = timezone.localtime(self.debut)
        return debut.date(), DemiJournee.APRES_MIDI if debut.hour else DemiJournee.MATIN

    @property
    def au(self):
        """(last day, last half-day)."""
        fin = timezone.localtime(self.fin)
        if fin.hour:
            return fin.date(), DemiJournee.MATIN
        return fin.date() - timedelta(days=1), DemiJournee.APRES_MIDI

    @property
    def en_mots(self):
        """« le mardi 1er décembre 2026, le matin », « du 1er décembre 2026 au 4 décembre 2026 à midi »."""
        (du, demi_du), (au, demi_au) = self.du, self.au
        if du == au:
            precision = "" if demi_du != demi_au else f", {PRECISIONS[demi_du]}"
            return f"le {en_mots(du, 'l j F Y')}{precision}"
        debut = f"du {en_mots(du)}{' à midi' if demi_du == DemiJournee.APRES_MIDI else ''}"
        return f"{debut} au {en_mots(au)}{' à midi' if demi_au == DemiJournee.MATIN else ''}"

    def genre_pour(self, utilisateur):
        """What `utilisateur` reads of its kind: « Absence », unless it is theirs or they manage the team."""
        if self.utilisateur_id == utilisateur.pk or peut(utilisateur, Droit.VOIR_EQUIPE):
            return self.get_genre_display()
        return GenreAbsence.ABSENCE.label

    def modifiable_par(self, utilisateur):
        return self.utilisateur_id == utilisateur.pk or peut(utilisateur, Droit.VOIR_EQUIPE)


PRECISIONS = {DemiJournee.MATIN: "le matin", DemiJournee.APRES_MIDI: "l’après-midi"}


def _minuit_apres(jour):
    return datetime.combine(jour + timedelta(days=1), time.min)
