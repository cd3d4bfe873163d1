"""What people bring is opened by nobody before the antivirus says that it is clean."""

import shutil
import socket
import subprocess
import time
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from beneficiaires.models import Document
from insertion import antivirus
from insertion.enums import EtatAnalyse
from tests.usines import BeneficiaireFactory

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
#: A harmless mark that the signature base of these tests calls a virus (hexadecimal signature of clamd).
MARQUE = b"TREMPLIN-FICHIER-PIEGE"
REGLAGES = """Foreground yes
DatabaseDirectory {base}
LocalSocket {base}/clamd.ctl
User {compte}
"""


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


def deposer(client, personne, octets=PDF):
    fichier = SimpleUploadedFile("cv.pdf", octets, "application/pdf")
    client.post(reverse("beneficiaires:document_create", args=[personne.pk]), {"fichier": fichier, "genre": "cv"})
    return Document.objects.get()


def ouvrir(client, document):
    return client.get(reverse("beneficiaires:document_fichier", args=[document.pk]))


def test_without_an_antivirus_the_page_says_that_a_file_was_not_judged(amina, cip, client_de):
    document = deposer(client_de(cip), amina)

    page = client_de(cip).get(reverse("beneficiaires:beneficiaire_detail", args=[amina.pk]))
    assert "Non analysé par un antivirus" in page.content.decode()
    assert ouvrir(client_de(cip), document).status_code == 200


def test_a_file_waits_as_long_as_the_antivirus_is_silent(amina, cip, client_de, settings, caplog):
    settings.CLAMD = f"127.0.0.1:{_port_ferme()}"
    document = deposer(client_de(cip), amina)

    antivirus.analyser()

    document.refresh_from_db()
    refus = ouvrir(client_de(cip), document)
    assert (document.analyse, refus.status_code) == (EtatAnalyse.EN_ATTENTE, 423)
    assert "attend l’antivirus" in refus.content.decode()
    assert "Antivirus injoignable" in caplog.text


@pytest.fixture(scope="module")
def clamd(tmp_path_factory):
    """A real clamd whose base knows one mark; its address. The base of ClamAV itself is fetched, not shipped."""
    if shutil.which("clamd") is None:
        pytest.skip("clamd n’est pas installé")
    base = tmp_path_factory.mktemp("clamd")
    base.chmod(0o755)
    (base / "essai.ndb").write_text(f"Tremplin.Essai:0:*:{MARQUE.hex()}\n")
    reglages = base / "clamd.conf"
    reglages.write_text(REGLAGES.format(base=base, compte=_compte()))
    service = subprocess.Popen(["clamd", "--config-file", str(reglages)], stdout=subprocess.DEVNULL)
    for _ in range(200):
        if (base / "clamd.ctl").exists() or service.poll() is not None:
            break
        time.sleep(0.1)
    yield f"unix://{base}/clamd.ctl"
    service.kill()
    service.wait()


def test_a_clean_file_opens_once_judged_and_a_trapped_one_never(amina, cip, client_de, settings, clamd):
    settings.CLAMD = clamd
    client = client_de(cip)
    document = deposer(client, amina)
    piege = deposer_directement(amina, PDF + MARQUE)
    assert ouvrir(client, document).status_code == 423

    antivirus.analyser()

    document.refresh_from_db()
    piege.refresh_from_db()
    assert (document.analyse, piege.analyse) == (EtatAnalyse.SAIN, EtatAnalyse.INFECTE)
    assert [ouvrir(client, d).status_code for d in (document, piege)] == [200, 423]
    assert "logiciel malveillant" in ouvrir(client, piege).content.decode()


def test_the_antivirus_judges_a_file_of_ten_megabytes(settings, clamd):
    settings.CLAMD = clamd

    assert antivirus.juger(BytesIO(b"0" * 10 * 1024 * 1024)) == EtatAnalyse.SAIN


def deposer_directement(personne, octets):
    champs = {"nom": "piège.pdf", "type_mime": "application/pdf", "taille": len(octets)}
    piege = Document(beneficiaire=personne, analyse=EtatAnalyse.EN_ATTENTE, **champs)
    piege.fichier.save("piege", ContentFile(octets))
    return piege


def _port_ferme():
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def _compte():
    return subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
