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
from .projet import AxeEvolutionFactory, CvFactory, EtapeProjetFactory, MetierViseFactory
from .socle import AppartenanceFactory, StructureFactory, UtilisateurFactory

__all__ = [
    "ActionFactory",
    "AideFactory",
    "AppartenanceFactory",
    "AxeEvolutionFactory",
    "BeneficiaireFactory",
    "CompetenceFactory",
    "CompetenceMontreeFactory",
    "CvFactory",
    "DemarcheFactory",
    "DiagnosticFactory",
    "DispositifFactory",
    "EntretienFactory",
    "EtapeAideFactory",
    "EtapeProjetFactory",
    "EvaluationFactory",
    "FaitChantierFactory",
    "HeuresMoisFactory",
    "MetierViseFactory",
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
