"""The catalogue, the séances and their figures: who may see them, who may write them, what is refused."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import Domaine
from parcours.collectif import mesurer, participants
from parcours.models import Atelier, Intervenant, Participation, Seance
from tests.cellules import cellules
from tests.usines import AtelierFactory, BeneficiaireFactory, ParticipationFactory, SeanceFactory

PARIS = ZoneInfo("Europe/Paris")
LE = datetime(2026, 11, 25, 9, 0, tzinfo=PARIS)


@pytest.fixture
def atelier(structure):
    return AtelierFactory(titre="Philosophie")


@pytest.fixture
def seance(atelier):
    return SeanceFactory(atelier=atelier)


def fiche(**champs):
    return {"titre": "Café philo", "theme": "philosophie", "capacite": "8", "soumission": uuid.uuid4()} | champs


def horaire(**champs):
    saisie = {"jour": "2026-12-01", "heure_debut": "14:00", "heure_fin": "16:00", "capacite": "8", "semaines": "1"}
    return saisie | {"lieu": "Salle 2", "soumission": uuid.uuid4()} | champs


def test_atelier_has_a_free_theme_that_need_not_serve_insertion(client_de, cip, structure):
    response = client_de(cip).post(reverse("parcours:atelier_create"), fiche())

    atelier = Atelier.objects.get()
    assert response.url == reverse("parcours:atelier_detail", args=[atelier.pk])
    assert (atelier.titre, atelier.theme, atelier.lie_insertion, atelier.capacite) == (
        "Café philo",
        "philosophie",
        False,
        8,
    )


@cellules(
    ("champs", "phrase"),
    [
        ({"titre": ""}, "Ce champ est obligatoire"),
        ({"titre": "Philosophie"}, "Un atelier porte déjà ce titre."),
        ({"capacite": "0"}, "au moins une place"),
        ({"titre": "x" * 10_000}, "120"),
    ],
    ids=["no title", "title taken", "no seat", "huge title"],
)
def test_refused_atelier_says_why_and_keeps_what_was_typed(client_de, cip, atelier, champs, phrase):
    response = client_de(cip).post(reverse("parcours:atelier_create"), fiche(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert 'value="philosophie"' in html


def test_two_colleagues_who_correct_one_atelier_see_both_versions(client_de, cip, collegue, atelier):
    url = reverse("parcours:atelier_update", args=[atelier.pk])
    client_de(collegue).post(url, fiche(version=0, titre="Philo du jeudi"))

    assert client_de(cip).post(url, fiche(version=0)).status_code == 409


def test_seance_is_held_by_colleagues_and_by_people_from_outside(client_de, cip, collegue, atelier):
    donnees = horaire(animateurs=[cip.pk, collegue.pk], externes="Jean Vidal, professeur de philosophie\n\nLa Cimade")

    client_de(cip).post(reverse("parcours:seance_create", args=[atelier.pk]), donnees)

    seance = Seance.objects.get()
    assert seance.debut == datetime(2026, 12, 1, 14, 0, tzinfo=PARIS)
    assert {str(i) for i in seance.intervenants.all()} == {
        "Camille Dubois",
        "Karim Benzema-Morel",
        "Jean Vidal, professeur de philosophie",
        "La Cimade",
    }


def test_weekly_seances_keep_their_hour_when_the_clocks_change(client_de, cip, atelier):
    with time_machine.travel("2026-10-01 10:00+02:00"):
        client_de(cip).post(
            reverse("parcours:seance_create", args=[atelier.pk]), horaire(jour="2026-10-20", semaines="3")
        )

    heures = [s.debut.astimezone(PARIS) for s in Seance.objects.order_by("debut")]
    assert [(h.date(), h.hour) for h in heures] == [
        (date(2026, 10, 20), 14),
        (date(2026, 10, 27), 14),
        (date(2026, 11, 3), 14),
    ]


@cellules(
    ("champs", "phrase"),
    [
        ({"heure_fin": "14:00"}, "doit finir après avoir commencé"),
        ({"heure_fin": "09:00"}, "doit finir après avoir commencé"),
        ({"capacite": "0"}, "au moins une place"),
        ({"jour": "0001-01-01"}, "Vérifiez l’année"),
        ({"jour": "1901-01-01"}, "trop loin"),
        ({"jour": ""}, "Ce champ est obligatoire"),
        ({"semaines": "5000"}, "30"),
        ({"externes": "x" * 500}, "120 caractères"),
    ],
    ids=[
        "ends as it begins",
        "ends before",
        "no seat",
        "year 1",
        "another century",
        "no day",
        "too many",
        "huge name",
    ],
)
def test_refused_seance_says_why_and_keeps_what_was_typed(client_de, cip, atelier, champs, phrase):
    response = client_de(cip).post(reverse("parcours:seance_create", args=[atelier.pk]), horaire(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert 'value="Salle 2"' in html
    assert Seance.objects.count() == 0


@cellules(
    "champs", [{"fin": datetime(2026, 11, 24, 14, 0, tzinfo=PARIS)}, {"capacite": 0}], ids=["no length", "no seat"]
)
def test_database_refuses_an_impossible_seance(atelier, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        SeanceFactory(atelier=atelier, **champs)


def test_correcting_a_seance_changes_who_holds_it(client_de, cip, collegue, seance):
    Intervenant.objects.create(seance=seance, utilisateur=collegue)
    donnees = horaire(version=0, animateurs=[cip.pk], externes="Jean Vidal")

    client_de(cip).post(reverse("parcours:seance_update", args=[seance.pk]), donnees)

    assert {str(i) for i in seance.intervenants.all()} == {"Camille Dubois", "Jean Vidal"}


def test_seats_cannot_be_fewer_than_those_who_have_one(client_de, cip, seance):
    ParticipationFactory.create_batch(2, seance=seance)

    response = client_de(cip).post(
        reverse("parcours:seance_update", args=[seance.pk]), horaire(version=0, capacite="1")
    )

    assert response.status_code == 422
    assert "2 personnes ont déjà une place" in response.content.decode()


@cellules(("capacite", "code"), [("2", 302), ("1", 422)])
def test_somebody_excused_holds_no_seat(client_de, cip, seance, capacite, code):
    ParticipationFactory.create_batch(2, seance=seance)
    ParticipationFactory(seance=seance, excusee=True)

    donnees = horaire(version=0, capacite=capacite)
    assert client_de(cip).post(reverse("parcours:seance_update", args=[seance.pk]), donnees).status_code == code


def test_seance_with_more_people_than_seats_is_still_corrected(client_de, cip, seance):
    Seance.objects.update(capacite=1)
    ParticipationFactory(seance=seance)
    ParticipationFactory(seance=seance, presente=True)  # who waited came, and was noted present

    donnees = horaire(version=0, capacite="1", lieu="Salle 3")
    client_de(cip).post(reverse("parcours:seance_update", args=[seance.pk]), donnees)

    seance.refresh_from_db()
    assert seance.lieu == "Salle 3"


@time_machine.travel("2026-11-20 10:00+01:00")
def test_more_seats_go_at_once_to_those_who_wait(client_de, cip, seance):
    Seance.objects.update(capacite=1)
    ParticipationFactory(seance=seance)
    attend = ParticipationFactory(seance=seance, en_attente=True)

    client_de(cip).post(reverse("parcours:seance_update", args=[seance.pk]), horaire(version=0, capacite="2"))

    attend.refresh_from_db()
    assert not attend.attend


def test_cancelled_seance_keeps_its_list_and_counts_for_nothing(client_de, cip, seance):
    ParticipationFactory(seance=seance, presente=True)
    url = reverse("parcours:seance_annulation", args=[seance.pk])

    client_de(cip).post(url)
    annulee = mesurer(Seance.objects.all(), LE)
    client_de(cip).post(url, {"retablir": "1"})

    assert annulee.seances == annulee.participants == 0
    assert mesurer(Seance.objects.all(), LE).participants == 1


@cellules("nom", ["atelier_create", "atelier_update", "seance_create", "seance_update", "seance_annulation"])
@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_writes_neither_catalogue_nor_seance(request, client_de, seance, nom, role):
    arguments = {"atelier_create": [], "atelier_update": [seance.atelier_id], "seance_create": [seance.atelier_id]}
    url = reverse(f"parcours:{nom}", args=arguments.get(nom, [seance.pk]))

    assert client_de(request.getfixturevalue(role)).post(url, fiche()).status_code == 403


def test_stranger_finds_neither_atelier_nor_seance(client_de, etranger, seance):
    client = client_de(etranger)
    ateliers = [
        reverse(f"parcours:atelier_{x}", args=[seance.atelier_id]) for x in ("detail", "update", "participants")
    ]
    seances = [reverse(f"parcours:seance_{x}", args=[seance.pk]) for x in ("detail", "update", "note")]

    assert {client.get(url).status_code for url in ateliers + seances} == {404}
    assert client.get(reverse("parcours:seance_list")).context["page"].paginator.count == 0


@cellules(("role", "code"), [("cip", 200), ("chef", 200), ("encadrant", 404), ("lecteur", 404)])
def test_atelier_about_health_is_for_the_follow_up_team(request, client_de, structure, role, code):
    seance = SeanceFactory(atelier=AtelierFactory(sante=True))

    assert (
        client_de(request.getfixturevalue(role)).get(reverse("parcours:seance_detail", args=[seance.pk])).status_code
        == code
    )


def test_atelier_that_becomes_sensitive_hides_its_seances_and_who_came(seance):
    participation = ParticipationFactory(seance=seance)
    seance.atelier.domaines = [Domaine.ADDICTION]

    seance.atelier.save()

    seance.refresh_from_db()
    participation.refresh_from_db()
    assert seance.sensible
    assert participation.sensible


def test_figures_count_people_once_and_attendance_out_of_those_registered(seance):
    """metier.md §5 « Ateliers »: sessions, distinct participants, present / registered; §1 row 78: apart."""
    assidue = BeneficiaireFactory()
    autre = SeanceFactory(
        atelier=seance.atelier, debut=seance.debut - timedelta(days=7), fin=seance.fin - timedelta(days=7)
    )
    for une in (seance, autre):
        ParticipationFactory(seance=une, beneficiaire=assidue, presente=True)
    ParticipationFactory(seance=seance, absente=True)
    ParticipationFactory(seance=seance, excusee=True)
    ParticipationFactory(seance=seance)
    ParticipationFactory(seance=seance, en_attente=True)
    venue = ParticipationFactory(seance=seance, presente=True, sans_inscription=True).beneficiaire
    Seance.objects.filter(pk=seance.pk).update(anonymes=3)
    SeanceFactory(atelier=seance.atelier, debut=LE + timedelta(days=1), fin=LE + timedelta(days=1, hours=2))

    activite = mesurer(Seance.objects.all(), LE)

    assert (activite.seances, activite.heures, activite.heures_personnes) == (2, 4, 6)
    assert (activite.participants, activite.venus, activite.anonymes) == (2, 3, 3)
    assert (activite.presents, activite.inscrits, activite.assiduite, activite.a_noter) == (2, 5, 40, 1)
    assert set(participants(Seance.objects.all(), LE)) == {assidue, venue}


def test_figures_of_nothing_have_no_rate(structure):
    assert mesurer(Seance.objects.all(), LE).assiduite is None


@time_machine.travel("2026-11-25 10:00+01:00")
def test_atelier_page_shows_its_figures_and_who_is_behind(client_de, cip, seance):
    personne = ParticipationFactory(seance=seance, presente=True).beneficiaire
    client = client_de(cip)

    html = client.get(reverse("parcours:atelier_detail", args=[seance.atelier_id])).content.decode()
    derriere = client.get(reverse("parcours:atelier_participants", args=[seance.atelier_id]), {"annee": "2026"})

    assert "100 % <small>(1 présent / 1 inscrit)</small>" in html
    assert list(derriere.context["page"]) == [personne]


@time_machine.travel("2026-11-25 10:00+01:00")
@cellules("nom", ["seance_list", "atelier_list", "atelier_detail", "atelier_participants"])
def test_lists_ask_as_many_questions_for_one_and_for_three(client_de, cip, seance, requetes, nom):
    client, url = (
        client_de(cip),
        reverse(f"parcours:{nom}", args=[seance.atelier_id] if "detail" in nom or "part" in nom else []),
    )
    url = f"{url}?quand=passees"
    ParticipationFactory(seance=seance, presente=True)
    client.get(url)
    with requetes() as une:
        client.get(url)
    for _ in range(2):
        autre = SeanceFactory(atelier=seance.atelier, debut=seance.debut - timedelta(days=9))
        Intervenant.objects.create(seance=autre, utilisateur=cip)
        ParticipationFactory(seance=autre, presente=True)
    Intervenant.objects.create(seance=seance, utilisateur=cip)
    AtelierFactory.create_batch(2)
    with requetes() as trois:
        client.get(url)

    assert len(trois) <= len(une) + 1  # the facilitators' accounts, asked for as soon as there is one


def test_one_participation_per_person_and_seance(seance):
    personne = ParticipationFactory(seance=seance).beneficiaire

    with pytest.raises(IntegrityError), transaction.atomic():
        ParticipationFactory(seance=seance, beneficiaire=personne)

    assert Participation.objects.count() == 1
