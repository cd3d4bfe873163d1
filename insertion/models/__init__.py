from .journal import Lecture
from .referentiels import Referentiel
from .saisies import Brouillon, Soumission
from .structures import Appartenance, Structure
from .utilisateurs import Utilisateur

__all__ = [
    "Appartenance",
    "Brouillon",
    "Lecture",
    "Referentiel",
    "Soumission",
    "Structure",
    "Utilisateur",
]
