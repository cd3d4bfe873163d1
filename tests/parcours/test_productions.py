"""Documents produced: who may ask, one file per request, nothing lost when a worker or the queue dies."""

import hashlib
from datetime import timedelta
from io import BytesIO
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError
from pypdf import PdfReader

from insertion.enums import EtatTravail, Role
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Lecture
from parcours import productions, tasks
from parcours.enums import GenreProduction
from parcours.models import Production, Seance
from tests.cellules import cellules
from tests.usines import AppartenanceFactory, BeneficiaireFactory, EntretienFactory, ParcoursFactory, SeanceFactory

pytestmark = pytest.mark.usefixtures("pages_blanches")


class Sonnette:
    """A queue that only remembers who rang, or that is down."""

    name = "sonnette"

    def __init__(self, panne=None):
        self.appels, self.panne = [], panne

    def apply_async(self, kwargs, retry):
        if self.panne:
            raise self.panne
        self.appels.append(kwargs)


@pytest.fixture
def entretien(structure, cip):
    return EntretienFactory(parcours=ParcoursFactory(beneficiaire__prenom="Amina"), auteur=cip)


@pytest.fixture
def beneficiaire(entretien):
    return entretien.parcours.beneficiaire


@pytest.fixture
def demande(beneficiaire, entretien, cip):
    """A compte rendu that Camille asked for; nobody has worked on it yet."""
    return productions.demander(
        beneficiaire, genre=GenreProduction.COMPTE_RENDU, par=cip, tache=Sonnette(), entretien=entretien
    )


def adresse(beneficiaire):
    return reverse("parcours:production_create", args=[beneficiaire.pk])


def poster(client, beneficiaire, **champs):
    return client.post(adresse(beneficiaire), {"genre": "dossier", **champs})


# --- Asking ---------------------------------------------------------------------------------------


