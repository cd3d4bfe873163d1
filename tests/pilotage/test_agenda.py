"""The agenda: a day, a week, a month, of oneself, of a colleague, of the team; what must be arranged, in words."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Domaine, GenreAbsence
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.enums import Interlocuteur, StatutRendezVous
from parcours.models import Intervenant
from tests.cellules import cellules
from tests.usines import (
    AbsenceFactory,
    AtelierFactory,
    BeneficiaireFactory,
    ImmersionFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
    ReunionFactory,
    SeanceFactory,
)

PARIS = ZoneInfo("Europe/Paris")
LUNDI = date(2026, 11, 23)
URL = reverse("pilotage:agenda")


@pytest.fixture(autouse=True)
def _lundi_matin():
    """It is 8 h on Monday 23 November 2026."""
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=PARIS), tick=False):
        yield


def a(heure, minute=0, jour=LUNDI):
    return datetime(jour.year, jour.month, jour.day, heure, minute, tzinfo=PARIS)


def rendez_vous(utilisateur, heure=10, minute=0, jour=LUNDI, nom="Amina Benali", **champs):
    prenom, famille = nom.split(" ", 1)
    personne = champs.pop("personne", None) or BeneficiaireFactory(prenom=prenom, nom=famille)
    champs.setdefault("parcours", ParcoursFactory(beneficiaire=personne))
    return RendezVousFactory(utilisateur=utilisateur, debut=a(heure, minute, jour), **champs)


def seance(utilisateur, heure=14, titre="Café philo", **champs):
    une = SeanceFactory(atelier__titre=titre, debut=a(heure), fin=a(heure + 2), **champs)
    Intervenant.objects.create(seance=une, utilisateur=utilisateur)
    return une


def page(client, **adresse):
    return client.get(URL, adresse)


def titres(reponse):
    """Every title of the page, in the order of the columns."""
    vue = reponse.context["agenda"]
    colonnes = [
        *vue.colonnes,
        *(j for s in vue.semaines for j in s),
        *(c for _, siennes in vue.equipe for c in siennes),
    ]
    return [ligne.evenement.titre for c in colonnes for ligne in [*c.bandeau, *c.lignes]]


def test_the_week_shows_all_that_takes_one_s_time(structure, cip, collegue, client_de):
    rendez_vous(cip, 10)
    rendez_vous(collegue, 10, nom="Yanis Morel")
    seul = rendez_vous(cip, 15, nom="Sofia Lopez", dehors=True)
    rendez_vous(cip, 16, nom="Paul Henry", dehors=True, accompagne=True)
    seance(cip)
    ReunionFactory(date=LUNDI + timedelta(days=1))
    AbsenceFactory(utilisateur=cip, debut=a(0, jour=date(2026, 11, 26)), fin=a(12, jour=date(2026, 11, 26)))

    reponse = page(client_de(cip))

    assert titres(reponse) == ["Amina Benali", "Café philo", "Paul Henry", "Réunion d’équipe", "Congé"]
    assert str(seul.parcours.beneficiaire) not in reponse.content.decode()


@cellules(
    ("vue", "jour", "montres"),
    [("jour", "2026-11-24", 1), ("semaine", "2026-11-24", 5), ("mois", "2026-11-24", 42)],
)
def test_the_address_chooses_the_view_and_the_day(structure, cip, client_de, vue, jour, montres):
    agenda = page(client_de(cip), vue=vue, jour=jour).context["agenda"]

    colonnes = agenda.colonnes or [colonne for semaine in agenda.semaines for colonne in semaine]
    assert (agenda.periode.vue, agenda.periode.jour, len(colonnes)) == (vue, date(2026, 11, 24), montres)


@cellules("jour", ["", "hier", "2026-02-31", "0001-01-01", "9999-12-31", "2026-11-23T10:00", "\x00"])
@cellules("vue", ["jour", "mois", "siecle"])
def test_a_wrong_day_is_today(structure, cip, client_de, jour, vue):
    reponse = page(client_de(cip), vue=vue, jour=jour)

    assert reponse.status_code == 200
    assert reponse.context["agenda"].periode.jour == LUNDI


def test_a_week_end_is_shown_only_when_it_holds_something(structure, cip, client_de):
    samedi = LUNDI + timedelta(days=5)
    sans = len(page(client_de(cip)).context["agenda"].colonnes)
    rendez_vous(cip, 10, jour=samedi)

    assert (sans, len(page(client_de(cip)).context["agenda"].colonnes)) == (5, 6)


def test_the_months_turn_without_skipping_february(structure, cip, client_de):
    periode = page(client_de(cip), vue="mois", jour="2027-01-31").context["agenda"].periode

    assert (periode.precedent, periode.suivant) == (date(2026, 12, 31), date(2027, 2, 28))


def test_an_appointment_leads_to_the_person_and_to_what_is_done_with_it(structure, cip, client_de):
    rdv = rendez_vous(cip, 10)

    html = page(client_de(cip)).content.decode()

    assert rdv.parcours.beneficiaire.get_absolute_url() in html
    assert f"?rendez_vous={rdv.pk}" in html
    assert reverse("parcours:rendez_vous_statut", args=[rdv.pk]) in html
    assert reverse("parcours:rendez_vous_update", args=[rdv.pk]) in html


def test_an_empty_slot_asks_with_whom_then_opens_the_form_at_that_hour(structure, cip, collegue, client_de):
    parcours = ParcoursFactory(beneficiaire__nom="Benali")
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    client = client_de(cip)
    creneau = f"debut=2026-12-01T10:00&avec={collegue.pk}"
    assert (
        f"debut=2026-12-01T10:00&amp;avec={collegue.pk}"
        in page(client, jour="2026-12-01", agenda=collegue.pk).content.decode()
    )

    choix = client.get(f"{reverse('pilotage:agenda_rendez_vous')}?{creneau}")
    formulaire = client.get(f"{reverse('parcours:rendez_vous_create', args=[parcours.beneficiaire_id])}?{creneau}")

    assert list(choix.context["page"]) == [parcours.beneficiaire]
    assert 'value="2026-12-01T10:00"' in formulaire.content.decode()
    assert formulaire.context["form"]["utilisateur"].value() == collegue.pk


@cellules("adresse", ["debut=hier&avec=moi", "debut=2027-03-28T02:30", "avec=99999999999999999999"])
def test_a_wrong_slot_opens_an_empty_form(structure, cip, client_de, adresse):
    parcours = ParcoursFactory()
    client = client_de(cip)

    assert client.get(f"{reverse('pilotage:agenda_rendez_vous')}?{adresse}").status_code == 200
    url = reverse("parcours:rendez_vous_create", args=[parcours.beneficiaire_id])
    assert client.get(f"{url}?{adresse}").status_code == 200


def test_the_past_offers_no_slot(structure, cip, client_de):
    colonne = page(client_de(cip), vue="jour", jour="2026-11-20").context["agenda"].colonnes[0]

    assert colonne.creneaux == []


def test_anybody_is_found_by_name_for_a_slot(structure, cip, client_de):
    trouve = ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Lœuillet")
    ParcoursFactory(beneficiaire__nom="Durand")
    ParcoursFactory(beneficiaire__nom="Loeuillet", clos=True)

    choix = client_de(cip).get(reverse("pilotage:agenda_rendez_vous"), {"q": "loeuil"})

    assert list(choix.context["page"]) == [trouve.beneficiaire]


# --- What must be arranged ------------------------------------------------------------------------------


def phrases(reponse):
    return [conflit.phrase.replace("\xa0", " ") for conflit in reponse.context["agenda"].conflits]


def test_two_things_at_once_are_said_in_words_and_stand_side_by_side(structure, cip, client_de):
    rendez_vous(cip, 10)
    rendez_vous(cip, 10, 15, nom="Yanis Morel")
    seance(cip, 14)
    rendez_vous(cip, 16, nom="Sofia Lopez")

    reponse = page(client_de(cip))

    assert phrases(reponse) == [
        "Lundi 23 novembre à 10 h 15, le rendez-vous avec Yanis Morel tombe en même temps que le rendez-vous avec"
        " Amina Benali."
    ]
    lignes = reponse.context["agenda"].colonnes[0].lignes
    assert [ligne.classes.split()[-2:] for ligne in lignes[:2]] == [["v0", "sur2"], ["v1", "sur2"]]
    assert reponse.content.decode().count("En même temps") == 2


def test_an_appointment_during_an_absence_or_on_a_public_holiday_is_said(structure, cip, client_de):
    noel = date(2026, 12, 25)
    rendez_vous(cip, 11, jour=noel)
    AbsenceFactory(utilisateur=cip, debut=a(12), fin=a(0, jour=LUNDI + timedelta(days=1)))
    rendez_vous(cip, 11, nom="Yanis Morel")
    rendez_vous(cip, 12, nom="Sofia Lopez")
    client = client_de(cip)

    assert phrases(page(client)) == [
        "Lundi 23 novembre à 12 h 00, le rendez-vous avec Sofia Lopez tombe pendant une absence."
    ]
    assert phrases(page(client, jour=noel)) == [
        "Vendredi 25 décembre à 11 h 00, le rendez-vous avec Amina Benali tombe un jour férié, Noël."
    ]


@cellules("statut", [StatutRendezVous.ANNULE, StatutRendezVous.EXCUSE])
def test_what_will_not_take_place_hinders_nothing(structure, cip, client_de, statut):
    rendez_vous(cip, 10)
    rendez_vous(cip, 10, nom="Yanis Morel", statut=statut)

    assert phrases(page(client_de(cip))) == []


def test_the_agenda_of_the_team_says_whose_hours_meet(structure, cip, collegue, chef, client_de):
    rendez_vous(cip, 10)
    rendez_vous(collegue, 10, nom="Yanis Morel")
    rendez_vous(collegue, 10, nom="Sofia Lopez")

    reponse = page(client_de(chef), agenda="equipe", vue="jour")

    assert [colonne.titre for colonne in reponse.context["agenda"].colonnes] == [
        "Karim Benzema-Morel",
        "Camille Dubois",
        "Aude Lebrun",
    ]
    (phrase,) = phrases(reponse)
    assert phrase.endswith("(Karim Benzema-Morel).")


@cellules("vue", ["jour", "semaine", "mois"])
def test_the_team_is_shown_whole_in_each_view(structure, cip, collegue, chef, client_de, vue):
    rendez_vous(cip, 10)
    rendez_vous(collegue, 11, nom="Yanis Morel")

    montres = titres(page(client_de(chef), agenda="equipe", vue=vue))
    assert set(montres) - {"Toussaint", "Armistice"} == {"Amina Benali", "Yanis Morel"}


# --- Who reads what -------------------------------------------------------------------------------------


@cellules("role", ["cip", "chef", "encadrant", "administratif", "lecteur", "benevole"])
def test_each_role_reads_a_colleague_s_agenda_as_far_as_it_may(request, structure, collegue, client_de, role):
    rendez_vous(collegue, 10)
    rendez_vous(collegue, 11, nom="Yanis Morel", avec=Interlocuteur.MEDECIN, aupres="CMP", accompagne=True)
    titre = "Arrêter l’alcool"
    atelier = AtelierFactory(titre=titre, domaines=[Domaine.ADDICTION])
    sensible = SeanceFactory(atelier=atelier, debut=a(14), fin=a(16), lieu="Centre de soins")
    Intervenant.objects.create(seance=sensible, utilisateur=collegue)

    reponse = page(client_de(request.getfixturevalue(role)), agenda=collegue.pk)

    if role in ("cip", "chef"):
        assert titres(reponse) == ["Amina Benali", "Yanis Morel", titre]
    else:
        assert titres(reponse) == ["Occupé"] * 3
        html = reponse.content.decode()
        assert not [mot for mot in ("Amina", "Yanis", "CMP", "alcool", "soins", "Médecin") if mot in html]


@cellules("role", ["encadrant", "benevole"])
def test_one_s_own_appointments_have_their_names(request, structure, client_de, role):
    utilisateur = request.getfixturevalue(role)
    rendez_vous(utilisateur, 10)

    assert titres(page(client_de(utilisateur))) == ["Amina Benali"]


def test_a_colleague_of_another_structure_is_not_found(structure, cip, etranger, client_de):
    rendez_vous(cip, 10)
    client = client_de(etranger)

    assert page(client, agenda=cip.pk).status_code == 404
    assert titres(page(client, agenda="equipe")) == []


def test_somebody_of_two_structures_sees_one_at_a_time(structure, autre_structure, cip, client_de):
    rendez_vous(cip, 10)
    with contexte(autre_structure.pk):
        rendez_vous(cip, 11, nom="Yanis Morel")

    assert titres(page(client_de(cip))) == ["Amina Benali"]


@cellules("role", ["encadrant", "administratif", "lecteur", "benevole"])
def test_who_does_not_write_takes_no_appointment(request, structure, client_de, role):
    client = client_de(request.getfixturevalue(role))

    assert client.get(reverse("pilotage:agenda_rendez_vous")).status_code == 403
    assert page(client).context["agenda"].colonnes[0].creneaux == []


def test_the_mid_term_call_of_an_immersion_is_for_the_referent_until_it_is_made(structure, cip, collegue, client_de):
    immersion = ImmersionFactory(debut=date(2026, 11, 19), fin=date(2026, 11, 27))
    ReferentFactory(beneficiaire=immersion.parcours.beneficiaire, utilisateur=cip)
    appel = f"Appel de mi-parcours\xa0: {immersion.parcours.beneficiaire}"

    assert titres(page(client_de(cip))) == [appel]
    assert titres(page(client_de(collegue))) == []
    immersion.noter_appel(LUNDI)
    assert titres(page(client_de(cip))) == []


def test_reading_an_agenda_leaves_a_trace(structure, cip, client_de):
    page(client_de(cip))

    assert Lecture.objects.get().quoi == "Agenda\xa0: semaine du 23/11/2026, Camille Dubois"


@cellules("vue", ["jour", "semaine", "mois"])
@cellules("role", ["cip", "encadrant"])
def test_a_view_costs_the_same_with_three_and_with_twelve_appointments(
    request, structure, client_de, requetes, vue, role
):
    qui = request.getfixturevalue(role)
    client = client_de(qui)
    for rang in range(3):
        _remplir(qui, rang)
    page(client, vue=vue)
    with requetes() as trois:
        page(client, vue=vue)
    for rang in range(3, 12):
        _remplir(qui, rang)

    with requetes() as douze:
        reponse = page(client, vue=vue)

    assert len(titres(reponse)) >= 12
    assert len(douze) == len(trois)


def _remplir(qui, rang):
    rendez_vous(qui, 8 + rang, nom=f"Amina Benali{rang}")
    seance(qui, 8 + rang % 3, titre=f"Café {rang}")
    ReunionFactory(date=LUNDI)


def test_the_team_costs_the_same_with_one_and_with_three_colleagues(
    structure, chef, cip, collegue, client_de, requetes
):
    client = client_de(chef)
    rendez_vous(cip, 10)
    page(client, agenda="equipe")
    with requetes() as un:
        page(client, agenda="equipe")
    rendez_vous(collegue, 10, nom="Yanis Morel")
    rendez_vous(chef, 10, nom="Sofia Lopez")

    with requetes() as trois:
        page(client, agenda="equipe")

    assert len(trois) == len(un)


def test_colleagues_read_absence_whatever_its_kind(structure, cip, collegue, chef, client_de):
    AbsenceFactory(utilisateur=cip, genre=GenreAbsence.FORMATION, debut=a(0), fin=a(12))

    assert titres(page(client_de(cip))) == ["Formation"]
    assert titres(page(client_de(chef), agenda=cip.pk)) == ["Formation"]
    assert titres(page(client_de(collegue), agenda=cip.pk)) == ["Absence"]
