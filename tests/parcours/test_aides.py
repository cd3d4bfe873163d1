import uuid
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.enums import DispositifAide, EtatAide, ModePaiement, MotifAide
from parcours.fil import evenements
from parcours.models import AideFinanciere, EtapeAide
from parcours.models.aides import AVANT_ENVOI
from tests.cellules import cellules
from tests.usines import AideFactory, EtapeAideFactory, ParcoursFactory

LE = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")


@pytest.fixture
def aide(parcours):
    aide = AideFactory(parcours=parcours)
    EtapeAideFactory(aide=aide)
    return aide


@pytest.fixture
def url(parcours):
    return reverse("parcours:aide_create", args=[parcours.pk])


@pytest.fixture
def url_etape(aide):
    return reverse("parcours:etape_aide_create", args=[aide.pk])


def saisie(**champs):
    demande = {"motif": "energie", "dispositif": "fsl", "objet": "La facture d’électricité", "date": "2026-11-20"}
    return demande | {"montant_demande": "312,50", "soumission": uuid.uuid4()} | champs


def etape(**champs):
    return {"etat": "instruction", "date": "2026-11-20", "soumission": uuid.uuid4()} | champs


@cellules("mot", ["fsl", "faj", "microcredit", "cheques_mobilite", "aide_mobilite"])
def test_fund_of_metier_4_8_may_be_asked(mot):
    assert mot in DispositifAide.values


def test_the_lists_of_metier_4_8_are_all_there():
    assert set(EtatAide) == {
        *(EtatAide.INCOMPLETE, EtatAide.INSTRUCTION, EtatAide.ACCORDEE, EtatAide.REFUSEE),
        *(EtatAide.AJOURNEE, EtatAide.ANNULEE, EtatAide.SANS_SUITE),
    } | set(AVANT_ENVOI)
    assert {"virement", "carte", "especes", "cheque", "bons"} == set(ModePaiement.values)
    assert {"energie", "alimentation", "logement", "autre"} <= set(MotifAide.values)


def test_a_whole_request_is_handed_to_the_fund(client_de, cip, url):
    response = client_de(cip).post(url, saisie())

    aide = AideFinanciere.objects.get()
    assert response.url == reverse("parcours:aide_detail", args=[aide.pk])
    assert (aide.montant_demande, aide.auteur) == (Decimal("312.50"), cip)
    assert (aide.derniere.etat, aide.derniere.date) == (EtatAide.INSTRUCTION, date(2026, 11, 20))


def test_a_request_with_pieces_missing_waits_for_them(client_de, cip, url):
    client_de(cip).post(url, saisie(pieces="Avis d’imposition\n\nQuittance de loyer"))

    aide = AideFinanciere.objects.get()
    assert aide.derniere.etat == EtatAide.INCOMPLETE
    assert aide.pieces_manquantes == ["Avis d’imposition", "Quittance de loyer"]


