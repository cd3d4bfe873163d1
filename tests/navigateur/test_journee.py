"""« Ma journée » at a desk and on a telephone: note an interview, an absence and what follows, tick and undo."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from parcours.enums import EtatAction, StatutRendezVous
from parcours.models import RendezVous
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    DiagnosticFactory,
    EntretienFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
)


@pytest.fixture
def journee(dans, cip):
    """This morning Amina and Bakary were expected; Amina has an action of her plan to do."""
    matin = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    with dans():
        suivis = []
        for rang, prenom in enumerate(("Amina", "Bakary")):
            personne = BeneficiaireFactory(prenom=prenom, nom="Traoré", telephone="+33612345678")
            parcours = ParcoursFactory(beneficiaire=personne, date_entree=timezone.localdate() - timedelta(days=20))
            ReferentFactory(beneficiaire=personne, utilisateur=cip)
            DiagnosticFactory(parcours=parcours, date=timezone.localdate())
            EntretienFactory(parcours=parcours, date=matin - timedelta(days=2))
            RendezVousFactory(parcours=parcours, utilisateur=cip, debut=matin + timedelta(hours=9 + rang))
            suivis.append(parcours)
        action = ActionFactory(parcours=suivis[0], intitule="Appeler le GRETA", echeance=timezone.localdate())
    return suivis, action


@pytest.mark.parametrize(("largeur", "hauteur"), [(1280, 860), (390, 844)])
def test_the_day_is_dealt_with_from_its_page(
    nouveau_navigateur, connecter, live_server, dans, cip, journee, verifier_axe, largeur, hauteur
):
    (amina, bakary), action = journee
    page = connecter(nouveau_navigateur(viewport={"width": largeur, "height": hauteur}), cip)
    accueil = f"{live_server.url}/"
    page.goto(accueil)
    carte = page.get_by_role("article", name=re.compile("Bakary"))

    # An absence is two clicks, and the slot proposed is a third: nothing leaves the page.
    carte.get_by_label(re.compile("^Absence de Bakary")).click()
    carte.get_by_role("button", name="Non excusée").click()
    reprendre = carte.get_by_role("button", name=re.compile("^Reprendre rendez-vous avec Bakary"))
    expect(reprendre).to_be_focused()
    verifier_axe(page)
    reprendre.click()
    expect(carte.get_by_text(re.compile("rendez-vous le"))).to_be_visible()
    expect(page.get_by_text(re.compile("Rendez-vous pris"))).to_be_visible()
    assert page.url == accueil
    with dans():
        manque, pris = RendezVous.objects.filter(parcours=bakary).order_by("debut")
        assert (manque.statut, pris.statut) == (StatutRendezVous.ABSENT, StatutRendezVous.PREVU)
        assert timezone.localtime(pris.debut).time() == timezone.localtime(manque.debut).time()

    # An action is ticked, and comes back.
    page.get_by_role("button", name="Terminer : Appeler le GRETA").click()
    expect(page.get_by_text("Rien à faire.")).to_be_visible()
    with dans():
        action.refresh_from_db()
        assert action.etat == EtatAction.FAIT
    page.get_by_role("status").or_(page.locator("[data-annonce]")).filter(has_text="GRETA").get_by_role(
        "button", name="Annuler"
    ).click()
    expect(page.get_by_role("button", name="Terminer : Appeler le GRETA")).to_be_visible()
    with dans():
        action.refresh_from_db()
        assert action.etat == EtatAction.A_FAIRE

    # The interview is noted in its line: the draft outlives the box, Ctrl+Enter saves, the next line has the focus.
    carte = page.get_by_role("article", name=re.compile("Amina"))
    noter = carte.get_by_role("link", name=re.compile("^Noter l’entretien avec Amina"))
    noter.click()
    note = page.get_by_label("Compte rendu")
    expect(note).to_be_focused()
    page.keyboard.type("A appelé le GRETA")
    verifier_axe(page)
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    noter.click()
    expect(note).to_have_value("A appelé le GRETA")
    note.press("End")
    page.keyboard.type(", inscription le 12.")
    assert page.evaluate("document.documentElement.scrollWidth") == largeur
    note.press("Control+Enter")
    expect(carte.get_by_text("Noté", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("Bakary"))).to_be_focused()
    expect(page.get_by_text("enregistré.").first).to_be_visible()
    expect(page.get_by_role("heading", name="Brouillons")).to_have_count(0)
    assert page.url.startswith(accueil + "#rdv-")
    with dans():
        rendez_vous = RendezVous.objects.get(parcours=amina)
        assert rendez_vous.entretien.compte_rendu == "A appelé le GRETA, inscription le 12."
        # Noted before its hour, as this is when the tests run at night, it is dated of now.
        assert rendez_vous.entretien.date == rendez_vous.debut or rendez_vous.debut > timezone.now()


def test_an_absence_is_told_to_what_stands_beside_it(page, connecter, live_server, dans, cip, journee):
    """« Sans nouvelles » went on saying that somebody was expected today, once noted absent."""
    (_, bakary), _ = journee
    with dans():
        bakary.entretiens.update(date=timezone.now() - timedelta(days=60))
        bakary.date_entree -= timedelta(days=90)
        bakary.save()
    connecter(page, cip).goto(f"{live_server.url}/")
    aupres = page.locator("#sans-nouvelles")
    expect(aupres.get_by_text(re.compile("rendez-vous le"))).to_be_visible()

    page.get_by_label(re.compile("^Absence de Bakary")).click()
    page.get_by_role("button", name="Non excusée").click()

    expect(aupres.get_by_role("link", name=re.compile("^Planifier un rendez-vous avec Bakary"))).to_be_visible()


def test_a_supervisor_finds_the_cards_of_the_day_at_one_height(
    nouveau_navigateur, connecter, live_server, chef, journee
):
    page = connecter(nouveau_navigateur(viewport={"width": 1280, "height": 900}), chef)
    page.goto(live_server.url)

    hauts = page.locator("#journee > *").evaluate_all(
        "cartes => cartes.map((carte) => carte.getBoundingClientRect().top)"
    )

    assert (len(hauts), len(set(hauts))) == (2, 1)
