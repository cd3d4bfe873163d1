"""A colleague leaves: what they carry, how it is shared out, the note for who takes over, the handing over."""

from .bagage import bagage
from .notes import proposer
from .partage import repartir
from .transmission import (
    TransmissionImpossible,
    annuler,
    confier,
    preparer,
    reprendre,
    restes_a_son_nom,
    transmettre,
)

__all__ = [
    "TransmissionImpossible",
    "annuler",
    "bagage",
    "confier",
    "preparer",
    "proposer",
    "repartir",
    "reprendre",
    "restes_a_son_nom",
    "transmettre",
]
