"""A8: a thousand passwords are tried: few are looked at, nobody is locked out, nothing tells which accounts exist."""

import os
import re

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.core.cache import caches
from django.test import Client

MOT_DE_PASSE = "un mot de passe de test"
#: `make surete` tries a thousand.
ESSAIS = int(os.environ.get("ESSAIS", "60"))
DEMANDES = min(ESSAIS, 100)


@pytest.fixture(autouse=True)
def demonstration(settings):
    settings.SECOND_FACTEUR = False  # the password alone is the subject here


@pytest.fixture
def regardes(monkeypatch):
    """The passwords that reached the hasher."""
    vus, encoder = [], hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher, "encode", lambda soi, mot, sel: vus.append(mot) or encoder(soi, mot, sel)
    )
    return vus


def ip(n):
    return f"203.0.{n // 250}.{n % 250}"


def entrer(client, email, mot_de_passe="ce n’est pas le bon", ip="203.0.113.1"):
    return client.post("/compte/login/", {"login": email, "password": mot_de_passe}, REMOTE_ADDR=ip)


def test_few_passwords_of_one_address_are_looked_at_and_the_colleague_enters_from_elsewhere(cip, regardes, mesurer):
    attaquant, collegue = Client(), Client()
    for n in range(ESSAIS):
        reponse = entrer(attaquant, cip.email, f"essai numéro {n}")

    mesurer("Mots de passe essayés sur un compte", ESSAIS)
    assert len(regardes) <= 20
    assert "Trop d’essais ratés" in reponse.content.decode() or reponse.status_code == 429
    assert entrer(collegue, cip.email, MOT_DE_PASSE, ip="198.51.100.7").status_code == 302


def test_many_addresses_slow_the_account_down_but_not_a_browser_that_has_opened_it(cip, regardes):
    bureau = Client()
    assert entrer(bureau, cip.email, MOT_DE_PASSE, ip="198.51.100.7").status_code == 302
    bureau.cookies.pop("session")
    regardes.clear()

    for n in range(ESSAIS):
        entrer(Client(), cip.email, ip=ip(n))

    assert len(regardes) == 30
    assert entrer(Client(), cip.email, MOT_DE_PASSE, ip="192.0.2.1").status_code == 200  # a stranger, even right
    assert entrer(bureau, cip.email, MOT_DE_PASSE, ip=ip(1)).status_code == 302


def test_known_and_unknown_addresses_get_the_same_answer_for_the_same_work(cip, regardes):
    corps = []
    for email in (cip.email, "personne@exemple.fr"):
        reponse = entrer(Client(), email)
        corps.append(
            (reponse.status_code, re.sub(r'(csrfmiddlewaretoken" value|login" value)="[^"]*"', "", reponse.text))
        )
        corps[-1] += (len(regardes),)
        regardes.clear()

    assert corps[0] == corps[1]


def test_a_hundred_demands_send_three_messages_and_tell_nothing(cip):
    client, statuts = Client(), []
    for n in range(DEMANDES):
        reponse = client.post("/compte/password/reset/", {"email": cip.email}, REMOTE_ADDR=ip(n))
        statuts.append(reponse.status_code)
    inconnue = [
        client.post("/compte/password/reset/", {"email": "personne@exemple.fr"}).status_code for _ in range(5)
    ]

    assert len([m for m in mail.outbox if m.to == [cip.email]]) == 3
    assert statuts[:5] == inconnue == [302, 302, 302, 429, 429]
    assert "Trop d’essais" in reponse.content.decode()


def test_the_counts_do_not_need_redis():
    assert "Database" in type(caches["default"]).__name__
