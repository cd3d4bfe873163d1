"""Absences of colleagues, by half-days: one's own, those of the team for who manages it, never two at once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from insertion.models import AbsenceCollegue
from tests.cellules import cellules
from tests.usines import AbsenceFactory

PARIS = ZoneInfo("Europe/Paris")
NOUVELLE, LISTE = reverse("pilotage:absence_create"), reverse("pilotage:absence_list")
JEUDI = {"du": "2026-11-26", "du_demi": "matin", "au": "2026-11-26", "au_demi": "apres_midi", "genre": "conge"}
CHEVAUCHE = "Une absence est déjà notée à ces dates."


@pytest.fixture(autouse=True)
def _lundi_matin():
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=PARIS), tick=False):
        yield


def adresse(page, absence):
    return reverse(f"pilotage:absence_{page}", args=[absence.pk])


@cellules(
    ("champs", "debut", "fin", "mots"),
    [
        ({}, (26, 0), (27, 0), "le jeudi 26 novembre 2026"),
        ({"au_demi": "matin"}, (26, 0), (26, 12), "le jeudi 26 novembre 2026, le matin"),
        ({"du_demi": "apres_midi"}, (26, 12), (27, 0), "le jeudi 26 novembre 2026, l’après-midi"),
        (
            {"du_demi": "apres_midi", "au": "2026-11-30", "au_demi": "matin"},
            (26, 12),
            (30, 12),
            "du 26 novembre 2026 à midi au 30 novembre 2026 à midi",
        ),
    ],
)
def test_absence_is_noted_by_half_days(structure, cip, client_de, champs, debut, fin, mots):
    reponse = client_de(cip).post(NOUVELLE, JEUDI | champs)

    absence = AbsenceCollegue.objects.get()
    assert (reponse.status_code, absence.utilisateur) == (302, cip)
    assert (absence.debut, absence.fin) == tuple(datetime(2026, 11, j, h, tzinfo=PARIS) for j, h in (debut, fin))
    assert absence.en_mots.replace("\N{NO-BREAK SPACE}", " ") == mots


@cellules("jour", ["2026-10-25", "2027-03-28"])
def test_day_that_changes_its_clock_is_a_whole_day(structure, cip, client_de, jour):
    client_de(cip).post(NOUVELLE, JEUDI | {"du": jour, "au": jour})

    absence = AbsenceCollegue.objects.get()
    assert (absence.du, absence.au) == (
        (date.fromisoformat(jour), "matin"),
        (date.fromisoformat(jour), "apres_midi"),
    )


@cellules(
    ("champs", "phrase"),
    [
        ({"au": "2026-11-25"}, "Le dernier jour ne peut pas précéder le premier."),
        ({"du_demi": "apres_midi", "au_demi": "matin"}, "L’absence doit finir après avoir commencé."),
        ({"au": "9999-12-31"}, "Vérifiez l’année"),
        ({"au": "2026-02-31"}, "valide"),
        ({"au": ""}, "obligatoire"),
    ],
)
def test_refused_dates_say_why_and_nothing_of_another_absence(structure, cip, client_de, champs, phrase):
    """A day alone that is wrong is no overlap, although another absence is noted."""
    AbsenceFactory(
        utilisateur=cip, debut=datetime(2026, 12, 24, tzinfo=PARIS), fin=datetime(2026, 12, 25, tzinfo=PARIS)
    )

    reponse = client_de(cip).post(NOUVELLE, JEUDI | champs)

    html = reponse.content.decode()
    assert reponse.status_code == 422
    assert phrase in html
    assert CHEVAUCHE not in html


def test_two_absences_of_one_colleague_do_not_overlap_and_two_half_days_touch(structure, cip, collegue, client_de):
    client = client_de(cip)
    client.post(NOUVELLE, JEUDI | {"au_demi": "matin"})

    refuse = client.post(NOUVELLE, JEUDI)
    client.post(NOUVELLE, JEUDI | {"du_demi": "apres_midi"})
    client_de(collegue).post(NOUVELLE, JEUDI)

    assert (refuse.status_code, CHEVAUCHE in refuse.content.decode()) == (422, True)
    assert AbsenceCollegue.objects.count() == 3


def test_correction_may_keep_its_own_days(structure, cip, client_de):
    absence = AbsenceFactory(utilisateur=cip)

    reponse = client_de(cip).post(
        adresse("update", absence), JEUDI | {"au": "2026-11-27", "version": absence.version}
    )

    absence.refresh_from_db()
    assert reponse.status_code == 302
    assert absence.fin == datetime(2026, 11, 28, tzinfo=PARIS)


def test_absence_of_a_colleague_or_of_nobody_is_not_found_to_come_back(structure, cip, collegue, client_de):
    absence, client = AbsenceFactory(utilisateur=collegue), client_de(cip)

    codes = [client.post(adresse("reprise", absence)).status_code]
    AbsenceCollegue.objects.all().delete()
    codes += [client.post(adresse("reprise", absence)).status_code]
    codes += [client.post("/agenda/absences/2000000000/reprise/").status_code]

    assert codes == [404, 404, 404]


def test_absence_taken_away_comes_back_in_one_click_unless_its_days_were_taken(structure, cip, client_de):
    absence, client = AbsenceFactory(utilisateur=cip), client_de(cip)
    client.post(adresse("suppression", absence))
    sans = AbsenceCollegue.objects.exists()
    client.post(adresse("reprise", absence))
    revenue = AbsenceCollegue.objects.get().pk
    client.post(adresse("suppression", absence))
    client.post(NOUVELLE, JEUDI)

    page = client.post(adresse("reprise", absence), follow=True).content.decode()

    assert (sans, revenue) == (False, absence.pk)
    assert "Une autre absence a été notée à ces dates." in page
    assert AbsenceCollegue.objects.count() == 1


@cellules(
    ("role", "attendu"),
    [
        ("chef", 200),
        ("cip", 403),
        ("encadrant", 403),
        ("administratif", 403),
        ("lecteur", 403),
        ("benevole", 403),
        ("etranger", 404),
    ],
)
def test_absence_of_a_colleague_is_changed_by_who_manages_the_team(
    request, structure, collegue, client_de, role, attendu
):
    absence, client = AbsenceFactory(utilisateur=collegue), client_de(request.getfixturevalue(role))

    assert client.get(adresse("update", absence)).status_code == attendu
    if attendu != 200:
        assert client.post(adresse("suppression", absence)).status_code == attendu
        assert AbsenceCollegue.objects.filter(pk=absence.pk).exists()


def test_worker_notes_their_own_absence_only_and_the_chef_that_of_anybody(structure, cip, chef, collegue, client_de):
    client_de(cip).post(NOUVELLE, JEUDI | {"utilisateur": collegue.pk})
    client_de(chef).post(NOUVELLE, JEUDI | {"utilisateur": collegue.pk})

    assert sorted(AbsenceCollegue.objects.values_list("utilisateur", flat=True)) == sorted([cip.pk, collegue.pk])


def test_list_shows_what_is_to_come_of_oneself_or_of_the_team(structure, cip, chef, collegue, client_de):
    sienne, autre = AbsenceFactory(utilisateur=cip), AbsenceFactory(utilisateur=collegue)
    AbsenceFactory(
        utilisateur=cip, debut=datetime(2026, 11, 2, tzinfo=PARIS), fin=datetime(2026, 11, 3, tzinfo=PARIS)
    )

    assert list(client_de(cip).get(LISTE).context["page"]) == [sienne]
    assert set(client_de(chef).get(LISTE).context["page"]) == {sienne, autre}
