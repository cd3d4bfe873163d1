import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.enums import AccordPersonne, RetourPartenaire
from parcours.fil import evenements
from parcours.models import Orientation
from tests.cellules import cellules
from tests.usines import OrientationFactory, ParcoursFactory, PartenaireFactory

pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def orientation(parcours):
    return OrientationFactory(parcours=parcours, partenaire__nom="Banque de France")


@pytest.fixture
def url(parcours):
    return reverse("parcours:orientation_create", args=[parcours.pk])


def adresse(nom, orientation):
    return reverse(f"parcours:{nom}", args=[orientation.pk])


def saisie(partenaire, **champs):
    envoi = {"partenaire": partenaire.pk, "motif": "Ouvrir un dossier.", "date": "2026-11-20", "accord": "reflechit"}
    return envoi | {"relance_le": "2026-12-05", "soumission": uuid.uuid4()} | champs


def reponse(**champs):
    return {
        "version": 0,
        "retour": "accueilli",
        "retour_le": "2026-11-21",
        "retour_texte": "Rendez-vous pris.",
    } | champs


def test_somebody_is_sent_to_a_partner_with_their_answer(client_de, cip, parcours, url):
    response = client_de(cip).post(url, saisie(PartenaireFactory(), domaine="budget"))

    orientation = Orientation.objects.get()
    assert response.url == f"{reverse('parcours:appuis_list', args=[parcours.beneficiaire_id])}#orientations"
    assert (orientation.accord, orientation.domaine) == (AccordPersonne.REFLECHIT, "budget")
    assert orientation.auteur == cip


def test_the_partner_just_added_is_chosen_and_the_chase_is_in_fifteen_days(client_de, cip, url):
    partenaire = PartenaireFactory()

    html = client_de(cip).get(f"{url}?partenaire={partenaire.pk}").content.decode()

    assert f'<option value="{partenaire.pk}" selected>' in html
    assert 'value="2026-12-07"' in html


@cellules(
    ("champs", "phrase"),
    [
        ({"motif": ""}, "obligatoire"),
        ({"accord": ""}, "obligatoire"),
        ({"date": "2026-11-23"}, "ne peut pas être dans le futur"),
        ({"relance_le": "2026-11-19"}, "La relance ne peut pas précéder l’orientation."),
        ({"accord_le": "2026-11-19"}, "ne peut pas répondre avant"),
    ],
)
def test_refused_orientation_says_why(client_de, cip, url, champs, phrase):
    response = client_de(cip).post(url, saisie(PartenaireFactory()) | champs)

    assert response.status_code == 422
    assert phrase in response.content.decode()


def test_partner_of_another_structure_is_no_choice(client_de, cip, autre_structure, url):
    with contexte(autre_structure.pk):
        partenaire = PartenaireFactory()

    assert client_de(cip).post(url, saisie(partenaire)).status_code == 422


def test_orientation_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie(PartenaireFactory())

    for _ in range(2):
        client.post(url, donnees)

    assert Orientation.objects.count() == 1


def test_answer_of_the_partner_ends_the_wait(client_de, cip, orientation):
    client_de(cip).post(adresse("orientation_retour", orientation), reponse())

    orientation.refresh_from_db()
    assert (orientation.retour, orientation.retour_le) == (RetourPartenaire.ACCUEILLI, date(2026, 11, 21))
    assert not Orientation.objects.attendues().exists()


