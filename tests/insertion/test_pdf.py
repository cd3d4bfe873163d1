"""The door to WeasyPrint: accessible pages, our fonts, and nothing fetched for whatever people typed."""

import socket
from io import BytesIO

import pytest
from django.template import engines
from pypdf import PdfReader

from insertion import pdf
from tests.cellules import cellules

HOSTILE = (
    "<img src=http://127.0.0.1:9/pixel> <img src=file:///etc/hostname> "
    "<style>@import url(http://127.0.0.1:9/vol.css);</style> "
    "<link rel=attachment href=file:///etc/passwd> <link rel=stylesheet href=https://exemple.fr/a.css>"
)


@pytest.fixture
def refusees(monkeypatch):
    """Every address that a document asked for and did not get; a socket opened fails the test."""
    demandes = []
    fetch = pdf.PolicesSeulement.fetch

    def surveiller(self, url, headers=None):
        try:
            return fetch(self, url, headers)
        except pdf.AdresseRefusee:
            demandes.append(url)
            raise

    def interdire(*args):
        raise AssertionError(f"Un PDF a ouvert une connexion : {args}")

    monkeypatch.setattr(pdf.PolicesSeulement, "fetch", surveiller)
    monkeypatch.setattr(socket.socket, "connect", interdire)
    return demandes


def imprimer(corps, tmp_path, settings):
    """Render a template made of `corps` (trusted HTML, as a careless developer would write it)."""
    gabarit = engines["django"].from_string(
        f'<html lang="fr"><head><title>{{{{ titre }}}}</title></head><body>{corps}</body></html>'
    )
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    (tmp_path / "essai.html").write_text(gabarit.template.source, encoding="utf-8")
    return PdfReader(BytesIO(pdf.rendre("essai.html", {}, titre="Essai")))


def test_document_is_tagged_in_french_with_a_title(tmp_path, settings):
    lecteur = imprimer("<h1>Bonjour</h1><p>Une page.</p>", tmp_path, settings)

    racine = lecteur.trailer["/Root"]
    assert racine["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in racine
    assert racine["/Lang"] == "fr"
    assert racine["/ViewerPreferences"]["/DisplayDocTitle"]
    assert lecteur.metadata.title == "Essai"
    assert b"pdfuaid:part" in racine["/Metadata"].get_data()


def test_fonts_of_the_site_are_embedded(tmp_path, settings):
    lecteur = imprimer("<h1>Titre</h1><p>Texte</p>", tmp_path, settings)

    polices = [police.get_object() for police in lecteur.pages[0]["/Resources"]["/Font"].values()]
    noms = {police["/BaseFont"] for police in polices}
    assert any("Bricolage" in nom for nom in noms)
    assert any("Atkinson" in nom for nom in noms)
    assert all("/FontFile2" in p["/DescendantFonts"][0].get_object()["/FontDescriptor"] for p in polices)


def test_an_emoji_is_drawn_and_read_back(tmp_path, settings):
    (page,) = imprimer("<h1>Bravo Léa 🎉</h1><p>Présente 😀, 12/03 #3</p>", tmp_path, settings).pages

    noms = {police.get_object()["/BaseFont"] for police in page["/Resources"]["/Font"].values()}
    assert any("Noto-Emoji" in nom for nom in noms)
    assert "Présente 😀, 12/03 #3" in page.extract_text()


def test_a_name_of_another_latin_alphabet_is_drawn_with_the_letters_that_have_it(tmp_path, settings):
    """Two files of one family were taken for one font: Łódź was read back rightly, and printed « Oód· »."""

    def fichiers(nom):
        (page,) = imprimer(f"<p>{nom}</p>", tmp_path, settings).pages
        assert nom in page.extract_text()
        return len(page["/Resources"]["/Font"])

    assert fichiers("Łódź") == fichiers("Lodz") + 1


def test_even_trusted_markup_fetches_nothing_and_attaches_nothing(tmp_path, settings, refusees):
    lecteur = imprimer(f"<p>Avant</p>{HOSTILE}<p>Après</p>", tmp_path, settings)

    assert "Après" in lecteur.pages[0].extract_text()
    assert not lecteur.attachments
    assert len(refusees) == 5


@cellules(
    "url",
    [
        "http://127.0.0.1:9/",
        "file:///etc/passwd",
        "data:text/plain,bonjour",
        "app-static:../insertion/settings.py",
        "app-static:css/pdf.css",
        "ftp://127.0.0.1/a",
    ],
)
def test_fetcher_gives_fonts_only(url):
    with pytest.raises(pdf.AdresseRefusee):
        pdf.PolicesSeulement().fetch(url)


def test_long_table_repeats_its_header_and_numbers_its_pages(tmp_path, settings):
    lignes = "".join(f"<tr><td>Ligne {n}</td></tr>" for n in range(120))
    table = f"<table><thead><tr><th scope=col>Colonne</th></tr></thead><tbody>{lignes}</tbody></table>"

    lecteur = imprimer(table, tmp_path, settings)

    textes = [page.extract_text() for page in lecteur.pages]
    assert len(textes) > 2
    assert all("Colonne" in texte for texte in textes)
    assert f"Page 2 / {len(textes)}" in textes[1]
