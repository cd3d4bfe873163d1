"""The wizard: file, columns, lines, summary, run, undo; who may, and what is refused."""

import json
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail, Role
from insertion.models import Lecture
from insertion.tableur import lire
from parcours.imports import depot, formats
from parcours.imports.champs import CATALOGUE
from parcours.models import CorrespondanceMemorisee, Evaluation, Import, LigneImport, Parcours
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, DispositifFactory, EntretienFactory

EXEMPLES = Path(__file__).parent / "exemples"
NIR = "1841276" + "45108946"  # nobody's; in two parts, since none is written whole in this repository
LISTE = b"Nom;Prenom;Ne le;Tel;Hobby\nBenali;Amina;12/03/1992;0639981234;chorale\nDupont;Luc;31/02/1990;;\n"


def fichier(nom="suivi-asp-maison.xlsx", contenu=None):
    return SimpleUploadedFile(nom, contenu if contenu is not None else (EXEMPLES / nom).read_bytes())


def adresse(vue, importation, *args):
    return reverse(f"parcours:import_{vue}", args=[importation.pk, *args])


@pytest.fixture
def client(client_de, cip):
    return client_de(cip)


@pytest.fixture
def deposee(structure, cip):
    """A small file, checked: one person to create, one line in error."""
    importation = depot.deposer(structure.pk, LISTE, "liste.csv", par=cip)
    depot.verifier(importation, timezone.now())
    return importation


def colonnes(importation, **changements):
    devinees = {f"colonne_{rang}": cle for rang, cle in importation.correspondance["colonnes"].items()}
    return devinees | {"remplacer": "", "date_entree_defaut": ""} | changements


def deposer(client, nom, contenu=None):
    url = reverse("parcours:import_create")
    reponse = client.post(url, {"fichier": fichier(nom, contenu), "soumission": uuid.uuid4()})
    importation = Import.objects.latest("pk")
    assert reponse.url == adresse("correspondance", importation)
    return importation


@cellules(
    ("nom", "comptes", "parcours"),
    [
        ("emplois-candidatures.xlsx", (60, 60, 0, 0, 0, 0), 32),
        ("suivi-asp-maison.xlsx", (47, 38, 0, 2, 5, 2), 38),
        ("ancien-logiciel.csv", (45, 45, 0, 0, 0, 0), 45),
    ],
)
def test_each_real_file_goes_through_the_wizard(client, django_capture_on_commit_callbacks, nom, comptes, parcours):
    importation = deposer(client, nom)
    client.post(adresse("correspondance", importation), colonnes(importation))
    resume = client.get(importation.get_absolute_url())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", importation))

    importation.refresh_from_db()
    cles = ("lignes", "creations", "mises_a_jour", "doublons", "ignorees", "lignes_en_erreur")
    assert tuple(importation.bilan[cle] for cle in cles) == comptes
    assert (Beneficiaire.objects.count(), Parcours.objects.count()) == (comptes[1], parcours)
    assert importation.etat == EtatTravail.TERMINE
    assert f"{comptes[1]} créations" in resume.content.decode()


def test_the_summary_tells_the_counts_and_every_refused_line(client):
    importation = deposer(client, "suivi-asp-maison.xlsx")
    client.post(adresse("correspondance", importation), colonnes(importation))

    page = client.get(importation.get_absolute_url()).content.decode()

    assert "38 créations, 0 mise à jour, 2 doublons, 5 ignorées, 2 erreurs" in page
    assert "Le nom manque" in page
    assert "31/02/1990" in page
    assert Beneficiaire.objects.count() == 0


@cellules(
    ("nom", "contenu", "message"),
    [
        ("vide.csv", b"\n\n", "aucune ligne"),
        ("liste.pdf", b"%PDF-1.7", "PDF"),
        ("liste.xls", b"<html><table><tr><td>Nom</td></tr></table></html>", "page web"),
        ("liste.xlsx", b"PK\x03\x04 n'importe quoi", "abîmé"),
        ("entetes.csv", "Nom;Prénom\n".encode(), "sous ses en-têtes"),
    ],
)
def test_an_unreadable_file_is_refused_in_french(client, nom, contenu, message):
    reponse = client.post(reverse("parcours:import_create"), {"fichier": fichier(nom, contenu)})

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert not Import.objects.exists()


def test_without_a_file_the_page_says_so(client):
    reponse = client.post(reverse("parcours:import_create"), {})

    assert reponse.status_code == 422
    assert "Choisissez un fichier." in reponse.content.decode()
    assert 'id="erreur-fichier"><p>Choisissez un fichier.</p>' in reponse.text  # beside the field, which names it


