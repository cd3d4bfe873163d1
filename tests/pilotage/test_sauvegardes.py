"""A backup is worth what its restoration gives back: the restore drill (surete.md P0-20)."""

import shutil
from datetime import timedelta

import psycopg
import pyrage
import pytest
from django.conf import settings as reglages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Document
from insertion.isolation.contexte import contexte
from insertion.models import Sauvegarde
from pilotage.sauvegardes import comptes, restauration, sauvegarde
from tests.usines import BeneficiaireFactory, StructureFactory

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
    pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump n’est pas installé"),
]
LE = timezone.now()


@pytest.fixture
def cle(settings, tmp_path):
    """Backups in a folder of their own, for a key whose private half is in a file."""
    if not settings.DATABASE_BACKUP_URL:
        pytest.skip("DATABASE_BACKUP_URL ne désigne aucun compte")
    identite = pyrage.x25519.Identity.generate()
    settings.SAUVEGARDES, settings.CLE_SAUVEGARDE = tmp_path / "sauvegardes", str(identite.to_public())
    fichier = tmp_path / "cle"
    fichier.write_text(f"# clé des sauvegardes\n{identite}\n")
    return fichier


@pytest.fixture
def amina(settings, tmp_path):
    """Somebody of a structure, with a document on the disk."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    structure = StructureFactory()
    with contexte(structure.pk):
        amina = BeneficiaireFactory(prenom="Amina", nom="Benali")
        piece = Document(beneficiaire=amina, nom="cv.pdf", type_mime="application/pdf", taille=3)
        piece.fichier.save("cv", ContentFile(b"CV."))
    return amina


@pytest.fixture
def base_neuve(monkeypatch, settings, tmp_path):
    """An empty database and an empty folder, where an instance is to be restored."""
    with restauration._base_d_essai() as base:
        monkeypatch.setattr(comptes, "base_de_travail", lambda: base)
        settings.MEDIA_ROOT = tmp_path / "documents-restaures"
        yield base


def test_what_was_saved_comes_back_whole_and_isolated(amina, cle, request):
    chemin = _chemin(sauvegarde.sauvegarder(LE))
    assert b"Benali" not in chemin.read_bytes()
    nom = Document.objects.model._base_manager.using("owner").get().fichier.name
    base = request.getfixturevalue("base_neuve")

    call_command("restaurer", str(chemin), cle=str(cle))

    with psycopg.connect(**comptes.application(base)) as connexion:
        connexion.execute("SELECT set_config('tremplin.structures', %s, false)", [f"{{{amina.structure_id}}}"])
        connexion.execute("SELECT set_config('tremplin.role', 'systeme', false)")
        assert connexion.execute("SELECT prenom, nom FROM beneficiaires_beneficiaire").fetchall() == [
            ("Amina", "Benali")
        ]
    assert default_storage.open(nom).read() == b"CV."


def test_a_proof_touches_nothing_and_is_dated(amina, cle):
    faite = sauvegarde.sauvegarder(LE)

    call_command("restaurer", str(_chemin(faite)), cle=str(cle), prouver=True)

    faite.refresh_from_db()
    assert faite.prouvee_at is not None
    with contexte(amina.structure_id):
        assert Beneficiaire.objects.get() == amina


def test_an_instance_that_follows_nobody_yet_proves_its_backup_too(cle, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"
    StructureFactory()
    faite = sauvegarde.sauvegarder(LE)

    call_command("restaurer", str(_chemin(faite)), cle=str(cle), prouver=True)

    faite.refresh_from_db()
    assert faite.prouvee_at is not None


def test_a_base_that_answers_outside_any_structure_is_not_opened(amina, cle, monkeypatch):
    faite = sauvegarde.sauvegarder(LE)
    monkeypatch.setattr(comptes, "application", comptes.qui_possede)  # an account that isolation does not bind

    with pytest.raises(CommandError, match="hors de toute structure"):
        call_command("restaurer", str(_chemin(faite)), cle=str(cle), prouver=True)


def test_a_backup_that_is_cut_or_opened_with_another_key_is_refused(amina, cle, tmp_path):
    chemin = _chemin(sauvegarde.sauvegarder(LE))
    autre = tmp_path / "autre"
    autre.write_text(str(pyrage.x25519.Identity.generate()))
    coupee = chemin.with_name("coupee")
    coupee.write_bytes(chemin.read_bytes()[:-100])

    for fichier, cle_donnee in ((chemin, autre), (coupee, cle)):
        with pytest.raises(CommandError, match="illisible"):
            call_command("restaurer", str(fichier), cle=str(cle_donnee), prouver=True)


def test_nothing_is_restored_over_an_instance_that_lives(amina, cle):
    chemin = _chemin(sauvegarde.sauvegarder(LE))

    with pytest.raises(CommandError, match="contient des tables"):
        call_command("restaurer", str(chemin), cle=str(cle))


def test_backups_go_after_35_days_but_the_last(cle, settings):
    settings.SAUVEGARDES.mkdir()
    for jours in (36, 35, 1):
        (settings.SAUVEGARDES / f"{LE - timedelta(days=jours):%Y-%m-%dT%H%M%S}{sauvegarde.SUFFIXE}").touch()

    assert len(sauvegarde.purger(LE)) == 1
    assert len(sauvegarde.purger(LE + timedelta(days=90))) == 1


def test_a_backup_that_fails_leaves_no_file(cle, settings, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(OSError, match="pg_dump"):
        sauvegarde.sauvegarder(LE)

    assert list(settings.SAUVEGARDES.iterdir()) == []
    assert not Sauvegarde.objects.exists()


def _chemin(faite):
    return reglages.SAUVEGARDES / faite.fichier
