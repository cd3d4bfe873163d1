"""The walk of `make accessibilite`, in a browser."""

import pytest
from django.urls import reverse

from galerie.visite import CONTROLES, REFUS, Visite
from insertion.isolation.contexte import contexte
from tests.usines import ParticipationFactory, ReferentFactory


def test_a_form_sent_without_htmx_is_read_as_it_comes_back(page, connecter, cip, live_server):
    connecter(page, cip)
    page.goto(f"{live_server.url}/compte/preferences/")
    page.evaluate(CONTROLES)
    # as on a busy machine, where the answer comes before its page
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})

    assert Visite._refuse(page, 0) is not None
    assert page.locator("[aria-invalid=true]").count() > 0


@pytest.mark.parametrize("nom", ["seance_note", "venue_create"])
def test_a_form_that_asks_for_nothing_is_refused_as_well(page, connecter, cip, structure, live_server, nom):
    """A note refuses a text too long; a choice that is made over a search refuses no choice at all."""
    with contexte(structure.pk):
        seance = ParticipationFactory(presente=True).seance
        ReferentFactory(utilisateur=cip)
    connecter(page, cip)
    page.goto(live_server.url + reverse(f"parcours:{nom}", args=[seance.pk]))
    page.evaluate(CONTROLES)

    ecrit = Visite._refuse(page, 0)

    assert ecrit is not None
    page.evaluate(CONTROLES)
    assert page.evaluate(REFUS, ecrit) == []


def test_a_refusal_that_loses_what_was_written_or_says_nothing_beside_the_field_is_a_fault(page):
    page.set_content("""<main><input name="nom" value=""><input name="age" aria-invalid="true">
        <p role="alert">This field is required.</p></main>""")
    page.evaluate(CONTROLES)

    fautes = page.evaluate(REFUS, {"nom": "Amina"})

    assert [faute.partition(" :")[0] for faute in fautes] == ["saisie perdue", "faute non dite", "en anglais"]
