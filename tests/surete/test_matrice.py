"""Every address of ours, as each role, for every file, by every method; and the words that nobody may read."""

import os

import pytest

from insertion.enums import Role

from . import matrice
from .adresses import adresses
from .monde import Monde
from .sensibles import interdits


@pytest.mark.parametrize("role", list(Role))
def test_the_matrix(db, referentiels, client_de, mesurer, role):
    ecrire = os.environ.get("MATRICE") == "ecrire"
    toutes, marche = list(adresses()), matrice.Marche(Monde(role), client_de, sans_dessin=ecrire)

    dedans, dehors = marche.parcourir(toutes)

    if ecrire:
        noms = [adresse.nom for adresse in toutes]
        matrice.ecrire({role: dedans, matrice.DEHORS: dehors}, noms, marche.cellules * len(Role))
    mesurer("Matrice : cellules", marche.cellules)
    mesurer("En-têtes : réponses", marche.cellules)
    _, cellules = matrice.lire()
    lus = {m: sorted(noms) for m, noms in marche.mots.items() if m in interdits(role)}
    mesurer("Sentinelles : mots interdits cherchés dans les pages", len(interdits(role)) * marche.cellules)
    assert lus == {}
    fautes = marche.fautes + matrice.ecarts(role, dedans) + matrice.ecarts(matrice.DEHORS, dehors)
    assert fautes == [], "\n".join(fautes)
    assert marche.cellules * len(Role) >= cellules
