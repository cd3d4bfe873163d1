"""Leaving with everything: no table forgotten, files and their SHA-256, nobody else's data, no secret."""

import csv
import hashlib
import io
import json
import zipfile

import pytest
from django.apps import apps
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.droits import DROITS, Droit
from insertion.enums import EtatAnalyse, EtatTravail, Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.enums import GenreProduction
from parcours.models import NoteConfidentielle
from parcours.productions import demander as demander_document
from parcours.productions import produire as produire_document
from pilotage.exports import complet, demandes
from pilotage.models import Export
from tests.cellules import cellules
from tests.conftest import membre
from tests.parcours.test_productions import Sonnette
from tests.usines import BeneficiaireFactory, CvFactory, EntretienFactory, NoteConfidentielleFactory

PAGE = reverse("pilotage:export_complet_create")
MOT_DE_PASSE = "un mot de passe de test"


@pytest.fixture
def direction(structure):
    return membre(structure, Role.DIRECTION, prenom="Philippe", nom="Arnaud")


def archive(par):
    """The archive that `par` asked for, made by the worker and opened."""
    export = demandes.demander(genre="complet", intitule="Export complet", par=par, tache=Sonnette())
    demandes.produire(export.structure_id, export.pk)
    export.refresh_from_db()
    assert export.etat == EtatTravail.TERMINE, export.message
    return zipfile.ZipFile(io.BytesIO(export.fichier.open().read()))


def en_json(ouverte, modele):
    return json.loads(ouverte.read(f"donnees/{modele._meta.label_lower}.json"))


