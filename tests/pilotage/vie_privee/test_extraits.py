"""The copy of a file: everything known, others masked, made by the worker, given once to who asked."""

import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pypdf
import pytest
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.enums import Verdict
from parcours.rapprochement import Raison
from pilotage.journal.phrases import est_sans_nom
from pilotage.models import ExtraitDossier
from pilotage.vie_privee.declarations import personnelles
from pilotage.vie_privee.dossier import masquer, par_jour, rubriques, tiers
from pilotage.vie_privee.extraits import contenu_de, en_json, purger
from pilotage.vie_privee.libelles import ICI, PARTOUT, libelle
from pilotage.vie_privee.themes import THEMES
from tests.conftest import membre
from tests.usines import (
    BeneficiaireFactory,
    DiagnosticFactory,
    EntretienFactory,
    EvaluationFactory,
    HeuresMoisFactory,
    MiseEnRelationFactory,
    NoteConfidentielleFactory,
    ParcoursFactory,
    ProcheFactory,
    StructureFactory,
)
from tests.usines.dossier import dossier_complet

LE = date(2026, 11, 30)


@pytest.fixture
def personne(structure):
    personne = BeneficiaireFactory(nom="Benali", prenom="Amina")
    ProcheFactory(beneficiaire=personne, prenom="Inaya")
    parcours = ParcoursFactory(beneficiaire=personne)
    EntretienFactory(parcours=parcours, compte_rendu="Inaya est malade, Inayat aussi.")
    NoteConfidentielleFactory(parcours=parcours, texte="Reprendre avec recul.")
    return personne


def test_every_table_that_knows_somebody_is_in_their_copy(structure, referentiels):
    personne = BeneficiaireFactory()
    dossier_complet(personne, "Zqxsecret")

    assert {rubrique.modele for rubrique in rubriques(personne)} == {d.modele for d in personnelles()}


def test_others_are_proposed_then_masked_everywhere(personne):
    extrait = ExtraitDossier(beneficiaire=personne, structure=personne.structure, masques={"mots": ["Inaya"]})
    copie = json.dumps(en_json(contenu_de(extrait)), ensure_ascii=False)

    assert [un.nom for un in tiers(personne) if un.prive] == ["Inaya"]
    assert "[personne tierce] est malade, Inayat aussi." in copie
    assert "Reprendre avec recul." in copie  # the right of access goes to the notes that one keeps for oneself


def test_each_column_of_a_copy_has_a_name_in_french_of_its_own(db):
    sans_nom, doubles = [], []
    for declaration in personnelles():
        dits = [libelle(champ) for champ in declaration.dits]
        doubles += [f"{declaration.modele.__name__} : {un}" for un in dits if dits.count(un) > 1]
        for champ in declaration.dits:
            nomme = (
                not est_sans_nom(champ)
                or champ.name in PARTOUT
                or f"{declaration.modele.__name__}.{champ.name}" in ICI
            )
            if not nomme or "_" in libelle(champ):
                sans_nom.append(f"{declaration.modele.__name__}.{champ.name}")

    assert (sans_nom, doubles) == ([], [])


def test_each_table_of_a_copy_stands_in_one_theme():
    rangees = [table for tables in THEMES.values() for table in tables]

    assert sorted(rangees) == sorted(d.modele._meta.label for d in personnelles())


def test_the_copy_reads_by_theme_with_dates_in_words_and_without_what_serves_the_software(structure, referentiels):
    personne = BeneficiaireFactory()
    dossier_complet(personne, "Zqxsecret")
    contenu = contenu_de(ExtraitDossier(beneficiaire=personne, structure=structure, masques={}))
    page = render_to_string("pdf/extrait.html", contenu | {"titre": "Copie"})

    assert [theme["titre"] for theme in contenu["themes"]] == list(THEMES)
    assert not re.search(r"Created|_at\b|_par\b|\b\d\d/\d\d/\d{4}\b à|Seance|Reunion\b|Plancher|Rang\b", page)
    assert page.count("Zqxsecret") > 20
    assert "Noté le" in json.dumps(en_json(contenu), ensure_ascii=False)  # kept for a machine


