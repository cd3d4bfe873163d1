"""The users' guide: found by words, opened where one is, whole."""

import re

from django.conf import settings
from django.urls import reverse

from insertion import guide
from tests.cellules import cellules
from tests.surete.adresses import adresses


def dit(reponse):
    return reponse.content.decode()


def test_the_words_asked_for_are_found_whatever_their_accents(client, db):
    page = dit(client.post(reverse("insertion:aide"), {"q": "numeros securite sociale"}))

    assert 'href="/aide/import/#ce-que-tremplin-ne-garde-pas"' in page
    assert "Rien sur" in dit(client.post(reverse("insertion:aide"), {"q": "zorglub"}))


def test_help_opens_the_page_that_speaks_of_where_one_is(client_de, cip):
    assert 'href="/aide/agenda/"' in dit(client_de(cip).get(reverse("pilotage:agenda")))


@cellules("cle", sorted(guide.pages()))
def test_each_page_of_the_guide_opens_and_its_links_and_pictures_lead_somewhere(client, db, cle):
    html = dit(client.get(reverse("insertion:aide_page", args=[cle])))
    texte = guide.pages()[cle].html

    assert client.get(reverse("insertion:aide_page", args=["rien"])).status_code == 404
    assert guide.pages()[cle].titre in html
    assert set(re.findall(r'href="/aide/([a-z-]+)/', texte)) <= set(guide.pages())
    images = re.findall(r'src="[^"]*guide/([a-z-]+)[.\w]*\.webp"', texte)
    assert all((settings.BASE_DIR / "docs" / "guide" / "images" / f"{image}.webp").exists() for image in images)


def test_a_page_of_the_guide_and_its_first_picture_are_a_first_page():
    images = (settings.BASE_DIR / "docs" / "guide" / "images").glob("*.webp")

    assert {image.name for image in images if image.stat().st_size > 18_500} == set()


def test_every_address_that_a_page_explains_exists():
    noms = {adresse.nom for adresse in adresses()}

    inconnues = {
        debut for page in guide.pages().values() for debut in page.pages if not any(n.startswith(debut) for n in noms)
    }
    assert inconnues == set()


@cellules("mots", ["archiver", "effacer un dossier", "supprimer", "inviter", "PASS IAE", "fermer un accès"])
def test_the_words_of_newcomers_are_in_the_guide(client, db, mots):
    page = dit(client.post(reverse("insertion:aide"), {"q": mots}))

    assert "Rien sur" not in page
    assert "&amp;nbsp;" not in page
