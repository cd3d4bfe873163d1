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
    DemarcheFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    EvaluationFactory,
    NoteConfidentielleFactory,
    ObjectifFactory,
    ObservationFactory,
    ParcoursFactory,
    ParticipantFactory,
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
    "DemarcheFactory",
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
    "ParticipantFactory",
    "ReferentFactory",
    "RendezVousFactory",
    "ReunionFactory",
    "SituationFactory",
    "StructureFactory",
    "UtilisateurFactory",
]