def test_a_row_says_what_it_is_a_part_of_and_no_code(structure, referentiels):
    parcours = ParcoursFactory()
    for moment, le in (("entree", date(2026, 1, 5)), ("bilan", date(2026, 6, 5))):
        diagnostic = DiagnosticFactory(parcours=parcours, moment=moment, date=le)
        for domaine in ("logement", "mobilite"):
            remarque = "Un bail de trois ans, à deux pas de l’atelier, que le propriétaire ne veut pas renouveler."
            EvaluationFactory(diagnostic=diagnostic, domaine=domaine, remarque=remarque)
    HeuresMoisFactory(parcours=parcours, mois=date(2026, 10, 1))
    raison = Raison("contrat", Verdict.A_VERIFIER, "en contrat jusqu’au 19 avril")
    MiseEnRelationFactory(parcours=parcours, raisons=[raison.en_json()])
    copie = contenu_de(ExtraitDossier(beneficiaire=parcours.beneficiaire, structure=structure, masques={}))

    lues = {section["titre"]: section for theme in copie["themes"] for section in theme["sections"]}

    titres = [note["titre"] for note in lues["Évaluations"]["notes"]]
    assert titres == ["Diagnostic d’entrée du 05/01/2026", None, "Bilan d’étape du 05/06/2026", None]
    assert lues["Heures du mois"]["rangees"][0][0] == "octobre\u00a02026"
    dites = [champ.valeur for ligne in copie["sections"] for rangee in ligne["lignes"] for champ in rangee]
    assert "En contrat jusqu’au 19 avril (à vérifier)" in dites


def test_readings_are_told_by_day_and_reader():
    jour = datetime(2026, 11, 17, 10, tzinfo=UTC)
    lues = [(jour, "Karim", "identité"), (jour, "Karim", "fil"), (jour, "Karim", "identité"), (jour, "Solène", "fil")]

    assert par_jour(lues) == [(jour.date(), "Karim", "identité, fil"), (jour.date(), "Solène", "fil")]


def test_the_note_that_goes_with_a_copy_says_only_what_is_inside(structure):
    contenu = {"structure": structure, "edite_at": timezone.now()}

    sans, avec = (render_to_string("pilotage/extrait.txt", contenu | {"documents_joints": n}) for n in (0, 2))

    assert ("documents/" in sans, "documents/" in avec) == (False, True)


def test_masking_hides_whole_words_whatever_their_case():
    assert masquer("INAYA, Inayat et Léo D. (inaya)", ["Inaya", "Léo D."]) == (
        "[personne tierce], Inayat et [personne tierce] ([personne tierce])"
    )


@pytest.mark.django_db(transaction=True)
def test_the_copy_is_for_who_reviewed_it_and_for_48_hours(client_de):
    structure = StructureFactory()
    with contexte(structure.pk):
        cheffe, direction = (membre(structure, role) for role in (Role.CHEF_SERVICE, Role.DIRECTION))
        personne = ParcoursFactory(beneficiaire__nom="Benali").beneficiaire
        ProcheFactory(beneficiaire=personne, prenom="Inaya")
        demande = personne.demandes_droit.create(genre="acces", recue_le=LE, recueillie_par=cheffe)
    client, relecture = client_de(cheffe), reverse("pilotage:extrait_create", args=[demande.pk])
    assert "checked" in client.get(relecture).content.decode()
    suite = client.post(relecture, {"mots": ["Inaya"], "autres": "voisin", "gardes": []}).url
    fichier = f"{suite}fichier/"
    archive = zipfile.ZipFile(BytesIO(b"".join(client.get(fichier).streaming_content)))
    texte = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(archive.read("dossier.pdf"))).pages)

    assert sorted(archive.namelist()) == ["LISEZ-MOI.txt", "dossier.json", "dossier.pdf"]
    assert ("Benali" in texte, "Inaya" in texte) == (True, False)
    assert client_de(direction).get(fichier).status_code == 404
    with contexte(structure.pk):
        assert Lecture.objects.filter(quoi="téléchargement\u00a0: copie du dossier").count() == 1
        extrait = ExtraitDossier.objects.get()
    purger(timezone.now() + timedelta(hours=49))
    assert not default_storage.exists(extrait.fichier.name)
    assert client.get(fichier).status_code == 404