@cellules(
    ("champs", "phrase"),
    [
        ({"retour_le": ""}, "La réponse du partenaire porte sa date."),
        ({"retour_le": "2026-11-01"}, "La réponse ne peut pas précéder l’orientation."),
        ({"retour_le": "2026-11-23"}, "La réponse ne peut pas être dans le futur."),
    ],
    ids=["no date", "the day before", "the day after today"],
)
def test_refused_answer_says_why_and_keeps_what_was_typed(client_de, cip, orientation, champs, phrase):
    response = client_de(cip).post(adresse("orientation_retour", orientation), reponse() | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Rendez-vous pris." in html


@cellules(("jour", "code"), [("2026-11-10", 302), ("2026-11-11", 422)], ids=["the day itself", "the day after"])
def test_an_orientation_is_not_moved_after_the_answer_of_the_partner(client_de, cip, parcours, jour, code):
    orientation = OrientationFactory(parcours=parcours, retour="accueilli", retour_le=date(2026, 11, 10))

    envoi = saisie(orientation.partenaire, date=jour, version=0)
    response = client_de(cip).post(adresse("orientation_update", orientation), envoi)

    assert response.status_code == code
    if code == 422:
        assert "le 10/11/2026" in response.context["form"].errors["date"][0]


def test_the_database_refuses_an_answer_without_its_date(orientation):
    with pytest.raises(IntegrityError), transaction.atomic():
        Orientation.objects.update(retour=RetourPartenaire.REFUS)


def test_late_answer_shows_both(client_de, cip, collegue, orientation):
    url = adresse("orientation_retour", orientation)
    client_de(collegue).post(url, reponse(retour="refus"))

    assert client_de(cip).post(url, reponse()).status_code == 409


@cellules(
    ("relance_le", "attendu"),
    [(date(2026, 11, 21), True), (date(2026, 11, 22), True), (date(2026, 11, 23), False), (None, False)],
    ids=["row 32: day before", "row 32: the day", "row 32: day after", "row 32: nobody to chase"],
)
def test_partner_is_chased_from_the_day_said(orientation, relance_le, attendu):
    orientation.relance_le = relance_le
    orientation.save()

    le = date(2026, 11, 22)
    assert orientation.est_a_relancer(le) == attendu
    assert Orientation.objects.a_relancer(le).exists() == attendu


def test_who_said_no_is_never_chased(orientation):
    Orientation.objects.update(accord=AccordPersonne.NON)

    assert not Orientation.objects.a_relancer(date(2026, 11, 22)).exists()


def test_a_chase_is_dated_and_moves_the_next_one(client_de, cip, orientation):
    client = client_de(cip)

    for _ in range(2):
        client.post(adresse("orientation_relance", orientation))

    orientation.refresh_from_db()
    assert (orientation.relances, orientation.relance_le) == ([date(2026, 11, 22)], date(2026, 12, 7))


def test_the_overdue_answer_shows_on_both_pages(client_de, cip, orientation):
    client = client_de(cip)
    pages = (reverse("parcours:appuis_list", args=[orientation.parcours.beneficiaire_id]), "/orientations/")

    for page in pages:
        assert "À relancer depuis le 17 nov" in client.get(page).content.decode()


def test_the_list_of_the_structure_costs_the_same_with_one_and_three(client_de, cip, orientation, requetes):
    client = client_de(cip)
    client.get("/orientations/")
    with requetes() as une:
        client.get("/orientations/")
    OrientationFactory.create_batch(2)

    with requetes() as trois:
        client.get("/orientations/")

    assert len(trois) == len(une)


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_readers_neither_read_nor_write_orientations(request, client_de, orientation, url, role):
    client = client_de(request.getfixturevalue(role))

    assert client.get("/orientations/").status_code == 403
    assert client.post(url, {}).status_code == 403
    for nom in ("orientation_update", "orientation_retour", "orientation_relance"):
        assert client.post(adresse(nom, orientation), {}).status_code == 403


def test_stranger_finds_no_such_orientation(client_de, etranger, orientation, url):
    client = client_de(etranger)

    assert client.post(url, {}).status_code == 404
    for nom in ("orientation_update", "orientation_retour", "orientation_relance"):
        assert client.post(adresse(nom, orientation), {}).status_code == 404


def test_encadrant_sees_of_the_page_what_concerns_the_work(client_de, encadrant, orientation):
    page = reverse("parcours:appuis_list", args=[orientation.parcours.beneficiaire_id])

    html = client_de(encadrant).get(page).content.decode()

    assert "Compétences au poste" in html
    assert "Banque de France" not in html


def test_orientation_and_its_answer_are_two_moments_of_the_thread(orientation, cip):
    Orientation.objects.update(retour=RetourPartenaire.ACCUEILLI, retour_le=date(2026, 11, 20))

    retour, envoi, _ = evenements(orientation.parcours.beneficiaire)
    with contexte(orientation.structure_id, utilisateur_id=cip.pk, role=Role.ENCADRANT):
        lus = [e.genre for e in evenements(orientation.parcours.beneficiaire)]

    assert (retour.titre, retour.mots) == ("Réponse de Banque de France", ["Accueillie par le partenaire"])
    assert envoi.titre == "Orientation vers Banque de France"
    assert lus == ["entree"]
