import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.enums import Role
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, ReferentFactory, SituationFactory


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


def ajout(beneficiaire):
    return reverse("beneficiaires:situation_create", args=[beneficiaire.pk])


def modification(situation):
    return reverse("beneficiaires:situation_update", args=[situation.pk])


def confier(beneficiaire):
    return reverse("beneficiaires:referent_create", args=[beneficiaire.pk])


def test_a_situation_is_added_with_its_dates(amina, cip, client_de):
    reponse = client_de(cip).post(ajout(amina), {"nature": "rsa", "debut": "2024-03-01", "precision": " socle "})

    situation = Situation.objects.get()
    assert reponse.url == reverse("beneficiaires:beneficiaire_detail", args=[amina.pk])
    assert (situation.beneficiaire, situation.nature, situation.debut, situation.fin, situation.precision) == (
        amina,
        "rsa",
        date(2024, 3, 1),
        None,
        "socle",
    )


@cellules(
    ("champs", "message"),
    [
        ({"nature": ""}, "obligatoire"),
        ({"nature": "inventee"}, "choix"),
        ({"debut": "2026-05-01", "fin": "2026-04-01"}, "La fin ne peut pas précéder le début."),
        ({"debut": "2025-06-01"}, "Cette situation est déjà notée à ces dates."),
        ({"precision": "x" * 10_000}, "120"),
    ],
)
def test_a_refused_situation_says_why(amina, cip, client_de, champs, message):
    SituationFactory(beneficiaire=amina, debut=date(2025, 1, 1))

    reponse = client_de(cip).post(ajout(amina), {"nature": "rsa"} | champs)

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert Situation.objects.count() == 1


def test_a_situation_ends_without_being_erased(amina, cip, client_de):
    situation = SituationFactory(beneficiaire=amina)

    envoi = {"nature": "rsa", "debut": "2024-03-01", "fin": "2026-10-31", "version": "0"}
    client_de(cip).post(modification(situation), envoi)

    situation.refresh_from_db()
    assert (situation.debut, situation.fin) == (date(2024, 3, 1), date(2026, 10, 31))


def test_two_people_correcting_one_situation_see_both_versions(amina, cip, collegue, client_de):
    situation, lue = SituationFactory(beneficiaire=amina), {"nature": "rsa", "version": "0"}
    client_de(collegue).post(modification(situation), lue | {"precision": "socle"})

    reponse = client_de(cip).post(modification(situation), lue | {"precision": "majoré"})

    assert reponse.status_code == 409
    assert all(mot in reponse.content.decode() for mot in ("socle", "majoré"))
    assert Situation.objects.get().precision == "socle"


def test_the_same_situation_sent_twice_is_noted_once(amina, cip, client_de):
    client, envoi = client_de(cip), {"nature": "permis_b", "soumission": uuid.uuid4()}

    codes = [client.post(ajout(amina), envoi).status_code for _ in range(2)]

    assert codes == [302, 302]
    assert Situation.objects.count() == 1


def test_situations_are_written_by_colleagues_only(amina, collegue, etranger, lecteur, client_de):
    situation = SituationFactory(beneficiaire=amina)
    envoi = {"nature": "permis_b"}

    codes = [
        [client_de(qui).post(adresse, envoi).status_code for qui in (collegue, etranger, lecteur)]
        for adresse in (ajout(amina), modification(situation))
    ]

    assert codes[0] == [302, 404, 403]
    assert codes[1][1:] == [404, 403]


def test_administrative_staff_may_note_a_sensitive_situation(structure, amina, client_de):
    secretaire = membre(structure, Role.ADMINISTRATIF)

    client_de(secretaire).post(ajout(amina), {"nature": "rqth"})

    assert Situation.objects.get().nature == NatureSituation.RQTH


@time_machine.travel("2026-11-22 10:00 +0100", tick=False)
def test_entrusting_somebody_closes_the_former_referent(amina, cip, collegue, client_de):
    ancien = ReferentFactory(beneficiaire=amina, utilisateur=cip)

    reponse = client_de(cip).post(confier(amina), {"utilisateur": collegue.pk})

    ancien.refresh_from_db()
    assert reponse.status_code == 302
    assert ancien.fin == date(2026, 11, 22)
    assert Referent.objects.get(fin=None).utilisateur == collegue


def test_entrusting_asks_for_a_colleague_of_the_structure(amina, cip, etranger, client_de):
    codes = [client_de(cip).post(confier(amina), {"utilisateur": qui}).status_code for qui in ("", etranger.pk)]

    assert codes == [422, 422]
    assert not Referent.objects.exists()


def test_entrusting_is_refused_to_strangers_and_readers(amina, collegue, etranger, lecteur, client_de):
    codes = [
        client_de(qui).post(confier(amina), {"utilisateur": qui.pk}).status_code
        for qui in (collegue, etranger, lecteur)
    ]

    assert codes == [302, 404, 403]


def test_the_header_says_what_somebody_lives_on(amina):
    for nature, debut in (("rsa", date(2026, 1, 1)), ("salaire", date(2026, 3, 1)), ("retraite", date(2026, 6, 1))):
        SituationFactory(beneficiaire=amina, nature=nature, debut=debut)

    jours = (date(2026, 2, 1), date(2026, 4, 1), date(2026, 7, 1))
    vues = [Beneficiaire.objects.pour_fiche(le).get(pk=amina.pk).ressource for le in jours]
    assert vues == ["RSA", "Salaire ou revenu d’activité", "Pension de retraite"]
