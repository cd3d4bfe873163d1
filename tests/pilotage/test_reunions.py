"""Whom a team meeting talks about: proposed with reasons, chosen by the team; what is said lands on the threads."""

from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role
from parcours.models import MotReunion, PersonneMentionnee
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import ContratFactory, ParcoursFactory, ReferentFactory, ReunionFactory
from tests.usines.parcours import PARIS


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def reunion(structure):
    return ReunionFactory(date=date(2026, 11, 17))


@pytest.fixture
def attendue(structure, cip):
    """Nadia Kaci, whose contract ends soon and who has no diagnostic."""
    return suivie(cip, prenom="Nadia", nom="Kaci")


def suivie(referent, **personne):
    parcours = ParcoursFactory(
        date_entree=date(2026, 3, 2), **{f"beneficiaire__{champ}": valeur for champ, valeur in personne.items()}
    )
    ContratFactory(parcours=parcours, date_debut=date(2026, 3, 2), date_fin=date(2026, 12, 10))
    if referent:
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent)
    return parcours


def liste(reunion):
    return reverse("pilotage:reunion_personnes", args=[reunion.pk])


def ajouter(client, reunion, parcours):
    return client.post(reverse("pilotage:reunion_ajout", args=[reunion.pk, parcours.pk]))


def proposees(client, reunion):
    return list(client.get(liste(reunion)).context["page"])


def ecrire(client, mention, texte, version=0):
    adresse = reverse("parcours:reunion_mot", args=[mention.pk])
    return client.post(adresse, {"texte": texte, "version": version})


@pytest.fixture
def mention(reunion, attendue):
    return reunion.evoquer(attendue)[0]


def test_people_are_proposed_with_the_reasons_in_words(client_de, cip, reunion, attendue):
    (proposition,) = proposees(client_de(cip), reunion)

    assert proposition.parcours == attendue
    assert len(proposition.raisons) == 3
    assert any("le renouvellement reste à décider" in raison for raison in proposition.raisons)
    assert any("le premier diagnostic n’est pas fait" in raison for raison in proposition.raisons)


def test_somebody_without_a_referent_is_proposed(client_de, cip, reunion):
    suivie(None)

    (proposition,) = proposees(client_de(cip), reunion)

    assert proposition.raisons == ("Aucun référent en ce moment.",)


def test_the_most_reasons_come_first(client_de, cip, reunion, attendue):
    suivie(None, nom="Aaron")

    assert [len(p.raisons) for p in proposees(client_de(cip), reunion)] == [3, 1]


def test_the_team_adds_once_and_takes_out(client_de, cip, reunion, attendue):
    client = client_de(cip)

    ajouter(client, reunion, attendue)
    ajouter(client, reunion, attendue)

    mention = reunion.personnes.get()
    assert (mention.parcours, mention.date) == (attendue, reunion.date)
    assert proposees(client, reunion) == []
    client.post(reverse("pilotage:reunion_retrait", args=[mention.pk]))
    assert [p.parcours for p in proposees(client, reunion)] == [attendue]


def test_what_is_said_lands_on_the_thread_of_who_follows_and_of_nobody_else(client_de, cip, encadrant, mention):
    ecrire(client_de(cip), mention, "On prépare une immersion en cuisine.")

    fil = reverse("parcours:personne_detail", args=[mention.parcours.beneficiaire_id])
    suivi, chantier = (client_de(qui).get(fil).content.decode() for qui in (cip, encadrant))
    assert "On prépare une immersion en cuisine." in suivi
    assert "évoquée en réunion" in chantier
    assert "immersion en cuisine" not in chantier


def test_the_meeting_shows_what_was_said_of_each(client_de, cip, mention):
    client = client_de(cip)
    ecrire(client, mention, "On prépare une immersion.")

    page = client.get(reverse("parcours:reunion_detail", args=[mention.reunion_id])).content.decode()

    assert "On prépare une immersion." in page


def test_somebody_of_whom_something_is_written_stays_in_the_meeting(client_de, cip, mention):
    client = client_de(cip)
    ecrire(client, mention, "Un mot.")

    reponse = client.post(reverse("pilotage:reunion_retrait", args=[mention.pk]), follow=True)

    assert "est écrit" in reponse.content.decode()
    modification = reverse("parcours:reunion_update", args=[mention.reunion_id])
    assert client.post(modification, {"date": "2026-11-17", "version": 0}).status_code == 422
    assert PersonneMentionnee.objects.filter(pk=mention.pk).exists()


def test_two_colleagues_writing_at_once_see_both_words(client_de, cip, collegue, mention):
    ecrire(client_de(cip), mention, "Premier.")
    ecrire(client_de(cip), mention, "Corrigé.")

    reponse = ecrire(client_de(collegue), mention, "Second.")

    assert reponse.status_code == 409
    assert MotReunion.objects.get().texte == "Corrigé."


def test_an_empty_word_is_refused(client_de, cip, mention):
    assert ecrire(client_de(cip), mention, " ").status_code == 422


@cellules("role", [Role.ADMINISTRATIF, Role.ENCADRANT, Role.LECTURE])
def test_who_does_not_follow_people_is_turned_away(client_de, structure, reunion, attendue, mention, role):
    client = client_de(membre(structure, role))

    assert client.get(liste(reunion)).status_code == 403
    assert ajouter(client, reunion, attendue).status_code == 403
    assert client.post(reverse("pilotage:reunion_retrait", args=[mention.pk])).status_code == 403
    assert ecrire(client, mention, "Un mot.").status_code == 403


def test_a_stranger_finds_nothing(client_de, etranger, reunion, attendue, mention):
    client = client_de(etranger)

    assert client.get(liste(reunion)).status_code == 404
    assert ajouter(client, reunion, attendue).status_code == 404
    assert client.post(reverse("pilotage:reunion_retrait", args=[mention.pk])).status_code == 404
    assert ecrire(client, mention, "Un mot.").status_code == 404


def test_queries_do_not_depend_on_the_people(client_de, cip, reunion, attendue, requetes):
    client = client_de(cip)
    client.get(liste(reunion))
    with requetes() as une:
        client.get(liste(reunion))
    for _ in range(6):
        suivie(cip)
    with requetes() as sept:
        client.get(liste(reunion))

    assert len(sept) == len(une)
