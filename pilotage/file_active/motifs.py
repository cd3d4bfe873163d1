"""Why a file is to be looked at: the facts of the reminders, asked of everybody at once.

Each reason is an uncorrelated list of people, which the database computes once for the whole page, with or without
statistics of its tables.
"""

from datetime import timedelta
from functools import cache

from django.db.models import Case, IntegerField, Q, Value, When

from beneficiaires.models import Beneficiaire, Referent
from insertion.droits import Droit
from insertion.models import Appartenance
from parcours.models import Action, Contrat, Parcours

from ..enums import MotifRappel
from ..models import Sourdine
from ..rappels.suivi import DIAGNOSTIC_MOIS

SANS_REFERENT = "sans_referent"
#: What the reasons read of the structure.
SEUILS = ("delai_diagnostic_jours", "alerte_contrat_jours", "alerte_renouvellement_jours", "alerte_pass_jours")
#: The reasons in words, the most serious last: a file is looked at for its worst reason, then for the next one.
MOTIFS = {
    MotifRappel.DIAGNOSTIC_ANCIEN.value: MotifRappel.DIAGNOSTIC_ANCIEN.label,
    MotifRappel.DIAGNOSTIC_INITIAL.value: MotifRappel.DIAGNOSTIC_INITIAL.label,
    MotifRappel.ACTION_EN_RETARD.value: MotifRappel.ACTION_EN_RETARD.label,
    MotifRappel.FIN_DU_PARCOURS.value: "Fin du PASS IAE ou du parcours",
    MotifRappel.FIN_DE_CONTRAT.value: MotifRappel.FIN_DE_CONTRAT.label,
    MotifRappel.RENOUVELLEMENT_A_DECIDER.value: MotifRappel.RENOUVELLEMENT_A_DECIDER.label,
    MotifRappel.ENTRETIEN_EN_RETARD.value: "Entretien en retard",
    SANS_REFERENT: "Sans référent en poste",
}
#: Those of an employer alone.
CONTRATS = (MotifRappel.FIN_DE_CONTRAT.value, MotifRappel.RENOUVELLEMENT_A_DECIDER.value)


def motifs_de_la(structure):
    """The reasons that `structure` can meet, (code, in words): where nobody is employed, no page names a contract."""
    return [(motif, mots) for motif, mots in MOTIFS.items() if structure.emploie or motif not in CONTRATS]


def a_regarder(structure, le, champ="pk", motifs=MOTIFS):
    """Return {reason: condition} of these `motifs` on the day `le`; `champ` leads to the person.

    Nobody muted is to be looked at.
    """
    eveillees = ~Q(**{f"{champ}__in": Sourdine.objects.en_cours(le).values("beneficiaire")})
    personnes = listes(structure, le)
    return {motif: Q(**{f"{champ}__in": personnes[motif]()}) & eveillees for motif in motifs}


def poids(structure, le):
    """An expression: the reasons of a person as the bits of a number, so that sorting on it sorts on the worst."""
    conditions = a_regarder(structure, le)
    total = Value(0)
    for rang, motif in enumerate(MOTIFS):
        total += Case(When(conditions[motif], then=Value(1 << rang)), default=Value(0), output_field=IntegerField())
    return total


@cache
def motifs_de(valeur):
    """The reasons that a `poids` holds, in words, the worst first."""
    return tuple(libelle for rang, libelle in reversed(list(enumerate(MOTIFS.values()))) if valeur >> rang & 1)


def listes(structure, le):
    """{reason: function that writes the list of its people}, with the thresholds of the reminders."""

    def contrats(a_decider):
        finissent = Contrat.objects.qui_finissent(
            le, fin=structure.alerte_contrat_jours, decision=structure.alerte_renouvellement_jours
        )
        return _ids(finissent.filter(a_decider=a_decider), "parcours__beneficiaire")

    def fin_du_parcours():
        fin = le + timedelta(days=structure.alerte_pass_jours)
        proches = Parcours.objects.en_cours(le).filter(
            Q(pass_fin=None) | Q(pass_fin__lte=fin)
        )  # it is only ever pushed
        return _ids(proches.avec_fin_du_temps().filter(fin_du_temps__lte=fin))

    def actions():
        return _ids(Action.objects.en_retard(le).de_parcours_ouverts(le), "parcours__beneficiaire")

    return {
        SANS_REFERENT: lambda: Beneficiaire.objects.exclude(pk__in=_entoures(structure, le)).values("pk"),
        MotifRappel.ENTRETIEN_EN_RETARD: lambda: _ids(Parcours.objects.entretien_en_retard(le)),
        MotifRappel.RENOUVELLEMENT_A_DECIDER: lambda: contrats(True),
        MotifRappel.FIN_DE_CONTRAT: lambda: contrats(False),
        MotifRappel.FIN_DU_PARCOURS: fin_du_parcours,
        MotifRappel.ACTION_EN_RETARD: actions,
        MotifRappel.DIAGNOSTIC_INITIAL: lambda: _ids(
            Parcours.objects.premier_diagnostic_en_retard(le, structure.delai_diagnostic_jours)
        ),
        MotifRappel.DIAGNOSTIC_ANCIEN: lambda: _ids(Parcours.objects.diagnostic_ancien(le, DIAGNOSTIC_MOIS)),
    }


def _ids(lignes, champ="beneficiaire"):
    return lignes.order_by().values(champ)


def _entoures(structure, le):
    """People with a référent who works here on the day `le` and follows people."""
    suivent = Appartenance.objects.en_poste(structure, le).qui_peuvent(Droit.ECRIRE_SUIVI)
    return Referent.objects.filter(fin=None, utilisateur__in=suivent.values("utilisateur")).values("beneficiaire")
