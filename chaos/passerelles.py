"""An SMTP server, an SMS provider and an antivirus that remember what they took, and behave as they are told."""

import asyncio
import json
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller

from outillage.processus import port_libre

#: How a gateway is: it answers at once; takes what it is given, then cuts; wants it later; fails; takes a minute.
BONNE, MENTEUSE, OCCUPEE, EN_PANNE, LENTE = "bonne", "menteuse", "occupée", "en panne", "lente"


@dataclass(frozen=True)
class Recu:
    porte: str
    cle: str
    a_qui: str
    at: float


@dataclass
class Passerelles:
    """`humeurs` is how each door behaves, `politesse` how long (seconds) a good one takes to answer."""

    humeurs: dict[str, str] = field(default_factory=lambda: {"courriel": BONNE, "sms": BONNE})
    politesse: float = 0.0
    lenteur: float = 60.0
    recus: list[Recu] = field(default_factory=list)
    ports: dict[str, int] = field(default_factory=dict)

    def oublier(self) -> None:
        """As new: nothing received, everybody in a good mood."""
        self.recus.clear()
        self.humeurs.update(courriel=BONNE, sms=BONNE)
        self.politesse = 0.0

    def noter(self, porte: str, cle: str, a_qui: str) -> None:
        self.recus.append(Recu(porte, cle, a_qui, time.time()))

    def cles(self) -> set[str]:
        return {recu.cle for recu in self.recus}

    def en_double(self) -> int:
        """How many came once more than they should have."""
        return sum(fois - 1 for fois in Counter(recu.cle for recu in self.recus).values())

    # --- the SMTP server (aiosmtpd) -----------------------------------------------------------------

    async def handle_DATA(self, server, session, envelope) -> str:
        humeur = self.humeurs["courriel"]
        if humeur == OCCUPEE:
            return "451 plus tard"
        if humeur == EN_PANNE:
            return "421 en panne"
        message = message_from_bytes(envelope.content)
        self.noter("courriel", message["Message-ID"].strip("<>").partition("@")[0], envelope.rcpt_tos[0])
        if humeur == MENTEUSE:
            server.transport.abort()
        await asyncio.sleep(self.lenteur if humeur == LENTE else self.politesse)
        return "250 OK"


@contextmanager
def passerelles() -> Iterator[Passerelles]:
    """The two doors, open for the time of the block."""
    lieu = Passerelles()
    smtp = Controller(lieu, hostname="127.0.0.1", port=port_libre())
    http = ThreadingHTTPServer(("127.0.0.1", 0), _prestataire(lieu))
    http.daemon_threads = True
    lieu.ports = {"courriel": smtp.port, "sms": http.server_port}
    smtp.start()
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield lieu
    finally:
        http.shutdown()
        http.server_close()
        smtp.stop()


def _prestataire(lieu: Passerelles) -> type:
    """The SMS provider: {"to", "from", "text"} in JSON, and an `Idempotency-Key`."""

    class Prestataire(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            humeur = lieu.humeurs["sms"]
            corps = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if humeur in (OCCUPEE, EN_PANNE):
                self._repondre(429 if humeur == OCCUPEE else 500)
                return
            lieu.noter("sms", self.headers["Idempotency-Key"], corps["to"])
            if humeur == MENTEUSE:
                self.close_connection = True
                return
            time.sleep(lieu.lenteur if humeur == LENTE else lieu.politesse)
            self._repondre(202)

        def _repondre(self, code: int) -> None:
            self.send_response(code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing on the terminal."""

    return Prestataire


@contextmanager
def antivirus(port: int, age: timedelta = timedelta()) -> Iterator[None]:
    """A clamd that finds everything clean, whose signatures are `age` old."""
    date = f"{datetime.now(UTC) - age:%a %b %d %H:%M:%S %Y}"

    class Clamd(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            commande = self.rfile.readline().strip()
            if commande == b"nVERSION":
                self.wfile.write(f"ClamAV 1.4.3/27500/{date}\n".encode())
            elif commande == b"nINSTREAM":
                while taille := int.from_bytes(self.rfile.read(4)):
                    self.rfile.read(taille)
                self.wfile.write(b"stream: OK\n")

    socketserver.ThreadingTCPServer.allow_reuse_address = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), Clamd) as serveur:
        threading.Thread(target=serveur.serve_forever, daemon=True).start()
        try:
            yield
        finally:
            serveur.shutdown()
