from .absences import AbsenceCollegue
from .communes import Commune
from .comptes import AccesSupport, EvenementCompte, Invitation
from .compteurs import Compteur
from .conventionnements import Conventionnement
from .depots import FichierDepose, FichierDeposeQuerySet
from .equipe import PosteEquipe
from .exploitation import Battement, Sauvegarde
from .gestes import Geste
from .journal import AlerteLecture, Lecture, Sceau
from .referentiels import Referentiel
from .rome import Rome
from .saisies import Brouillon, Saisie, Soumission
from .structures import Appartenance, Structure
from .travaux import FichierPassager, PassagerQuerySet, Travail, TravailQuerySet
from .utilisateurs import Utilisateur

__all__ = [
    "AbsenceCollegue",
    "AccesSupport",
    "AlerteLecture",
    "Appartenance",
    "Battement",
    "Brouillon",
    "Commune",
    "Compteur",
    "Conventionnement",
    "EvenementCompte",
    "FichierDepose",
    "FichierDeposeQuerySet",
    "FichierPassager",
    "Geste",
    "Invitation",
    "Lecture",
    "PassagerQuerySet",
    "PosteEquipe",
    "Referentiel",
    "Rome",
    "Saisie",
    "Sauvegarde",
    "Sceau",
    "Soumission",
    "Structure",
    "Travail",
    "TravailQuerySet",
    "Utilisateur",
]
