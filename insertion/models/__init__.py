from .absences import AbsenceCollegue
from .communes import Commune
from .comptes import AccesSupport, EvenementCompte, Invitation
from .compteurs import Compteur
from .conventionnements import Conventionnement
from .equipe import PosteEquipe
from .journal import Lecture
from .referentiels import Referentiel
from .rome import Rome
from .saisies import Brouillon, Soumission
from .structures import Appartenance, Structure
from .travaux import Travail, TravailQuerySet
from .utilisateurs import Utilisateur

__all__ = [
    "AbsenceCollegue",
    "AccesSupport",
    "Appartenance",
    "Brouillon",
    "Commune",
    "Compteur",
    "Conventionnement",
    "EvenementCompte",
    "Invitation",
    "Lecture",
    "PosteEquipe",
    "Referentiel",
    "Rome",
    "Soumission",
    "Structure",
    "Travail",
    "TravailQuerySet",
    "Utilisateur",
]
