"""A2: the number of a row of another structure, in each field, in the address, in the headers, in the session."""

import pytest
from django.urls import reverse

from insertion.enums import Role
from insertion.isolation.middleware import CLE_STRUCTURE

from .adresses import adresses
from .corps import champs_demandes
from .marche import ECHEC, GET, POST, demander
from .monde import AILLEURS, AUTRE, SUIVI, Monde
from .test_formulaires import Guet

PARTS = 4
#: What pages read from their address.
REQUETE = (
    "personne", "beneficiaire", "parcours", "convention", "entreprise", "offre", "contact", "campagne", "utilisateur",
    "referent", "dispositif", "seance", "objectif", "partenaire", "formation", "q", "page",
)  # fmt: skip


@pytest.fixture
def monde(db, referentiels):
    return Monde(Role.DIRECTION, categories=False)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_field_and_no_address_takes_a_row_of_another_structure(monde, client_de, mesurer, part):
    client, guet, fautes, essais = client_de(monde.moi), Guet(monde), [], 0
    numeros = sorted({objet.pk for objet in monde.dossiers[AUTRE].values() if hasattr(objet, "pk")})
    entetes = {
        "HTTP_HX_REQUEST": "true",
        "HTTP_HX_TARGET": str(numeros[0]),
        "HTTP_X_STRUCTURE": str(monde.ailleurs.pk),
    }
    client.defaults |= entetes

    for adresse in list(adresses())[part::PARTS]:
        chemin = adresse.avec(monde, SUIVI)
        page = demander(client, chemin, GET)
        champs, _ = champs_demandes(page.contenu, adresse.vue)
        for numero in numeros[:3] + numeros[-1:]:
            lien = "&" if "?" in chemin else "?"
            avec = chemin + lien + "&".join(f"{nom}={numero}" for nom in REQUETE)
            for reponse in (
                demander(client, avec, GET),
                demander(client, chemin, POST, dict.fromkeys(champs, str(numero)), apres=guet),
            ):
                essais += 1
                if reponse.code == ECHEC or AILLEURS in reponse.mots:
                    fautes.append(f"{avec} : {reponse.erreur or reponse.mots}")

    mesurer("Clés d’une autre structure : essais", essais)
    assert fautes == []


def test_a_session_that_names_another_structure_works_in_ones_own(monde, client_de):
    client = client_de(monde.moi)
    session = client.session
    session[CLE_STRUCTURE] = monde.ailleurs.pk
    session.save()

    reponse = client.get(reverse("insertion:session_jeton"))

    assert reponse.json()["structure"] == monde.ici.pk
