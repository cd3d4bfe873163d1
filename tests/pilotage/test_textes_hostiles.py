"""What people type leaves as they typed it: no formula in a spreadsheet, nothing fetched by a document."""

import csv
import io
import json
import socket
import zipfile

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from insertion import pdf
from insertion.enums import EtatTravail, Role
from insertion.tableur import neutraliser
from parcours import lots
from parcours.enums import FormeLot, GenreProduction
from parcours.models import ModeleCourrier, Production
from pilotage.exports import demandes
from tests.conftest import membre
from tests.parcours.test_lots import tous_les_tours
from tests.parcours.test_productions import Sonnette
from tests.usines import BeneficiaireFactory, EntretienFactory, ParcoursFactory

FORMULES = ["=1+1", "+33 6", "-2", "@SUM(A1)", "\t=1+1", "\r=1+1"]
NOMS = [
    "عائشة بن علي",
    "\u202egnitset 🧑🏽\u200d🔧",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    '"><img src=http://10.0.0.1/n>',
    "x" * 80,
]
NOTE = (
    "![photo](http://169.254.169.254/latest) ![local](file:///etc/passwd) <img src=http://127.0.0.1:9/pixel> "
    "<img src=file:///etc/hostname> <link rel=attachment href=file:///etc/passwd> {{ 7|add:7 }}"
)


@pytest.fixture
def rien_ne_part(monkeypatch):
    """A document that asks for anything but our own fonts, or opens a connection, fails the test."""
    donner = pdf.PolicesSeulement.fetch

    def surveiller(self, url, headers=None):
        assert url.startswith(pdf.SCHEME), f"Un document a demandé {url}"
        return donner(self, url, headers)

    def interdire(*args, **kwargs):
        raise AssertionError(f"Un document a ouvert une connexion : {args}")

    monkeypatch.setattr(pdf.PolicesSeulement, "fetch", surveiller)
    monkeypatch.setattr(socket, "create_connection", interdire)


def exporter(par, genre):
    export = demandes.demander(genre=genre, intitule="Export", par=par, tache=Sonnette())
    demandes.produire(export.structure_id, export.pk)
    export.refresh_from_db()
    assert export.etat == EtatTravail.TERMINE, export.message
    return io.BytesIO(export.fichier.open().read())


def lot(par, personnes, genre, forme=FormeLot.PDF, courrier=None):
    """A batch for `personnes`, made by a single worker and opened."""
    demande = lots.demander(
        [personne.pk for personne in personnes],
        genre=genre,
        forme=forme,
        par=par,
        tache=Sonnette(),
        courrier=courrier,
    )
    tous_les_tours()
    demande.refresh_from_db()
    assert demande.etat == EtatTravail.TERMINE, demande.message
    assert set(Production.objects.values_list("etat", flat=True)) == {EtatTravail.TERMINE}
    return io.BytesIO(demande.fichier.open().read())


def lu(lecteur):
    """The text of every page; pypdf reads two bytes a letter beside an emoji that no font draws."""
    return " ".join(" ".join(page.extract_text() for page in lecteur.pages).replace("\x00", "").split())


# --- Spreadsheets and archives --------------------------------------------------------------------


def test_a_list_leaves_as_typed_without_formula_nor_link(chef):
    saisis = [*NOMS, *FORMULES]
    for nom in saisis:
        BeneficiaireFactory(nom=nom, adresse=NOTE[:200])

    contenu = exporter(chef, "personnes")

    cellules = [cellule for rangee in load_workbook(contenu).active.iter_rows() for cellule in rangee]
    assert {cellule.data_type for cellule in cellules} & {"f", "e"} == set()
    assert {nom.strip() for nom in saisis} <= {str(cellule.value).strip() for cellule in cellules}
    assert not any(cellule.hyperlink for cellule in cellules)
    with zipfile.ZipFile(contenu) as entrees:
        assert not any(b'TargetMode="External"' in entrees.read(nom) for nom in entrees.namelist())


