"""The walk of `make accessibilite`, in a browser."""

from galerie.visite import CONTROLES, Visite


def test_a_form_sent_without_htmx_is_read_as_it_comes_back(page, connecter, cip, live_server):
    connecter(page, cip)
    page.goto(f"{live_server.url}/compte/preferences/")
    page.evaluate(CONTROLES)
    # as on a busy machine, where the answer comes before its page
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})

    assert Visite._refuse(page, 0)
    assert page.locator("[aria-invalid=true]").count() > 0
