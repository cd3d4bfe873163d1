"""Skills on the post: seen in an observation, kept with their dates, read by the team."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role, TypeStructure
from insertion.isolation.contexte import contexte
from parcours.competences import acquis
from parcours.enums import NiveauCompetence
from parcours.fil import evenements
from parcours.models import Competence, CompetenceMontree, Observation
from tests.cellules import cellules
from tests.usines import CompetenceFactory, CompetenceMontreeFactory, DispositifFactory, ParcoursFactory

LISTE = reverse("parcours:competence_list")
NOUVELLE = reverse("parcours:competence_create")
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def competence(parcours):
    return CompetenceFactory(intitule="Doser les produits", poste="Nettoyage", dispositif=parcours.dispositif)


@pytest.fixture
def url(parcours):
    return reverse("parcours:observation_create", args=[parcours.beneficiaire_id])


def observation(competence, niveau=3, **champs):
    vue = {"texte": "A formé la nouvelle collègue.", "presence": "a_l_heure", "evenement": "entraide"}
    return vue | {f"competence-{competence.pk}": niveau, "soumission": uuid.uuid4()} | champs


def test_encadrant_notes_presence_event_and_skills_at_once(client_de, encadrant, parcours, competence, url):
    client_de(encadrant).post(url, observation(competence))

    vue, montree = Observation.objects.get(), CompetenceMontree.objects.get()
    assert (vue.presence, vue.evenement, vue.auteur) == ("a_l_heure", "entraide", encadrant)
    assert (montree.niveau, montree.date) == (NiveauCompetence.SEUL, date(2026, 11, 22))
    assert (montree.observation, montree.auteur) == (vue, encadrant)


def test_observation_and_its_skills_are_one_moment_of_the_thread(client_de, encadrant, parcours, competence, url):
    client_de(encadrant).post(url, observation(competence))

    with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=Role.ENCADRANT):
        vue, entree = evenements(parcours.beneficiaire)

    assert vue.mots == ["À l’heure", "Aide apportée à un collègue", "Doser les produits : en autonomie"]
    assert entree.genre == "entree"


def test_last_level_of_the_day_counts(client_de, encadrant, competence, url):
    client = client_de(encadrant)

    for niveau in (2, 4):
        client.post(url, observation(competence, niveau))

    assert CompetenceMontree.objects.get().niveau == NiveauCompetence.TRANSMET


def test_only_the_skills_of_the_post_and_the_common_ones_are_asked(client_de, encadrant, competence, url):
    CompetenceFactory(intitule="Dresser un plateau", dispositif=DispositifFactory())
    CompetenceFactory(intitule="Prévenir d’un retard")
    CompetenceFactory(intitule="Taper à la machine", active=False)

    html = client_de(encadrant).get(url).content.decode()

    assert "Doser les produits (Nettoyage)" in html
    assert "Prévenir d’un retard" in html
    assert "Dresser un plateau" not in html
    assert "Taper à la machine" not in html


def test_refused_observation_keeps_the_levels(client_de, encadrant, competence, url):
    response = client_de(encadrant).post(url, observation(competence, texte=""))

    assert response.status_code == 422
    assert '<option value="3" selected>' in response.content.decode()
    assert not CompetenceMontree.objects.exists()


def test_without_work_the_observation_asks_for_words_only(client_de, cip, parcours, competence, url):
    parcours.structure.type = TypeStructure.CHRS
    parcours.structure.save()

    html = client_de(cip).get(url).content.decode()

    assert "Compétences montrées" not in html
    assert "Présence" not in html


@cellules("role", ["lecteur", "benevole"])
def test_reader_may_not_observe_nor_change_the_list(request, client_de, competence, url, role):
    client = client_de(request.getfixturevalue(role))
    correction = reverse("parcours:competence_update", args=[competence.pk])

    assert [client.post(adresse, {}).status_code for adresse in (url, NOUVELLE, correction)] == [403, 403, 403]


def test_stranger_finds_neither_the_person_nor_the_skill(client_de, etranger, competence, url):
    client = client_de(etranger)

    assert client.post(url, {}).status_code == 404
    assert client.post(reverse("parcours:competence_update", args=[competence.pk]), {}).status_code == 404
    assert "Doser" not in client.get(LISTE).content.decode()


def test_acquis_tells_the_level_of_today_and_the_first_one(parcours, competence):
    for jour, niveau in ((date(2026, 4, 2), 1), (date(2026, 11, 3), 3)):
        CompetenceMontreeFactory(parcours=parcours, competence=competence, date=jour, niveau=niveau)

    (un,) = acquis(parcours.beneficiaire)

    assert (un.niveau, un.date) == (NiveauCompetence.SEUL, date(2026, 11, 3))
    assert (un.premier, un.premier_le) == (NiveauCompetence.DECOUVERTE, date(2026, 4, 2))
    assert un.a_progresse


def test_acquis_is_one_query(parcours, competence, django_assert_num_queries):
    CompetenceMontreeFactory(parcours=parcours, competence=competence)
    CompetenceMontreeFactory.create_batch(2, parcours=parcours)

    with django_assert_num_queries(1):
        assert len(acquis(parcours.beneficiaire)) == 3


def test_encadrant_adds_a_skill_and_takes_it_out(client_de, encadrant, parcours):
    client = client_de(encadrant)
    saisie = {"intitule": "Filmer une palette", "poste": "Quai", "dispositif": parcours.dispositif_id}

    client.post(NOUVELLE, saisie)
    competence = Competence.objects.get()
    client.post(reverse("parcours:competence_update", args=[competence.pk]), saisie | {"version": 0})

    competence.refresh_from_db()
    assert (competence.poste, competence.active) == ("Quai", False)


@cellules(
    ("champs", "phrase"),
    [({"intitule": ""}, "obligatoire"), ({}, "Cette compétence est déjà dans la liste.")],
)
def test_refused_skill_says_why(client_de, encadrant, structure, champs, phrase):
    CompetenceFactory(intitule="Filmer une palette", poste="Quai")

    response = client_de(encadrant).post(NOUVELLE, {"intitule": "Filmer une palette", "poste": "Quai"} | champs)

    assert response.status_code == 422
    assert phrase in response.content.decode()


def test_late_correction_of_a_skill_shows_both(client_de, cip, encadrant, competence):
    url = reverse("parcours:competence_update", args=[competence.pk])
    client_de(encadrant).post(url, {"intitule": "Doser", "version": 0})

    assert client_de(cip).post(url, {"intitule": "Mesurer", "version": 0}).status_code == 409
