"""A9: a form sent from another site, or without its token: 403 everywhere. A GET that writes: test_matrice.py."""

from django.test import Client

from insertion.enums import Role

from .adresses import adresses
from .marche import demander
from .monde import SUIVI, Monde

#: The link of a message is a secret that somebody without an account holds: its form carries a token all the same.
ADMIS = (403, 405)


def test_no_address_takes_a_form_without_its_token(db, referentiels, client_de, mesurer):
    monde, fautes, essais = Monde(Role.DIRECTION, categories=False), [], 0
    sans_jeton = Client(enforce_csrf_checks=True)
    sans_jeton.cookies = client_de(monde.moi).cookies
    d_ailleurs = Client(enforce_csrf_checks=True, HTTP_ORIGIN="https://ailleurs.example")
    d_ailleurs.cookies = sans_jeton.cookies

    for adresse in adresses():
        chemin = adresse.avec(monde, SUIVI)
        for client in (sans_jeton, d_ailleurs):
            reponse = demander(client, chemin, "POST", {"csrfmiddlewaretoken": "x" * 64})
            essais += 1
            if reponse.statut not in ADMIS:
                fautes.append(f"{chemin} : {reponse.statut}")

    mesurer("Requêtes forgées : essais", essais)
    assert fautes == []
