"""The file of firms, page by page and in the worker: all or nothing, doubles proposed, undone for a day."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from entreprises.enums import Effectif, Origine, Secteur, SecteurVert
from entreprises.imports import annulation, depot, execution, valeurs
from entreprises.imports.champs import CATALOGUE
from entreprises.models import Contact, Echange, Entreprise, Import
from entreprises.tasks import executer_import
from insertion import tableur
from insertion.enums import Choix, EtatTravail
from tests.cellules import cellules
from tests.usines import ContactFactory, EchangeFactory, EntrepriseFactory
from tests.usines.parcours import PARIS
from tests.usines.socle import siret

LE = date(2026, 11, 24)
ENTETES = "Entreprise;N° SIRET;Ville;Tél;Interlocuteur;Mail contact;Suivi par;Dernier contact;Observations;Parking"


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 24, 9, 30, tzinfo=PARIS), tick=False):
        yield


def csv(*lignes):
    return "\n".join([ENTETES, *lignes]).encode()


def importer(structure, *lignes, **correspondance):
    importation = depot.deposer(structure.pk, csv(*lignes), "carnet.csv")
    importation.correspondance |= correspondance
    depot.verifier(importation, timezone.now())
    Import.objects.filter(pk=importation.pk).update(etat=EtatTravail.EN_FILE)
    assert execution.executer(structure.pk, importation.pk)
    importation.refresh_from_db()
    return importation


COMPLETE = (
    f"Conserverie du Port;{siret(3)};Roubaix;320112233;Sylvie Lemoine;s.lemoine@exemple.fr;Dubois Camille;"
    "12/03/2026;Ferme en août;oui"
)


def test_a_line_becomes_a_firm_its_contact_and_its_last_exchange(structure, cip):
    importer(structure, COMPLETE)

    entreprise, contact, echange = Entreprise.objects.get(), Contact.objects.get(), Echange.objects.get()
    assert (entreprise.siret, entreprise.telephone) == (siret(3), "03 20 11 22 33")
    assert (entreprise.referent, entreprise.origine) == (cip, Origine.FICHIER)
    assert entreprise.remarques == "Ferme en août\nParking : oui"
    assert (contact.nom, contact.email) == ("Sylvie Lemoine", "s.lemoine@exemple.fr")
    assert timezone.localdate(echange.date) == date(2026, 3, 12)


def test_same_file_twice_creates_nothing_and_shows_the_record_under_its_line(client_de, structure, cip):
    importer(structure, COMPLETE)

    encore = depot.deposer(structure.pk, csv(COMPLETE), "carnet.csv")
    depot.verifier(encore, timezone.now())

    assert (encore.bilan["creations"], encore.bilan["mises_a_jour"], encore.bilan["ignorees"]) == (0, 0, 1)
    assert "déjà connue, rien de nouveau" in encore.lignes.get().avertissements[-1]["message"]
    page = client_de(cip).get(reverse("entreprises:import_lignes", args=[encore.pk])).content.decode()
    assert f'<a href="{Entreprise.objects.get().get_absolute_url()}">' in page.split("Fiche actuelle", 2)[2]


def test_known_firm_is_completed_never_overwritten_unless_asked(structure):
    EntrepriseFactory(raison_sociale="Conserverie", siret=siret(3), commune="Lille", remarques="Quai 2")
    ligne = f"Conserverie du Port;{siret(3)};Roubaix;0320112233;;;;;Ferme en août;"

    importation = importer(structure, ligne)
    complete = Entreprise.objects.get()
    importer(structure, ligne, remplacer=True)

    assert (complete.commune, complete.telephone) == ("Lille", "03 20 11 22 33")
    assert complete.remarques == "Quai 2\nFerme en août"
    assert "« Lille » dans la fiche" in importation.lignes.get(numero=2).avertissements[0]["message"]
    assert Entreprise.objects.get().commune == "Roubaix"


@cellules(
    ("cellule", "raison"),
    [
        ("12345678901234", "sa clé est fausse"),
        ("1234", "un SIRET compte 14 chiffres"),
        ("en cours", "un SIRET compte 14 chiffres"),
    ],
)
def test_bad_siret_keeps_its_line_out_and_says_why(structure, cellule, raison):
    importation = importer(structure, f"Menuiserie;{cellule};Lille;;;;;;;", COMPLETE)

    (fautive,) = importation.lignes.filtrees("erreurs")
    assert (fautive.numero, importation.bilan["lignes_en_erreur"]) == (2, 1)
    assert raison in fautive.erreurs[0]["message"]
    assert Entreprise.objects.count() == 1


@cellules(
    ("ligne", "choix", "dit"),
    [
        ("Conserverie du Port;;roubaix;;;;;;;", Choix.METTRE_A_JOUR, "Reconnue par son nom seul"),
        ("Conserverie du Port Nord;;Roubaix;;;;;;;", Choix.CREER, "Ressemble à Conserverie du Port"),
        (f"Autre nom;{siret(3, '0002')};Lille;;;;;;;", Choix.CREER, "Même SIREN que Conserverie du Port"),
    ],
)
def test_probable_double_is_proposed(structure, ligne, choix, dit):
    EntrepriseFactory(raison_sociale="Conserverie du Port", siret=siret(3), commune="Roubaix")
    importation = depot.deposer(structure.pk, csv(ligne.replace(";;;;;;;", ";0320000001;;;;;Note;")), "l.csv")

    depot.verifier(importation, timezone.now())

    lue = importation.lignes.filtrees("doublons").get()
    assert lue.choix == choix
    assert dit in " ".join(dit["message"] for dit in lue.avertissements)


def test_line_that_repeats_another_makes_one_firm(structure):
    importation = importer(structure, COMPLETE, COMPLETE.replace("Roubaix", "Lens"))

    assert Entreprise.objects.count() == 1
    assert "répète la ligne 2" in importation.lignes.get(numero=3).avertissements[0]["message"]
    assert "Lens" in importation.lignes.get(numero=3).avertissements[0]["message"]


def test_undo_removes_what_it_made_and_gives_back_what_it_changed(structure):
    connue = EntrepriseFactory(raison_sociale="Atelier Vandamme", commune="Lille")
    importation = importer(structure, COMPLETE, "Atelier Vandamme;;Lille;0320000009;;;;;Note;")
    assert Entreprise.objects.get(pk=connue.pk).telephone

    bilan = annulation.annuler(importation, timezone.now())

    assert bilan["gardees"] == []
    assert [(e.pk, e.telephone, e.remarques) for e in Entreprise.objects.all()] == [(connue.pk, "", "")]
    assert not Contact.objects.exists()


def test_undo_keeps_a_firm_on_which_somebody_wrote_since(structure, client_de, cip):
    importation = importer(structure, COMPLETE)
    EchangeFactory(entreprise=Entreprise.objects.get())

    client_de(cip).post(reverse("entreprises:import_annulation", args=[importation.pk]))

    importation.refresh_from_db()
    assert (Entreprise.objects.count(), importation.etat) == (1, EtatTravail.ANNULE)
    assert importation.bilan["gardees"][0]["pk"] == Entreprise.objects.get().pk


@cellules(
    ("genre", "cellule", "valeur"),
    [
        ("siret", "123 456 789 00005", None),
        ("naf", "3811z", "38.11Z"),
        ("secteur", "Espaces verts", Secteur.ESPACES_VERTS),
        ("secteur", "entretien des jardins", Secteur.ESPACES_VERTS),
        ("secteur", "Second œuvre du bâtiment", Secteur.BATIMENT),
        ("secteur", "divers", None),
        ("effectif", "12 salariés", Effectif.PETITE),
        ("effectif", "300", Effectif.GRANDE),
        ("effectif", "1 à 9 salariés", Effectif.TRES_PETITE),
        ("verts", "Énergies renouvelables", [SecteurVert.ENERGIES]),
        ("site", "lefort.exemple.fr", "https://lefort.exemple.fr"),
        ("site", "javascript://a.exemple.fr/%0aalert(1)", None),
        ("numero", "0320112233", "03 20 11 22 33"),
    ],
)
def test_cell_is_read_as_people_write_it(genre, cellule, valeur):
    lu = valeurs.LECTEURS[genre](cellule, LE)

    assert lu.valeur == valeur
    assert bool(lu.alerte) == (valeur is None)


def test_siret_that_lost_its_first_zero_is_found():
    numero = next(n for n in (f"0{i:08d}" for i in range(5_000_000, 5_000_100)) if _cle(n))

    assert valeurs.siret(_cle(numero)[1:], LE).valeur == _cle(numero)


def _cle(siren):
    from stdnum import luhn  # noqa: PLC0415 -- only this check needs it

    if not luhn.is_valid(siren):
        return ""
    return f"{siren}0001{luhn.calc_check_digit(siren + '0001')}"


def test_our_own_model_and_our_own_export_are_read_back(client_de, cip):
    contenu = client_de(cip).get(reverse("entreprises:import_modele")).content
    entetes = tableur.lire(contenu, "modele.xlsx")[0].lignes[0]

    assert [CATALOGUE.deviner(entete) for entete in entetes] == list(depot.MODELE)


def test_export_imported_again_changes_nothing(client_de, structure, cip):
    ContactFactory(entreprise=EntrepriseFactory(siret=siret(6), secteurs_verts=["nature"], referent=cip))
    contenu = client_de(cip).get(reverse("entreprises:entreprise_export")).content

    importation = depot.deposer(structure.pk, contenu, "export.xlsx")
    depot.verifier(importation, timezone.now())

    assert importation.format == "modele"
    assert importation.bilan["creations"] + importation.bilan["mises_a_jour"] == 0


def test_wizard_goes_from_the_file_to_the_address_book(client_de, cip, structure):
    client = client_de(cip)
    fichier = SimpleUploadedFile("carnet.csv", csv(COMPLETE, "Menuiserie;1234;Lille;;;;;;;"))
    colonnes = client.post(reverse("entreprises:import_create"), {"fichier": fichier}, follow=True)
    importation = Import.objects.get()
    choix = {champ.html_name: champ.value() for champ in colonnes.context["form"] if champ.name != "remplacer"}

    lignes = client.post(reverse("entreprises:import_correspondance", args=[importation.pk]), choix, follow=True)
    ligne = reverse("entreprises:import_ligne", args=[importation.pk, 3])
    refus = client.post(ligne, {"cellule_1": "", "choix": "rien-de-tel"}).text
    assert 'aria-invalid="true" aria-describedby="id_choix_error"' in refus
    client.post(ligne, {"cellule_1": ""})
    resume = client.get(importation.get_absolute_url()).content.decode()

    assert "un SIRET compte 14 chiffres" in lignes.content.decode()
    assert "2 créations" in resume
    assert execution.lancer(Import.objects.get(), executer_import)
    assert execution.executer(structure.pk, importation.pk)
    assert "Voir les entreprises" in client.get(importation.get_absolute_url()).content.decode()


def test_column_empty_in_the_whole_file_is_neither_shown_nor_asked(client_de, cip, structure):
    importation = depot.deposer(structure.pk, csv("Conserverie du Port;;Roubaix;;;;;;;"), "carnet.csv")
    client, adresse = client_de(cip), reverse("entreprises:import_correspondance", args=[importation.pk])

    montrees = [c["champ"].html_name for c in client.get(adresse).context["form"].colonnes()]
    reponse = client.post(adresse, {"colonne_0": "raison_sociale", "colonne_2": "commune"})

    assert montrees == ["colonne_0", "colonne_2"]
    assert reponse.status_code == 302


def test_columns_are_remembered_for_the_next_file(client_de, cip, structure):
    client = client_de(cip)
    importation = depot.deposer(structure.pk, csv(COMPLETE), "un.csv")
    choix = {f"colonne_{rang}": "ignorer" for rang in range(10)} | {"colonne_0": "raison_sociale"}
    client.post(reverse("entreprises:import_correspondance", args=[importation.pk]), choix)

    suivant = depot.deposer(structure.pk, csv("Autre;;;;;;;;;"), "deux.csv")

    assert suivant.correspondance["memorisee"]
    assert suivant.correspondance["colonnes"]["1"] == "ignorer"


def test_held_import_is_left_alone_and_swept_up_later(structure):
    importation = depot.deposer(structure.pk, csv(COMPLETE), "l.csv")
    depot.verifier(importation, timezone.now())
    Import.objects.update(etat=EtatTravail.EN_COURS, bail_at=timezone.now() + timedelta(minutes=1))

    pendant = execution.executer(structure.pk, importation.pk)
    plus_tard = timezone.now() + timedelta(minutes=2)

    assert (pendant, Entreprise.objects.count()) == (False, 0)
    assert execution.executer(structure.pk, importation.pk, horloge=lambda: plus_tard)


def test_stranger_and_reader_import_nothing(client_de, etranger, lecteur, structure):
    importation = depot.deposer(structure.pk, csv(COMPLETE), "l.csv")
    depot.verifier(importation, timezone.now())

    assert client_de(etranger).get(importation.get_absolute_url()).status_code == 404
    assert client_de(lecteur).get(reverse("entreprises:import_list")).status_code == 403


def test_grid_costs_the_same_with_one_and_with_three_lines(client_de, cip, structure, requetes):
    client, comptes = client_de(cip), []
    for nombre in (1, 1, 3):
        lignes = [f"Firme {rang};;Lille;;;;;;;" for rang in range(nombre)]
        importation = depot.deposer(structure.pk, csv(*lignes), "l.csv")
        depot.verifier(importation, timezone.now())
        with requetes() as faites:
            client.get(reverse("entreprises:import_lignes", args=[importation.pk]))
        comptes.append(len(faites))

    assert comptes[1] == comptes[2]
