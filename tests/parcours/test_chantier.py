"""The journal of the site and the team meetings."""

import re
import uuid
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.fil import evenements
from parcours.models import FaitChantier, Parcours, PersonneDuFait, PersonneMentionnee, ReunionEquipe
from tests.cellules import cellules
from tests.usines import FaitChantierFactory, ObservationFactory, ParcoursFactory, ReunionFactory

JOURNAL, FAIT = reverse("parcours:fait_list"), reverse("parcours:fait_create")
REUNIONS, NOUVELLE = reverse("parcours:reunion_list"), reverse("parcours:reunion_create")
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")


@pytest.fixture
def reunion(parcours):
    reunion = ReunionFactory()
    PersonneMentionnee.objects.create(reunion=reunion, parcours=parcours, date=reunion.date)
    return reunion


def fait(*parcours, **champs):
    saisie = {"texte": "Camion en panne.", "date": "2026-11-20T08:00", "soumission": uuid.uuid4()}
    return saisie | {"concernees": [p.pk for p in parcours]} | champs


def seance(*parcours, **champs):
    saisie = {"date": "2026-11-20", "ordre_du_jour": "Planning", "compte_rendu": "Binômes revus."}
    return saisie | {"concernees": [p.pk for p in parcours], "soumission": uuid.uuid4()} | champs


def test_encadrant_writes_the_journal_and_whom_it_concerns(client_de, encadrant, parcours):
    client = client_de(encadrant)

    response = client.post(FAIT, fait(parcours))

    html = client.get(JOURNAL).content.decode()
    assert response.url == JOURNAL
    assert FaitChantier.objects.get().auteur == encadrant
    assert "Camion en panne." in html
    assert "Amina Benali" in html


def test_people_are_in_the_order_of_the_alphabet_those_whom_one_noted_lately_first(client_de, encadrant):
    for nom in ("Çelik", "amrani", "AUBERT", "Élie", "Dubois"):
        ParcoursFactory(beneficiaire__prenom="Lou", beneficiaire__nom=nom)
    dubois = Parcours.objects.get(beneficiaire__nom="Dubois")
    ObservationFactory(parcours=dubois, auteur=encadrant, date=timezone.now() - timedelta(days=3))

    html = client_de(encadrant).get(FAIT).content.decode()

    lus = re.findall(r"Lou (\w+) \(|<strong>([^<]+)</strong>", html[html.index("Personnes concernées") :])
    assert [nom or titre for nom, titre in lus] == [
        "Vos personnes des deux derniers mois", "Dubois", "Les autres", "amrani", "AUBERT", "Çelik", "Élie",
    ]  # fmt: skip


def test_encadrant_finds_the_observation_above_the_thread_of_a_person(client_de, encadrant, cip, parcours):
    adresse = reverse("parcours:observation_create", args=[parcours.beneficiaire_id])

    html = client_de(encadrant).get(parcours.beneficiaire.get_absolute_url()).content.decode()

    assert html.count(adresse) == 1
    assert html.index(adresse) < html.index("Fil du parcours</h")
    assert client_de(cip).get(parcours.beneficiaire.get_absolute_url()).content.decode().count(adresse) == 1


def test_fact_that_concerns_nobody_is_in_no_thread(client_de, encadrant, parcours):
    client_de(encadrant).post(FAIT, fait())

    assert FaitChantier.objects.exists()
    assert [e.genre for e in evenements(parcours.beneficiaire)] == ["entree"]


def test_fact_is_in_the_thread_of_whom_it_concerns(client_de, encadrant, parcours):
    client_de(encadrant).post(FAIT, fait(parcours))

    assert [e.texte for e in evenements(parcours.beneficiaire) if e.genre == "fait"] == ["Camion en panne."]


