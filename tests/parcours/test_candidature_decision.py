"""What becomes of an application: a place on the list, no, or a parcours (metier.md §1 row 2, §4.4)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from parcours.enums import MotifDecision, StatutCandidature
from parcours.models import Candidature, Parcours
from tests.cellules import cellules
from tests.usines import CandidatureFactory, DispositifFactory, ParcoursFactory, ReferentFactory

LE = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("referentiels")


@pytest.fixture
def candidature(structure):
    return CandidatureFactory(
        par_prescripteur=True, orienteur="plie", prescripteur="PLIE Nord-Est", pass_numero="999991234567"
    )


@pytest.fixture
def liste(structure):
    """Three people on the waiting list of one dispositif, in their order."""
    dispositif = DispositifFactory()
    demandes = CandidatureFactory.create_batch(3, dispositif=dispositif)
    for demande in demandes:
        demande.mettre_en_attente(LE)
    return demandes


def adresse(nom, candidature):
    return reverse(f"parcours:{nom}", args=[candidature.pk])


def acceptation(candidature, **champs):
    return {
        "dispositif": candidature.dispositif_id,
        "date_entree": "2026-11-22",
        "soumission": uuid.uuid4(),
    } | champs


def rangs(*demandes):
    return [Candidature.objects.get(pk=demande.pk).rang for demande in demandes]


@time_machine.travel("2026-11-22 10:00+01:00")
def test_one_click_opens_the_parcours_and_keeps_who_sent_the_person(client_de, cip, candidature):
    response = client_de(cip).post(
        adresse("candidature_acceptation", candidature), acceptation(candidature, referent=cip.pk)
    )

    candidature.refresh_from_db()
    parcours = Parcours.objects.get()
    assert response.url == candidature.beneficiaire.get_absolute_url()
    assert (parcours.dispositif_id, parcours.date_entree) == (candidature.dispositif_id, LE)
    assert (parcours.prescripteur, parcours.pass_numero) == ("PLIE Nord-Est", "999991234567")
    assert (candidature.statut, candidature.parcours, candidature.decidee_le) == ("acceptee", parcours, LE)
    assert parcours.beneficiaire.referents.get().utilisateur == cip


def test_accepting_leaves_the_file_to_its_referent(client_de, cip, collegue, candidature):
    client, suivi = client_de(cip), ReferentFactory(beneficiaire=candidature.beneficiaire, utilisateur=collegue)

    propose = client.get(candidature.get_absolute_url()).context["acceptation"]["referent"].value()
    client.post(adresse("candidature_acceptation", candidature), acceptation(candidature, referent=propose))

    assert Parcours.objects.exists()
    assert candidature.beneficiaire.referents.get() == suivi
    assert candidature.beneficiaire.referents.get().fin is None


def test_accepting_twice_opens_one_parcours(client_de, cip, candidature):
    client, url = client_de(cip), adresse("candidature_acceptation", candidature)

    client.post(url, acceptation(candidature))
    seconde = client.post(url, acceptation(candidature), follow=True)

    assert Parcours.objects.count() == 1
    assert "Une décision a déjà été prise" in seconde.content.decode()


@time_machine.travel("2026-11-22 10:00+01:00")
def test_what_is_missing_asks_for_a_reason_and_never_forbids(client_de, cip, structure):
    demande, client = CandidatureFactory(), client_de(cip)
    url = adresse("candidature_acceptation", demande)

    refus = client.post(url, acceptation(demande))
    accord = client.post(url, acceptation(demande, derogation="Diagnostic attendu demain."))

    demande.refresh_from_db()
    assert refus.status_code == 422
    assert "Dites pourquoi vous acceptez quand même." in refus.content.decode()
    assert (accord.status_code, demande.derogation) == (302, "Diagnostic attendu demain.")


def test_a_second_open_parcours_in_the_dispositif_is_refused_in_words(client_de, cip, candidature):
    ParcoursFactory(beneficiaire=candidature.beneficiaire, dispositif=candidature.dispositif)

    response = client_de(cip).post(adresse("candidature_acceptation", candidature), acceptation(candidature))

    assert response.status_code == 422
    assert "a déjà un parcours ouvert dans ce dispositif" in response.content.decode()


def test_decision_carries_its_motive_its_day_and_its_author(client_de, cip, candidature):
    with time_machine.travel("2026-11-22 10:00+01:00"):
        client_de(cip).post(
            adresse("candidature_decision", candidature),
            {"issue": "declinee", "motif": MotifDecision.PAS_DE_PLACE, "version": 0},
        )

    candidature.refresh_from_db()
    assert (candidature.statut, candidature.motif) == (StatutCandidature.DECLINEE, MotifDecision.PAS_DE_PLACE)
    assert (candidature.decidee_le, candidature.decidee_par) == (LE, cip)


@cellules(
    ("champs", "attendu"),
    [({"issue": "declinee"}, 422), ({"issue": "acceptee", "motif": "autre"}, 422), ({"motif": "parce que"}, 422)],
)
def test_decision_without_a_motive_of_the_list_is_refused(client_de, cip, candidature, champs, attendu):
    response = client_de(cip).post(adresse("candidature_decision", candidature), {"version": 0} | champs)

    candidature.refresh_from_db()
    assert (response.status_code, candidature.statut) == (attendu, StatutCandidature.NOUVELLE)


def test_decision_on_what_a_colleague_just_changed_answers_409(client_de, cip, candidature):
    candidature.etudier()

    donnees = {"issue": "declinee", "motif": "autre", "version": 0}

    assert client_de(cip).post(adresse("candidature_decision", candidature), donnees).status_code == 409


def test_declined_application_is_reopened_and_an_accepted_one_is_not(client_de, cip, candidature):
    candidature.decider(StatutCandidature.DECLINEE, MotifDecision.AUTRE, LE, cip)
    acceptee = CandidatureFactory(statut="acceptee", parcours=ParcoursFactory())
    client = client_de(cip)

    for demande in (candidature, acceptee):
        client.post(adresse("candidature_etude", demande))
        demande.refresh_from_db()

    assert (candidature.statut, candidature.motif, candidature.decidee_le) == ("a_l_etude", "", None)
    assert acceptee.statut == "acceptee"


def test_waiting_list_is_joined_at_its_end(client_de, cip, liste):
    derniere = CandidatureFactory(dispositif=liste[0].dispositif)
    ailleurs = CandidatureFactory()

    for demande in (derniere, ailleurs, derniere):
        client_de(cip).post(adresse("candidature_mise_en_attente", demande))

    assert rangs(*liste, derniere, ailleurs) == [1, 2, 3, 4, 1]


@cellules(
    ("laquelle", "sens", "attendu"),
    [
        pytest.param(2, "monter", [1, 3, 2], id="last goes up"),
        pytest.param(0, "descendre", [2, 1, 3], id="first goes down"),
        pytest.param(0, "monter", [1, 2, 3], id="first cannot go up"),
        pytest.param(2, "descendre", [1, 2, 3], id="last cannot go down"),
    ],
)
def test_waiting_list_is_reordered_by_buttons(client_de, cip, liste, laquelle, sens, attendu):
    client_de(cip).post(adresse("candidature_rang", liste[laquelle]), {"sens": sens})

    assert rangs(*liste) == attendu


def test_waiting_list_closes_up_when_somebody_leaves(client_de, cip, liste):
    liste[0].etudier()

    client_de(cip).post(adresse("candidature_rang", liste[2]), {"sens": "monter"})

    assert rangs(*liste) == [None, 2, 1]


def test_imported_line_without_a_rank_comes_last_and_moves(client_de, cip, liste):
    importee = CandidatureFactory(dispositif=liste[0].dispositif, statut=StatutCandidature.EN_ATTENTE, date=None)

    client_de(cip).post(adresse("candidature_rang", importee), {"sens": "monter"})

    assert rangs(*liste, importee) == [1, 2, 4, 3]


def test_another_dispositif_begins_at_the_end_of_its_list(client_de, cip, liste):
    seule = CandidatureFactory()
    seule.mettre_en_attente(LE)
    donnees = {"date": "2026-11-02", "dispositif": seule.dispositif_id, "version": liste[0].version}

    client_de(cip).post(adresse("candidature_update", liste[0]), donnees)

    assert rangs(seule, liste[0]) == [1, 2]


def test_waiting_lists_are_read_in_their_order(client_de, cip, liste):
    liste[1].deplacer(vers_le_haut=True)

    page = client_de(cip).get(reverse("parcours:candidature_attente"))

    ((dispositif, rangees),) = page.context["listes"]
    assert dispositif == liste[0].dispositif
    assert [c.pk for c in rangees] == [liste[1].pk, liste[0].pk, liste[2].pk]


@cellules("nombre", [1, 3])
def test_waiting_lists_ask_as_much_for_one_as_for_three(client_de, cip, structure, requetes, nombre):
    for demande in CandidatureFactory.create_batch(nombre):
        demande.mettre_en_attente(LE)
    client = client_de(cip)

    with requetes() as faites:
        client.get(reverse("parcours:candidature_attente"))

    assert len(faites) == 8


@cellules(
    "champs",
    [
        pytest.param({"statut": "nouvelle", "rang": 1}, id="a rank off the list"),
        pytest.param({"decidee_le": date(2026, 1, 1)}, id="decided before it came"),
        pytest.param({"pass_debut": LE, "pass_fin": date(2026, 1, 1)}, id="a PASS that ends before it starts"),
    ],
)
def test_database_holds_the_rules(candidature, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        Candidature.objects.filter(pk=candidature.pk).update(**champs)


def test_database_refuses_two_people_at_one_rank(liste):
    with pytest.raises(IntegrityError), transaction.atomic():
        _mettre_au_rang(liste[0], 2)


def _mettre_au_rang(candidature, rang):
    """The rule is checked at the end of the transaction: ask for it now."""
    Candidature.objects.filter(pk=candidature.pk).update(rang=rang)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


ACTIONS = ("candidature_acceptation", "candidature_mise_en_attente", "candidature_etude", "candidature_rang")


@cellules(("qui", "attendu"), [("etranger", 404), ("lecteur", 403), ("encadrant", 403)])
@cellules("nom", ACTIONS)
def test_decisions_are_closed_to_strangers_and_readers(request, client_de, candidature, nom, qui, attendu):
    client = client_de(request.getfixturevalue(qui))

    assert client.post(adresse(nom, candidature), acceptation(candidature)).status_code == attendu