@cellules(
    ("champs", "phrase"),
    [
        ({"montant_demande": "0"}, "supérieur à zéro"),
        ({"montant_demande": "beaucoup"}, "Écrivez un montant en euros"),
        ({"date": "2026-11-23"}, "ne peut pas être dans le futur"),
        ({"objet": ""}, "obligatoire"),
    ],
    ids=["§4.8 amount of nothing", "§4.8 amount in words", "day after today", "no object"],
)
def test_refused_request_says_why_and_keeps_what_was_typed(client_de, cip, url, champs, phrase):
    response = client_de(cip).post(url, saisie(paroles="Je ne dors plus.") | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Je ne dors plus." in html
    assert AideFinanciere.objects.count() == 0


def test_request_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie()

    for _ in range(2):
        client.post(url, donnees)

    assert (AideFinanciere.objects.count(), EtapeAide.objects.count()) == (1, 1)


def test_ten_thousand_characters_are_kept_whole(client_de, cip, url):
    client_de(cip).post(url, saisie(situation="é" * 10_000))

    assert len(AideFinanciere.objects.get().situation) == 10_000


def test_decision_with_its_payment_is_one_step(client_de, cip, aide, url_etape):
    decision = etape(etat="accordee", montant_accorde="250", mode_paiement="virement", paye_le="2026-11-22")

    client_de(cip).post(url_etape, decision)

    (lue,) = AideFinanciere.objects.avec_etat()
    assert (lue.etat, lue.montant_accorde, lue.paye_le) == (EtatAide.ACCORDEE, Decimal("250"), LE)
    assert not AideFinanciere.objects.en_cours().exists()


@cellules(
    ("champs", "phrase"),
    [
        ({"etat": "accordee"}, "Combien a été accordé"),
        ({"etat": "refusee"}, "Un refus porte sa raison."),
        ({"etat": "instruction", "montant_accorde": "10"}, "Une aide accordée porte son montant, et elle seule."),
        ({"etat": "instruction", "mode_paiement": "cheque"}, "Seule une aide accordée se paie."),
        ({"etat": "accordee", "montant_accorde": "10", "paye_le": "2026-11-21"}, "Comment l’aide a-t-elle été payée"),
        (
            {"etat": "accordee", "montant_accorde": "10", "mode_paiement": "cheque", "paye_le": "2026-11-19"},
            "Le paiement ne peut pas précéder la décision.",
        ),
        ({"date": "2026-11-01"}, "La demande est du 02/11/2026"),
        ({"date": "2026-11-23"}, "ne peut pas être dans le futur"),
    ],
    ids=[
        "§4.8 granted without amount",
        "§4.8 refused without reason",
        "§4.8 amount before the decision",
        "§4.8 payment before the decision",
        "§4.8 paid, nobody knows how",
        "§4.8 paid the day before the decision",
        "the day before the request",
        "the day after today",
    ],
)
def test_impossible_step_is_refused_with_a_sentence(client_de, cip, url_etape, champs, phrase):
    response = client_de(cip).post(url_etape, etape(commentaire="Vu avec le FSL.") | champs)

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Vu avec le FSL." in html


@cellules(
    "champs",
    [
        {"etat": EtatAide.ACCORDEE},
        {"etat": EtatAide.REFUSEE},
        {"etat": EtatAide.INSTRUCTION, "montant_accorde": 10},
        {"etat": EtatAide.INSTRUCTION, "paye_le": LE},
    ],
)
def test_the_database_holds_the_same_rules(aide, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        EtapeAide.objects.create(aide=aide, date=LE, **champs)


def test_pieces_typed_before_the_state_changed_are_left_out(client_de, cip, aide, url_etape):
    client_de(cip).post(url_etape, etape(etat="instruction", pieces="Avis d’imposition"))

    assert aide.etapes.first().pieces == ""


def test_a_step_is_corrected_and_a_late_correction_shows_both(client_de, cip, collegue, aide):
    accordee = EtapeAideFactory(aide=aide, accordee=True, date=date(2026, 11, 20))
    url = reverse("parcours:etape_aide_update", args=[accordee.pk])
    saisie = etape(etat="accordee", version=0, montant_accorde="200")

    client_de(collegue).post(url, saisie | {"mode_paiement": "virement", "paye_le": "2026-11-21"})
    response = client_de(cip).post(url, saisie)

    accordee.refresh_from_db()
    assert (accordee.montant_accorde, accordee.paye_le) == (Decimal("200"), date(2026, 11, 21))
    assert response.status_code == 409


def test_a_request_is_corrected(client_de, cip, aide):
    client_de(cip).post(reverse("parcours:aide_update", args=[aide.pk]), saisie(version=0, date="2026-11-02"))

    aide.refresh_from_db()
    assert aide.objet == "La facture d’électricité"


def test_a_request_never_begins_after_its_first_step(client_de, cip, aide):
    url = reverse("parcours:aide_update", args=[aide.pk])

    assert client_de(cip).post(url, saisie(version=0, date="2026-11-03")).status_code == 422


def test_the_page_of_a_request_tells_each_step(client_de, cip, aide):
    EtapeAideFactory(aide=aide, refusee=True, date=date(2026, 11, 20))

    html = client_de(cip).get(reverse("parcours:aide_detail", args=[aide.pk])).content.decode()

    assert "312,50" in html
    assert "Ressources au-dessus du plafond" in html
    assert "Refusée" in html


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_readers_neither_read_nor_write_aids(request, client_de, aide, url, url_etape, role):
    client = client_de(request.getfixturevalue(role))

    assert client.post(url, saisie()).status_code == 403
    assert client.post(url_etape, etape()).status_code == 403
    assert client.get(reverse("parcours:aide_detail", args=[aide.pk])).status_code == 403


def test_stranger_finds_no_such_aid(client_de, etranger, aide, url, url_etape):
    client = client_de(etranger)

    assert client.post(url, saisie()).status_code == 404
    assert client.post(url_etape, etape()).status_code == 404
    assert client.post(reverse("parcours:aide_courrier", args=[aide.pk])).status_code == 404


@cellules("role", [Role.ENCADRANT, Role.LECTURE, Role.ADMINISTRATIF])
def test_the_database_shows_no_aid_to_who_does_not_follow_people(aide, cip, role):
    with contexte(aide.structure_id, utilisateur_id=cip.pk, role=role):
        assert not AideFinanciere.objects.exists()
        assert not EtapeAide.objects.exists()


def test_each_step_is_in_the_thread(aide):
    EtapeAideFactory(aide=aide, accordee=True, date=date(2026, 11, 20))

    accordee, demandee, _ = evenements(aide.parcours.beneficiaire)

    assert accordee.titre == "Aide financière : accordée"
    assert "250 € accordés" in accordee.mots
    assert "312,50 € demandés" in demandee.mots


def test_appuis_costs_the_same_with_one_and_with_three_aids(client_de, cip, aide, requetes):
    client, url = client_de(cip), reverse("parcours:appuis_list", args=[aide.parcours.beneficiaire_id])
    client.get(url)
    with requetes() as une:
        client.get(url)
    for autre in AideFactory.create_batch(2, parcours=aide.parcours):
        EtapeAideFactory(aide=autre)

    with requetes() as trois:
        client.get(url)

    assert len(trois) == len(une)
