"""`make guide`: take again the pictures of the users' guide, from a running `make demo`.

Each picture of docs/guide/*.md is followed by a comment that says how to take it:

    ![Ma journée](images/ma-journee.webp)
    <!-- photo: caroline.morvan / -->

the account, the page, then the steps, each after « >> »: what to click, « /page/ » to open, « +file » to bring. A
picture that no page shows any more is deleted.
"""

import io
import os
import re
import sys
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import sync_playwright

from outillage.affichage import dire
from outillage.dossier import RACINE

GUIDE = RACINE / "docs" / "guide"
PHOTO = re.compile(r"!\[[^\]]*\]\(images/([a-z-]+\.webp)\)\n<!-- photo: (\S+) (\S+)((?: >> .+?)*) -->")
MOT_DE_PASSE = "tremplin-demonstration"
FENETRE = {"width": 1280, "height": 800}
#: How wide the guide shows a picture: with one of them, a page is still a first page of 150 ko.
LARGEUR = 720
#: Of all the pictures together: they travel with each copy of the application.
POIDS = 2_000_000


@dataclass(frozen=True)
class Photo:
    nom: str
    compte: str
    page: str
    pas: tuple


def photos():
    """Every picture that the guide shows."""
    for fichier in sorted(GUIDE.glob("*.md")):
        for nom, compte, page, pas in PHOTO.findall(fichier.read_text(encoding="utf-8")):
            yield Photo(nom, compte, page, tuple(un for un in pas.split(" >> ") if un))


def main():
    site = os.environ.get("SITE") or f"http://127.0.0.1:{os.environ.get('PORT') or 8000}"
    dossier = GUIDE / "images"
    dossier.mkdir(exist_ok=True)
    toutes = sorted(photos(), key=lambda photo: photo.compte)
    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        for compte in dict.fromkeys(photo.compte for photo in toutes):
            page = _entrer(navigateur, site, compte)
            for photo in (une for une in toutes if une.compte == compte):
                (dossier / photo.nom).write_bytes(_prendre(page, site, photo))
                dire(f"{photo.nom} : {(dossier / photo.nom).stat().st_size // 1024} ko")
        navigateur.close()
    for restee in set(dossier.glob("*.webp")) - {dossier / photo.nom for photo in toutes}:
        restee.unlink()
    poids = sum(fichier.stat().st_size for fichier in dossier.glob("*.webp"))
    dire(f"{len(toutes)} images, {poids // 1024} ko")
    return int(poids > POIDS)


def _entrer(navigateur, site, compte):
    page = navigateur.new_context(viewport=FENETRE, locale="fr-FR", reduced_motion="reduce").new_page()
    page.goto(site)
    page.locator("input[name=login]").fill(f"{compte}@example.org")
    page.locator("input[name=password]").fill(MOT_DE_PASSE)
    page.keyboard.press("Enter")
    page.wait_for_selector("nav.rail")
    return page


def _prendre(page, site, photo):
    page.goto(f"{site}{photo.page}")
    for pas in photo.pas:
        _avancer(page, site, pas)
        page.wait_for_load_state()
    page.wait_for_timeout(400)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    image.thumbnail((LARGEUR, LARGEUR))
    sortie = io.BytesIO()
    image.save(sortie, "WEBP", quality=34, method=6)
    return sortie.getvalue()


def _avancer(page, site, pas):
    if pas.startswith("/"):
        page.goto(f"{site}{pas}")
    elif pas.startswith("+"):
        page.locator("input[type=file]").set_input_files(RACINE / pas[1:])
    else:
        page.locator(pas).first.click()


if __name__ == "__main__":
    sys.exit(main())
