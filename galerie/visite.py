"""One page after the other in one browser: loaded once, then drawn and read at each width, in each theme."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Error, Page, Response, sync_playwright

from tests.accessibilite import fautes

from .controles import VARIANTES, Releve, axe, bruts, controler, html, peser
from .pages import DEHORS, DIALOGUE, ERREUR
from .pages import Page as Demande

HAUTEUR = 860
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
#: What a form that is refused shows.
DIT = "[aria-invalid=true]:visible, [role=alert]:visible"
#: Its fonts and its fragments have arrived.
POSEE = "document.fonts.status === 'loaded' && !document.querySelector('.htmx-request')"


class Visite:
    """The browser of the walk: one context for each person, signed in; `lire` when pages are controlled as well."""

    def __init__(self, navigateur: Browser, url: str, dossier: Path, lire: bool, images: bool) -> None:
        self.navigateur, self.url, self.dossier, self.lire, self.images = navigateur, url, dossier, lire, images
        self.contextes: dict[tuple[int, str], BrowserContext] = {}
        self.pages: dict[BrowserContext, Page] = {}
        self.ailleurs: list[str] = []
        self.dialogues: set[str] = set()
        self.formes: set[tuple[str, str]] = set()

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
        page = self._page(contexte)
        try:
            self._regler(page, 1280, "light")
            reponse = self._aller(page, demande)
            if self.lire:
                releve.noter("html", *html(reponse.text()))
                self._preparer(page)
                releve.noter("decalage", *_glissements(page))
                releve.poids = peser(page, contexte)
            self._dessiner(page, demande.cle, releve, demande.etat)
            if self.lire:
                self._lire_une_fois(page, releve)
                self._deplier(page, releve)
                self._ouvrir_les_dialogues(page, releve)
                self._ouvrir_les_volets(page, releve)
                self._envoyer_vide(page, demande, releve)
                releve.noter("autre_hote", *self.ailleurs)
        except Error as erreur:
            releve.noter("visite", str(erreur).splitlines()[0])
            del self.pages[contexte]  # what it still does is no matter of the next
        return releve

    def _aller(self, page: Page, demande: Demande) -> Response:
        """Go there; raise `Error` when what answers is the page of a failure, which must not count as read."""
        reponse = page.goto(f"{self.url}{demande.chemin}")
        if reponse.status >= 500:
            raise Error(f"{reponse.status} {demande.chemin}")
        _attendre(page)
        return reponse

    def _page(self, contexte: BrowserContext) -> Page:
        """The one page of a context: opening and closing a hundred of them costs more than what is drawn in them."""
        if contexte not in self.pages:
            self.pages[contexte] = contexte.new_page()
            self.pages[contexte].on("dialog", lambda dialogue: dialogue.accept())  # a text that is not saved yet
        return self.pages[contexte]

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
        """A state at each width in each theme: its pictures, and what is to be said of it."""
        if self.lire:
            releve.noter("lecture", *(f"[{etat}] {faute}" for faute in fautes(page.content())))
        for largeur, theme in VARIANTES:
            self._regler(page, largeur, theme)
            if self.images:
                nom = f"{cle}-{largeur}-{theme}.jpg"
                page.screenshot(path=self.dossier / nom, full_page=True, type="jpeg", quality=70)
                releve.images.append(nom)
            if self.lire:
                self._axe(page, releve, etat, largeur, theme, "main" if etat == ERREUR else "")
                if theme == "light":
                    for controle in ("debordement", "cibles"):
                        releve.noter(controle, *controler(page, controle, f"{etat} {largeur} {theme}"))

    def _axe(self, page: Page, releve: Releve, etat: str, largeur: int, theme: str, dans: str = "") -> None:
        """What axe refuses of the page, or of what the selector `dans` names: the rest of it was read already."""
        refus = axe(page, f"{etat} {largeur} {theme}{dans and f' {dans}'}", theme, dans)
        releve.voir(etat, largeur, theme, len(refus))
        releve.noter("axe_dialogue" if etat == DIALOGUE else "axe", *refus)

    def _axe_partout(self, page: Page, releve: Releve, dans: str = "") -> None:
        for largeur, theme in VARIANTES:
            self._regler(page, largeur, theme)
            self._axe(page, releve, DIALOGUE, largeur, theme, dans)
        self._regler(page, 1280, "light")

    def _lire_une_fois(self, page: Page, releve: Releve) -> None:
        """What depends on neither theme nor width, then the narrowest screen, then paper."""
        self._regler(page, 1280, "light")
        for controle in ("identifiants", "mouvement", "espacement", "boutons"):
            releve.noter(controle, *controler(page, controle, releve.etat))
        self._regler(page, 320, "light")
        releve.noter("debordement", *controler(page, "debordement", f"{releve.etat} 320"))
        page.emulate_media(media="print")
        couchee = page.locator(".table thead th:nth-child(7)").count()
        page.set_viewport_size({"width": PAYSAGE if couchee else PORTRAIT, "height": HAUTEUR})
        releve.noter("impression", *controler(page, "impression", releve.etat))
        page.emulate_media(media="screen")

    def _deplier(self, page: Page, releve: Releve) -> None:
        """Menus, folded filters and folded forms, all open at once."""
        self._regler(page, 1280, "light")
        if bruts(page, "deplier"):
            _attendre(page)
            self._axe_partout(page, releve, "details[open]")

    def _ouvrir_les_dialogues(self, page: Page, releve: Releve) -> None:
        """Each dialog once: most are the same on every page."""
        dialogues = page.locator("dialog[id]")
        for rang in range(dialogues.count()):
            dialogue = dialogues.nth(rang)
            if (contenu := dialogue.inner_html()) in self.dialogues:
                continue
            self.dialogues.add(contenu)
            dialogue.evaluate("d => d.open || d.showModal()")
            self._axe_partout(page, releve, f"#{dialogue.get_attribute('id')}")
            dialogue.evaluate("d => d.close()")

    def _ouvrir_les_volets(self, page: Page, releve: Releve) -> None:
        """What a button fetches into the page: a side panel, a note in its line, another part of a list."""
        for rang in range(page.evaluate("window.controles.volets().length")):
            if page.evaluate("rang => { const v = window.controles.volets()[rang]; v?.click(); return !!v }", rang):
                _attendre(page)
                self._axe_partout(page, releve, "main")
                releve.noter("identifiants", *controler(page, "identifiants", DIALOGUE))

    def _envoyer_vide(self, page: Page, demande: Demande, releve: Releve) -> None:
        """The states of error: each form of the page, sent back with nothing in it; once for each address."""
        self._regler(page, 1280, "light")
        for rang, forme in enumerate(bruts(page, "formes")):
            if (demande.nom, forme) in self.formes:
                continue
            self.formes.add((demande.nom, forme))
            self._reprendre(page, demande)
            if rang >= len(bruts(page, "formes")):  # a button had brought it, and it has a page of its own
                continue
            releve.formes[forme] = self._refuse(page, rang)
            if releve.formes[forme]:
                self._preparer(page)
                self._dessiner(page, f"{demande.cle}.erreur{rang or ''}", releve, ERREUR)
                releve.noter("identifiants", *controler(page, "identifiants", ERREUR))

    def _reprendre(self, page: Page, demande: Demande) -> None:
        """The page as it was, unfolded."""
        self._regler(page, 1280, "light")
        self._aller(page, demande)
        self._preparer(page)
        bruts(page, "deplier")

    @staticmethod
    def _refuse(page: Page, rang: int) -> bool:
        """Whether the form of this rank, sent empty, comes back with what is wrong."""
        try:
            page.evaluate("document.documentElement.dataset.envoyee = ''")
            with page.expect_response(lambda r: r.request.method == "POST", timeout=5000) as reponse:
                page.evaluate("rang => window.controles.envoyerVide(rang)", rang)
            if reponse.value.request.is_navigation_request():  # what one reads until it is there is the page sent
                page.locator("html:not([data-envoyee])").wait_for(state="attached", timeout=5000)
            page.wait_for_load_state()
            _attendre(page)
            return page.locator(DIT).count() > 0
        except Error:  # nothing was sent, or it was taken and leads elsewhere
            return False


def _attendre(page: Page) -> None:
    """Wait for what the page still fetches; `wait_for_function` would evaluate a text, which the CSP refuses."""
    for _ in range(250):
        if page.evaluate(POSEE):
            return
        page.wait_for_timeout(20)


def _glissements(page: Page) -> list[str]:
    somme = page.evaluate("window.glissements")
    return [f"{somme:.3f}"] if somme > 0.01 else []


@contextmanager
def navigateur(url: str, dossier: Path, lire: bool, images: bool) -> Iterator[Visite]:
    with sync_playwright() as playwright:
        ouvert = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=OPTIONS)
        try:
            yield Visite(ouvert, url, dossier, lire, images)
        finally:
            ouvert.close()
