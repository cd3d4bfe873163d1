"""What makes a fault of `make chaos` held or not, and gateways that behave as badly as they are told."""

import http.client
import smtplib

import pytest

from chaos.compte_rendu import NonEssaye, Resultat, tableau
from chaos.horloge import vers_le_jour
from chaos.passerelles import EN_PANNE, MENTEUSE, OCCUPEE, passerelles
from tests.cellules import cellules


@cellules(
    "resultat, tenu",
    [
        (Resultat("", secondes=29.0), True),
        (Resultat("", perdus=1), False),
        (Resultat("", doubles=1), False),
        (Resultat("", secondes=31.0), False),
        (Resultat("", defauts=["une page a répondu 500"]), False),
    ],
)
def test_a_fault_is_held_when_nothing_is_lost_nor_doubled_and_all_is_well_in_time(resultat, tenu):
    assert resultat.tenu is tenu


@cellules("maintenant, heures", [("08:00", 2), ("10:30", 0), ("16:59", 0), ("20:00", 14)])
def test_a_run_works_by_day_and_never_in_the_past(time_machine, maintenant, heures):
    time_machine.move_to(f"2026-11-30T{maintenant}:00+01:00", tick=False)

    assert vers_le_jour() == heures * 3600


def test_what_could_not_be_tried_is_never_said_to_be_held(capsys):
    tableau([("F5", "disque plein", str(NonEssaye("il faut être root")))])

    assert "non essayé : il faut être root" in capsys.readouterr().out


@pytest.fixture
def lieu():
    with passerelles() as lieu:
        yield lieu


def poster(lieu, cle):
    connexion = http.client.HTTPConnection("127.0.0.1", lieu.ports["sms"], timeout=5)
    try:
        connexion.request("POST", "/", '{"to": "+33612345678"}', {"Idempotency-Key": cle})
        return connexion.getresponse().status
    except http.client.RemoteDisconnected:
        return None
    finally:
        connexion.close()


def ecrire(lieu, cle):
    with smtplib.SMTP("127.0.0.1", lieu.ports["courriel"], timeout=5) as serveur:
        serveur.sendmail("a@exemple.fr", ["b@exemple.fr"], f"Message-ID: <{cle}@exemple.fr>\r\n\r\nBonjour")


def test_a_provider_takes_refuses_fails_or_takes_and_says_nothing(lieu):
    codes = []
    for humeur in ("bonne", OCCUPEE, EN_PANNE, MENTEUSE):
        lieu.humeurs["sms"] = humeur
        codes.append(poster(lieu, humeur))

    assert codes == [202, 429, 500, None]
    assert lieu.cles() == {"bonne", MENTEUSE}


def test_a_mail_server_counts_what_it_takes_and_what_comes_twice(lieu):
    for _ in "12":
        ecrire(lieu, "rdv.1")
    lieu.humeurs["courriel"] = MENTEUSE
    with pytest.raises(smtplib.SMTPServerDisconnected):
        ecrire(lieu, "rdv.2")

    assert (lieu.cles(), lieu.en_double()) == ({"rdv.1", "rdv.2"}, 1)
