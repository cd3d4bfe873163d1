from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models.functions import Greatest
from django.dispatch import receiver
from django.utils import timezone

from insertion.droits import Droit
from insertion.isolation.historique import historise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)
from insertion.models.structures import Appartenance, Periode, dossiers_portes

from ..enums import NatureSituation
from .beneficiaire import Beneficiaire


class SituationQuerySet(QuerySetIsole):
    def en_cours(self, le):
        """Situations true on the day `le`."""
        return self.filter(
            models.Q(debut__isnull=True) | models.Q(debut__lte=le),
            models.Q(fin__isnull=True) | models.Q(fin__gte=le),
        )

    def par_date(self, le):
        """All of somebody's situations, those of the day `le` first; annotates `actuelle`."""
        actuelle = models.Q(fin__isnull=True) | models.Q(fin__gte=le)
        return self.annotate(actuelle=models.ExpressionWrapper(actuelle, models.BooleanField())).order_by(
            "-actuelle", models.F("debut").desc(nulls_last=True), "nature"
        )


@historise()
class Situation(ModeleIsole):
    """A right or a situation of somebody, dated so that last year's figures never move."""

    FUSION_REFUSEE = "Corrigez les dates de l’une des deux situations, ou sa précision, puis revenez."

    beneficiaire = CleIsolee(Beneficiaire, related_name="situations")
    nature = models.CharField("situation", max_length=24, choices=NatureSituation)
    debut = models.DateField("depuis le", null=True, blank=True)
    fin = models.DateField("jusqu’au", null=True, blank=True)
    precision = models.CharField("précision", max_length=120, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(SituationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "situation"
        verbose_name_plural = "situations"
        ordering = ["nature", "debut"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(debut__isnull=True)
                | models.Q(fin__isnull=True)
                | models.Q(fin__gte=models.F("debut")),
                name="situation_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            ExclusionConstraint(
                name="situation_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("beneficiaire", RangeOperators.EQUAL),
                    ("nature", RangeOperators.EQUAL),
                    (
                        Periode(
                            "debut",
                            "fin",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Cette situation est déjà notée à ces dates.",
            ),
        ]

    def __str__(self):
        return self.get_nature_display()


class ReferentQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """Who follows or followed somebody, today's first, in one query."""
        return self.select_related("utilisateur").order_by(models.F("fin").desc(nulls_first=True), "-debut", "pk")

    def a_joindre(self, le):
        """Today's, whom to call first before: who writes in the file on the day `le`, a volunteer after them."""
        suivent = Appartenance.objects.actives(le).qui_peuvent(Droit.ECRIRE_SUIVI)
        siennes = suivent.filter(structure=models.OuterRef("structure"), utilisateur=models.OuterRef("utilisateur"))
        ouvertes = self.filter(fin=None).select_related("utilisateur")
        return ouvertes.order_by(models.Exists(siennes).desc(), "debut", "pk")

    def confier(self, personnes, utilisateur, le):
        """Make `utilisateur` the one référent of `personnes` (ids) from the day `le`; the others end that day.

        Whoever is theirs alone is left as they are. Return {person: (row opened, rows closed)}; the row opened is
        None for somebody whom `utilisateur` followed already, beside the others.
        """
        return self._ouvrir_et_fermer(
            dict.fromkeys(personnes, utilisateur.pk), le, lambda referent, vers: referent.utilisateur_id != vers
        )

    def remplacer(self, depart, repreneurs, le):
        """Put another colleague in the place of `depart`: {person: id of theirs} from the day `le`.

        Who followed the person with them stays. Return the same as `confier`.
        """
        return self._ouvrir_et_fermer(
            repreneurs, le, lambda referent, vers: referent.utilisateur_id == depart.pk != vers
        )

    def _ouvrir_et_fermer(self, repreneurs, le, quitte):
        """Open a row for each colleague of `repreneurs` who has none, close those of whom `quitte(row, id)`."""
        verrouillees = Beneficiaire.objects.filter(pk__in=repreneurs).order_by("pk").select_for_update(no_key=True)
        structures = dict(verrouillees.values_list("pk", "structure_id"))
        actuels = {pk: [] for pk in structures}
        for referent in self.filter(beneficiaire__in=structures, fin=None).order_by("debut", "pk"):
            actuels[referent.beneficiaire_id].append(referent)
        fermes = {pk: [r for r in siens if quitte(r, repreneurs[pk])] for pk, siens in actuels.items()}
        self.filter(pk__in=[r.pk for siens in fermes.values() for r in siens]).update(
            fin=Greatest("debut", models.Value(le, models.DateField()))  # a day past may come before they began
        )
        ouverts = self.bulk_create(
            self.model(structure_id=structures[pk], beneficiaire_id=pk, utilisateur_id=repreneurs[pk], debut=le)
            for pk, siens in actuels.items()
            if repreneurs[pk] not in {r.utilisateur_id for r in siens}
        )
        ouverts = {ouvert.beneficiaire_id: ouvert for ouvert in ouverts}
        return {pk: (ouverts.get(pk), fermes[pk]) for pk in structures if pk in ouverts or fermes[pk]}


@historise()
class Referent(ModeleIsole):
    """The colleague in charge of somebody, between two dates. A departure closes the row, it never rewrites it."""

    FUSION_PREMIER_DIT = "debut"

    beneficiaire = CleIsolee(Beneficiaire, related_name="referents")
    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="suivis")
    debut = models.DateField("depuis le", default=timezone.localdate)
    fin = models.DateField("jusqu’au", null=True, blank=True)

    objects = ManagerIsole.from_queryset(ReferentQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "référent"
        verbose_name_plural = "référents"
        ordering = ["-debut"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire", "utilisateur"],
                condition=models.Q(fin__isnull=True),
                name="referent_actuel_unique",
                violation_error_message="Ce collègue est déjà référent de cette personne.",
            ),
        ]

    def __str__(self):
        return str(self.utilisateur)


@receiver(dossiers_portes)
def compter_les_dossiers(sender, utilisateurs, **autres):
    """{user id: number of people entrusted to them today}, for the page of the accounts."""
    ouverts = Referent.objects.filter(utilisateur__in=utilisateurs, fin=None).order_by()
    return dict(ouverts.values_list("utilisateur").annotate(models.Count("beneficiaire", distinct=True)))
