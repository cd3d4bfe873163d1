import io
import uuid
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from beneficiaires.models import Document
from beneficiaires.pieces import DOCX, ODT, XLSX, PieceRefusee, recevoir
from insertion import orphelins
from insertion.models import Geste, Lecture
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
TYPES_DOCX = f'<Types><Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/></Types>'


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


def fichier(nom="cv.pdf", octets=PDF, type_mime="application/pdf"):
    return SimpleUploadedFile(nom, octets, type_mime)


def archive(**entrees):
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nom, contenu in entrees.items():
            zip_.writestr(nom, contenu)
    return sortie.getvalue()


def docx(**en_plus):
    return archive(**{"[Content_Types].xml": TYPES_DOCX, "word/document.xml": "<w/>"} | en_plus)


def part_abimee(octets):
    """The directory of the archive is whole, what its first part holds is not."""
    debut = 30 + octets[26]  # a header, then a name
    return octets[:debut] + b"\xff" * 20 + octets[debut + 20 :]


def image(format_, mode="RGB", **options):
    sortie = io.BytesIO()
    Image.new(mode, (20, 10), "red").save(sortie, format_, **options)
    return sortie.getvalue()


def depot(beneficiaire):
    return reverse("beneficiaires:document_create", args=[beneficiaire.pk])


def poser(client, beneficiaire, **champs):
    return client.post(depot(beneficiaire), {"fichier": fichier(), "genre": "cv"} | champs)


def test_a_document_is_kept_under_a_random_name(amina, cip, client_de):
    reponse = poser(client_de(cip), amina, fichier=fichier("CV d’Amina.pdf"))

    document = Document.objects.get()
    assert reponse.status_code == 302
    assert (document.beneficiaire, document.nom, document.taille) == (amina, "CV d’Amina.pdf", len(PDF))
    assert (document.type_mime, document.depose_par) == ("application/pdf", cip)
    assert document.fichier.name.startswith(f"{amina.structure_id}/")
    assert "Amina" not in document.fichier.name


def test_a_document_comes_back_as_a_download_that_nothing_runs(amina, cip, client_de):
    client = client_de(cip)
    poser(client, amina)

    reponse = client.get(reverse("beneficiaires:document_fichier", args=[Document.objects.get().pk]))

    assert b"".join(reponse.streaming_content) == PDF
    assert reponse["Content-Disposition"] == 'attachment; filename="cv.pdf"'
    assert reponse["X-Content-Type-Options"] == "nosniff"
    assert reponse["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert Lecture.objects.filter(quoi="document", beneficiaire_id=amina.pk, utilisateur_id=cip.pk).count() == 1


def test_documents_are_read_by_those_who_follow_only(amina, cip, collegue, etranger, encadrant, lecteur, client_de):
    poser(client_de(cip), amina)
    adresse = reverse("beneficiaires:document_fichier", args=[Document.objects.get().pk])

    codes = [client_de(qui).get(adresse).status_code for qui in (collegue, etranger, encadrant, lecteur)]

    assert codes == [200, 404, 404, 404]


def test_documents_are_brought_by_those_who_follow_only(amina, collegue, etranger, encadrant, lecteur, client_de):
    codes = [poser(client_de(qui), amina).status_code for qui in (collegue, etranger, encadrant, lecteur)]

    assert codes == [302, 404, 403, 403]


def test_the_same_deposit_sent_twice_makes_one_document(amina, cip, client_de):
    client, cle = client_de(cip), uuid.uuid4()

    for _ in range(2):
        poser(client, amina, soumission=cle)

    assert Document.objects.count() == 1


@cellules("envoi", [{"genre": "cv"}, {"genre": "cv", "fichier": fichier(octets=b"")}])
def test_a_deposit_without_a_file_is_refused(amina, cip, client_de, envoi):
    assert client_de(cip).post(depot(amina), envoi).status_code == 422


def supprimer(client):
    return client.post(reverse("beneficiaires:document_delete", args=[Document.objects.get().pk]), follow=True)


def dans(heures):
    return time_machine.travel(timezone.now() + timedelta(hours=heures), tick=True)


def test_a_document_taken_away_comes_back_with_its_file(amina, cip, lecteur, client_de):
    client = client_de(cip)
    poser(client, amina)
    document = Document.objects.get()
    assert client_de(lecteur).post(reverse("beneficiaires:document_delete", args=[document.pk])).status_code == 403

    page = supprimer(client)
    assert "« cv.pdf » est supprimé" in page.content.decode()
    assert not Document.objects.exists()
    with dans(23):
        orphelins.balayer()
    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))

    fichier = client.get(reverse("beneficiaires:document_fichier", args=[document.pk]))
    assert b"".join(fichier.streaming_content) == PDF


def test_a_document_taken_away_leaves_the_disk_the_next_day(amina, cip, client_de):
    poser(client_de(cip), amina)
    fichier = Document.objects.get().fichier
    supprimer(client_de(cip))

    with dans(25):
        orphelins.balayer()

    assert not fichier.storage.exists(fichier.name)


