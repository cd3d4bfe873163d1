from .journal import Lecture
from .saisies import Brouillon, Soumission
from .structures import Appartenance, Structure
from .utilisateurs import Utilisateur

__all__ = [
    "Appartenance",
    "Brouillon",
    "Lecture",
    "Soumission",
    "Structure",
    "Utilisateur",
]
