"""Many people at once, on connections that are used again: no wrong row, no double entry, no silent loss."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.models import Entretien
from tests.conftest import membre, navigateur_de
from tests.usines import BeneficiaireFactory, EntretienFactory, ParcoursFactory, StructureFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.isolation.urls_fautives")]
REQUETES, FILS = 2_000, 8


def a_la_fois(fonction, cas, fils=FILS):
    """Call `fonction` on each of `cas` in `fils` threads; each keeps its connection to its end, then closes it."""
    cas = list(cas)

    def parcourir(part):
        try:
            return [fonction(un) for un in part]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(fils) as bassin:
        parts = list(bassin.map(parcourir, [cas[n::fils] for n in range(fils)]))
    return [parts[n % fils][n // fils] for n in range(len(cas))]


@pytest.fixture
def entretien_de_deux(db):
    """An entretien, and two colleagues who may write it."""
    structure = StructureFactory()
    with contexte(structure.pk):
        entretien = EntretienFactory(parcours=ParcoursFactory())
    return entretien, [membre(structure, Role.CHARGE_INSERTION) for _ in range(2)]


def test_thousands_of_requests_at_once_never_show_a_row_of_another_structure():
    attendus = {}
    for nombre in range(1, 9):
        structure = StructureFactory()
        with contexte(structure.pk):
            BeneficiaireFactory.create_batch(nombre)
        cookies = navigateur_de(membre(structure, Role.CHARGE_INSERTION)).cookies
        attendus[structure.pk] = cookies, {"structures": [structure.pk], "nombre": nombre}
    tirage = random.Random(7).choices(list(attendus.values()), k=REQUETES)
    fil = threading.local()  # as a server, a thread makes its middleware once

    def demander(cas):
        client = fil.client = getattr(fil, "client", None) or Client()
        client.cookies = cas[0]
        return client.get("/faute/liste/").json() == cas[1]

    assert a_la_fois(demander, tirage).count(False) == 0


def _note(**champs):
    vide = {"action-TOTAL_FORMS": "0", "action-INITIAL_FORMS": "0", "mode": "sur_place", "genre": "individuel"}
    date = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    return vide | {"date": date, "compte_rendu": "Un seul texte."} | champs


@pytest.mark.parametrize("textes", [["Un seul texte."], ["De l’ordinateur.", "Du téléphone."]], ids=["one", "two"])
def test_twenty_notes_sent_at_once_under_one_key_are_as_many_as_their_texts(entretien_de_deux, textes):
    entretien, (cip, _) = entretien_de_deux
    cookies, envoi = navigateur_de(cip).cookies, _note(soumission=str(uuid4()))
    url = reverse("parcours:entretien_create", args=[entretien.parcours.beneficiaire_id])

    def envoyer(rang):
        client = Client()
        client.cookies = cookies
        reponse = client.post(url, envoi | {"compte_rendu": textes[rang % len(textes)]})
        return reponse.status_code, reponse.url

    reponses = a_la_fois(envoyer, range(20), fils=20)

    assert len(set(reponses)) == 1
    assert reponses[0][0] == 302
    with contexte(entretien.structure_id):
        ecrits = Entretien.objects.exclude(pk=entretien.pk).values_list("compte_rendu", flat=True)
        assert sorted(ecrits) == textes


def test_of_two_editors_at_once_one_saves_and_the_other_sees_both_texts(entretien_de_deux):
    entretien, collegues = entretien_de_deux
    url = reverse("parcours:entretien_update", args=[entretien.pk])

    def corriger(cas):
        numero, cookies = cas
        client = Client()
        client.cookies = cookies
        reponse = client.post(url, _note(version="0", compte_rendu=f"Texte {numero}"))
        return reponse.status_code, reponse.content.decode()

    cas = [(n, navigateur_de(collegues[n % 2]).cookies) for n in range(10)]
    reponses = a_la_fois(corriger, cas, fils=10)

    codes = [code for code, _ in reponses]
    assert (codes.count(302), codes.count(409)) == (1, 9)
    gagnant = codes.index(302)
    with contexte(entretien.structure_id):
        assert Entretien.objects.get().compte_rendu == f"Texte {gagnant}"
    assert all(f"Texte {n}" in page for n, (code, page) in enumerate(reponses) if code == 409)
    assert all(f"Texte {gagnant}" in page for code, page in reponses if code == 409)
