"""The path towards a home (metier.md §1 row 72), where people are housed."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import TypeStructure
from insertion.isolation.contexte import contexte
from parcours.enums import Habitat
from parcours.fil import evenements
from parcours.logement import chemin
from parcours.models import EtapeLogement
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, EtapeLogementFactory, ParcoursFactory

LE = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00", tick=False):
        yield


@pytest.fixture
def amina(structure):
    structure.type = TypeStructure.CHRS
    structure.save()
    return BeneficiaireFactory(prenom="Amina")


def page(beneficiaire):
    return reverse("parcours:logement_detail", args=[beneficiaire.pk])


def ajout(beneficiaire):
    return reverse("parcours:etape_logement_create", args=[beneficiaire.pk])


def saisie(**champs):
    return {"habitat": "collectif", "lieu": "L’Escale", "debut": "2026-06-01", "soumission": uuid.uuid4()} | champs


def test_step_is_added_and_shown_in_the_picture_and_the_table(client_de, cip, amina):
    EtapeLogementFactory(beneficiaire=amina, fin=date(2026, 5, 31))

    client_de(cip).post(ajout(amina), saisie(adapte="on"))

    html = client_de(cip).get(page(amina)).content.decode()
    assert html.count('class="barre') == 2
    assert "Hébergement provisoire ou collectif depuis le 01/06/2026, toujours en cours" in html
    assert "adapté" in html


@cellules(
    ("champs", "message"),
    [
        ({"debut": "2026-03-31"}, "Une autre étape est déjà notée à ces dates"),
        ({"debut": "2026-06-01", "fin": "2026-05-31"}, "La fin ne peut pas précéder le début."),
        ({"debut": ""}, "obligatoire"),
        ({"habitat": "chateau"}, "choix"),
        ({"remarque": "x" * 10_000}, "300"),
    ],
)
def test_refused_step_says_why_and_keeps_what_was_typed(client_de, cip, amina, champs, message):
    EtapeLogementFactory(beneficiaire=amina, fin=date(2026, 3, 31))

    reponse = client_de(cip).post(ajout(amina), saisie(lieu="Chambre 14") | champs)

    html = reponse.content.decode()
    assert reponse.status_code == 422
    assert message in html
    assert "Chambre 14" in html
    assert EtapeLogement.objects.count() == 1


@cellules(
    ("debut", "accepte"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True)], ids=["dernier-jour", "lendemain"]
)
def test_the_database_holds_that_steps_never_overlap(amina, debut, accepte):
    EtapeLogementFactory(beneficiaire=amina, fin=date(2026, 3, 31))

    try:
        with transaction.atomic():
            EtapeLogementFactory(beneficiaire=amina, debut=debut)
    except IntegrityError:
        assert not accepte
    else:
        assert accepte


def test_step_ends_is_never_overwritten_and_may_be_taken_away(client_de, cip, collegue, amina):
    etape = EtapeLogementFactory(beneficiaire=amina)
    url = reverse("parcours:etape_logement_update", args=[etape.pk])

    client_de(collegue).post(url, saisie(version=0, debut="2026-01-05", fin="2026-03-31"))
    tard = client_de(cip).post(url, saisie(version=0, debut="2026-01-06"))
    etape.refresh_from_db()
    client_de(cip).post(reverse("parcours:etape_logement_delete", args=[etape.pk]))

    assert etape.fin == date(2026, 3, 31)
    assert tard.status_code == 409
    assert not EtapeLogement.objects.exists()


def test_step_sent_twice_is_noted_once(client_de, cip, amina):
    client, envoi = client_de(cip), saisie(debut="2026-01-05", fin="2026-01-05")

    for _ in range(2):
        client.post(ajout(amina), envoi)

    assert EtapeLogement.objects.count() == 1


def test_housing_is_closed_to_strangers_and_to_who_has_no_need(
    client_de, etranger, encadrant, lecteur, structure, amina
):
    etape = EtapeLogementFactory(beneficiaire=amina)
    adresses = [
        ajout(amina),
        *(reverse(f"parcours:etape_logement_{quoi}", args=[etape.pk]) for quoi in ("update", "delete")),
    ]

    assert [client_de(qui).get(page(amina)).status_code for qui in (etranger, encadrant, lecteur)] == [404, 403, 200]
    for adresse in adresses:
        assert [client_de(q).post(adresse, saisie()).status_code for q in (etranger, encadrant, lecteur)] == [
            404,
            403,
            403,
        ]
    with contexte(structure.pk, role="encadrant"):
        assert not EtapeLogement.objects.exists()


def test_a_structure_that_houses_nobody_has_no_such_page(client_de, cip, structure):
    personne = ParcoursFactory().beneficiaire

    html = client_de(cip).get(reverse("parcours:personne_detail", args=[personne.pk])).content.decode()

    assert client_de(cip).get(page(personne)).status_code == 404
    assert page(personne) not in html


@cellules("nombre", [1, 3])
def test_page_takes_as_many_queries_for_one_step_as_for_many(client_de, cip, requetes, amina, nombre):
    for mois in range(1, nombre + 1):
        EtapeLogementFactory(beneficiaire=amina, debut=date(2026, mois, 1), fin=date(2026, mois, 20))
    client = client_de(cip)
    client.get(page(amina))

    with requetes() as faites:
        client.get(page(amina))

    assert len(faites) == 9


def test_picture_goes_up_from_the_street_to_a_home(amina):
    rue = EtapeLogementFactory(beneficiaire=amina, habitat=Habitat.RUE, debut=LE, fin=LE)
    chez_soi = EtapeLogementFactory(beneficiaire=amina, habitat=Habitat.AUTONOME, debut=date(2026, 11, 23))

    dessin = chemin([rue, chez_soi], LE)

    assert float(dessin.barres[0].y) > float(dessin.barres[1].y)
    assert all(0 <= float(b.x) <= float(b.x) + float(b.largeur) <= dessin.largeur for b in dessin.barres)
    assert chemin([], LE) is None


def test_step_is_in_the_thread(amina):
    EtapeLogementFactory(beneficiaire=amina, habitat=Habitat.AUTONOME, lieu="T2", adapte=True)

    (evenement,) = evenements(amina)

    assert (evenement.titre, evenement.texte) == ("Logement : logement autonome, durable (adapté)", "T2")
