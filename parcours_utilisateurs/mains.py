"""Hands at work on a page. What they press and what loads whole is counted; the letters of a text are not."""

import time
from contextlib import contextmanager

from playwright.sync_api import Download, Locator, Page, expect

#: Presses of Tab after which a control is held to be out of reach.
HORS_DE_PORTEE = 600
#: The side of what a thumb presses (experience.md §4 row 5); half a pixel is left to rounding.
CIBLE_DU_POUCE = 43.5


class Main:
    """One hand on one page. `gestes`: key chords, clicks or taps; `deplacements`: presses of Tab or of an arrow to
    get there; `pages`: documents loaded whole; `secondes` since the page opened; `defauts`, in French."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.defauts: list[str] = []
        self._remettre_a_zero()
        page.on("domcontentloaded", lambda _: self._compter_une_page())
        page.on("pageerror", lambda erreur: self.defauts.append(f"erreur de script : {erreur}"))

    def _remettre_a_zero(self) -> None:
        self.gestes = self.deplacements = self.pages = 0
        self.debut = time.monotonic()

    def _compter_une_page(self) -> None:
        self.pages += 1

    @property
    def secondes(self) -> float:
        return time.monotonic() - self.debut

    def ouvrir(self, chemin: str) -> None:
        """Stand on the page where the job begins: nothing before it counts."""
        self.page.goto(self.site + chemin)
        self._remettre_a_zero()

    def presser(self, touche: str) -> None:
        """One chord, wherever the focus is."""
        self.gestes += 1
        self.page.keyboard.press(touche)

    def ecrire(self, texte: str) -> None:
        """Letters of a text, where the focus is."""
        self.page.keyboard.type(texte)

    def activer(self, cible: Locator) -> None:
        """Press a link, a button, a tick."""
        raise NotImplementedError

    def remplir(self, cible: Locator, texte: str) -> None:
        """Go to a field, unless one is there, and write."""
        raise NotImplementedError

    def choisir(self, cible: Locator, libelle: str) -> None:
        """Open a list, choose: two gestures."""
        self.remplir(cible, "")
        self.gestes += 1
        cible.select_option(label=libelle)

    def deposer(self, cible: Locator, fichier) -> None:
        """Open the chooser of files, choose: two gestures."""
        cible.wait_for(state="attached")
        self.gestes += 2
        cible.set_input_files(fichier)

    @contextmanager
    def telecharge(self):
        """`with main.telecharge() as recu: …` then `recu()`: the bytes of the file."""
        with self.page.expect_download() as promesse:
            yield lambda: _octets(promesse.value)

    def attendre(self, cible: Locator, delai: float = 15) -> None:
        expect(cible).to_be_visible(timeout=delai * 1000)

    def exiger(self, vrai: object, defaut: str) -> None:
        """Note `defaut` unless `vrai`."""
        if not vrai:
            self.defauts.append(defaut)


class Clavier(Main):
    """Ten fingers, no mouse: a control is reached by Tab, then pressed by Enter or by the space bar."""

    def activer(self, cible: Locator) -> None:
        self.gestes += 1
        genre = cible.evaluate("e => e.matches('input') ? e.type : ''")
        if genre == "radio":
            return self._cocher_radio(cible)
        self._atteindre(cible)
        self.page.keyboard.press("Space" if genre == "checkbox" else "Enter")
        return None

    def remplir(self, cible: Locator, texte: str) -> None:
        if not cible.evaluate("e => e === document.activeElement"):
            self.gestes += 1
            self._atteindre(cible)
        if cible.get_attribute("type") == "date":
            cible.fill(texte)  # the order in which a date is typed is that of the browser's language
        elif texte:
            self.page.keyboard.press("Control+a")
            self.page.keyboard.type(texte)

    def _atteindre(self, cible: Locator) -> None:
        """Press Tab, or Shift+Tab when the control is behind, until it has the focus."""
        cible.wait_for()
        element = cible.element_handle()
        arriere = self.page.evaluate(
            "e => document.activeElement !== document.body"
            " && !!(e.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)",
            element,
        )
        for _ in range(HORS_DE_PORTEE):
            if self.page.evaluate("e => e === document.activeElement", element):
                return
            self.deplacements += 1
            self.page.keyboard.press("Shift+Tab" if arriere else "Tab")
        raise AssertionError(f"hors de portée du clavier : {cible}")

    def _cocher_radio(self, cible: Locator) -> None:
        """A group of radios is one stop of Tab; the arrows choose in it."""
        groupe = self.page.locator(f"input[type=radio][name='{cible.get_attribute('name')}']")
        cochee = groupe.locator("xpath=self::*[@checked]")
        self._atteindre(cochee.first if cochee.count() else groupe.first)
        for _ in range(groupe.count()):
            if cible.is_checked():
                return
            self.deplacements += 1
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        expect(cible).to_be_checked()


class Pouce(Main):
    """One thumb on a telephone."""

    def activer(self, cible: Locator) -> None:
        self.gestes += 1
        self._mesurer(cible)
        cible.tap()

    def remplir(self, cible: Locator, texte: str) -> None:
        if not cible.evaluate("e => e === document.activeElement"):
            self.activer(cible)
        if texte:
            cible.fill(texte)

    def _mesurer(self, cible: Locator) -> None:
        """A control under a thumb is 44 px at least; a link inside a sentence is not one."""
        cible.wait_for()
        boite, dans_une_phrase = cible.bounding_box(), cible.evaluate("e => getComputedStyle(e).display === 'inline'")
        if not dans_une_phrase and min(boite["height"], boite["width"]) < CIBLE_DU_POUCE:
            nom = cible.evaluate("e => e.ariaLabel || e.textContent.trim() || e.name").split("\n")[0][:40]
            self.defauts.append(f"« {nom} » fait {boite['width']:.0f} × {boite['height']:.0f} px sous le pouce")


def _octets(recu: Download) -> bytes:
    return recu.path().read_bytes()
