"""Public holidays of metropolitan France, the movable ones too (art. L3133-1 C. trav.)."""

from datetime import timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=32)
def de_l_annee(annee):
    """Return {day: its name in French} of a year."""
    jours = holidays.country_holidays("FR", years=annee, language="fr")
    return {jour: nom.replace("'", "’") for jour, nom in jours.items()}


def nom_du_ferie(jour):
    """The name of the public holiday that the day `jour` is (« Noël »), or ""."""
    return de_l_annee(jour.year).get(jour, "")


def entre(debut, fin):
    """Return {day: name} of the public holidays from the day `debut` to the day `fin`, both included."""
    jours = (debut + timedelta(days=rang) for rang in range((fin - debut).days + 1))
    return {jour: nom for jour in jours if (nom := nom_du_ferie(jour))}
