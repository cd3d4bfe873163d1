"""Every address of ours, as each role, for every file, by every method; and the words that nobody may read.

`make matrice` writes the cells that the expected file lacks, `make matrice MATRICE=tout` all of them.
"""

import os

import pytest

from insertion.enums import Role

from . import matrice
from .adresses import adresses
from .monde import Monde
from .sensibles import interdits

ECRIRE = os.environ.get("MATRICE")


@pytest.mark.skipif(not ECRIRE, reason="make matrice")
@pytest.mark.parametrize("role", list(Role))
def test_write_the_matrix(db, referentiels, client_de, role):
    toutes, marche = list(adresses()), matrice.Marche(Monde(role, categories=False), client_de, rapide=True)
    connu, _ = matrice.lire()
    manquent = [a for a in toutes if ECRIRE == "tout" or set(connu[role].get(a.nom, "?")) & set("?!")]
    for rang in range(0, len(manquent), 30):  # what is written stays, should the rest not be reached
        dedans, dehors = marche.parcourir(manquent[rang : rang + 30])
        matrice.ecrire({role: dedans, matrice.DEHORS: dehors}, [a.nom for a in toutes], matrice.combien(toutes))


@pytest.mark.skipif(bool(ECRIRE), reason="make surete")
@pytest.mark.parametrize("role", list(Role))
def test_the_matrix(db, referentiels, client_de, mesurer, role):
    toutes, marche = list(adresses()), matrice.Marche(Monde(role), client_de)

    dedans, dehors = marche.parcourir(toutes)

    lus = {mot: sorted(noms) for mot, noms in marche.mots.items() if mot in interdits(role)}
    mesurer("Matrice : cellules", marche.cellules)
    mesurer("En-têtes : réponses", marche.cellules)
    mesurer("Sentinelles : mots interdits cherchés dans les pages", len(interdits(role)) * marche.cellules)
    fautes = marche.fautes + matrice.ecarts(role, dedans) + matrice.ecarts(matrice.DEHORS, dehors)
    assert fautes == [], "\n".join(fautes)
    assert lus == {}
    assert marche.cellules * len(Role) == matrice.combien(toutes)
    assert matrice.combien(toutes) >= matrice.lire()[1]
