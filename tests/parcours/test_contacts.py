"""The quick contact (metier.md §1 rows 24, 64) and the names proposed while one writes who was there."""

import pytest
from django.urls import reverse

from parcours.enums import GenreEntretien, Mode
from parcours.fil import evenements
from parcours.models import Entretien, Parcours
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, DispositifFactory, ParcoursFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:contact_create", args=[parcours.beneficiaire_id])


CONTACT = {"mode": "telephone", "compte_rendu": "Prévient d’un retard."}


def test_two_fields_make_a_contact(client_de, cip, parcours, url):
    reponse = client_de(cip).post(url, CONTACT)

    contact = Entretien.objects.get()
    assert reponse.status_code == 302
    assert (contact.genre, contact.mode, contact.imprevu) == (GenreEntretien.CONTACT, Mode.TELEPHONE, True)
    assert (contact.auteur, contact.parcours, contact.duree_minutes) == (cip, parcours, None)
    assert evenements(parcours.beneficiaire)[0].titre == "Contact par téléphone"


def test_contact_after_the_exit_stays_on_the_closed_file(client_de, cip, structure):
    clos = ParcoursFactory(clos=True)

    client_de(cip).post(reverse("parcours:contact_create", args=[clos.beneficiaire_id]), CONTACT)

    assert Entretien.objects.get().parcours == clos


def test_first_contact_ever_opens_a_parcours(client_de, cip, structure):
    personne, dispositif = BeneficiaireFactory(), DispositifFactory()
    url = reverse("parcours:contact_create", args=[personne.pk])

    client_de(cip).post(url, CONTACT | {"dispositif": dispositif.pk})

    assert (Parcours.objects.get().beneficiaire, Entretien.objects.count()) == (personne, 1)


@cellules("texte", ["", "   ", "x" * 2_001])
def test_refused_contact_keeps_what_was_typed(client_de, cip, url, texte):
    reponse = client_de(cip).post(url, CONTACT | {"compte_rendu": texte})

    assert reponse.status_code == 422
    assert texte.strip() in reponse.content.decode()
    assert not Entretien.objects.exists()


def test_contact_sent_twice_is_written_once(client_de, cip, url):
    client, envoi = client_de(cip), CONTACT | {"soumission": "6a0c6a52-2bd5-4d39-bd1c-0a4f7f1a7a12"}

    for _ in range(2):
        client.post(url, envoi)

    assert Entretien.objects.count() == 1


def test_stranger_finds_nobody_and_reader_may_not_write(client_de, etranger, lecteur, url):
    assert [client_de(u).post(url, CONTACT).status_code for u in (etranger, lecteur)] == [404, 403]


def test_palette_leads_to_the_quick_contact(client_de, cip, parcours, url):
    page = client_de(cip).post(reverse("pilotage:recherche"), {"q": "Benali", "mode": "contact"})

    assert url in page.content.decode()


def test_names_of_colleagues_are_proposed_without_those_of_other_structures(client_de, cip, encadrant, etranger):
    page = client_de(cip).get(reverse("parcours:collegue_list")).content.decode()

    assert "Louis Ferrand" in page
    assert "Camille Dubois" not in page
    assert "Yann Le Goff" not in page