def test_a_file_sent_twice_by_a_double_click_is_one_import(client):
    cle = uuid.uuid4()
    for _ in range(2):
        client.post(reverse("parcours:import_create"), {"fichier": fichier("l.csv", LISTE), "soumission": cle})

    assert Import.objects.count() == 1


def test_columns_are_guessed_and_shown_with_values(client):
    importation = deposer(client, "suivi-asp-maison.xlsx")

    page = client.get(adresse("correspondance", importation)).content.decode()

    assert "Classeur de suivi de la structure" in page
    assert "<span>GEORGES</span><span>BENOIT</span><span>MÜLLER</span>" in page
    assert 'value="frein_droits" selected' in page


def test_preview_says_which_words_are_no_level_of_the_public_grid(client, structure):
    structure.grille = "reference"
    structure.save()
    importation = deposer(client, "suivi-asp-maison.xlsx")

    page = client.get(adresse("correspondance", importation)).content.decode()

    assert '<option value="non_evalue" selected>Non évalué, ces mots à côté</option>' in page
    assert "Bloquant</option>" not in page


def test_the_level_of_a_word_is_chosen_on_the_page_of_the_columns(client, structure):
    importation = deposer(client, "suivi-asp-maison.xlsx")
    page = client.get(adresse("correspondance", importation))
    leve = next(champ for champ in page.context["form"].mots() if champ.label == "levé")

    client.post(adresse("correspondance", importation), colonnes(importation) | {leve.html_name: "3"})

    importation.refresh_from_db()
    revenue = client.get(adresse("correspondance", importation)).context["form"]
    assert leve.value() == "4"
    assert importation.correspondance["mots"] == {"leve": "3"}
    assert next(champ.value() for champ in revenue.mots() if champ.label == "levé") == "3"


def test_columns_chosen_once_are_remembered_for_the_same_headings(client, structure):
    importation = deposer(client, "liste.csv", LISTE)
    client.post(adresse("correspondance", importation), colonnes(importation, colonne_4="projet"))

    seconde = deposer(client, "autre.csv", LISTE.replace(b"Amina", b"Zina"))

    assert seconde.correspondance["colonnes"]["4"] == "projet"
    assert seconde.correspondance["memorisee"]
    assert CorrespondanceMemorisee.objects.count() == 1


def test_two_columns_cannot_feed_one_field(client, deposee):
    reponse = client.post(adresse("correspondance", deposee), colonnes(deposee, colonne_4="nom"))

    assert reponse.status_code == 422
    assert "vient déjà de la colonne" in reponse.content.decode()


def test_a_file_without_a_name_column_is_not_checked_further(client, deposee):
    reponse = client.post(adresse("correspondance", deposee), colonnes(deposee, colonne_0="ignorer"))

    assert reponse.status_code == 422
    assert "Indiquez quelle colonne contient le nom." in reponse.content.decode()


def test_parcours_open_in_the_chosen_dispositif(client, django_capture_on_commit_callbacks):
    DispositifFactory(nom="Chantier Nettoyage")
    choisi = DispositifFactory(nom="Premières Heures")
    importation = deposer(client, "suivi-asp-maison.xlsx")
    client.post(adresse("correspondance", importation), colonnes(importation, dispositif=choisi.pk))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", importation))

    assert set(Parcours.objects.values_list("dispositif_id", flat=True)) == {choisi.pk}


def test_a_line_is_corrected_then_created(client, deposee, django_capture_on_commit_callbacks):
    reponse = client.post(adresse("ligne", deposee, 3), {"cellule_2": "28/02/1990"})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", deposee))

    assert reponse.url == f"{adresse('lignes', deposee)}#ligne-3"
    assert LigneImport.objects.get(numero=3).erreurs == []
    assert set(Beneficiaire.objects.values_list("nom", flat=True)) == {"Benali", "Dupont"}


def test_a_cell_corrected_from_the_grid_answers_with_the_grid(client, deposee):
    reponse = client.post(
        adresse("ligne", deposee, 3),
        {"cellule_2": "28/02/1990", "voir": "", "page": "1"},
        headers={"HX-Request": "true"},
    )

    page = reponse.content.decode()
    assert page.lstrip().startswith('<section id="grille"')
    assert "2 créations, 0 mise à jour, 0 doublon, 0 ignorée, 0 erreur" in page


def test_the_choice_of_a_line_is_kept(client, deposee, django_capture_on_commit_callbacks):
    client.post(adresse("ligne", deposee, 2), {"choix": "ignorer"})
    client.post(adresse("lancement", deposee))

    deposee.refresh_from_db()
    assert (deposee.bilan["creations"], deposee.bilan["ignorees"], deposee.etat) == (0, 1, EtatTravail.A_VERIFIER)


