"""Every address of ours, as each role, for every file, by every method; and the words that nobody should have read."""

import os

import pytest

from insertion.enums import Role

from . import matrice
from .adresses import adresses
from .monde import Monde


@pytest.mark.parametrize("role", list(Role))
def test_the_matrix(db, referentiels, client_de, role):
    toutes, marche = list(adresses()), matrice.Marche(Monde(role), client_de)

    dedans, dehors = marche.parcourir(toutes)

    if os.environ.get("MATRICE") == "ecrire":
        noms = [adresse.nom for adresse in toutes]
        matrice.ecrire({role: dedans, matrice.DEHORS: dehors}, noms, marche.cellules * len(Role))
    _, cellules = matrice.lire()
    print("CATEGORIES", role, {m: sorted(n)[:6] for m, n in marche.mots.items()})
    assert marche.fautes == []
    assert matrice.ecarts(role, dedans) + matrice.ecarts(matrice.DEHORS, dehors) == []
    assert marche.cellules * len(Role) >= cellules
