from datetime import timedelta

from django.db import models
from django.db.models import Q

from beneficiaires.enums import NiveauFormation
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import MomentFse, Reponse, StatutFse
from .parcours import Parcours

#: Days after the exit during which the status counts (metier.md §4.9).
FENETRE_SORTIE = timedelta(days=28)
#: Levels of the ISCED 2011 counted: CAP, BEP and baccalauréat are 3; a foreign diploma says nothing by itself.
CITE = {
    "cite_0_2": (NiveauFormation.JAMAIS_SCOLARISE, NiveauFormation.PRIMAIRE, NiveauFormation.COLLEGE),
    "cite_3_4": (NiveauFormation.NIVEAU_3, NiveauFormation.NIVEAU_4),
    "cite_5_8": (
        *(NiveauFormation.NIVEAU_5, NiveauFormation.NIVEAU_6),
        *(NiveauFormation.NIVEAU_7, NiveauFormation.NIVEAU_8),
    ),
}


class QuestionnaireFseQuerySet(QuerySetIsole):
    def d_une_personne(self, beneficiaire):
        """Every questionnaire of somebody, by parcours then moment, in one query."""
        siens = self.filter(parcours__beneficiaire=beneficiaire).select_related("parcours__dispositif")
        return siens.order_by("-parcours__date_entree", "moment")

    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "parcours__dispositif")


def _reponse(libelle):
    return models.CharField(libelle, max_length=12, choices=Reponse, blank=True)


@historise()
class QuestionnaireFse(ModeleIsole):
    """What the European social fund asks of a participant, once at the entry and once at the exit (metier.md §4.9).

    What the file already says (birth, gender, level, address) is not asked again. `ENTREE` are the answers of the
    entry, `qualification` that of the exit; a corrected exit replaces what was noted: only the last status counts.
    """

    ENTREE = ("longue_duree", "pays_tiers", "origine_etrangere", "sans_logement")

    parcours = CleIsolee(Parcours, related_name="questionnaires_fse")
    moment = models.CharField("moment", max_length=6, choices=MomentFse, editable=False)
    date = models.DateField("recueilli le")
    statut = models.CharField("situation", max_length=10, choices=StatutFse, blank=True)
    longue_duree = _reponse("sans emploi depuis plus de 12 mois (6 mois avant 25 ans)")
    pays_tiers = _reponse("ressortissant d’un pays hors de l’Union européenne")
    origine_etrangere = _reponse("né à l’étranger, ou un parent né à l’étranger")
    sans_logement = _reponse("sans logement, ou menacé de le perdre")
    qualification = _reponse("a obtenu une qualification pendant le parcours")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(QuestionnaireFseQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "questionnaire FSE+"
        verbose_name_plural = "questionnaires FSE+"
        ordering = ["parcours", "moment"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours", "moment"],
                name="questionnaire_fse_un_par_moment",
                violation_error_message="Ce questionnaire est déjà rempli : modifiez-le.",
            ),
            models.CheckConstraint(
                condition=Q(moment="entree", qualification="")
                | Q(moment="sortie", longue_duree="", pays_tiers="", origine_etrangere="", sans_logement=""),
                name="questionnaire_fse_selon_le_moment",
                violation_error_message="Ces questions ne sont pas celles de ce moment.",
            ),
        ]

    def __str__(self):
        return f"Questionnaire FSE+, {self.get_moment_display().lower()}"

    @property
    def reponses(self):
        """[(question, answer in words)] of what is asked at this moment; an empty answer is « Non renseigné »."""
        noms = ("statut", *(self.ENTREE if self.moment == MomentFse.ENTREE else ("qualification",)))
        return [
            (self._meta.get_field(nom).verbose_name, getattr(self, f"get_{nom}_display")() or "Non renseigné")
            for nom in noms
        ]