def test_a_stranger_erases_nothing(amina, cip, etranger, client_de):
    poser(client_de(cip), amina)

    reponse = client_de(etranger).post(reverse("beneficiaires:document_delete", args=[Document.objects.get().pk]))

    assert reponse.status_code == 404
    assert Document.objects.count() == 1


@cellules(
    ("nom", "octets", "type_mime"),
    [
        ("cv.PDF", PDF, "application/pdf"),
        ("cv.pdf", PDF, "application/octet-stream"),
        ("photo.jpg", image("JPEG"), "image/jpeg"),
        ("photo.jpeg", image("JPEG", "L"), "image/jpeg"),
        ("photo.png", image("PNG", "RGBA"), "image/png"),
        ("lettre.docx", docx(), DOCX),
        ("suivi.xlsx", archive(**{"[Content_Types].xml": f"{XLSX}.main+xml", "xl/workbook.xml": "<w/>"}), XLSX),
        ("lettre.odt", archive(mimetype=ODT, **{"content.xml": "<o/>"}), ODT),
    ],
)
def test_what_people_bring_is_accepted(nom, octets, type_mime):
    assert recevoir(fichier(nom, octets, type_mime)).size > 0


@cellules(
    ("nom", "octets", "type_mime", "message"),
    [
        ("page.html", b"<html>", "text/html", "pas accepté"),
        ("dessin.svg", b"<svg/>", "image/svg+xml", "pas accepté"),
        ("lettre.docm", docx(), DOCX, "pas accepté"),
        ("facture.pdf.exe", b"MZ", "application/pdf", "pas accepté"),
        ("facture", PDF, "application/pdf", "pas accepté"),
        ("facture\u202efdp.exe", b"MZ", "application/pdf", "pas accepté"),
        ("cv.pdf", b"MZ" + PDF, "application/pdf", "PDF lisible"),
        ("cv.pdf", b"<html>%PDF-", "application/pdf", "PDF lisible"),
        ("cv.pdf", PDF, "text/html", "ne correspond pas"),
        ("cv.pdf", image("PNG"), "image/png", "ne correspond pas"),
        ("photo.jpg", image("PNG"), "image/jpeg", "ne correspond pas"),
        ("photo.png", b"\x89PNG\r\n\x1a\nnimporte", "image/png", "illisible"),
        ("photo.jpg", b"\xff\xd8\xff<script>", "image/jpeg", "illisible"),
        ("lettre.docx", PDF, DOCX, "ne correspond pas"),
        ("lettre.docx", archive(**{"a.txt": "x"}), DOCX, "ne correspond pas"),
        ("lettre.odt", docx(), ODT, "ne correspond pas"),
        ("lettre.docx", docx(**{"word/vbaProject.bin": "x"}), DOCX, "macros"),
        ("lettre.docx", docx(**{"word/embeddings/oleObject1.bin": "x"}), DOCX, "macros"),
        ("lettre.docx", docx(**{"bombe.xml": b"0" * 60_000_000}), DOCX, "compressé"),
        ("lettre.docx", docx(**{f"{n}.xml": "" for n in range(2001)}), DOCX, "compressé"),
        ("lettre.docx", docx()[:-30], DOCX, "illisible"),
        ("lettre.docx", part_abimee(docx()), DOCX, "illisible"),
    ],
)
def test_what_could_harm_is_refused_in_french(nom, octets, type_mime, message):
    with pytest.raises(PieceRefusee, match=message):
        recevoir(fichier(nom, octets, type_mime))


def test_a_file_over_ten_megabytes_is_refused():
    with pytest.raises(PieceRefusee, match="10 Mo"):
        recevoir(fichier(octets=PDF + b"0" * 10_500_000))


def test_a_huge_image_is_refused_before_it_is_opened(monkeypatch):
    octets = bytearray(image("PNG"))
    octets[16:24] = (20_000).to_bytes(4, "big") * 2

    with pytest.raises(PieceRefusee, match="illisible ou trop grande"):
        recevoir(fichier("photo.png", bytes(octets), "image/png"))


def test_a_photo_loses_its_place_and_what_hides_behind_it():
    exif = Image.Exif()
    exif[0x010F] = "Appareil de Camille"
    octets = image("JPEG", exif=exif) + b"<script>alert(1)</script>"

    piece = recevoir(fichier("photo.jpg", octets, "image/jpeg"))

    gardes = piece.read()
    assert b"Appareil de Camille" not in gardes
    assert b"<script>" not in gardes
    with Image.open(io.BytesIO(gardes)) as relue:
        assert relue.size == (20, 10)
        assert not relue.getexif()


@cellules(
    ("nom", "garde"),
    [
        ("../../etc/cv.pdf", "cv.pdf"),
        ("cv\r\nX-Injecte: a.pdf", "cvX-Injecte: a.pdf"),
        ("C:\\temp\\cv.pdf", "cv.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_a_file_keeps_a_plain_name(nom, garde):
    envoi = fichier()
    envoi._name = nom

    assert recevoir(envoi).name == garde
