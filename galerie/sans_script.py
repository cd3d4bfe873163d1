"""What must work where JavaScript does not (experience.md §4, 27): searching, a note, an absence, a report."""

from collections.abc import Callable

from playwright.sync_api import Browser, Error, Page, expect

from insertion.enums import Role

from .controles import Releve
from .exemples import BENEFICIAIRE, Lieu

TEXTE = "Écrit sans script : le dossier est complet."


def eprouver(navigateur: Browser, url: str, lieu: Lieu) -> Releve:
    """The four jobs, by somebody whose browser runs no script."""
    releve = Releve("sans_script", "/", Role.CHARGE_INSERTION, "plein")
    contexte = navigateur.new_context(locale="fr-FR", java_script_enabled=False)
    contexte.add_cookies([{"name": "session", "value": lieu.session(Role.CHARGE_INSERTION), "url": url}])
    for travail in (_chercher, _noter, _absence, _bilan):
        page = contexte.new_page()
        releve.noter("sans_script", *_essayer(travail, page, url, lieu))
        page.close()
    contexte.close()
    return releve


def _essayer(travail: Callable, page: Page, url: str, lieu: Lieu) -> list[str]:
    try:
        travail(page, url, lieu.rangees[BENEFICIAIRE])
    except (Error, AssertionError) as echec:
        return [f"{travail.__name__} : {str(echec).splitlines()[0]}"]
    return []


def _chercher(page: Page, url: str, personne) -> None:
    page.goto(f"{url}/")
    page.locator("#recherche").fill(personne.nom)
    page.locator("#recherche").press("Enter")
    expect(page.locator("main a", has_text=personne.nom).first).to_be_visible()


def _noter(page: Page, url: str, personne) -> None:
    page.goto(f"{url}{personne.get_absolute_url()}")
    page.locator("#id_compte_rendu").fill(TEXTE)
    page.locator(".quick .btn-primary").click()
    expect(page.locator(".evs", has_text=TEXTE).first).to_be_visible()


def _absence(page: Page, url: str, personne) -> None:
    page.goto(f"{url}{personne.get_absolute_url()}")
    page.locator(".quick .absence summary").click()
    page.get_by_role("button", name="Excusée", exact=True).click()
    expect(page.locator(".evs .ev", has_text="excus").first).to_be_visible()


def _bilan(page: Page, url: str, personne) -> None:
    page.goto(f"{url}/bilans/")
    page.locator("main table a").first.click()
    expect(page.locator(".feuille .chiffres").first).to_be_visible()
