"""Factories: deterministic, minimal, with traits. They write in the open context (`contexte(structure.pk)`)."""

from .parcours import (
    ActionFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    EvaluationFactory,
    NoteConfidentielleFactory,
    ObjectifFactory,
    ObservationFactory,
    ParcoursFactory,
    RendezVousFactory,
)
from .personnes import BeneficiaireFactory, ReferentFactory, SituationFactory
from .socle import AppartenanceFactory, StructureFactory, UtilisateurFactory

__all__ = [
    "ActionFactory",
    "AppartenanceFactory",
    "BeneficiaireFactory",
    "DiagnosticFactory",
    "DispositifFactory",
    "EntretienFactory",
    "EvaluationFactory",
    "NoteConfidentielleFactory",
    "ObjectifFactory",
    "ObservationFactory",
    "ParcoursFactory",
    "ReferentFactory",
    "RendezVousFactory",
    "SituationFactory",
    "StructureFactory",
    "UtilisateurFactory",
]
