"""A thousand messages, two workers and two killed with −9: each is received once, at a real SMTP and HTTP server."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller
from django.db import connections

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi, Beneficiaire
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.models import Parcours, RendezVous
from pilotage.enums import EtatEnvoi
from pilotage.envois.preparation import preparer
from pilotage.envois.remise import LOT
from pilotage.models import Envoi
from tests.conftest import membre
from tests.pilotage.test_courriels_smtp import port_libre
from tests.usines import DispositifFactory, StructureFactory

pytestmark = pytest.mark.django_db(transaction=True)
PARIS = ZoneInfo("Europe/Paris")
J_MOINS_2 = datetime(2026, 11, 24, 9, 0, tzinfo=PARIS)
PERSONNES = 500  # twice as many messages
#: Past this many messages received, the servers keep the next one of a worker to kill waiting for its answer.
AVANT_LA_MORT = 50

#: The addresses of the whole application, which take seconds to import, are not needed to write one link.
TRAVAILLEUR = """
import sys, types, django
django.setup()
from datetime import datetime
from django.conf import settings
from django.urls import include, path
adresses = types.ModuleType("adresses")
adresses.urlpatterns = [path("", include(([path("r/<str:jeton>/", print, name="empechement")], "pilotage")))]
sys.modules["adresses"], settings.ROOT_URLCONF = adresses, "adresses"
from django.core.mail.utils import DNS_NAME
from pilotage.envois.remise import distribuer
structure, nom, port_smtp, port_sms, instant = sys.argv[1:]
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", int(port_smtp), 300
settings.SMS_URL, settings.SMS_JETON, settings.SMS_DELAI = f"http://127.0.0.1:{port_sms}/", nom, 300
DNS_NAME._fqdn = nom
instant = datetime.fromisoformat(instant)
distribuer(int(structure), lambda: instant)
"""


class Serveurs:
    """An SMTP server and an SMS provider. Each worker says its name; those of `tenus` are held at one step."""

    def __init__(self):
        self.courriels, self.sms = [], []
        self.tenus = {"meurt-avant-le-texte": threading.Event(), "meurt-apres-le-texte": threading.Event()}
        self.fini = threading.Event()
        serveurs = self

        class Prestataire(BaseHTTPRequestHandler):
            def do_POST(self):
                corps = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                serveurs.sms.append(corps["to"])
                nom = self.headers["Authorization"].removeprefix("Bearer ")
                if nom == "meurt-apres-le-texte" and len(serveurs.sms) > AVANT_LA_MORT:
                    serveurs.tenus[nom].set()
                    serveurs.fini.wait(300)  # taken, never confirmed
                    return
                self.send_response(202)
                self.end_headers()

            def log_message(self, *args):
                """Say nothing on the terminal."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Prestataire)

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        if session.host_name == "meurt-avant-le-texte" and len(self.courriels) > AVANT_LA_MORT:
            self.tenus[session.host_name].set()
            await asyncio.sleep(300)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.courriels += envelope.rcpt_tos
        return "250 OK"

    @contextmanager
    def ouverts(self):
        smtp = Controller(self, hostname="127.0.0.1", port=port_libre())
        smtp.start()
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        try:
            yield smtp.port, self.http.server_port
        finally:
            self.fini.set()
            self.http.shutdown()
            self.http.server_close()
            smtp.stop()


def mille_messages(structure):
    """Five hundred people who agreed to both channels, each with an appointment in two days."""
    cip = membre(structure, Role.CHARGE_INSERTION)
    with contexte(structure.pk):
        dispositif = DispositifFactory()
        personnes = Beneficiaire.objects.bulk_create(
            Beneficiaire(structure=structure, nom=f"B{n}", email=f"p{n}@exemple.fr", telephone=f"+336{n:08d}")
            for n in range(PERSONNES)
        )
        parcours = Parcours.objects.bulk_create(
            Parcours(structure=structure, beneficiaire=p, dispositif=dispositif, date_entree=date(2026, 1, 5))
            for p in personnes
        )
        debut = J_MOINS_2 + timedelta(days=2)
        RendezVous.objects.bulk_create(
            RendezVous(structure=structure, parcours=p, utilisateur=cip, debut=debut) for p in parcours
        )
        AccordEnvoi.objects.bulk_create(
            AccordEnvoi(structure=structure, beneficiaire=p, canal=c, donne_le=date(2026, 11, 2), recueilli_par=cip)
            for p in personnes
            for c in Canal
        )


@contextmanager
def travailleur(structure, nom, ports, instant=J_MOINS_2):
    """Another process, on the test database; killed with −9 when the block ends, if it is still there."""
    base = connections["default"].settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{base}").geturl()
    environnement = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "insertion.settings"}
    arguments = [str(structure.pk), nom, *map(str, ports), instant.isoformat()]
    with subprocess.Popen([sys.executable, "-c", TRAVAILLEUR, *arguments], env=environnement) as processus:
        try:
            yield processus
        finally:
            processus.send_signal(signal.SIGKILL)


def compter(structure):
    with contexte(structure.pk):
        lus = list(Envoi.objects.values_list("etat", flat=True))
    return {etat: lus.count(etat) for etat in set(lus)}


def test_a_thousand_messages_are_received_once_each_by_two_workers_and_two_killed_ones(transactional_db, settings):
    settings.SMS_URL = "http://127.0.0.1/"
    structure, serveurs = StructureFactory(), Serveurs()
    mille_messages(structure)
    assert len(preparer(structure.pk, J_MOINS_2)) == 2 * PERSONNES

    with serveurs.ouverts() as ports:
        with ExitStack() as equipe:
            for nom in serveurs.tenus:
                equipe.enter_context(travailleur(structure, nom, ports))
            for nom, tenu in serveurs.tenus.items():
                assert tenu.wait(300), nom
        apres_la_mort = compter(structure)
        plus_tard = J_MOINS_2 + timedelta(minutes=1)  # the lease of the dead is over
        with ExitStack() as equipe:
            deux = [equipe.enter_context(travailleur(structure, nom, ports, plus_tard)) for nom in ("un", "deux")]
            assert [processus.wait(300) for processus in deux] == [0, 0]

    for recus in (serveurs.courriels, serveurs.sms):
        assert (len(recus), len(set(recus))) == (PERSONNES, PERSONNES)
    assert apres_la_mort[EtatEnvoi.INCERTAIN] == 1
    assert 1 <= apres_la_mort[EtatEnvoi.PRIS] < 2 * LOT  # what the dead held beside: sent by the others
    assert compter(structure) == {EtatEnvoi.ENVOYE: 2 * PERSONNES - 1, EtatEnvoi.INCERTAIN: 1}
