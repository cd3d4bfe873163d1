"""Documents in a bucket: a local S3 server, the same views, the same silence for whoever has no right."""

import urllib.error
import urllib.request
from datetime import timedelta

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from moto.server import ThreadedMotoServer

from beneficiaires.models import Document
from insertion import orphelins, productions
from insertion.enums import EtatTravail
from insertion.stockage import Injoignable
from parcours.enums import FormeLot
from parcours.models import Production
from pilotage import sante
from tests.parcours.test_lots import demander, tout_faire
from tests.usines import BeneficiaireFactory, ParcoursFactory

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
SEAU = "documents-tremplin"


@pytest.fixture
def serveur():
    serveur = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    serveur.start()
    remise_a_zero = "http://{}:{}/moto-api/reset".format(*serveur.get_host_and_port())
    urllib.request.urlopen(urllib.request.Request(remise_a_zero, method="POST"))
    yield serveur
    serveur.stop()


@pytest.fixture
def seau(serveur, settings):
    """The bucket, seen by whoever runs the service; the settings point at it."""
    options = {
        "bucket_name": SEAU,
        "endpoint_url": "http://{}:{}".format(*serveur.get_host_and_port()),
        "region_name": "eu-west-3",
        "access_key": "cle",
        "secret_key": "secret",
        "object_parameters": {"ServerSideEncryption": "AES256"},
    }
    en_s3 = {
        alias: {"BACKEND": "insertion.stockage_s3.DocumentsS3", "OPTIONS": {**options, "location": dossier}}
        for alias, dossier in (("default", "documents"), ("effacements", "effacements"))
    }
    settings.STORAGES = {**settings.STORAGES, **en_s3}
    acces = {"aws_access_key_id": "cle", "aws_secret_access_key": "secret"}
    client = boto3.client("s3", endpoint_url=options["endpoint_url"], region_name="eu-west-3", **acces)
    client.create_bucket(Bucket=SEAU, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"})
    return client


@pytest.fixture
def personne(structure):
    return BeneficiaireFactory()


def deposer(client, personne):
    envoi = {"fichier": SimpleUploadedFile("cv.pdf", PDF, "application/pdf"), "genre": "cv"}
    return client.post(reverse("beneficiaires:document_create", args=[personne.pk]), envoi)


def test_a_document_is_encrypted_in_the_bucket_and_leaves_it_through_our_view_only(
    seau, personne, cip, etranger, client_de
):
    deposer(client_de(cip), personne)

    depot = Document.objects.get()
    objet = seau.head_object(Bucket=SEAU, Key=f"documents/{depot.fichier.name}")
    page = reverse("beneficiaires:document_fichier", args=[depot.pk])
    assert objet["ServerSideEncryption"] == "AES256"
    assert b"".join(client_de(cip).get(page).streaming_content) == PDF
    assert client_de(etranger).get(page).status_code == 404
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{seau.meta.endpoint_url}/{SEAU}/documents/{depot.fichier.name}")
    with pytest.raises(ValueError, match="no address"):
        depot.fichier.url  # noqa: B018


def test_a_batch_is_bound_from_the_bucket_and_what_no_row_names_is_swept(seau, cip, structure):
    personnes = [ParcoursFactory(beneficiaire__prenom=prenom).beneficiaire for prenom in ("Amina", "Bruno")]
    lot = tout_faire(demander(cip, personnes, forme=FormeLot.ZIP))
    orphelin = default_storage.save(f"{structure.pk}/perdu.pdf", ContentFile(PDF))
    storages["effacements"].save("1-1.json", ContentFile(b"{}"))

    assert lot.etat == EtatTravail.TERMINE
    assert [nom for nom, _ in default_storage.tous()] == sorted(
        [lot.fichier.name, orphelin, *Production.objects.values_list("fichier", flat=True)]
    )
    assert [nom for nom, _ in default_storage.tous(f"{structure.pk}/lots/")] == [lot.fichier.name]
    assert list(default_storage.tous(f"{structure.pk + 1}/")) == []
    assert orphelins.balayer(age=timedelta(seconds=-1)) == 1
    assert not default_storage.exists(orphelin)
    assert any(storages["effacements"].tous())


def test_a_bucket_that_is_away_loses_nothing(seau, serveur, personne, cip, client_de):
    deposer(client_de(cip), personne)
    depot = Document.objects.get()
    production = Production.objects.create(
        beneficiaire=personne, genre="dossier", demande_par=cip, role_demandeur="charge_insertion"
    )
    serveur.stop()

    refus = deposer(client_de(cip), personne)
    client = client_de(cip)
    client.raise_request_exception = False
    lecture = client.get(reverse("beneficiaires:document_fichier", args=[depot.pk]))
    with pytest.raises(Injoignable):
        productions.produire(
            Production, personne.structure_id, production.pk, lambda t: productions.ranger(t, {"fichier": PDF})
        )

    production.refresh_from_db()
    sonde = next(s for s in sante.sonder(timezone.now()) if s.nom == "disque")
    assert (refus.status_code, Document.objects.count()) == (422, 1)
    assert "L’espace des documents ne répond pas" in refus.content.decode()
    assert lecture.status_code == 503
    assert production.etat == EtatTravail.EN_COURS  # taken again when its lease is over
    assert not sonde.bien
