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
from tests.usines import BeneficiaireFactory, CvFactory, EntretienFactory, NoteConfidentielleFactory, ParcoursFactory

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


def test_archive_holds_each_table_twice_and_says_what_it_holds(direction):
    BeneficiaireFactory(nom="Benali", langues=["arabe", "français"])

    ouverte = archive(direction)

    noms = set(ouverte.namelist())
    assert {f"donnees/{m._meta.label_lower}.{s}" for m in complet.modeles() for s in ("csv", "json")} <= noms
    assert en_json(ouverte, Beneficiaire)[0]["langues"] == ["arabe", "français"]
    assert en_csv(ouverte, Beneficiaire)[0]["nom"] == "Benali"
    assert "beneficiaires.beneficiaire : personnes, 1 ligne" in ouverte.read("LISEZ-MOI.txt").decode().replace(
        "\u00a0", " "
    )
    assert "nom d’usage" in ouverte.read("dictionnaire.csv").decode()


def test_csv_and_json_tell_the_same_rows(direction):
    BeneficiaireFactory.create_batch(3)

    ouverte = archive(direction)

    cles = [str(ligne["id"]) for ligne in en_json(ouverte, Beneficiaire)]
    assert [ligne["id"] for ligne in en_csv(ouverte, Beneficiaire)] == cles
    assert len(cles) == 3


def test_manifest_is_the_sha256_of_each_entry(direction):
    ouverte = archive(direction)

    manifeste = dict(ligne.split("  ")[::-1] for ligne in ouverte.read("empreintes-sha256.txt").decode().splitlines())
    autres = set(ouverte.namelist()) - {"empreintes-sha256.txt"}
    assert {nom: hashlib.sha256(ouverte.read(nom)).hexdigest() for nom in autres} == manifeste


def test_files_come_with_the_rows(direction, cip):
    document = demander_document(BeneficiaireFactory(), genre=GenreProduction.DOSSIER, par=cip, tache=Sonnette())
    produire_document(document.structure_id, document.pk)
    document.refresh_from_db()

    ouverte = archive(direction)

    assert ouverte.read(f"documents/{document.fichier.name}") == document.fichier.open().read()


def test_file_that_the_antivirus_holds_stays_out(direction):
    """Neither file is on the disk: only the one that was looked for is said to be missing."""
    sain, retenu = CvFactory(analyse=EtatAnalyse.SAIN), CvFactory(analyse=EtatAnalyse.INFECTE)

    mode_d_emploi = archive(direction).read("LISEZ-MOI.txt").decode()

    assert [piece.fichier.name in mode_d_emploi for piece in (sain, retenu)] == [True, False]


def test_file_lost_on_disk_is_named_and_stops_nothing(direction, cip):
    document = demander_document(BeneficiaireFactory(), genre=GenreProduction.DOSSIER, par=cip, tache=Sonnette())
    type(document).objects.update(fichier="1/productions/perdu.pdf")

    assert "1/productions/perdu.pdf" in archive(direction).read("LISEZ-MOI.txt").decode()


def test_confidential_notes_of_every_colleague_are_there(direction, cip):
    NoteConfidentielleFactory(parcours=ParcoursFactory(), auteur=cip, texte="Situation familiale difficile.")

    assert en_json(archive(direction), NoteConfidentielle)[0]["texte"] == "Situation familiale difficile."


def test_nothing_of_another_structure_and_no_password(direction, autre_structure, etranger):
    with contexte(autre_structure.pk):
        EntretienFactory(parcours__beneficiaire__nom="Sentinelle", compte_rendu="Sentinelle")

    ouverte = archive(direction)

    tout = b"".join(ouverte.read(nom) for nom in ouverte.namelist())
    assert b"Sentinelle" not in tout
    assert etranger.email.encode() not in tout
    assert direction.email.encode() in tout
    assert direction.password.encode() not in tout


def test_no_text_of_a_csv_is_a_formula(direction):
    BeneficiaireFactory(nom="=cmd|' /C calc'!A0")

    ouverte = archive(direction)

    assert en_csv(ouverte, Beneficiaire)[0]["nom"] == "'=cmd|' /C calc'!A0"
    assert en_json(ouverte, Beneficiaire)[0]["nom"] == "=cmd|' /C calc'!A0"


def test_rows_are_counted_in_the_journal(direction):
    BeneficiaireFactory()
    archive(direction)

    assert Export.objects.get().lignes > 3


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
