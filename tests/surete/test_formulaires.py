"""Whatever a form is sent, it answers: no page breaks, and no row of another structure moves."""

import copy
import os

import pytest
from django.db import connection

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models.structures import AppartenanceQuerySet

from .adresses import adresses
from .corps import champs_demandes, corps
from .marche import ECHEC, GET, POST, demander
from .monde import AUTRE, SUIVI, Monde
from .rangees import modeles_isoles

CORPS = int(os.environ.get("CORPS", "200"))
PARTS = 8
#: One answer in ten is drawn whole; the others stop at what the view hands to its template.
DESSINEES = 10
TABLES = {m._meta.db_table: m for m in modeles_isoles()}


@pytest.fixture
def monde(db, referentiels):
    return Monde(Role.DIRECTION, categories=False)


class Guet:
    """What an answer left behind, before it is undone: rows of the other structure, keys that cross over."""

    def __init__(self, monde):
        self.ici, self.structure, self.avant = monde.ici.pk, monde.ailleurs.pk, {}
        with contexte(self.structure):
            self.avant = {table: self._lire(table) for table in TABLES}

    def _lire(self, table):
        lignes = TABLES[table]._base_manager.filter(structure_id=self.structure).order_by("pk")
        return list(lignes.values_list("pk", "structure_id"))

    def __call__(self, ecrites):
        with contexte(self.ici):
            connection.check_constraints()  # what a commit would have refused
        with contexte(self.structure):
            for table in ecrites & set(TABLES):
                assert self._lire(table) == self.avant[table], f"{table} : une ligne de l’autre structure a bougé"


def entrer_une_fois(monde, monkeypatch):
    """Who asks, and their membership, are read once for all the bodies: the matrix reads them at each request."""
    appartenance = copy.copy(monde.moi.appartenance)
    appartenance.autres = []
    monkeypatch.setattr("django.contrib.auth.middleware.get_user", lambda request: copy.copy(monde.moi))
    monkeypatch.setattr(AppartenanceQuerySet, "pour_session", lambda *args: copy.copy(appartenance))


@pytest.mark.parametrize("part", range(PARTS))
def test_no_body_breaks_a_form_nor_writes_elsewhere(monde, client_de, mesurer, monkeypatch, part):
    client, guet, fautes, envoyes = client_de(monde.moi), Guet(monde), [], 0
    etrangers = [str(objet.pk) for objet in monde.dossiers[AUTRE].values() if hasattr(objet, "pk")]

    entrer_une_fois(monde, monkeypatch)
    for adresse in list(adresses())[part::PARTS]:
        chemin = adresse.avec(monde, SUIVI)
        if demander(client, chemin, POST).statut == 405:
            continue
        page = demander(client, chemin, GET)
        champs, options = champs_demandes(page.contenu, adresse.vue)
        for rang, envoi in enumerate(corps(champs, options, etrangers, adresse.nom, CORPS)):
            reponse = demander(client, chemin, POST, envoi, apres=guet, dessin=rang % DESSINEES == 0)
            envoyes += 1
            if reponse.code == ECHEC:
                fautes.append(f"{adresse.nom} {chemin} {envoi} : {reponse.erreur}"[:1500])
                break

    mesurer("Formulaires : corps envoyés", envoyes)
    assert fautes == []