def en_csv(ouverte, modele):
    texte = ouverte.read(f"donnees/{modele._meta.label_lower}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(texte), delimiter=";"))


def test_every_model_of_ours_is_given_or_left_out_on_purpose(structure):
    nos_modeles = {
        m._meta.label
        for m in apps.get_models(include_auto_created=True)
        if m._meta.managed and m.__module__.split(".")[0] in complet.FLOORS
    }

    donnes = complet.modeles()

    assert {m._meta.label for m in donnes} | set(complet.HORS) == nos_modeles
    assert [complet.rangees(m, structure.pk).model for m in donnes] == donnes


@pytest.fixture
def document(cip):
    """A file of somebody, printed."""
    demande = demander_document(BeneficiaireFactory(), genre=GenreProduction.DOSSIER, par=cip, tache=Sonnette())
    produire_document(demande.structure_id, demande.pk)
    demande.refresh_from_db()
    return demande


@pytest.fixture
def ouverte(direction, cip, document, autre_structure, etranger):
    """The archive of a structure where something is written of each kind that the cells below look for."""
    BeneficiaireFactory(nom="Benali", langues=["arabe", "français"])
    BeneficiaireFactory(nom="=cmd|' /C calc'!A0")
    NoteConfidentielleFactory(parcours__beneficiaire__nom="Sarr", auteur=cip, texte="Situation familiale difficile.")
    with contexte(autre_structure.pk):
        EntretienFactory(parcours__beneficiaire__nom="Sentinelle", compte_rendu="Sentinelle")
    return archive(direction)


def each_table_is_there_twice(ouverte, **_):
    noms = set(ouverte.namelist())
    assert {f"donnees/{m._meta.label_lower}.{s}" for m in complet.modeles() for s in ("csv", "json")} <= noms


def it_says_what_it_holds(ouverte, **_):
    mode_d_emploi = ouverte.read("LISEZ-MOI.txt").decode().replace("\u00a0", " ")
    assert "beneficiaires.beneficiaire : personnes, 4 lignes" in mode_d_emploi
    assert "nom d’usage" in ouverte.read("dictionnaire.csv").decode()
    assert Export.objects.get().lignes > 4


def csv_and_json_tell_the_same_rows(ouverte, **_):
    cles = [str(ligne["id"]) for ligne in en_json(ouverte, Beneficiaire)]
    assert [ligne["id"] for ligne in en_csv(ouverte, Beneficiaire)] == cles
    assert len(cles) == 4
    assert {tuple(ligne["langues"]) for ligne in en_json(ouverte, Beneficiaire)} >= {("arabe", "français")}
    assert "Benali" in {ligne["nom"] for ligne in en_csv(ouverte, Beneficiaire)}


def manifest_is_the_sha256_of_each_entry(ouverte, **_):
    manifeste = dict(ligne.split("  ")[::-1] for ligne in ouverte.read("empreintes-sha256.txt").decode().splitlines())
    autres = set(ouverte.namelist()) - {"empreintes-sha256.txt"}
    assert {nom: hashlib.sha256(ouverte.read(nom)).hexdigest() for nom in autres} == manifeste


def files_come_with_the_rows(ouverte, document, **_):
    assert ouverte.read(f"documents/{document.fichier.name}") == document.fichier.open().read()


def confidential_notes_of_every_colleague_are_there(ouverte, **_):
    assert en_json(ouverte, NoteConfidentielle)[0]["texte"] == "Situation familiale difficile."


def nothing_of_another_structure_and_no_password(ouverte, direction, etranger, **_):
    tout = b"".join(ouverte.read(nom) for nom in ouverte.namelist())
    assert b"Sentinelle" not in tout
    assert etranger.email.encode() not in tout
    assert direction.email.encode() in tout
    assert direction.password.encode() not in tout


def no_text_of_a_csv_is_a_formula(ouverte, **_):
    assert "'=cmd|' /C calc'!A0" in {ligne["nom"] for ligne in en_csv(ouverte, Beneficiaire)}
    assert "=cmd|' /C calc'!A0" in {ligne["nom"] for ligne in en_json(ouverte, Beneficiaire)}


@cellules(
    "lire",
    [
        each_table_is_there_twice,
        it_says_what_it_holds,
        csv_and_json_tell_the_same_rows,
        manifest_is_the_sha256_of_each_entry,
        files_come_with_the_rows,
        confidential_notes_of_every_colleague_are_there,
        nothing_of_another_structure_and_no_password,
        no_text_of_a_csv_is_a_formula,
    ],
)
def test_archive_of_everything(etranger, ouverte, document, direction, lire):
    lire(ouverte=ouverte, document=document, direction=direction, etranger=etranger)


def test_file_that_is_held_stays_out_and_one_that_is_lost_stops_nothing(direction, document):
    """Neither CV is on the disk: only the one that the antivirus lets go is said to be missing."""
    type(document).objects.update(fichier="1/productions/perdu.pdf")
    sain, retenu = CvFactory(analyse=EtatAnalyse.SAIN), CvFactory(analyse=EtatAnalyse.INFECTE)

    mode_d_emploi = archive(direction).read("LISEZ-MOI.txt").decode()

    noms = (sain.fichier.name, retenu.fichier.name, "1/productions/perdu.pdf")
    assert [nom in mode_d_emploi for nom in noms] == [True, False, True]


# --- Who ------------------------------------------------------------------------------------------


def test_only_the_direction_may_leave_with_everything():
    assert {role for role in Role if Droit.EXPORTER_TOUT in DROITS[role]} == {Role.DIRECTION}


@cellules("qui", ["chef", "cip", "administratif", "encadrant", "lecteur", "benevole"])
def test_others_get_403(qui, client_de, request):
    client = client_de(request.getfixturevalue(qui))

    assert client.post(PAGE, {"mot_de_passe": MOT_DE_PASSE}).status_code == 403
    assert not Export.objects.exists()


def test_password_is_asked_again(direction, client_de):
    client = client_de(direction)

    refus = client.post(PAGE, {"mot_de_passe": "un autre"})
    accord = client.post(PAGE, {"mot_de_passe": MOT_DE_PASSE})

    assert refus.status_code == 422
    assert "Ce n’est pas votre mot de passe." in refus.content.decode()
    assert accord.url == reverse("pilotage:export_detail", args=[Export.objects.get().pk])
    assert Lecture.objects.last().quoi == "export demandé\u00a0: toutes les données"


def test_exports_and_batches_of_before_are_not_in_the_next_archive(direction):
    archive(direction)
    Export.objects.update(fichier="1/exports/ancien.zip")

    assert not [nom for nom in archive(direction).namelist() if nom.startswith("documents/")]
