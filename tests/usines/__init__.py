"""Factories: deterministic, minimal, with traits. They write in the open context (`contexte(structure.pk)`)."""

from .appuis import (
    AideFactory,
    CompetenceFactory,
    CompetenceMontreeFactory,
    EtapeAideFactory,
    FaitChantierFactory,
    HeuresMoisFactory,
    OrientationFactory,
    PartenaireFactory,
    ReunionFactory,
)
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
    "AideFactory",
    "AppartenanceFactory",
    "BeneficiaireFactory",
    "CompetenceFactory",
    "CompetenceMontreeFactory",
    "DiagnosticFactory",
    "DispositifFactory",
    "EntretienFactory",
    "EtapeAideFactory",
    "EvaluationFactory",
    "FaitChantierFactory",
    "HeuresMoisFactory",
    "NoteConfidentielleFactory",
    "ObjectifFactory",
    "ObservationFactory",
    "OrientationFactory",
    "ParcoursFactory",
    "PartenaireFactory",
    "ReferentFactory",
    "RendezVousFactory",
    "ReunionFactory",
    "SituationFactory",
    "StructureFactory",
    "UtilisateurFactory",
]