def test_asking_creates_the_row_and_the_worker_makes_the_file(
    beneficiaire, cip, client_de, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = poster(client_de(cip), beneficiaire)

    production = Production.objects.get()
    assert response.url == reverse("parcours:production_detail", args=[production.pk])
    assert (production.etat, production.progression) == (EtatTravail.TERMINE, 100)
    assert production.role_demandeur == Role.CHARGE_INSERTION


def test_colleague_may_ask_for_the_same_person(beneficiaire, collegue, client_de):
    response = poster(client_de(collegue), beneficiaire)

    assert response.status_code == 302
    assert Production.objects.get().demande_par == collegue


def test_stranger_gets_404(beneficiaire, etranger, client_de):
    assert poster(client_de(etranger), beneficiaire).status_code == 404
    assert not Production.objects.exists()


@cellules("role", ["lecteur", "encadrant", "benevole"])
def test_who_may_not_produce_gets_403(role, beneficiaire, client_de, request):
    assert poster(client_de(request.getfixturevalue(role)), beneficiaire).status_code == 403
    assert not Production.objects.exists()


def test_compte_rendu_without_its_entretien_is_refused(beneficiaire, cip, client_de):
    response = poster(client_de(cip), beneficiaire, genre="compte_rendu")

    assert response.status_code == 422
    assert "Choisissez l’entretien" in response.content.decode()


def test_entretien_of_somebody_else_is_refused(beneficiaire, cip, client_de):
    autre = EntretienFactory()

    response = poster(client_de(cip), beneficiaire, genre="compte_rendu", entretien=autre.pk)

    assert response.status_code == 422


def test_form_sent_twice_asks_once(beneficiaire, cip, client_de):
    client, cle = client_de(cip), "8a4ff2fa-1f2e-4fd6-9d1e-2f5bd1f7a001"

    premiere = poster(client, beneficiaire, soumission=cle)
    seconde = poster(client, beneficiaire, soumission=cle)

    assert premiere.url == seconde.url
    assert Production.objects.count() == 1


def test_page_offers_the_form(beneficiaire, cip, client_de):
    page = client_de(cip).get(adresse(beneficiaire)).content.decode()

    assert "Dossier de suivi" in page
    assert "joindre les notes confidentielles" in page.lower()


def test_queue_down_still_answers_and_keeps_the_request(
    beneficiaire, cip, client_de, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("parcours.views.productions.produire", Sonnette(OperationalError("injoignable")))
    client = client_de(cip)

    with django_capture_on_commit_callbacks(execute=True):
        response = poster(client, beneficiaire)

    assert Production.objects.get().etat == EtatTravail.EN_FILE
    assert "En attente" in client.get(response.url).content.decode()


# --- Making ---------------------------------------------------------------------------------------


def test_task_delegates(structure, demande):
    tasks.produire(structure_id=structure.pk, production_id=demande.pk)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.TERMINE


def test_file_matches_its_checksum_and_is_a_pdf(dessin, structure, demande):
    productions.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    contenu = demande.fichier.open().read()
    assert demande.empreinte == hashlib.sha256(contenu).hexdigest()
    assert "Compte rendu" in PdfReader(BytesIO(contenu)).pages[0].extract_text()
    assert demande.termine_at is not None


def test_made_twice_gives_one_file(structure, demande):
    productions.produire(structure.pk, demande.pk)
    demande.refresh_from_db()
    avant = (demande.fichier.name, demande.empreinte, demande.termine_at)

    productions.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    assert (demande.fichier.name, demande.empreinte, demande.termine_at) == avant
    assert len(_fichiers(structure)) == 1


def test_second_worker_leaves_a_document_in_progress_alone(structure, demande):
    demande.prendre(timezone.now())

    productions.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.EN_COURS
    assert not _fichiers(structure)


def test_worker_killed_midway_is_made_again_once(structure, demande):
    demande.prendre(timezone.now() - timedelta(minutes=10))
    default_storage.save(demande.fichier.name, ContentFile(b"une moiti\xc3\xa9 de fichier"))
    Production.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    sonnette = Sonnette()

    productions.reprendre(sonnette)
    for appel in sonnette.appels:
        productions.produire(**appel)

    demande.refresh_from_db()
    assert sonnette.appels == [{"structure_id": structure.pk, "production_id": demande.pk}]
    assert demande.etat == EtatTravail.TERMINE
    assert demande.empreinte == hashlib.sha256(demande.fichier.open().read()).hexdigest()
    assert len(_fichiers(structure)) == 1


def test_worker_that_lost_its_lease_writes_nothing(structure, demande):
    demande.prendre(timezone.now() - timedelta(minutes=10))
    perdu = Production.objects.get(pk=demande.pk)
    demande.prendre(timezone.now())

    productions._ranger(perdu, b"trop tard")

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.EN_COURS
    assert not _fichiers(structure)


def test_queue_emptied_is_rung_again_once_a_minute(structure, demande):
    Production.objects.update(created_at=timezone.now() - timedelta(minutes=5))
    sonnette, le = Sonnette(), timezone.now()

    productions.reprendre(sonnette, le)
    productions.reprendre(sonnette, le)
    productions.reprendre(sonnette, le + timedelta(minutes=2))

    assert len(sonnette.appels) == 2


def test_young_request_is_left_to_its_worker(demande):
    sonnette = Sonnette()

    productions.reprendre(sonnette)

    assert sonnette.appels == []


def test_document_that_kills_its_workers_is_given_up(demande):
    demande.prendre(timezone.now() - timedelta(hours=2))
    Production.objects.update(created_at=timezone.now() - timedelta(hours=2))
    sonnette = Sonnette()

    productions.reprendre(sonnette)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.ECHEC
    assert sonnette.appels == []


def test_disk_that_refuses_the_file_ends_in_words_not_in_a_half_row(structure, demande, settings, tmp_path):
    (tmp_path / str(structure.pk)).write_text("un fichier à la place du dossier", encoding="utf-8")
    settings.MEDIA_ROOT = tmp_path

    productions.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.ECHEC
    assert "n’a pas pu être produit" in demande.message


def test_rights_lost_since_the_request_stop_the_document(structure, demande, cip):
    Appartenance.objects.filter(utilisateur=cip).update(role=Role.ENCADRANT)

    productions.produire(structure.pk, demande.pk)

    demande.refresh_from_db()
    assert demande.etat == EtatTravail.ECHEC
    assert "Vos droits ont changé" in demande.message


def test_database_refuses_a_document_ended_without_file(demande):
    with pytest.raises(IntegrityError, match="production_terminee_avec_fichier"), transaction.atomic():
        Production.objects.filter(pk=demande.pk).update(etat=EtatTravail.TERMINE, termine_at=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_progress_shows_outside_while_the_pages_are_drawn(monkeypatch):
    """Not in the transaction of a test: what another connection sees is what counts."""
    membre = AppartenanceFactory()
    membre.utilisateur.appartenance = membre
    with contexte(membre.structure_id):
        demande = productions.demander(
            BeneficiaireFactory(), genre=GenreProduction.DOSSIER, par=membre.utilisateur, tache=Sonnette()
        )
    vues = []

    def regarder():
        with contexte(membre.structure_id):
            vues.append(Production.objects.values_list("etat", "progression", "message").get(pk=demande.pk))
        connection.close()

    def dessiner(*args, **kwargs):
        assert not connection.in_atomic_block
        voisin = Thread(target=regarder)
        voisin.start()
        voisin.join()
        return b"%PDF-1.7"

    monkeypatch.setattr("parcours.productions.pdf.rendre", dessiner)
    productions.produire(membre.structure_id, demande.pk)

    assert vues == [(EtatTravail.EN_COURS, 40, "Mise en page")]


# --- Reading --------------------------------------------------------------------------------------


def test_file_leaves_as_an_attachment_without_a_name_and_is_written_down(structure, demande, cip, client_de):
    productions.produire(structure.pk, demande.pk)

    response = client_de(cip).get(reverse("parcours:production_fichier", args=[demande.pk]))

    assert b"".join(response.streaming_content).startswith(b"%PDF-1.7")
    assert response.headers["Content-Disposition"] == 'attachment; filename="compte-rendu-d-entretien-2026-11-17.pdf"'
    assert response.headers["Content-Type"] == "application/pdf"
    lecture = Lecture.objects.get()
    assert (lecture.beneficiaire_id, lecture.utilisateur_id) == (demande.beneficiaire_id, cip.pk)
    assert "téléchargement" in lecture.quoi


def test_request_is_written_in_the_read_journal(beneficiaire, cip, client_de):
    poster(client_de(cip), beneficiaire)

    assert Lecture.objects.get().quoi == "document demandé\u00a0: dossier de suivi"


@pytest.fixture
def produite(structure, demande):
    productions.produire(structure.pk, demande.pk)
    return demande


@cellules(
    ("qui", "reponse"), [("collegue", 404), ("chef", 404), ("etranger", 404), ("lecteur", 403), ("encadrant", 403)]
)
@cellules("vue", ["production_detail", "production_fichier"])
def test_only_who_asked_reads_the_document(vue, qui, reponse, produite, client_de, request):
    response = client_de(request.getfixturevalue(qui)).get(reverse(f"parcours:{vue}", args=[produite.pk]))

    assert response.status_code == reponse


def test_file_of_a_document_not_ready_is_not_found(demande, cip, client_de):
    response = client_de(cip).get(reverse("parcours:production_fichier", args=[demande.pk]))

    assert response.status_code == 404


def test_page_polls_until_the_document_is_ready(structure, demande, cip, client_de):
    client, url = client_de(cip), reverse("parcours:production_detail", args=[demande.pk])
    attente = client.get(url).content.decode()
    rien_de_neuf = client.get(url, {"vu": "en_file-0-0"}, headers={"HX-Request": "true"})

    productions.produire(structure.pk, demande.pk)
    fini = client.get(url, {"vu": "en_file-0-0"}, headers={"HX-Request": "true"}).content.decode()

    assert "every 1s" in attente
    assert "<progress" in attente
    assert rien_de_neuf.status_code == 204
    assert "every 1s" not in fini
    assert "Télécharger le PDF" in fini
    assert "<html" not in fini


def test_page_of_a_sheet_to_sign_leads_back_to_its_seance(structure, cip, client_de):
    seance = SeanceFactory(atelier__titre="CV et lettre")
    client = client_de(cip)

    page = client.post(reverse("parcours:seance_emargement", args=[seance.pk]), follow=True).content.decode()
    Seance.objects.all().delete()
    sans_seance = client.get(reverse("parcours:production_detail", args=[Production.objects.get().pk]))

    assert f'href="{reverse("parcours:seance_detail", args=[seance.pk])}"' in page
    assert "Revenir à la séance «\u00a0CV et lettre\u00a0»" in page
    assert (sans_seance.status_code, "Revenir à la séance" in sans_seance.content.decode()) == (200, False)


@cellules(
    ("genre", "mention"),
    [
        (GenreProduction.DOSSIER, "Avec les notes confidentielles"),
        (GenreProduction.DIAGNOSTIC, "Avec les domaines confidentiels\u00a0: santé, handicap, addiction, justice"),
    ],
)
def test_page_says_what_is_confidential_in_the_document(beneficiaire, cip, client_de, genre, mention):
    production = productions.demander(beneficiaire, genre=genre, par=cip, tache=Sonnette(), avec_confidentiel=True)

    page = client_de(cip).get(reverse("parcours:production_detail", args=[production.pk])).content.decode()

    assert mention in page
    assert page.count("Avec les") == 1


def test_list_is_a_page_and_a_fragment(structure, demande, cip, client_de):
    client, url = client_de(cip), reverse("parcours:production_list", args=[demande.beneficiaire_id])

    page = client.get(url).content.decode()
    fragment = client.get(url, headers={"HX-Request": "true"}).content.decode()

    assert "Compte rendu d’entretien du 17 novembre 2026" in page
    assert "Compte rendu d’entretien du 17 novembre 2026" in fragment
    assert "<html" not in fragment


@cellules("nombre", [1, 3])
def test_list_asks_the_same_number_of_queries(nombre, beneficiaire, entretien, cip, client_de, requetes):
    for _ in range(nombre):
        productions.demander(
            beneficiaire, genre=GenreProduction.COMPTE_RENDU, par=cip, tache=Sonnette(), entretien=entretien
        )
    client = client_de(cip)

    with requetes() as faites:
        client.get(reverse("parcours:production_list", args=[beneficiaire.pk]))

    assert len(faites) == 9


def _fichiers(structure):
    try:
        return default_storage.listdir(f"{structure.pk}/productions")[1]
    except FileNotFoundError:
        return []
