"""One page after the other in one browser: loaded once, then drawn and read at each width, in each theme."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from tests.accessibilite import fautes

from .controles import Releve, axe, bruts, controler, html, peser
from .pages import DEHORS
from .pages import Page as Demande

VARIANTES, HAUTEUR = tuple(product((1280, 390), ("light", "dark"))), 860
#: What the margins leave of a sheet of A4, in px.
PORTRAIT, PAYSAGE = 642, 980
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--lang=fr-FR",
)
CONTROLES = Path(__file__).with_name("controles.js").read_text()
GLISSEMENTS = """
window.glissements = 0;
new PerformanceObserver((liste) => {
  for (const g of liste.getEntries()) if (!g.hadRecentInput) window.glissements += g.value;
}).observe({ type: "layout-shift", buffered: true });
"""
#: Its fonts and its fragments have arrived.
POSEE = "document.fonts.status === 'loaded' && !document.querySelector('.htmx-request')"


class Visite:
    """The browser of the walk: one context for each person, signed in; `lire` when pages are controlled as well."""

    def __init__(self, navigateur: Browser, url: str, dossier: Path, lire: bool) -> None:
        self.navigateur, self.url, self.dossier, self.lire = navigateur, url, dossier, lire
        self.contextes: dict[tuple[int, str], BrowserContext] = {}
        self.ailleurs: list[str] = []
        self.dialogues: set[str] = set()

    def ouvre(self, demande: Demande) -> int:
        """The status of the answer when it is not a page (0: a file, a fragment, a redirection), 200 when it is."""
        reponse = self._contexte(demande).request.get(f"{self.url}{demande.chemin}", max_redirects=0)
        if reponse.status in (200, 404) and "text/html" in reponse.headers.get("content-type", ""):
            entiere = reponse.body()[:200].lstrip().lower().startswith(b"<!doctype html")
            return (reponse.status if reponse.status == 404 else 200) if entiere else 0
        return reponse.status if reponse.status >= 400 else 0

    def voir(self, demande: Demande) -> Releve:
        """Draw a page in its states; what was found of it."""
        releve, contexte = Releve(demande.nom, demande.chemin, demande.qui, demande.etat), self._contexte(demande)
        self.ailleurs.clear()
        page = contexte.new_page()
        try:
            self._regler(page, 1280, "light")
            reponse = page.goto(f"{self.url}{demande.chemin}")
            _attendre(page)
            if self.lire:
                releve.noter("html", *html(reponse.text()))
                self._preparer(page)
                releve.noter("decalage", *_glissements(page))
                releve.poids = peser(page, contexte)
            self._dessiner(page, demande.cle, releve, demande.etat)
            if self.lire:
                self._lire_une_fois(page, releve)
                self._ouvrir_les_dialogues(page, releve)
                self._envoyer_vide(page, demande, releve)
                releve.noter("autre_hote", *self.ailleurs)
        except Error as erreur:
            releve.noter("visite", str(erreur).splitlines()[0])
        finally:
            page.close()
        return releve

    def _contexte(self, demande: Demande) -> BrowserContext:
        cle = demande.lieu.structure.pk, demande.qui
        if cle not in self.contextes:
            contexte = self.navigateur.new_context(
                locale="fr-FR", timezone_id="Europe/Paris", reduced_motion="reduce"
            )
            contexte.add_init_script(GLISSEMENTS)
            contexte.on("request", self._surveiller)
            if demande.qui != DEHORS:
                contexte.add_cookies(
                    [{"name": "session", "value": demande.lieu.session(demande.qui), "url": self.url}]
                )
            self.contextes[cle] = contexte
        return self.contextes[cle]

    def _surveiller(self, requete) -> None:
        if not requete.url.startswith((self.url, "data:", "blob:", "about:")):
            self.ailleurs.append(requete.url)

    @staticmethod
    def _regler(page: Page, largeur: int, theme: str) -> None:
        page.set_viewport_size({"width": largeur, "height": HAUTEUR})
        page.emulate_media(color_scheme=theme)

    @staticmethod
    def _preparer(page: Page) -> None:
        if not page.evaluate("'controles' in window"):
            page.evaluate(AXE_SCRIPT)
            page.evaluate(CONTROLES)

    def _dessiner(self, page: Page, cle: str, releve: Releve, etat: str) -> None:
        """The four pictures of a state, and what is to be said of each."""
        if self.lire:
            releve.noter("lecture", *(f"[{etat}] {faute}" for faute in fautes(page.content())))
        for largeur, theme in VARIANTES:
            self._regler(page, largeur, theme)
            nom = f"{cle}-{largeur}-{theme}.jpg"
            page.screenshot(path=self.dossier / nom, full_page=True, type="jpeg", quality=70)
            releve.images.append(nom)
            if self.lire:
                ou = f"{etat} {largeur} {theme}"
                releve.noter("axe", *axe(page, ou, theme))
                if theme == "light":
                    for controle in ("debordement", "cibles"):
                        releve.noter(controle, *controler(page, controle, ou))

    def _lire_une_fois(self, page: Page, releve: Releve) -> None:
        """What depends on neither theme nor width, then the narrowest screen, then paper."""
        self._regler(page, 1280, "light")
        for controle in ("identifiants", "mouvement", "espacement", "boutons"):
            releve.noter(controle, *controler(page, controle, releve.etat))
        self._regler(page, 320, "light")
        releve.noter("debordement", *controler(page, "debordement", f"{releve.etat} 320"))
        page.emulate_media(media="print")
        couchee = page.locator(".table thead th:nth-child(8)").count()
        page.set_viewport_size({"width": PAYSAGE if couchee else PORTRAIT, "height": HAUTEUR})
        releve.noter("impression", *controler(page, "impression", releve.etat))
        page.emulate_media(media="screen")

    def _ouvrir_les_dialogues(self, page: Page, releve: Releve) -> None:
        """Each dialog once: most are the same on every page."""
        dialogues = page.locator("dialog[id]")
        for rang in range(dialogues.count()):
            dialogue = dialogues.nth(rang)
            if (contenu := dialogue.inner_html()) in self.dialogues:
                continue
            self.dialogues.add(contenu)
            dialogue.evaluate("d => d.open || d.showModal()")
            nom = dialogue.get_attribute("id")
            for largeur, theme in VARIANTES:
                self._regler(page, largeur, theme)
                releve.noter("axe_dialogue", *axe(page, f"{nom} {largeur} {theme}", theme, f"#{nom}"))
            dialogue.evaluate("d => d.close()")

    def _envoyer_vide(self, page: Page, demande: Demande, releve: Releve) -> None:
        """The state of error: the form of the page, sent back with nothing in it."""
        self._regler(page, 1280, "light")
        page.goto(f"{self.url}{demande.chemin}")
        self._preparer(page)
        avant = page.url.partition("#")[0]
        try:
            with page.expect_response(lambda r: r.request.method == "POST", timeout=3000):
                if not bruts(page, "envoyerVide"):
                    raise Error("rien à envoyer")
        except Error:
            return
        page.wait_for_load_state()
        _attendre(page)
        if page.url.partition("#")[0] != avant or not page.locator("[aria-invalid=true]").count():
            return
        self._preparer(page)
        self._dessiner(page, f"{demande.cle}.erreur", releve, "erreur")
        releve.noter("identifiants", *controler(page, "identifiants", "erreur"))


def _attendre(page: Page) -> None:
    """Wait for what the page still fetches; `wait_for_function` would evaluate a text, which the CSP refuses."""
    for _ in range(100):
        if page.evaluate(POSEE):
            return
        page.wait_for_timeout(50)


def _glissements(page: Page) -> list[str]:
    somme = page.evaluate("window.glissements")
    return [f"{somme:.3f}"] if somme > 0.01 else []


@contextmanager
def navigateur(url: str, dossier: Path, lire: bool) -> Iterator[Visite]:
    with sync_playwright() as playwright:
        ouvert = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=OPTIONS)
        try:
            yield Visite(ouvert, url, dossier, lire)
        finally:
            ouvert.close()
