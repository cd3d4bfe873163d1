import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.enums import Fait, Resultat
from parcours.fil import evenements
from parcours.models import Demarche
from tests.cellules import cellules
from tests.usines import DemarcheFactory, EntretienFactory, ParcoursFactory, RendezVousFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5))


@pytest.fixture
def url(parcours):
    return reverse("parcours:demarche_create", args=[parcours.beneficiaire_id])


@pytest.fixture
def url_liste(parcours):
    return reverse("parcours:demarche_list", args=[parcours.beneficiaire_id])


def saisie(**champs):
    return {
        "intitule": "Appel à la CAF",
        "organisme": "CAF du Nord",
        "domaine": "droits",
        "date": timezone.localdate().isoformat(),
        "fait": "avec",
        "presente": "oui",
        "resultat": "faite",
        "soumission": uuid.uuid4(),
    } | champs


def test_errand_done_with_the_person(client_de, cip, parcours, url, url_liste):
    reponse = client_de(cip).post(url, saisie())

    demarche = Demarche.objects.get()
    assert reponse.url == url_liste
    assert (demarche.parcours, demarche.auteur, demarche.fait) == (parcours, cip, Fait.AVEC)
    assert demarche.personne_presente


@cellules(
    ("fait", "presente", "enregistree", "phrase"),
    [
        ("par", "", True, ""),
        ("avec", "", True, ""),
        ("pour", "oui", True, ""),
        ("pour", "non", True, ""),
        ("pour", "", False, "Dites si la personne était à côté de vous"),
        ("avec", "non", False, "elle était présente"),
        ("par", "non", False, "elle était présente"),
    ],
    ids=lambda v: f"metier-33-{v}",
)
def test_presence_of_the_person_is_said_when_it_is_done_for_them(
    client_de, cip, url, fait, presente, enregistree, phrase
):
    reponse = client_de(cip).post(url, saisie(fait=fait, presente=presente))

    assert Demarche.objects.exists() is enregistree
    assert phrase in reponse.content.decode()


def test_call_in_presence_of_the_person_is_kept_as_such(client_de, cip, url):
    client_de(cip).post(url, saisie(fait="pour", presente="non"))

    assert Demarche.objects.get().personne_presente is False


def test_follow_up_before_the_errand_is_refused_and_keeps_what_was_typed(client_de, cip, url):
    hier = timezone.localdate() - timedelta(days=1)

    reponse = client_de(cip).post(url, saisie(relance=hier.isoformat(), commentaire="Rappeler Mme Diallo."))

    page = reponse.content.decode()
    assert reponse.status_code == 422
    assert "La relance ne peut pas précéder la démarche" in page
    assert "Rappeler Mme Diallo." in page


@cellules(
    "champs",
    [
        {"intitule": ""},
        {"fait": ""},
        {"date": "2100-01-01"},
        {"duree_minutes": "601"},
        {"trajet_minutes": "-5"},
        {"intitule": "x" * 201},
        {"commentaire": "x" * 20_001},
    ],
    ids=lambda c: next(iter(c)),
)
def test_bad_input_answers_422(client_de, cip, url, champs):
    assert client_de(cip).post(url, saisie(**champs)).status_code == 422


def test_errand_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie()

    for _ in range(2):
        client.post(url, donnees)

    assert Demarche.objects.count() == 1


def test_stranger_finds_nothing_and_reader_may_not_write(client_de, etranger, lecteur, encadrant, url):
    assert [client_de(u).post(url, saisie()).status_code for u in (etranger, lecteur, encadrant)] == [404, 403, 403]


def test_answer_that_came_is_written_later(client_de, collegue, parcours):
    demarche = DemarcheFactory(parcours=parcours, resultat=Resultat.EN_ATTENTE)
    url = reverse("parcours:demarche_update", args=[demarche.pk])

    client_de(collegue).post(url, saisie(version=0, resultat="refusee", commentaire="Plafond dépassé."))

    demarche.refresh_from_db()
    assert (demarche.resultat, demarche.commentaire) == (Resultat.REFUSEE, "Plafond dépassé.")


def test_late_correction_answers_409(client_de, cip, collegue, parcours):
    demarche = DemarcheFactory(parcours=parcours)
    url = reverse("parcours:demarche_update", args=[demarche.pk])
    client_de(collegue).post(url, saisie(version=0, commentaire="Version de Karim."))

    reponse = client_de(cip).post(url, saisie(version=0, commentaire="Version de Camille."))

    assert reponse.status_code == 409
    assert "Version de Karim." in reponse.content.decode()


def test_correction_is_closed_to_strangers_and_readers(client_de, etranger, lecteur, parcours):
    url = reverse("parcours:demarche_update", args=[DemarcheFactory(parcours=parcours).pk])

    assert [client_de(u).post(url, saisie(version=0)).status_code for u in (etranger, lecteur)] == [404, 403]


@cellules(
    ("role", "domaine", "lue"),
    [
        (Role.CHARGE_INSERTION, "sante", True),
        (Role.LECTURE, "droits", True),
        (Role.LECTURE, "sante", False),
        (Role.LECTURE, "justice", False),
        (Role.LECTURE, "", False),
        (Role.ENCADRANT, "droits", False),
        (Role.ADMINISTRATIF, "droits", False),
    ],
)
def test_database_shows_an_errand_to_who_needs_it(parcours, cip, role, domaine, lue):
    DemarcheFactory(parcours=parcours, domaine=domaine)

    with contexte(parcours.structure_id, utilisateur_id=cip.pk, role=role):
        assert Demarche.objects.exists() is lue


def test_page_shows_errands_appointments_time_and_leaves_a_trace(client_de, cip, parcours, url_liste):
    DemarcheFactory(parcours=parcours, resultat=Resultat.EN_ATTENTE, relance=date(2026, 11, 15))
    RendezVousFactory(parcours=parcours, dehors=True)
    EntretienFactory(parcours=parcours)

    page = client_de(cip).get(f"{url_liste}?du=2026-11-01&au=2026-11-30").content.decode()

    assert "Appel pour le dossier RSA" in page
    assert "À relancer" in page
    assert "CAF, Assurance maladie (Guichet 3)" in page
    assert "45\N{NO-BREAK SPACE}min" in page
    assert Lecture.objects.filter(beneficiaire_id=parcours.beneficiaire_id).exists()


@cellules("periode", ["?du=x&au=y", "?du=2026-13-45", "?du=2026-12-01&au=2026-01-01", "?page=zzz"])
def test_page_survives_any_address(client_de, cip, url_liste, periode):
    assert client_de(cip).get(url_liste + periode).status_code == 200


@cellules("nombre", [1, 3])
def test_page_costs_the_same_whatever_its_length(client_de, cip, parcours, url_liste, nombre, requetes):
    DemarcheFactory.create_batch(nombre, parcours=parcours)
    RendezVousFactory.create_batch(nombre, parcours=parcours, dehors=True)
    EntretienFactory.create_batch(nombre, parcours=parcours)
    client = client_de(cip)

    with requetes() as faites:
        client.get(url_liste)

    assert len(faites) == 18


def test_page_is_closed_to_who_does_not_follow(client_de, etranger, encadrant, lecteur, url_liste):
    assert [client_de(u).get(url_liste).status_code for u in (etranger, encadrant, lecteur)] == [404, 403, 403]


def test_errand_is_part_of_the_story(parcours):
    DemarcheFactory(parcours=parcours, fait=Fait.AVEC)

    (demarche,) = [e for e in evenements(parcours.beneficiaire) if e.genre == "demarche"]

    assert demarche.titre == "Démarche avec la personne : Appel pour le dossier RSA (faite)"
