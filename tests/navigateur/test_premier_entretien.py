"""Whoever meets somebody for the first time: found or added from « Saisir un entretien », noted on a telephone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from beneficiaires.models import Beneficiaire
from parcours.models import Entretien
from tests.usines import (
    BeneficiaireFactory,
    DispositifFactory,
    ObjectifFactory,
    ParcoursFactory,
    RendezVousFactory,
)


def test_enter_opens_nobody_by_mistake_and_a_newcomer_is_added_then_written_about(
    nouveau_navigateur, connecter, live_server, dans, cip, structure
):
    with dans():
        BeneficiaireFactory(prenom="Amina", nom="Belhadj")
        DispositifFactory(nom="Accompagnement")
    page = connecter(nouveau_navigateur(), cip)
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name=re.compile("Saisir un entretien")).first.click()

    page.locator("#palette-q").press_sequentially("samira belhadj")
    expect(page.get_by_role("option", name=re.compile("Amina Belhadj"))).to_be_visible()
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("#palette")).to_be_visible()

    page.locator("#palette-q").fill("ouardia zemmouri")
    expect(page.get_by_role("option", name=re.compile("^Ajouter .* ouardia zemmouri"), selected=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Prénom")).to_have_value("Ouardia")
    assert "zemmouri" not in page.url.lower()
    page.get_by_role("button", name="Ajouter cette personne").click()

    expect(page.get_by_label("Compte rendu")).to_be_focused()
    page.keyboard.type("Premier contact.")
    page.locator(".qf").get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Entretien avec Ouardia Zemmouri enregistré. Parcours ouvert")).to_be_visible()
    with dans():
        assert Entretien.objects.get().parcours.beneficiaire == Beneficiaire.objects.get(nom="Zemmouri")


@pytest.fixture
def rendez_vous(dans, cip):
    matin = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    with dans():
        parcours = ParcoursFactory(date_entree=timezone.localdate() - timedelta(days=20))
        return RendezVousFactory(parcours=parcours, utilisateur=cip, debut=matin + timedelta(hours=9))


def test_a_note_on_a_telephone_is_as_wide_as_it_and_above_the_bar(
    nouveau_navigateur, connecter, live_server, cip, rendez_vous
):
    telephone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = connecter(nouveau_navigateur(**telephone), cip)
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name=re.compile("^Noter l’entretien")).tap()
    note = page.get_by_label("Compte rendu")

    expect(note).to_be_focused()
    boite, barre = note.bounding_box(), page.get_by_role("navigation", name="Navigation principale").bounding_box()
    assert boite["width"] > 300
    assert boite["y"] + boite["height"] <= barre["y"]
    expect(page.locator("kbd:visible")).to_have_count(0)

    note.fill("Noté au téléphone.")
    page.locator(".sur-place").get_by_role("button", name="Enregistrer").tap()
    page.get_by_role("link", name=re.compile("^Modifier l’entretien")).tap()
    expect(page.get_by_label("Compte rendu")).to_have_value("Noté au téléphone.")


def test_the_frein_is_not_asked_under_an_objectif(nouveau_navigateur, connecter, live_server, dans, cip, structure):
    with dans():
        objectif = ObjectifFactory(intitule="Passer le permis")
    page = connecter(nouveau_navigateur(), cip)
    page.goto(f"{live_server.url}/parcours/{objectif.parcours_id}/actions/nouvelle/")

    expect(page.get_by_label("Quel frein elle lève")).to_be_visible()
    page.get_by_label("Pour quel objectif").select_option(label="Passer le permis")
    expect(page.get_by_label("Quel frein elle lève")).to_be_hidden()
