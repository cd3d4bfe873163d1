from .campagnes import Campagne, CibleCampagne
from .collaborations import Collaboration
from .contacts import Contact
from .echanges import Echange
from .entreprises import Entreprise, Etablissement
from .evenements import Evenement
from .offres import Offre
from .partenaires import Partenaire
from .prestations import Prestation

__all__ = [
    "Campagne",
    "CibleCampagne",
    "Collaboration",
    "Contact",
    "Echange",
    "Entreprise",
    "Etablissement",
    "Evenement",
    "Offre",
    "Partenaire",
    "Prestation",
]
