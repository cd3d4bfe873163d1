"""The skills that somebody showed at the workplace, and how they grew."""

from dataclasses import dataclass, field
from datetime import date

from .enums import NiveauCompetence
from .models import CompetenceMontree


@dataclass(frozen=True)
class Acquis:
    """One skill of one person: the level of today, since when, and the first one seen."""

    intitule: str
    poste: str
    niveau: NiveauCompetence
    date: date
    premier: NiveauCompetence
    premier_le: date
    vues: list = field(default_factory=list)

    @property
    def a_progresse(self):
        return self.niveau > self.premier


def acquis(beneficiaire, parcours=None):
    """Return the `Acquis` of somebody, by post then by skill: one query (metier.md §1 rows 15, 84b).

    With a `parcours`, only what was shown during that one.
    """
    montrees = CompetenceMontree.objects.d_une_personne(beneficiaire)
    par_competence = {}
    for montree in montrees.filter(parcours=parcours) if parcours else montrees:
        par_competence.setdefault(montree.competence_id, []).append(montree)
    return [_acquis(vues) for vues in par_competence.values()]


def _acquis(vues):
    """`vues` are the rows of one skill, the latest first."""
    derniere, premiere = vues[0], vues[-1]
    return Acquis(
        intitule=derniere.competence.intitule,
        poste=derniere.competence.poste,
        niveau=NiveauCompetence(derniere.niveau),
        date=derniere.date,
        premier=NiveauCompetence(premiere.niveau),
        premier_le=premiere.date,
        vues=vues,
    )
