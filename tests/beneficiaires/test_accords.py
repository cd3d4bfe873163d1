"""Nobody is written to without having agreed, by this very channel; an agreement is dated, and can be taken back."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import AccordEnvoi
from beneficiaires.models.accords import DEMANDE
from tests.usines import AccordEnvoiFactory, BeneficiaireFactory


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali", email="amina@exemple.fr")


def ajout(personne):
    return reverse("beneficiaires:accord_create", args=[personne.pk])


def saisie(**champs):
    return {"canal": "courriel", "donne_le": "2026-11-02", "soumission": uuid.uuid4()} | champs


def test_an_agreement_is_noted_with_its_day_its_question_and_who_asked(client_de, cip, amina):
    reponse = client_de(cip).post(ajout(amina), saisie())

    accord = AccordEnvoi.objects.get()
    html = client_de(cip).get(reponse.url).content.decode()
    assert (accord.donne_le, accord.demande, accord.recueilli_par) == (date(2026, 11, 2), DEMANDE, cip)
    assert "recueilli par Camille Dubois" in html


def test_the_day_proposed_is_today(client_de, cip, amina):
    html = client_de(cip).get(ajout(amina)).content.decode()

    assert f'value="{timezone.localdate():%Y-%m-%d}"' in html


def test_an_agreement_taken_back_stays_written_and_may_be_given_again(client_de, cip, amina):
    accord = AccordEnvoiFactory(beneficiaire=amina)
    client = client_de(cip)

    client.post(reverse("beneficiaires:accord_retrait", args=[accord.pk]))
    client.post(ajout(amina), saisie())

    accord.refresh_from_db()
    assert accord.retire_le == timezone.localdate()
    assert AccordEnvoi.objects.en_cours().count() == 1
    assert AccordEnvoi.objects.count() == 2


@pytest.mark.parametrize(
    ("champs", "message"),
    [
        ({"canal": "pigeon"}, "choix"),
        ({"canal": "sms"}, "Notez d’abord son téléphone dans son identité."),
        ({"donne_le": (timezone.localdate() + timedelta(days=2)).isoformat()}, "Un accord se note le jour où"),
    ],
)
def test_a_refused_agreement_says_why(client_de, cip, amina, settings, champs, message):
    settings.SMS_URL = "console:"
    reponse = client_de(cip).post(ajout(amina), saisie(**champs))

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert not AccordEnvoi.objects.exists()


def test_an_agreement_by_channel_is_noted_once(client_de, cip, amina):
    AccordEnvoiFactory(beneficiaire=amina)

    reponse = client_de(cip).post(ajout(amina), saisie())

    assert reponse.status_code == 422
    assert "Cet accord est déjà noté." in reponse.content.decode()


def test_where_no_sms_can_leave_none_is_proposed(client_de, cip, amina, settings):
    settings.SMS_URL = ""
    assert "SMS" not in client_de(cip).get(ajout(amina)).content.decode()


def test_agreements_are_closed_to_strangers_and_readers(client_de, etranger, lecteur, amina):
    retrait = reverse("beneficiaires:accord_retrait", args=[AccordEnvoiFactory(beneficiaire=amina).pk])

    for adresse in (ajout(amina), retrait):
        assert [client_de(q).post(adresse, saisie()).status_code for q in (etranger, lecteur)] == [404, 403]
