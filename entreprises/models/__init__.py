from .collaborations import Collaboration
from .contacts import Contact
from .echanges import Echange
from .entreprises import Entreprise, Etablissement
from .offres import Offre
from .partenaires import Partenaire

__all__ = ["Collaboration", "Contact", "Echange", "Entreprise", "Etablissement", "Offre", "Partenaire"]