def test_the_archive_of_everything_keeps_each_text_and_lets_none_be_a_formula(structure):
    direction = membre(structure, Role.DIRECTION)
    longue = f"{NOTE} {'é' * 10_000}"
    for rang, debut in enumerate([*FORMULES, longue]):
        EntretienFactory(parcours__beneficiaire__nom=f"Personne {rang}", compte_rendu=debut)

    with zipfile.ZipFile(exporter(direction, "complet")) as archive:
        en_json = json.loads(archive.read("donnees/parcours.entretien.json"))
        texte = archive.read("donnees/parcours.entretien.csv").decode("utf-8-sig")
    en_csv = list(csv.DictReader(io.StringIO(texte, newline=""), delimiter=";"))

    notes = [ligne["compte_rendu"] for ligne in en_json]
    assert notes == [*FORMULES, longue]
    assert [ligne["compte_rendu"] for ligne in en_csv] == [neutraliser(note) for note in notes]
    assert not any(ligne["compte_rendu"].startswith(("=", "+", "-", "@", "\t", "\r")) for ligne in en_csv)


# --- Batches and letters --------------------------------------------------------------------------


def test_a_batch_prints_notes_as_text_and_fetches_nothing(cip, structure, rien_ne_part):
    personnes = []
    for nom in NOMS:
        parcours = ParcoursFactory(beneficiaire__nom=nom, beneficiaire__prenom="")
        EntretienFactory(parcours=parcours, auteur=cip, compte_rendu=NOTE, paroles="é" * 10_000)
        personnes.append(parcours.beneficiaire)

    lecteur = PdfReader(lot(cip, personnes, GenreProduction.COMPTE_RENDU))

    assert not lecteur.attachments
    imprime = lu(lecteur)
    assert imprime.count("<link rel=attachment href=file:///etc/passwd>") == len(NOMS)
    assert imprime.count("{{ 7|add:7 }}") == len(NOMS)
    assert not any("/URI" in (page.get("/Annots") or "") for page in lecteur.pages)


def test_a_letter_carries_names_and_words_as_they_are(cip, structure, rien_ne_part):
    courrier = ModeleCourrier.objects.create(
        titre="=Invitation", corps=f"Bonjour {{prenom}} {{nom}},\n\n{NOTE[:180]}"
    )
    personnes = [ParcoursFactory(beneficiaire__nom=nom).beneficiaire for nom in NOMS]

    lecteur = PdfReader(lot(cip, personnes, GenreProduction.COURRIER, courrier=courrier))

    assert not lecteur.attachments
    imprime = lu(lecteur)
    assert imprime.count("http://169.254.169.254/latest") == len(NOMS)
    for nom in ("=HYPERLINK(1)", "../../etc/passwd", '"><img src=http://10.0.0.1/n>'):
        assert nom in imprime


def test_no_name_makes_a_path_of_an_archive(cip, structure, rien_ne_part):
    courrier = ModeleCourrier.objects.create(titre="Invitation", corps="Bonjour {nom}.")
    personnes = [ParcoursFactory(beneficiaire__nom=nom).beneficiaire for nom in NOMS]

    with zipfile.ZipFile(lot(cip, personnes, GenreProduction.COURRIER, FormeLot.ZIP, courrier)) as archive:
        noms = archive.namelist()

    assert len(noms) == len(set(noms)) == len(NOMS) + 1
    assert all(nom.isascii() and "/" not in nom and ".." not in nom and "=" not in nom for nom in noms)


def test_a_name_of_ten_thousand_characters_is_refused_beside_its_field_and_kept(cip, client_de):
    nom = "x" * 10_000
    page = client_de(cip).post(reverse("beneficiaires:beneficiaire_create"), {"nom": nom, "prenom": "Zoé"})

    assert page.status_code == 422
    assert "80 caractères" in page.content.decode().replace("\u00a0", " ")
    assert nom in page.content.decode()