@cellules(("champs", "phrase"), [({"texte": ""}, "obligatoire"), ({"date": "2026-11-23T00:00"}, "dans le futur")])
def test_refused_fact_says_why_and_keeps_who_was_ticked(client_de, encadrant, parcours, champs, phrase):
    response = client_de(encadrant).post(FAIT, fait(parcours) | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "checked" in html


def test_person_of_another_structure_cannot_be_named(client_de, encadrant, structure, autre_structure):
    with contexte(autre_structure.pk):
        ailleurs = ParcoursFactory()

    assert client_de(encadrant).post(FAIT, fait(ailleurs)).status_code == 422


def test_fact_sent_twice_is_written_once(client_de, encadrant, parcours):
    client, donnees = client_de(encadrant), fait(parcours)

    for _ in range(2):
        client.post(FAIT, donnees)

    assert (FaitChantier.objects.count(), PersonneDuFait.objects.count()) == (1, 1)


@cellules("role", ["lecteur", "benevole"])
def test_reader_has_no_journal(request, client_de, structure, role):
    client = client_de(request.getfixturevalue(role))

    assert [client.get(JOURNAL).status_code, client.post(FAIT, fait()).status_code] == [403, 403]


def test_journal_costs_the_same_with_one_and_with_three_facts(client_de, encadrant, parcours, requetes):
    PersonneDuFait.objects.create(fait=FaitChantierFactory(), parcours=parcours)
    client = client_de(encadrant)
    client.get(JOURNAL)
    with requetes() as une:
        client.get(JOURNAL)
    for autre in FaitChantierFactory.create_batch(2):
        PersonneDuFait.objects.create(fait=autre, parcours=ParcoursFactory())

    with requetes() as trois:
        client.get(JOURNAL)

    assert len(trois) == len(une)


def test_meeting_names_the_people_it_spoke_of(client_de, cip, parcours):
    client_de(cip).post(NOUVELLE, seance(parcours))

    reunion = ReunionEquipe.objects.get()
    mention = reunion.personnes.get()
    assert (mention.parcours, mention.date, reunion.auteur) == (parcours, date(2026, 11, 20), cip)


def test_corrected_meeting_moves_in_the_threads_and_drops_who_was_not_spoken_of(client_de, cip, reunion, parcours):
    autre = ParcoursFactory()
    url = reverse("parcours:reunion_update", args=[reunion.pk])

    client_de(cip).post(url, seance(autre, parcours, version=0, date="2026-11-18"))
    client_de(cip).post(url, seance(autre, version=1, date="2026-11-19"))

    assert list(reunion.personnes.values_list("parcours", "date")) == [(autre.pk, date(2026, 11, 19))]


def test_late_minutes_show_both(client_de, cip, collegue, reunion):
    url = reverse("parcours:reunion_update", args=[reunion.pk])
    client_de(collegue).post(url, seance(version=0, compte_rendu="Version de Karim."))

    response = client_de(cip).post(url, seance(version=0))

    assert response.status_code == 409
    assert "Version de Karim." in response.content.decode()


def test_refused_meeting_keeps_what_was_typed(client_de, cip, structure):
    response = client_de(cip).post(NOUVELLE, seance(date="hier"))

    assert response.status_code == 422
    assert "Binômes revus." in response.content.decode()


def test_meeting_sent_twice_is_written_once(client_de, cip, structure):
    client, donnees = client_de(cip), seance()

    for _ in range(2):
        client.post(NOUVELLE, donnees)

    assert ReunionEquipe.objects.count() == 1


def test_thread_tells_a_neutral_line_and_links_for_who_may_read(client_de, cip, encadrant, reunion, parcours):
    page = reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])
    lien = reverse("parcours:reunion_detail", args=[reunion.pk])

    siens, autres = (client_de(qui).get(page).content.decode() for qui in (cip, encadrant))

    assert "Situation évoquée en réunion d’équipe" in siens
    assert lien in siens
    assert "Situation évoquée en réunion d’équipe" in autres
    assert lien not in autres
    assert "Point sur les sorties" not in autres


def test_reading_the_minutes_is_reading_about_each_person(client_de, cip, reunion, parcours):
    client_de(cip).get(reverse("parcours:reunion_detail", args=[reunion.pk]))

    assert Lecture.objects.filter(beneficiaire_id=parcours.beneficiaire_id, quoi="Réunion d’équipe").count() == 1


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_minutes_are_closed_to_who_does_not_follow_people(request, client_de, reunion, role):
    client = client_de(request.getfixturevalue(role))
    adresses = [reverse(f"parcours:reunion_{nom}", args=[reunion.pk]) for nom in ("detail", "update")]

    assert [client.get(url).status_code for url in (REUNIONS, NOUVELLE, *adresses)] == [403] * 4


def test_stranger_finds_no_such_meeting(client_de, etranger, reunion):
    client = client_de(etranger)
    adresses = [reverse(f"parcours:reunion_{nom}", args=[reunion.pk]) for nom in ("detail", "update")]

    assert [client.get(url).status_code for url in adresses] == [404, 404]


def test_the_database_shows_no_minutes_to_the_encadrant(reunion, cip):
    with contexte(reunion.structure_id, utilisateur_id=cip.pk, role=Role.ENCADRANT):
        assert not ReunionEquipe.objects.exists()
        assert PersonneMentionnee.objects.exists()


def test_list_of_meetings_costs_the_same_with_one_and_three(client_de, cip, reunion, parcours, requetes):
    client = client_de(cip)
    client.get(REUNIONS)
    with requetes() as une:
        client.get(REUNIONS)
    for autre in ReunionFactory.create_batch(2):
        PersonneMentionnee.objects.create(reunion=autre, parcours=parcours, date=autre.date)

    with requetes() as trois:
        client.get(REUNIONS)

    assert len(trois) == len(une)
