"""What is shown when the database, the disk or the code fails: in French, with what was typed kept."""

import errno
import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError
from django.urls import reverse

from beneficiaires.models import Document
from insertion import orphelins, productions
from insertion.enums import EtatTravail
from insertion.isolation import middleware
from parcours.models import Production
from tests.usines import BeneficiaireFactory

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def documents(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"
    return settings.MEDIA_ROOT


@pytest.fixture
def disque_plein(documents, monkeypatch):
    """The disk takes the beginning of each file, then says that it is full."""

    class Trop(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"debut"
            raise OSError(errno.ENOSPC, "No space left on device")

    garder = default_storage.save
    monkeypatch.setattr(default_storage, "save", lambda nom, contenu, **options: garder(nom, Trop(b""), **options))


def fichiers(dossier):
    return [chemin for chemin in dossier.rglob("*") if chemin.is_file()]


@pytest.mark.parametrize(
    ("erreur", "status", "dit"),
    [
        (OperationalError("server closed the connection"), 503, "Tremplin revient dans un instant"),
        (InterfaceError("connection already closed"), 503, "gardée une seule fois"),
        (ValueError("une faute"), 500, "Une erreur est survenue"),
    ],
    ids=["cut", "closed", "ours"],
)
def test_a_database_that_is_away_is_not_a_fault_of_the_page(cip, client_de, monkeypatch, erreur, status, dit):
    def tomber(*args, **options):
        raise erreur

    client = client_de(cip)
    client.raise_request_exception = False
    monkeypatch.setattr(middleware, "contexte", tomber)

    page = client.get("/beneficiaires/")

    assert (page.status_code, dit in page.content.decode()) == (status, True)
    assert page.headers.get("Retry-After") == ("10" if status == 503 else None)


def test_a_full_disk_is_said_beside_the_field_and_leaves_neither_row_nor_file(
    structure, cip, client_de, documents, disque_plein
):
    amina = BeneficiaireFactory()
    envoi = {"fichier": SimpleUploadedFile("cv.pdf", PDF, "application/pdf"), "genre": "cv"}

    page = client_de(cip).post(reverse("beneficiaires:document_create", args=[amina.pk]), envoi)

    assert page.status_code == 422
    assert "Il n’y a plus de place pour les documents" in page.content.decode()
    assert (Document.objects.count(), fichiers(documents)) == (0, [])


def test_a_document_asked_for_on_a_full_disk_says_why_it_is_not_there(structure, cip, documents, disque_plein):
    production = Production.objects.create(
        beneficiaire=BeneficiaireFactory(), genre="dossier", demande_par=cip, role_demandeur="charge_insertion"
    )

    productions.produire(
        Production, structure.pk, production.pk, lambda travail: productions.ranger(travail, {"fichier": PDF})
    )

    production.refresh_from_db()
    assert production.etat == EtatTravail.ECHEC
    assert "Il n’y a plus de place" in production.message
    assert fichiers(documents) == []


def test_only_a_file_that_no_row_names_is_swept_once_it_is_old(structure, documents):
    depot = Document(beneficiaire=BeneficiaireFactory(), nom="cv.pdf", type_mime="application/pdf", taille=3)
    depot.fichier.save("cv", ContentFile(PDF))
    ancien, recent = (default_storage.save(nom, ContentFile(PDF)) for nom in ("1/ancien", "1/recent"))
    for nom in (depot.fichier.name, ancien):
        il_y_a_deux_heures = default_storage.get_modified_time(nom) - timedelta(hours=2)
        os.utime(default_storage.path(nom), (il_y_a_deux_heures.timestamp(),) * 2)

    assert orphelins.balayer() == 1
    assert [default_storage.exists(nom) for nom in (depot.fichier.name, ancien, recent)] == [True, False, True]
