"""Asking the référents of several people for news of them, all at once."""

import uuid
from dataclasses import dataclass

from beneficiaires.models import Referent

from ..models import Relance


@dataclass(frozen=True)
class Demande:
    """What was asked in one go: `faites` people, of whom `sans_referent` have nobody to be told."""

    lot: uuid.UUID
    faites: int
    sans_referent: int

    def __str__(self):
        s = "s" if self.faites > 1 else ""
        return f"{self.faites} relance{s} demandée{s} : le référent de chaque personne est prévenu."


def demander(par, personnes, mot, le):
    """Ask for news of `personnes` (ids) on the day `le`; who is waited for already is not asked twice."""
    attendues = Relance.objects.en_attente(le).filter(beneficiaire__in=personnes)
    nouvelles = set(personnes) - set(attendues.values_list("beneficiaire", flat=True))
    lot, structure_id = uuid.uuid4(), par.appartenance.structure_id
    Relance.objects.bulk_create(
        Relance(structure_id=structure_id, beneficiaire_id=pk, mot=mot, par=par, lot=lot) for pk in sorted(nouvelles)
    )
    suivies = set(
        Referent.objects.filter(beneficiaire__in=nouvelles, fin=None).values_list("beneficiaire", flat=True)
    )
    return Demande(lot, len(nouvelles), len(nouvelles - suivies))
