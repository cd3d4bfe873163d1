"""Real PostgreSQL, a real SMTP server, real workers: two at once, then one killed with −9 at each step."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, connections

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from pilotage import courriels
from pilotage.enums import EtatEnvoi, MotifRappel
from pilotage.models import CourrielRappels, Rappel
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, StructureFactory

pytestmark = pytest.mark.django_db(transaction=True)
MATIN = datetime(2026, 11, 24, 7, 30, tzinfo=ZoneInfo("Europe/Paris"))


class Boite:
    """An SMTP server: `silence` is the step at which it stops answering; `refus` what it answers there."""

    def __init__(self):
        self.messages, self.arrive = [], threading.Event()
        self.silence, self.refus = "", ""

    async def _etape(self, nom, reponse):
        if self.silence == nom:
            self.arrive.set()
            await asyncio.sleep(30)
        return self.refus if self.refus and nom in ("RCPT", "DATA") else reponse

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        return await self._etape("RCPT", "250 OK")

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(envelope.content.decode())
        return await self._etape("DATA", "250 OK")


def port_libre():
    with socket.create_server(("127.0.0.1", 0)) as serveur:
        return serveur.getsockname()[1]


@pytest.fixture
def boite(settings):
    boite = Boite()
    controleur = Controller(boite, hostname="127.0.0.1", port=port_libre())
    controleur.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controleur.port
    settings.EMAIL_TIMEOUT = 2
    yield boite
    controleur.stop()


@pytest.fixture
def lieu(transactional_db):
    """A structure whose rows are committed, so that other connections see them."""
    return StructureFactory()


def rappeler(structure, nombre=1):
    with contexte(structure.pk):
        for rang in range(nombre):
            Rappel.objects.create(
                utilisateur=membre(structure, Role.CHARGE_INSERTION),
                beneficiaire=BeneficiaireFactory(),
                motif=MotifRappel.RENDEZ_VOUS,
                objet_id=rang,
                echeance=date(2026, 11, 24),
                texte="Rendez-vous prévu.",
                url="/",
            )


def passer(structure, maintenant=MATIN):
    prets = courriels.preparer(structure.pk, maintenant)
    return [courriels.envoyer(structure.pk, pk, maintenant) for pk in prets]


def etats(structure):
    with contexte(structure.pk):
        return sorted(CourrielRappels.objects.values_list("etat", flat=True))


def test_two_workers_at_once_send_each_digest_once(lieu, boite):
    rappeler(lieu, nombre=6)
    depart = threading.Barrier(2)

    def travailler(_):
        depart.wait()
        try:
            return passer(lieu)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as deux:
        list(deux.map(travailler, range(2)))

    destinataires = [m.split("To: ")[1].split()[0] for m in boite.messages]
    assert (len(boite.messages), len(set(destinataires))) == (6, 6)
    assert etats(lieu) == [EtatEnvoi.ENVOYE] * 6


TRAVAILLEUR = """
import sys, django
django.setup()
from datetime import datetime
from django.conf import settings
from pilotage import courriels
structure, port, instant = sys.argv[1:]
settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", int(port), 30
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
instant = datetime.fromisoformat(instant)
for pk in courriels.preparer(int(structure), instant):
    courriels.envoyer(int(structure), pk, instant)
"""


@contextlib.contextmanager
def travailleur(structure, port):
    """Another process, on the test database; killed with −9 when the block ends."""
    base = connections["default"].settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{base}").geturl()
    environnement = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "insertion.settings"}
    arguments = [sys.executable, "-c", TRAVAILLEUR, str(structure.pk), str(port), MATIN.isoformat()]
    with subprocess.Popen(arguments, env=environnement) as processus:
        try:
            yield processus
        finally:
            processus.send_signal(signal.SIGKILL)


@pytest.mark.parametrize(
    ("etape", "apres_la_mort", "apres_le_bail", "recus"),
    [
        ("RCPT", EtatEnvoi.PRIS, EtatEnvoi.ENVOYE, 1),
        ("DATA", EtatEnvoi.INCERTAIN, EtatEnvoi.INCERTAIN, 1),
    ],
)
def test_a_killed_worker_loses_nothing_and_repeats_nothing(
    lieu, boite, settings, etape, apres_la_mort, apres_le_bail, recus
):
    rappeler(lieu)
    boite.silence = etape
    with travailleur(lieu, settings.EMAIL_PORT):
        assert boite.arrive.wait(30)
    boite.silence = ""

    mort = etats(lieu)
    passer(lieu, MATIN + timedelta(seconds=30))
    passer(lieu, MATIN + timedelta(minutes=1))

    assert (mort, etats(lieu), len(boite.messages)) == ([apres_la_mort], [apres_le_bail], recus)


def test_killed_before_reaching_the_server_it_is_sent_after_the_lease(lieu, boite):
    rappeler(lieu)
    (pk,) = courriels.preparer(lieu.pk, MATIN)
    courriels._prendre(lieu.pk, pk, MATIN)  # committed; the worker dies before the connection

    avant = passer(lieu, MATIN + timedelta(seconds=30))
    apres = passer(lieu, MATIN + timedelta(minutes=1))

    assert (avant, apres, len(boite.messages)) == ([], [EtatEnvoi.ENVOYE], 1)


@pytest.mark.parametrize(("etape", "etat"), [("RCPT", EtatEnvoi.A_ENVOYER), ("DATA", EtatEnvoi.INCERTAIN)])
def test_silence_before_the_text_is_tried_again_and_after_it_is_not(lieu, boite, etape, etat):
    rappeler(lieu)
    boite.silence = etape

    premier = passer(lieu)
    boite.silence = ""
    passer(lieu, MATIN + timedelta(minutes=2))

    assert premier == [etat]
    assert len(boite.messages) == 1


@pytest.mark.parametrize(
    ("refus", "etat"),
    [("451 plus tard", EtatEnvoi.A_ENVOYER), ("550 camille.dubois inconnue", EtatEnvoi.ECHEC)],
)
def test_a_refusal_is_tried_later_or_given_up_and_shown_without_an_address(lieu, boite, refus, etat):
    rappeler(lieu)
    boite.refus = refus

    resultat = passer(lieu)

    with contexte(lieu.pk):
        courriel = CourrielRappels.objects.get()
    assert resultat == [etat]
    assert courriel.message == f"Refusé (adresse refusée {refus[:3]})."
    assert boite.messages == []


def test_a_server_that_is_down_is_tried_again_with_longer_and_longer_waits(lieu, boite, settings):
    rappeler(lieu)
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    instant, attentes = MATIN, []
    for _ in range(4):
        passer(lieu, instant)
        with contexte(lieu.pk):
            prochain = CourrielRappels.objects.get().prochain_essai_at
        attentes.append((prochain - instant).total_seconds() / 60)
        instant = prochain
    settings.EMAIL_PORT = port

    resultat = passer(lieu, instant)

    assert attentes == [1, 5, 15, 30]
    assert (resultat, len(boite.messages)) == ([EtatEnvoi.ENVOYE], 1)
