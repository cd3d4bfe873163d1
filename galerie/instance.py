"""The private servers that the pages are asked of, with the demonstration's data of today."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from outillage.affichage import etape
from outillage.demo import attendre_la_page, preparer, reglages_de_la_demo
from outillage.dossier import RACINE, Dossier
from outillage.processus import environnement_propre, lancer, port_libre
from outillage.services import services

WEB = ("gunicorn", "insertion.wsgi:application", "--workers", "1", "--threads", "4", "--no-control-socket")


@contextmanager
def instance() -> Iterator[str]:
    """The address of the site, for the time of the block; this process becomes a client of its database."""
    port, dossier = port_libre(), Dossier(RACINE / ".tremplin" / "galerie").ouvrir()
    with services(dossier, rapide=True) as serveurs:
        environnement = {**environnement_propre(), **reglages_de_la_demo(port), **serveurs, "ATELIER_GRAPHIQUE": "1"}
        preparer(environnement)
        url = f"http://127.0.0.1:{port}"
        commande = [sys.executable, "-m", *WEB, "--bind", f"127.0.0.1:{port}"]
        with etape("Serveur web"):
            web = lancer("web", commande, dossier.journal("web"), cwd=RACINE, env=environnement)
            try:
                attendre_la_page(f"{url}/")
            except BaseException:
                web.arreter()
                raise
        try:
            _ouvrir_django(environnement)
            yield url
        finally:
            web.arreter()


def _ouvrir_django(environnement: dict[str, str]) -> None:
    import django  # noqa: PLC0415 -- the settings are known now

    # Playwright runs an event loop in this thread; the queries are ours, in that same thread.
    os.environ.update(environnement, DJANGO_ALLOW_ASYNC_UNSAFE="1")
    django.setup()
