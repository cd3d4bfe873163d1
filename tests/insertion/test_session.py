"""Signing in, choosing the structure, and what a page's script is told about the session."""

import pytest
from django.core import mail

from insertion.enums import Role
from tests.cellules import cellules
from tests.usines import AppartenanceFactory

XHR = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture
def double(cip, autre_structure):
    """A chargée d'insertion who also works for another structure."""
    AppartenanceFactory(utilisateur=cip, structure=autre_structure, role=Role.BENEVOLE)
    return cip


def test_script_without_session_gets_401_and_a_page_gets_the_entrance(client, db):
    script, page = client.get("/session/jeton/", headers=XHR), client.get("/session/jeton/")

    assert (script.status_code, page.status_code) == (401, 302)
    assert page.headers["Location"].startswith("/compte/login/")


def test_session_tells_who_works_where_and_for_how_long(cip, structure, client_de):
    etat = client_de(cip).get("/session/jeton/").json()

    assert (etat["utilisateur"], etat["structure"]) == (cip.pk, structure.pk)
    assert 29 * 60 < etat["secondes"] <= 30 * 60
    assert 11 * 3600 < etat["secondes_en_tout"] <= 12 * 3600
    assert len(etat["jeton"]) == 64


def test_session_is_prolonged_on_demand(cip, client_de):
    assert client_de(cip).post("/session/jeton/").json()["secondes"] == 30 * 60


def test_user_of_two_structures_works_in_the_one_they_chose(double, autre_structure, client_de):
    client = client_de(double)

    reponse = client.post("/structure/", {"structure": autre_structure.pk})

    assert reponse.status_code == 302
    assert client.get("/session/jeton/").json()["structure"] == autre_structure.pk


def test_rail_offers_the_other_structure(double, client_de):
    assert "Travailler pour L’Escale" in client_de(double).get("/aide/").content.decode()


@cellules("valeur", ["", "abc", "999999", "²", "9" * 40])
def test_structure_where_one_does_not_work_is_not_found(cip, client_de, valeur):
    assert client_de(cip).post("/structure/", {"structure": valeur}).status_code == 404


def test_structure_of_others_cannot_be_chosen(cip, etranger, client_de):
    autre = etranger.appartenance.structure_id

    assert client_de(cip).post("/structure/", {"structure": autre}).status_code == 404


def test_account_without_structure_is_told_so(cip, client_de):
    client = client_de(cip)
    cip.appartenances.all().delete()

    reponse = client.get("/aide/")

    assert reponse.status_code == 403
    assert "n’est rattaché à aucune structure" in reponse.content.decode()


def test_form_sent_by_the_script_is_told_where_to_go(double, autre_structure, client_de):
    reponse = client_de(double).post("/structure/", {"structure": autre_structure.pk}, headers={"X-Saisie": "1"})

    assert (reponse.status_code, reponse.headers["X-Suite"]) == (204, "/")


@cellules("chemin", ["/compte/login/", "/compte/password/reset/", "/compte/signup/", "/compte/inactive/"])
def test_entrance_pages_are_in_french(client, db, chemin):
    page = client.get(f"/compte/{chemin}/").content.decode()

    assert '<html lang="fr"' in page
    assert not any(mot in page for mot in ("Sign In", "Sign Up", "Password", "Menu:"))


def test_forgotten_password_sends_a_link_in_french(client, cip):
    client.post("/compte/password/reset/", {"email": cip.email})

    (courriel,) = mail.outbox
    assert courriel.subject == "Tremplin\u00a0: Choisir un nouveau mot de passe"
    assert "/compte/password/reset/key/" in courriel.body
    assert "Vous, ou quelqu’un d’autre" in courriel.body


@cellules("chemin", ["/aide/", "/accessibilite/"])
def test_help_is_open_to_everyone(client, db, chemin):
    assert client.get(chemin).status_code == 200


def test_unknown_page_answers_in_french(cip, client_de):
    reponse = client_de(cip).get("/nulle-part/")

    assert (reponse.status_code, "Page introuvable" in reponse.content.decode()) == (404, True)


def test_a_page_that_is_not_there_stays_in_no_cache(client, db, cip, client_de):
    for qui in (client, client_de(cip)):
        reponse = qui.get("/nulle-part/")
        assert (reponse.status_code, "no-store" in reponse.headers["Cache-Control"]) == (404, True)
