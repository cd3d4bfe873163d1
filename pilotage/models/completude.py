from django.db import models

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from .conventions import Convention


class DossierACompleterQuerySet(QuerySetIsole):
    def confier(self, convention, suivis, par, le):
        """Entrust the files of the people `suivis` (ids) for an agreement, those that are not yet; return them."""
        deja = self.filter(convention=convention, beneficiaire__in=suivis).values_list("beneficiaire_id", flat=True)
        a_confier = sorted(set(suivis) - set(deja))
        communs = {"structure_id": convention.structure_id, "convention": convention}
        self.bulk_create(
            [self.model(**communs, beneficiaire_id=pk, demande_par=par, demande_le=le) for pk in a_confier],
            ignore_conflicts=True,
        )
        return self.filter(convention=convention, beneficiaire__in=a_confier, demande_par=par)


@historise()
class DossierACompleter(ModeleIsole):
    """A file entrusted to the référents of somebody before the report of an agreement (experience.md job C2).

    What is missing is computed from the facts each time: the row only says that it was asked for, and by whom.
    """

    FUSION_PREMIER_DIT = "demande_le"

    convention = CleIsolee(Convention, related_name="dossiers_a_completer")
    beneficiaire = CleIsolee(Beneficiaire, related_name="dossiers_a_completer")
    demande_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )
    demande_le = models.DateField("demandé le", editable=False)

    objects = ManagerIsole.from_queryset(DossierACompleterQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "dossier à compléter"
        verbose_name_plural = "dossiers à compléter"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "convention", "beneficiaire"],
                name="dossier_a_completer_une_fois",
                violation_error_message="Ce dossier est déjà confié.",
            ),
        ]

    def __str__(self):
        return f"Dossier de {self.beneficiaire}, pour {self.convention}"
