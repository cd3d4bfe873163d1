"""The page that a director reads says what the code does, and the matrix of `make surete` knows every address."""

import pytest
from django.conf import settings

from insertion.droits import DROITS
from insertion.enums import Role
from insertion.habilitations import page, vues
from tests.surete import matrice
from tests.surete.adresses import adresses
from tests.surete.marche import GET, INTROUVABLE, METHODE, POST, demander
from tests.surete.monde import AILLEURS, AUTRE, Monde

RELANCER = "récrivez-la : manage.py habilitations, make matrice"


def test_the_page_of_habilitations_is_the_one_that_the_code_writes():
    assert (settings.BASE_DIR / "docs" / "habilitations.md").read_text(encoding="utf-8") == page(), RELANCER


def test_the_matrix_holds_every_address_and_no_other():
    attendu, cellules = matrice.lire()

    toutes = [adresse.nom for adresse in adresses()]
    assert set(toutes) == {nom for _, nom, _ in vues()}
    assert {colonne: set(noms) for colonne, noms in attendu.items()} == dict.fromkeys(
        matrice.COLONNES, set(toutes)
    ), RELANCER
    assert cellules >= 50_000


def test_what_the_table_of_rights_refuses_the_matrix_refuses_everywhere():
    """« ? » is a cell that nobody has read yet: `make surete` refuses it, `make matrice` reads it."""
    attendu, _ = matrice.lire()

    fautes = [
        (role.value, nom)
        for _, nom, vue in vues()
        for role in Role
        if hasattr(vue, "droit") and vue.droit not in DROITS[role] and set(attendu[role][nom]) - set("rm/?")
    ]
    assert fautes == []


@pytest.mark.django_db
def test_nothing_of_another_structure_is_found_at_any_address(referentiels, client_de):
    monde, fautes = Monde(Role.DIRECTION, categories=False), []
    client = client_de(monde.moi)
    for adresse in adresses():
        if not adresse.rangees:
            continue
        chemin = adresse.avec(monde, AUTRE)
        reponse = demander(client, chemin, GET)
        if reponse.code == METHODE:
            reponse = demander(client, chemin, POST)
        if reponse.code != INTROUVABLE or AILLEURS in reponse.mots:
            fautes.append(f"{chemin} : {reponse.statut} {reponse.erreur}")
    assert fautes == []
