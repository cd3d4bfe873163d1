"""One form, one row, however often it is sent; other words under the same key are never dropped."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Document
from insertion.models import Soumission
from parcours.models import Entretien
from tests.beneficiaires.test_documents import PDF, fichier, poser
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ParcoursFactory


@pytest.fixture
def url(structure):
    return reverse("parcours:entretien_create", args=[ParcoursFactory().beneficiaire_id])


@pytest.fixture
def note():
    """`note(texte)`: what one window sends, its key always the same."""
    rien = {"action-TOTAL_FORMS": "0", "action-INITIAL_FORMS": "0", "mode": "sur_place", "genre": "individuel"}
    rien |= {"date": timezone.localtime().strftime("%Y-%m-%dT%H:%M"), "soumission": str(uuid.uuid4())}
    return lambda texte: rien | {"compte_rendu": texte}


def dits(reponse):
    return [str(message) for message in get_messages(reponse.wsgi_request)]


def textes():
    return sorted(Entretien.objects.values_list("compte_rendu", flat=True))


def test_other_words_under_the_same_key_are_written_too_and_it_is_said(cip, client_de, url, note):
    client = client_de(cip)
    client.post(url, note("Du téléphone."))

    reponse = client.post(url, note("De l’ordinateur."))

    assert (reponse.status_code, textes()) == (302, ["De l’ordinateur.", "Du téléphone."])
    heure = timezone.localtime(Soumission.objects.earliest("created_at").created_at)
    assert f"déjà enregistrée à {heure:%H:%M}. Celle-ci l’est aussi" in dits(reponse)[-1]


def test_each_of_two_versions_sent_again_is_still_one_row(cip, client_de, url, note):
    client = client_de(cip)

    for texte in ("Premier.", "Second.", "Second.", "Premier.", "Second."):
        client.post(url, note(texte))

    assert textes() == ["Premier.", "Second."]


def test_a_first_send_says_nothing_of_another(cip, client_de, url, note):
    assert "déjà enregistrée" not in " ".join(dits(client_de(cip).post(url, note("Seul."))))


def test_a_second_version_that_is_refused_says_nothing_and_may_be_corrected(cip, client_de, url, note):
    client = client_de(cip)
    client.post(url, note("Premier."))

    refus = client.post(url, note(""))
    client.post(url, note("Corrigé."))

    assert (refus.status_code, "déjà enregistrée" in refus.content.decode()) == (422, False)
    assert textes() == ["Corrigé.", "Premier."]


def test_key_of_the_release_before_is_replayed_whatever_is_sent(cip, client_de, url, note):
    Soumission.objects.create(utilisateur=cip, cle=note("")["soumission"], reponse="/ailleurs/")

    reponse = client_de(cip).post(url, note("Nouveau."))

    assert (reponse.url, textes()) == ("/ailleurs/", [])


def test_form_that_ends_on_an_error_gives_its_key_back(cip, client_de, note):
    """« Absence » pressed for somebody without an open parcours: nothing was written, the note may still be sent."""
    personne, envoi = BeneficiaireFactory().pk, note("Premier contact.")

    client_de(cip).post(reverse("parcours:absence_create", args=[personne]), envoi | {"statut": "excuse"})

    assert not Soumission.objects.exists()


@cellules(("plus", "combien"), [(b"", 1), (b" ", 2)], ids=["the same", "another"])
def test_another_file_under_the_same_key_is_kept(cip, client_de, structure, plus, combien):
    client, cle, personne = client_de(cip), uuid.uuid4(), BeneficiaireFactory()

    for octets in (PDF, PDF + plus):
        poser(client, personne, fichier=fichier(octets=octets), soumission=cle)

    assert Document.objects.count() == combien
