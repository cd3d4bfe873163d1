"""A report produced: once, whole, the same everywhere, and never moved again."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from io import BytesIO, StringIO
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from insertion import pdf
from insertion.enums import EtatTravail, Role
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance
from pilotage import tasks
from pilotage.bilans import production
from pilotage.bilans.contenu import lignes
from pilotage.models import Bilan, BilanProduit
from tests.conftest import membre
from tests.insertion.test_pdf import HOSTILE
from tests.usines import ParcoursFactory, StructureFactory
from tests.usines.bilans import BilanFactory

from .conftest import Sonnette

pytestmark = pytest.mark.usefixtures("pages_blanches")

#: The fonts are still given; the test replaces the fetcher to see what else is asked for.
_FETCH = pdf.PolicesSeulement.fetch


@pytest.fixture
def demande(bilan, chef):
    """A version that Aude asked for; nobody has worked on it yet."""
    return production.demander(bilan, par=chef, tache=Sonnette())


@pytest.fixture
def produit(structure, demande):
    production.produire(structure.pk, demande.pk)
    demande.refresh_from_db()
    return demande


def texte(produit):
    pages = PdfReader(BytesIO(produit.fichier.open().read())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\N{NO-BREAK SPACE}", " ").split())


def fichiers(structure):
    try:
        return default_storage.listdir(f"{structure.pk}/bilans")[1]
    except FileNotFoundError:
        return []


# --- The same figures everywhere ------------------------------------------------------------------


def test_pdf_screen_spreadsheet_and_command_say_the_same(dessin, structure, peuple, bilan, demande, chef, client_de):
    peuple(24)
    Bilan.objects.update(masquer_petits=False, publics=["femmes"], entres_du=date(2024, 1, 1))
    production.produire(structure.pk, demande.pk)
    demande.refresh_from_db()
    sortie = StringIO()
    filtres = {"du": bilan.du, "au": bilan.au, "entres_du": date(2024, 1, 1), "public": ["femmes"]}
    call_command("indicateurs", structure=structure.siret, json=True, indicateur=None, stdout=sortie, **filtres)
    commande = {(f["code"], li["code"]): li for f in json.loads(sortie.getvalue()) for li in f["lignes"]}
    imprime = texte(demande)
    page = client_de(chef).get(demande.get_absolute_url()).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    livre = load_workbook(BytesIO(demande.tableur.open().read()))
    ecrites = {(feuille.title, ligne[0]): ligne for feuille in livre for ligne in feuille.iter_rows(values_only=True)}
    titres = {source["indicateur"]: source["libelle"][:31] for source in demande.contenu["sources"]}

    for (indicateur, code), ligne in lignes(demande.contenu).items():
        dit, ecrite = commande[indicateur, code], ecrites[titres[indicateur], ligne["libelle"]]
        assert [ecrite[1] if dit["valeur"] is not None else None, *ecrite[3:5]] == [
            pytest.approx(dit[nom], abs=1e-9) if dit[nom] is not None else None
            for nom in ("valeur", "numerateur", "denominateur")
        ]
        lue = f"{ligne['libelle']} {ligne['en_mots']} {ligne['fraction']}".replace("\N{NO-BREAK SPACE}", " ").strip()
        assert lue in imprime, lue
        assert ligne["en_mots"].replace("\N{NO-BREAK SPACE}", " ") in page
    assert (commande["accueillis", "total"]["valeur"], commande["publics_genre", "femmes"]["valeur"]) == (16, 100)
    for lu in (imprime, page, ecrites["Lisez-moi", "Cohorte"][1]):
        assert "entrées depuis le 01/01/2024, public : Femmes" in lu.replace("\N{NO-BREAK SPACE}", " ")


def test_a_report_names_its_figures_in_words(dessin, peuple, produit, chef, client_de):
    page = client_de(chef).get(produit.get_absolute_url()).content.decode()
    methode = page[page.index("D’où viennent les définitions") :]
    imprime = texte(produit)

    for source in produit.contenu["sources"]:
        assert source["libelle"] in methode
        assert f">{source['indicateur']}<" not in page
        assert "_" not in source["indicateur"] or source["indicateur"] not in imprime


def test_an_internal_report_is_accessible_and_each_page_says_period_filters_author_and_data_date(dessin, produit):
    lecteur = PdfReader(BytesIO(produit.fichier.open().read()))
    pages, entete = lecteur.pages, produit.contenu["entete"]
    assert b"pdfuaid:part" in lecteur.trailer["/Root"]["/Metadata"].get_data()
    assert not lecteur.attachments

    assert len(pages) >= 6
    for rang, page in enumerate(pages, start=1):
        lue = " ".join(page.extract_text().replace("\N{NO-BREAK SPACE}", " ").split())
        assert f"Page {rang} / {len(pages)}" in lue
        assert f"Établi par Aude Lebrun · données arrêtées le {entete['donnees_le']}".replace("\xa0", " ") in lue
        assert "01/01/2025 – 31/12/2025 · tous les dispositifs" in lue or rang == 1


# --- For a funder -----------------------------------------------------------------------------------


def test_a_report_for_a_funder_is_archived_with_its_spreadsheet(dessin, structure, bilan, demande, convention):
    Bilan.objects.update(convention=convention)

    production.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    lecteur = PdfReader(BytesIO(demande.fichier.open().read()))
    metadonnees = lecteur.trailer["/Root"]["/Metadata"].get_data()
    assert b'pdfaid:part="3"' in metadonnees
    assert b'pdfaid:conformance="A"' in metadonnees
    assert lecteur.attachments["chiffres.xlsx"] == [demande.tableur.open().read()]
    assert lecteur.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_what_people_type_fetches_nothing_and_stays_text(dessin, structure, bilan, demande, monkeypatch):
    ecrits = {
        "presentation": HOSTILE,
        "essentiel": "=HYPERLINK(1)",
        "effectifs": "\u202eمرحبا 🧑‍🔧",
        "perspectives": "![x](http://169.254.169.254/)",
        "publics": "a" * 10_000,
    }

    def interdire(*args):
        raise AssertionError(f"Un bilan a ouvert une connexion : {args}")

    for bloc, hostile in ecrits.items():
        bilan.ecrire(bloc, hostile)
    monkeypatch.setattr("insertion.pdf.PolicesSeulement.fetch", _polices_ou_rien)
    monkeypatch.setattr("socket.create_connection", interdire)

    production.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.TERMINE
    assert not PdfReader(BytesIO(demande.fichier.open().read())).attachments
    imprime = texte(demande)
    assert all(
        mot in imprime for mot in ("<img src=http://127.0.0.1:9/pixel>", "=HYPERLINK(1)", "🧑‍🔧", "![x]", "aaaa")
    )


def _polices_ou_rien(self, url, headers=None):
    assert url.startswith(pdf.SCHEME), f"Un bilan a demandé {url}"
    return _FETCH(self, url, headers)


# --- Once, whole or not at all ----------------------------------------------------------------------


def test_asking_rings_and_the_task_delegates(structure, bilan, chef, client_de, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        reponse = client_de(chef).post(reverse("pilotage:produit_create", args=[bilan.pk]))

    produit = BilanProduit.objects.get()
    assert reponse.url == produit.get_absolute_url()
    assert (produit.etat, produit.numero, produit.progression) == (EtatTravail.TERMINE, 1, 100)


def test_files_match_their_checksums(produit):
    for fichier, empreinte in ((produit.fichier, produit.empreinte), (produit.tableur, produit.empreinte_tableur)):
        assert hashlib.sha256(fichier.open().read()).hexdigest() == empreinte


def test_made_twice_is_one_version(structure, produit):
    avant = (produit.fichier.name, produit.empreinte, produit.termine_at)

    production.produire(structure.pk, produit.pk)

    produit.refresh_from_db()
    assert (produit.fichier.name, produit.empreinte, produit.termine_at) == avant
    assert len(fichiers(structure)) == 2


def test_worker_killed_midway_is_made_again_once(structure, demande):
    demande.prendre(timezone.now() - timedelta(minutes=20))
    default_storage.save(demande.fichier.name, ContentFile(b"une moiti\xc3\xa9"))
    BilanProduit.objects.update(created_at=timezone.now() - timedelta(minutes=21))
    sonnette = Sonnette()

    production.reprendre(sonnette, timezone.now())
    for appel in sonnette.appels:
        production.produire(**appel)

    demande.refresh_from_db()
    assert sonnette.appels == [{"structure_id": structure.pk, "produit_id": demande.pk}]
    assert demande.etat == EtatTravail.TERMINE
    assert len(fichiers(structure)) == 2


def test_sweeper_task_rings_for_what_was_left(structure, demande):
    BilanProduit.objects.update(created_at=timezone.now() - timedelta(minutes=5))

    tasks.reprendre_les_travaux()

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.TERMINE


def test_rights_lost_since_the_request_stop_the_report(structure, demande, chef):
    Appartenance.objects.filter(utilisateur=chef).update(role=Role.ENCADRANT)

    production.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.ECHEC
    assert "Vos droits ont changé" in demande.message
    assert not fichiers(structure)


TUE = """
import sys, time, django
django.setup()
from insertion import pdf
def dessiner(*args, **kwargs):
    print("mise en page", flush=True)
    time.sleep(60)
