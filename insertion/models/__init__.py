from .absences import AbsenceCollegue
from .communes import Commune
from .conventionnements import Conventionnement
from .equipe import PosteEquipe
from .journal import AlerteLecture, Lecture, Sceau
from .referentiels import Referentiel
from .rome import Rome
from .saisies import Brouillon, Soumission
from .structures import Appartenance, Structure
from .travaux import Travail, TravailQuerySet
from .utilisateurs import Utilisateur

__all__ = [
    "AbsenceCollegue",
    "AlerteLecture",
    "Appartenance",
    "Brouillon",
    "Commune",
    "Conventionnement",
    "Lecture",
    "PosteEquipe",
    "Referentiel",
    "Rome",
    "Sceau",
    "Soumission",
    "Structure",
    "Travail",
    "TravailQuerySet",
    "Utilisateur",
]
