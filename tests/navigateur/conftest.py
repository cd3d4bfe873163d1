"""A real browser against a real server, which refuses what no page should do."""

import os
from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from tests.conftest import membre
from tests.usines import StructureFactory

# Playwright runs an event loop in the thread of the tests; the queries are the tests' own, in that same thread.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

MOT_DE_PASSE = "un mot de passe de test"
#: A browser obeys the last list it is given: Playwright's own (chromiumSwitches.ts), then the windows inside its
#: address bar, which no test shows and which are drawn anew for each page that opens.
SANS = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI", "SpareRendererForSitePerProcess"),
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SANS)}",
)
#: What axe reads; it describes in full what it refuses, no more: the rest takes it longer than the reading.
LECTURE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


def pytest_collection_modifyitems(items):
    for item in items:
        if "navigateur" in item.path.parts:
            item.add_marker(pytest.mark.navigateur)


@pytest.fixture(scope="session")
def base_url():
    """Instead of pytest-base-url's own, which pytest 9 calls deprecated: addresses come from `live_server`."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chemin = {"executable_path": os.environ["CHROMIUM"]} if os.environ.get("CHROMIUM") else {}
    return {**browser_type_launch_args, **chemin, "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "viewport": {"width": 1280, "height": 860},
        "reduced_motion": "reduce",  # axe would otherwise read a colour half-way through its change
    }


@pytest.fixture
def structure(transactional_db):
    """The structure of the test, committed: the server works in other transactions than ours."""
    return StructureFactory(nom="Ressourcerie du Canal")


@pytest.fixture(autouse=True)
def mot_de_passe_seul(settings):
    """As the demonstration: a test signs in through the real page without a telephone, unless it is about that."""
    settings.SECOND_FACTEUR = False


@pytest.fixture
def dans(structure):
    """`with dans(): …` writes and reads rows of the structure, as the server will see them."""
    return lambda: contexte(structure.pk)


@pytest.fixture
def cip(structure):
    return membre(structure, Role.CHARGE_INSERTION, prenom="Camille", nom="Dubois")


@pytest.fixture
def incidents():
    """What the browsers of the test did wrong; a test that provokes one on purpose removes it."""
    return []


@pytest.fixture
def surveiller(live_server, incidents):
    """`surveiller(context)`: any other host, script error, refusal by the CSP or server error is an incident."""

    ecoutes = {
        "request": lambda r: _requete(r, live_server.url, incidents),
        "response": lambda r: r.status >= 500 and incidents.append(f"{r.status} {r.url}"),
        "console": lambda m: _console(m, incidents),
        "weberror": lambda e: incidents.append(f"erreur de script : {e.error}"),
    }
    surveilles = []

    def poser(ctx):
        surveilles.append(ctx)
        for evenement, ecoute in ecoutes.items():
            ctx.on(evenement, ecoute)
        return ctx

    yield poser
    for ctx, (evenement, ecoute) in product(surveilles, ecoutes.items()):
        ctx.remove_listener(evenement, ecoute)
    assert incidents == []


def _requete(requete, hote, incidents):
    if not requete.url.startswith((hote, "data:", "blob:", "about:")):
        incidents.append(f"requête vers un autre hôte : {requete.url}")


def _console(message, incidents):
    """A refused answer (401, 409, 422) or a cut network is also said in the console: those are the tests' subject."""
    if message.type == "error" and "Failed to load resource" not in message.text:
        incidents.append(f"console : {message.text}")


@pytest.fixture(scope="session")
def navigateur_commun(browser, browser_context_args):
    return browser.new_context(**browser_context_args)


@pytest.fixture
def context(navigateur_commun, surveiller, live_server):
    """The browser of every test that asks for no more, which keeps the stylesheets and the scripts, nothing else:
    a new one costs as much as three pages. A test that closes it or sets its clock asks for `nouveau_navigateur`."""
    yield surveiller(navigateur_commun)
    navigateur_commun.clear_cookies()
    *autres, derniere = navigateur_commun.pages or [navigateur_commun.new_page()]
    for page in autres:
        page.close()
    origine = {"origin": live_server.url, "storageTypes": "local_storage,indexeddb,cache_storage,service_workers"}
    navigateur_commun.new_cdp_session(derniere).send("Storage.clearDataForOrigin", origine)
    derniere.close()


@pytest.fixture
def nouveau_navigateur(browser, browser_context_args, surveiller):
    """`nouveau_navigateur()`: a page of another browser, which knows nothing of the first."""
    ouverts = []

    def ouvrir(**options):
        ouverts.append(surveiller(browser.new_context(**{**browser_context_args, **options})))
        return ouverts[-1].new_page()

    yield ouvrir
    for ctx in ouverts:
        ctx.close()


@pytest.fixture
def connecter(live_server, client_de):
    """`connecter(page, utilisateur)`: the browser of the page holds the cookie of their session."""

    def entrer(page, utilisateur):
        cookie = client_de(utilisateur).cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return entrer


@pytest.fixture
def se_connecter(live_server):
    """`se_connecter(page, utilisateur)`: sign in through the real page, up to the home page."""

    def entrer(page, utilisateur):
        page.goto(f"{live_server.url}/compte/login/")
        page.get_by_label("E-mail").fill(utilisateur.email)
        page.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
        page.get_by_role("button", name="Se connecter").click()
        page.get_by_role("navigation", name="Navigation principale").wait_for()
        page.wait_for_load_state()  # the keys are listened to once the scripts have run
        return page

    return entrer


@pytest.fixture
def verifier_axe():
    """`verifier_axe(page)`: nothing serious or critical for axe, in the state that the page is in."""

    def verifier(page):
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        refus = page.evaluate("lecture => axe.run(lecture).then(resultat => resultat.violations)", LECTURE)
        graves = [
            f"{r['id']} : {r['help']} {[n['target'] for n in r['nodes']]}"
            for r in refus
            if r["impact"] in ("serious", "critical")
        ]
        assert graves == [], page.url

    return verifier
