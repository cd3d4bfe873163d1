"""Projects with partners (metier.md §1 row 68)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from entreprises.enums import EtatProjetPartenarial as Etat
from entreprises.models import ProjetPartenarial
from tests.cellules import cellules
from tests.usines import PartenaireFactory, ProjetPartenarialFactory

LISTE, NOUVEAU = reverse("entreprises:projet_list"), reverse("entreprises:projet_create")
LE = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def projet(structure):
    return ProjetPartenarialFactory(nom="Permanence budget")


@pytest.fixture
def url_update(projet):
    return reverse("entreprises:projet_update", args=[projet.pk])


def saisie(**champs):
    return {"nom": "Forum de l’emploi", "debut": "2026-12-01", "soumission": uuid.uuid4()} | champs


@cellules(
    ("debut", "fin", "etat"),
    [
        (date(2026, 11, 23), None, Etat.A_VENIR),
        (LE, None, Etat.EN_COURS),
        (date(2026, 1, 5), LE, Etat.EN_COURS),
        (date(2026, 1, 5), date(2026, 11, 21), Etat.TERMINE),
    ],
)
def test_state_of_a_project_is_read_from_its_dates(client_de, lecteur, structure, debut, fin, etat):
    projet = ProjetPartenarialFactory(debut=debut, fin=fin)

    assert projet.etat(LE) == etat
    listes = {e: [p for p, _ in client_de(lecteur).get(f"{LISTE}?etat={e}").context["lignes"]] for e in Etat}
    assert listes == {e: [projet] if e == etat else [] for e in Etat}


def test_project_is_begun_with_its_partners_and_its_next_step(client_de, cip, structure):
    ccas, caf = PartenaireFactory(), PartenaireFactory()
    etape = {"prochaine_etape": "Réserver la salle", "prochaine_etape_le": "2026-12-10", "responsable": cip.pk}

    response = client_de(cip).post(NOUVEAU, saisie(partenaires=[ccas.pk, caf.pk], **etape))

    projet = ProjetPartenarial.objects.get()
    assert response.url == projet.get_absolute_url()
    assert (projet.responsable, {lien.partenaire for lien in projet.liens.all()}) == (cip, {ccas, caf})
    html = client_de(cip).get(response.url).content.decode()
    assert "Réserver la salle" in html


def test_project_asks_for_no_partner_when_there_is_none(client_de, cip):
    client = client_de(cip)

    assert "Avec quels partenaires" not in client.get(NOUVEAU).text
    assert client.post(NOUVEAU, {"nom": "Jardin", "debut": "2026-11-02"}).status_code == 302
    assert not ProjetPartenarial.objects.get().liens.exists()


def test_colleague_writes_the_bilan_and_one_partner_leaves(client_de, collegue, projet, url_update):
    reste, part = PartenaireFactory(), PartenaireFactory()
    projet.associer([reste, part])

    client_de(collegue).post(url_update, saisie(version=0, bilan="Dix personnes reçues.", partenaires=[reste.pk]))

    projet.refresh_from_db()
    assert projet.bilan == "Dix personnes reçues."
    assert [lien.partenaire for lien in projet.liens.all()] == [reste]


@cellules(
    ("champs", "phrase"),
    [
        ({"nom": ""}, "Le nom du projet est nécessaire."),
        ({"debut": ""}, "Quand le projet commence-t-il\u00a0?"),
        ({"fin": "2026-11-01"}, "Le projet ne peut pas finir avant d’avoir commencé."),
        ({"prochaine_etape_le": "2026-12-10"}, "Dites quelle est cette étape."),
        ({"nom": "Permanence budget", "debut": "2026-09-01"}, "Un projet porte déjà ce nom"),
    ],
)
def test_refused_project_says_why_and_keeps_what_was_typed(client_de, cip, projet, champs, phrase):
    response = client_de(cip).post(NOUVEAU, saisie(objet="Rapprocher les entreprises") | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Rapprocher les entreprises" in html


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_reads_the_projects_and_writes_none(request, client_de, role, projet, url_update):
    client = client_de(request.getfixturevalue(role))

    assert client.get(projet.get_absolute_url()).status_code == 200
    assert [client.post(url, saisie()).status_code for url in (NOUVEAU, url_update)] == [403, 403]


def test_stranger_finds_no_project(client_de, etranger, projet, url_update):
    client = client_de(etranger)

    assert client.get(LISTE).context["lignes"] == []
    assert [client.get(projet.get_absolute_url()).status_code, client.post(url_update, saisie()).status_code] == [
        404,
        404,
    ]


def test_late_correction_of_a_project_shows_both(client_de, cip, collegue, url_update):
    client_de(collegue).post(url_update, saisie(version=0, nom="Permanence du mardi"))

    assert client_de(cip).post(url_update, saisie(version=0)).status_code == 409


def test_list_of_projects_costs_the_same_with_one_and_with_three(client_de, cip, structure, requetes):
    client = client_de(cip)
    ProjetPartenarialFactory(responsable=cip).associer([PartenaireFactory()])
    client.get(LISTE)
    with requetes() as une:
        client.get(LISTE)
    for _ in range(2):
        ProjetPartenarialFactory(responsable=cip).associer(PartenaireFactory.create_batch(2))

    with requetes() as trois:
        client.get(LISTE)

    assert len(trois) == len(une)