pdf.rendre = dessiner
from pilotage.bilans import production
production.produire(int(sys.argv[1]), int(sys.argv[2]))
"""


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_killed_by_the_system_leaves_no_half_report():
    structure = StructureFactory()
    chef = membre(structure, Role.CHEF_SERVICE)
    with contexte(structure.pk):
        demande = production.demander(BilanFactory(auteur=chef), par=chef, tache=Sonnette())
    base = connection.settings_dict["NAME"]
    adresses = {
        nom: urlsplit(os.environ[nom])._replace(path=f"/{base}").geturl()
        for nom in ("DATABASE_URL", "DATABASE_OWNER_URL")
        if nom in os.environ
    }
    environnement = os.environ | adresses
    environnement |= {"DJANGO_SETTINGS_MODULE": "insertion.settings", "SECRET_KEY": settings.SECRET_KEY}
    travailleur = subprocess.Popen(
        [sys.executable, "-c", TUE, str(structure.pk), str(demande.pk)],
        env=environnement,
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
    )
    travailleur.stdout.readline()
    travailleur.send_signal(signal.SIGKILL)
    travailleur.wait()

    with contexte(structure.pk):
        assert BilanProduit.objects.get().etat == EtatTravail.EN_COURS
        assert not fichiers(structure)
    le = timezone.now() + timedelta(minutes=20)
    sonnette = Sonnette()
    production.reprendre(sonnette, le)
    with contexte(structure.pk):
        BilanProduit.objects.update(bail_at=timezone.now() - timedelta(minutes=1))
    for appel in sonnette.appels * 2:
        production.produire(**appel)

    with contexte(structure.pk):
        assert BilanProduit.objects.get().etat == EtatTravail.TERMINE
        assert len(fichiers(structure)) == 2


# --- Frozen ---------------------------------------------------------------------------------------


def test_a_finished_version_cannot_be_changed_nor_removed(produit):
    for geste in ("update", "delete"):
        memes = BilanProduit.objects.filter(pk=produit.pk)
        with pytest.raises(DatabaseError, match="bilan_produit_fige"), transaction.atomic():
            memes.update(message="retouché") if geste == "update" else memes.delete()


def test_later_facts_change_nothing_of_a_version(structure, peuple, bilan, produit, chef, client_de):
    avant = produit.contenu
    ParcoursFactory(date_entree=date(2025, 5, 5))

    page = client_de(chef).get(produit.get_absolute_url())

    produit.refresh_from_db()
    assert produit.contenu == avant
    assert page.context["contenu"] == avant


def test_a_new_version_lists_what_changed(structure, bilan, produit, chef, client_de):
    ParcoursFactory.create_batch(6, date_entree=date(2025, 5, 5))
    suivante = production.demander(bilan, par=chef, tache=Sonnette())
    production.produire(structure.pk, suivante.pk)

    page = client_de(chef).get(suivante.get_absolute_url())

    changes = {(e.indicateur, e.ligne): (e.avant, e.apres) for e in page.context["ecarts"]}
    assert suivante.numero == 2
    assert changes["Entrées", "Parcours commencés"] == ("0", "6")
    assert "Depuis la version 1" in page.content.decode()
