"""The publics that a form offers to somebody."""

from insertion.droits import Droit, peut

from ..indicateurs.cohorte import PUBLICS, SENSIBLES

RESERVE = "Ce public n’existe pas, ou il est réservé aux collègues qui accompagnent les personnes."


def publics_offerts(utilisateur, deja=()):
    """[(code, label)]: who does not follow people is offered no sensitive one, but keeps those chosen `deja`.

    The number of a cohort narrowed to one day of entry would say who, that day, has a RQTH.
    """
    tous = peut(utilisateur, Droit.VOIR_SUIVI)
    return [(code, nom) for code, nom in PUBLICS.items() if tous or code not in SENSIBLES or code in deja]
