"""Distances between communes, as the crow flies: good enough to say « à environ 12 km », never an itinerary."""

import re
from collections import defaultdict
from math import asin, cos, radians, sin, sqrt

from django.db import connection

from .departements import DEPARTEMENTS, departement
from .models.communes import ARRONDISSEMENTS, cle_commune

RAYON_TERRE_KM = 6371
#: One text whatever the number of names, so that the server plans it once.
POSITIONS = "SELECT region, cle, latitude, longitude FROM insertion_commune WHERE cle = ANY(%s)"


def situer(lieux):
    """Where places are, in one query whatever their number.

    `lieux` are (code_postal, commune) as they were typed; return {(code_postal, commune): (latitude, longitude)} in
    degrees, without those that are not known.
    """
    cherches = {lieu: _cles(*lieu) for lieu in set(lieux) if _lisible(*lieu)}
    if not cherches:
        return {}
    chefs_lieux = {code: cle_commune(DEPARTEMENTS[code][1]) for code in {departement(cp) for cp, _ in cherches}}
    connus = _connus({cle for cles in cherches.values() for cle in cles} | set(chefs_lieux.values()))
    trouves = {}
    for lieu, cles in cherches.items():
        code = departement(lieu[0])
        region = DEPARTEMENTS[code][0]
        candidats = next((connus[region, cle] for cle in cles if (region, cle) in connus), [])
        if candidats:
            trouves[lieu] = _le_bon(candidats, connus.get((region, chefs_lieux[code])))
    return trouves


def kilometres(ici, la):
    """The great-circle distance between two (latitude, longitude) in degrees; None when one is not known."""
    if ici is None or la is None:
        return None
    lat_a, lon_a, lat_b, lon_b = (radians(angle) for angle in (*ici, *la))
    demi = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * RAYON_TERRE_KM * asin(sqrt(demi))


def dire(km):
    """« à environ 12 km à vol d’oiseau, de commune à commune »; « dans la même commune » under one kilometre."""
    if km is None:
        return "distance inconnue"
    if km < 1:
        return "dans la même commune"
    return f"à environ {round(km)} km à vol d’oiseau, de commune à commune"


def _lisible(code_postal, commune):
    return bool(commune) and re.fullmatch(r"\d{5}", code_postal) and departement(code_postal) in DEPARTEMENTS


def _cles(code_postal, commune):
    """What to look for, the most precise first: the arrondissement of a large city, then the commune."""
    cle = cle_commune(commune)
    ville = ARRONDISSEMENTS.get(code_postal[:2])
    if ville is None or cle.split(" ")[0] != ville:
        return (cle,)
    numero = int(code_postal[3:])
    return (f"{ville} {numero}", cle, ville) if numero else (cle, ville)


def _connus(cles):
    connus = defaultdict(list)
    with connection.cursor() as curseur:
        curseur.execute(POSITIONS, [list(cles)])
        for region, cle, latitude, longitude in curseur.fetchall():
            connus[region, cle].append((latitude, longitude))
    return dict(connus)


def _le_bon(candidats, chef_lieu):
    """Of several places of one name in a region, the one nearest to the chef-lieu of the département."""
    if len(candidats) == 1 or not chef_lieu:
        return candidats[0]
    return min(candidats, key=lambda point: kilometres(point, chef_lieu[0]))