def test_a_line_in_error_cannot_be_created(client, deposee):
    reponse = client.post(adresse("ligne", deposee, 3), {"choix": "creer"})

    assert reponse.status_code == 422
    assert LigneImport.objects.get(numero=3).choix == "ignorer"


def test_somebody_who_looks_alike_is_proposed_and_can_be_chosen(client, structure):
    connue = BeneficiaireFactory(nom="Benaly", prenom="Amina", telephone="+33639981234", date_naissance=None)
    importation = deposer(client, "liste.csv", LISTE)
    client.post(adresse("correspondance", importation), colonnes(importation))
    proposee = LigneImport.objects.get(importation=importation, numero=2)

    client.post(adresse("ligne", importation, 2), {"choix": "mettre_a_jour"})

    importation.refresh_from_db()
    assert (proposee.choix, proposee.beneficiaire) == ("creer", connue)
    assert "même téléphone" in proposee.avertissements[0]["message"]
    assert (importation.bilan["creations"], importation.bilan["mises_a_jour"]) == (0, 1)


def test_a_line_taken_for_a_title_can_be_claimed_back(client, structure):
    contenu = "Nom;Prénom;Né le;Tél\nBenali;Amina;12/03/1992;0639981234\nZoé;;;\nDupont;Luc;28/02/1990;0639981235"
    importation = deposer(client, "liste.csv", contenu.encode())
    client.post(adresse("correspondance", importation), colonnes(importation))
    avant = Import.objects.get().bilan["ignorees"]

    client.post(adresse("ligne", importation, 3), {"choix": "creer"})

    bilan = Import.objects.get().bilan
    assert (avant, bilan["ignorees"], bilan["creations"]) == (1, 0, 3)


@cellules("voir", ["", "erreurs", "doublons", "avertissements"])
def test_the_tabs_of_the_grid_show_their_lines(client, voir):
    importation = deposer(client, "suivi-asp-maison.xlsx")
    client.post(adresse("correspondance", importation), colonnes(importation))

    page = client.get(adresse("lignes", importation), {"voir": voir}).context["page"]

    attendus = {"": 47, "erreurs": 2, "doublons": 2, "avertissements": 42}
    assert page.paginator.count == attendus[voir]


def test_a_line_that_repeats_another_says_so_before_anything_else(client):
    importation = deposer(client, "suivi-asp-maison.xlsx")
    client.post(adresse("correspondance", importation), colonnes(importation))

    page = client.get(adresse("lignes", importation), {"voir": "doublons"}).content.decode()

    assert page.count("Cette ligne répète la ligne") == 2
    assert page.index("Cette ligne répète la ligne") < page.index("n’est pas une date")


@cellules("nombre", [1, 3])
def test_the_grid_costs_the_same_whatever_its_lines(client, structure, cip, django_assert_num_queries, nombre):
    lignes = "".join(f"Nom{n};Ana;12/03/199{n};;\n" for n in range(nombre))
    importation = depot.deposer(structure.pk, f"Nom;Prenom;Ne le;Tel;Hobby\n{lignes}".encode(), "l.csv", par=cip)
    depot.verifier(importation, timezone.now())
    client.get(adresse("lignes", importation))

    with django_assert_num_queries(17):
        client.get(adresse("lignes", importation))


def test_reading_the_lines_is_written_in_the_journal(client, deposee):
    client.get(adresse("lignes", deposee))

    assert Lecture.objects.filter(quoi="import, lignes", chemin=adresse("lignes", deposee)).count() == 1


