from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.structures import Periode


class SilenceAttenduQuerySet(QuerySetIsole):
    def en_cours(self, le):
        """Those of the day `le`, their first and last days included."""
        return self.filter(debut__lte=le, jusqu_au__gte=le)


@historise()
class SilenceAttendu(ModeleIsole):
    """Why no news of somebody is expected until a day: they work away, they are with their family.

    Until then nobody is told that their entretien is late; everything else is still asked (`Sourdine` asks nothing).
    """

    beneficiaire = CleIsolee(Beneficiaire, related_name="silences")
    raison = models.CharField("raison", max_length=160)
    debut = models.DateField("depuis le", editable=False)
    jusqu_au = models.DateField("pas de nouvelles attendues jusqu’au")
    auteur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(SilenceAttenduQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "silence attendu"
        verbose_name_plural = "silences attendus"
        ordering = ["-debut", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(jusqu_au__gte=F("debut")),
                name="silence_fin_apres_debut",
                violation_error_code="silence_fin",
                violation_error_message="Choisissez un jour à venir.",
            ),
            models.CheckConstraint(
                condition=Q(jusqu_au__lte=F("debut") + timedelta(days=366)),
                name="silence_un_an_au_plus",
                violation_error_code="silence_fin",
                violation_error_message="Un silence se justifie pour un an au plus.",
            ),
            ExclusionConstraint(
                name="silence_sans_chevauchement",
                expressions=[
                    ("structure", RangeOperators.EQUAL),
                    ("beneficiaire", RangeOperators.EQUAL),
                    (
                        Periode("debut", "jusqu_au", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Le silence de cette personne est déjà justifié à ces dates.",
            ),
        ]

    def __str__(self):
        return f"Silence attendu jusqu’au {self.jusqu_au:%d/%m/%Y}"

    def finir(self, le):
        """News are expected again from the day `le` on; a silence that begins then never was."""
        if self.debut >= le:
            self.delete()
        else:
            self.jusqu_au, self.version = le - timedelta(days=1), F("version") + 1
            self.save(update_fields=["jusqu_au", "version"])