def test_the_import_is_undone_from_its_page(client, deposee, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", deposee))
    cree = Beneficiaire.objects.count()

    client.post(adresse("annulation", deposee))

    deposee.refresh_from_db()
    assert (cree, Beneficiaire.objects.count(), deposee.etat) == (1, 0, EtatTravail.ANNULE)


def test_the_undo_says_how_many_people_it_takes_away_and_is_undone_itself(
    client, deposee, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", deposee))
    avant = client.get(deposee.get_absolute_url()).content.decode()
    client.post(adresse("annulation", deposee))
    apres = client.get(deposee.get_absolute_url()).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", deposee))

    assert "Annuler cet import (1 personne à retirer)" in avant
    assert "Rétablir cet import" in apres
    assert Beneficiaire.objects.count() == 1


def test_whom_the_undo_keeps_is_named_on_the_page(client, django_capture_on_commit_callbacks):
    importation = deposer(client, "suivi-asp-maison.xlsx")
    client.post(adresse("correspondance", importation), colonnes(importation))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", importation))
    EntretienFactory(parcours=Parcours.objects.get(beneficiaire__nom="GEORGES"))

    client.post(adresse("annulation", importation))

    page = client.get(importation.get_absolute_url()).content.decode()
    assert "Laure GEORGES" in page
    assert "Quelqu’un a écrit dans ce dossier" in page


def test_an_administrative_colleague_imports_and_undoes_diagnostics_they_cannot_read(
    structure, client_de, django_capture_on_commit_callbacks
):
    client = client_de(membre(structure, Role.ADMINISTRATIF))
    importation = deposer(client, "suivi-asp-maison.xlsx")
    client.post(adresse("correspondance", importation), colonnes(importation))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("lancement", importation))
    crees = Evaluation.objects.count()

    client.post(adresse("annulation", importation))

    assert crees > 100
    assert (Evaluation.objects.count(), Beneficiaire.objects.count()) == (0, 0)


def test_the_progress_is_asked_every_two_seconds_then_the_page_reloads(client, deposee):
    Import.objects.update(etat=EtatTravail.EN_COURS, lignes_faites=50, lignes_total=200)
    pendant = client.get(deposee.get_absolute_url(), headers={"HX-Request": "true"})
    Import.objects.update(etat=EtatTravail.TERMINE, termine_at=timezone.now())
    apres = client.get(deposee.get_absolute_url(), headers={"HX-Request": "true"})

    assert 'hx-trigger="every 2s"' in pendant.content.decode()
    assert "50 sur 200 lignes" in pendant.content.decode()
    assert apres.headers["HX-Refresh"] == "true"


def test_social_security_numbers_are_never_kept(client, structure):
    contenu = f"Nom;Prénom;N° sécu;Note\nBenali;Amina;{NIR};{' '.join(NIR)}\n".encode()
    importation = deposer(client, "liste.csv", contenu)
    client.post(adresse("correspondance", importation), colonnes(importation))
    reponse = client.post(adresse("ligne", importation, 2), {"cellule_3": NIR})

    ligne = LigneImport.objects.get()
    assert ligne.donnees["cellules"] == ["Benali", "Amina", "", ""]
    assert not importation.fichier
    assert reponse.status_code == 422


def test_a_file_never_run_can_be_thrown_away(client, deposee, django_capture_on_commit_callbacks):
    stockage, nom = deposee.fichier.storage, deposee.fichier.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("abandon", deposee))

    assert not Import.objects.exists()
    assert not LigneImport.objects.exists()
    assert not stockage.exists(nom)


def test_what_has_run_is_neither_thrown_away_nor_corrected(client, deposee):
    Import.objects.update(etat=EtatTravail.TERMINE, termine_at=timezone.now())
    for vue, args in (("abandon", ()), ("ligne", (3,)), ("correspondance", ())):
        client.post(adresse(vue, deposee, *args), {"cellule_2": "28/02/1990"})

    assert LigneImport.objects.get(numero=3).donnees["cellules"][2] == "31/02/1990"


def test_a_late_undo_is_refused_and_said(client, deposee):
    Import.objects.update(etat=EtatTravail.TERMINE, termine_at=timezone.now() - timedelta(hours=25))

    page = client.post(adresse("annulation", deposee), follow=True).content.decode()

    assert "le délai de 24 heures est passé" in page


def test_our_model_comes_back_with_each_of_its_columns_known(client):
    reponse = client.get(reverse("parcours:import_modele"))

    feuille = lire(reponse.content, "modele.xlsx")[0]
    assert feuille.lignes[0] == depot.FILIERE.entetes_du_modele()
    assert [CATALOGUE.deviner(entete) for entete in feuille.lignes[0]] == list(formats.MODELE)


VUES = ("detail", "correspondance", "lignes", "lancement", "annulation", "abandon")


@cellules("vue", VUES)
def test_a_colleague_shares_the_import(client_de, collegue, deposee, vue):
    reponse = client_de(collegue).post(adresse(vue, deposee), {})

    assert reponse.status_code in (302, 405, 422)


@cellules("vue", VUES)
def test_a_stranger_finds_nothing(client_de, etranger, deposee, vue):
    client = client_de(etranger)
    ecriture = client.post(adresse(vue, deposee), {}).status_code
    lecture = client.get(adresse(vue, deposee)).status_code

    assert {ecriture, lecture} <= {404, 405}
    assert Import.objects.count() == 1


@cellules("vue", VUES)
@cellules("qui", ["lecteur", "encadrant", "benevole"])
def test_a_reader_may_not_import(request, client_de, deposee, vue, qui):
    client = client_de(request.getfixturevalue(qui))

    assert client.post(adresse(vue, deposee), {}).status_code in (403, 405)
    assert client.get(reverse("parcours:import_list")).status_code == 403
    assert client.post(adresse("ligne", deposee, 2), {}).status_code == 403


def test_the_list_of_imports_names_them(client, deposee):
    page = client.get(reverse("parcours:import_list")).content.decode()

    assert "liste.csv" in page
    assert json.dumps(deposee.bilan)
