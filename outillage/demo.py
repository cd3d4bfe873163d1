"""`make demo`: Tremplin and all that it needs, running on this machine until Ctrl-C.

python -m outillage.demo            starts everything and stays there
python -m outillage.demo --vider    removes the data of this folder
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from outillage import paquets_front
from outillage.affichage import Abandon, dire, ecrire, etape
from outillage.bases import enlever
from outillage.dossier import RACINE, Dossier
from outillage.processus import (
    EN_MARCHE,
    environnement_propre,
    exiger_que_tout_tourne,
    interruptible,
    lancer,
    pause,
    s_arreter_aux_signaux,
)
from outillage.services import services


def main() -> int:
    s_arreter_aux_signaux()
    try:
        dossier = Dossier(Path(os.environ.get("DONNEES") or RACINE / ".tremplin"))
        if "--vider" in sys.argv:
            vider(dossier.ouvrir())
        else:
            port = _port()
            demarrer(dossier.ouvrir(), port)
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
        return 1
    except KeyboardInterrupt:
        dire("Interrompu : ce qui avait démarré est arrêté.")
        return 130
    return 0


def demarrer(dossier: Dossier, port: int) -> None:
    """Start everything in order, then watch; leaving this function stops what it started, in reverse order."""
    with en_marche(dossier, port) as reglages, _reglages_notes(dossier, reglages):
        _annoncer(dossier, port)
        _veiller()
    dire("Tremplin est arrêté, les données sont gardées.")


@contextmanager
def en_marche(dossier: Dossier, port: int) -> Iterator[dict[str, str]]:
    """The demonstration, prepared and served for the time of the block; gives its settings."""
    with etape("Polices et icônes"):
        paquets_front.assurer()
    with ExitStack() as pile:
        reglages = {**reglages_de_la_demo(port), **pile.enter_context(services(dossier))}
        environnement = {**environnement_propre(), **reglages}
        preparer(environnement)
        with etape("Serveur web et tâches"):
            _servir(pile, dossier, environnement, port)
            attendre_la_page(f"http://127.0.0.1:{port}/")
        yield reglages


def vider(dossier: Dossier) -> None:
    if url := os.environ.get("DATABASE_URL"):
        enlever(dossier, url)
    gardees = [] if url else list(dossier.instance.get("serveurs", {}))
    restes = dossier.vider()
    dire(f"Les données de {dossier.racine} sont effacées.")
    for serveur in gardees:
        dire(f"La base {serveur} reste sur son serveur : avec DATABASE_URL, make demo-vider l'enlève aussi.")
    if restes:
        dire(f"Restent, qui ne viennent pas de la démonstration : {', '.join(restes)}")


def _veiller() -> None:
    """Stay until Ctrl-C, or until one of the children dies."""
    with suppress(KeyboardInterrupt):
        while True:
            exiger_que_tout_tourne()
            pause(0.5)


def _port() -> int:
    port = os.environ.get("PORT") or "8000"
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise Abandon(f"PORT={port} n'est pas un numéro de port.")
    with socket.socket() as prise:
        prise.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            prise.bind(("127.0.0.1", int(port)))
        except OSError as erreur:
            raise Abandon(
                f"Le port {port} ne peut pas être pris ({erreur.strerror}). Un autre : make demo PORT=8001"
            ) from erreur
    return int(port)


def reglages_de_la_demo(port: int) -> dict[str, str]:
    """What the demo decides for Django; mail goes to the log of the tasks unless a server is given."""
    reglages = {
        "DJANGO_SETTINGS_MODULE": "insertion.settings",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "COOKIES_SECURES": "0",
    }
    if "EMAIL_HOST" not in os.environ:
        reglages["EMAIL_BACKEND"] = "django.core.mail.backends.console.EmailBackend"
    if "SMS_URL" not in os.environ:
        reglages["SMS_URL"] = "console:"
    return reglages


def preparer(environnement: dict[str, str]) -> None:
    commande = [sys.executable, "-m", "outillage.preparation"]
    options = {"cwd": RACINE, "env": environnement, "stdin": subprocess.DEVNULL, "start_new_session": True}
    with interruptible():
        code = subprocess.run(commande, **options).returncode
    if code:
        raise Abandon("La préparation de Tremplin a échoué : voir ci-dessus.")


def _servir(pile: ExitStack, dossier: Dossier, environnement: dict[str, str], port: int) -> None:
    for nom, arguments in modules(dossier, port).items():
        commande = [sys.executable, "-m", *arguments]
        enfant = lancer(nom, commande, dossier.journal(nom), cwd=RACINE, env=environnement)
        pile.callback(enfant.arreter)


def modules(dossier: Dossier, port: int) -> dict[str, list[str]]:
    """The three servers of Tremplin: {name: module of Python and its arguments}."""
    celery = ["celery", "-A", "insertion"]
    calendrier = dossier.sous_dossier("battement") / "calendrier"
    web = ["gunicorn", "insertion.wsgi:application", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    web += ["--threads", "4", "--graceful-timeout", "8", "--no-control-socket"]
    worker = [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    beat = [*celery, "beat", "--loglevel", "INFO", "--schedule", str(calendrier), "--pidfile="]
    return {"web": web, "taches": worker, "calendrier": beat}


def attendre_la_page(url: str) -> None:
    """Wait for the sign-in page, asked for without any proxy."""
    navigateur = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    echeance = time.monotonic() + 90
    reponse: object = "aucune réponse"
    while time.monotonic() < echeance:
        exiger_que_tout_tourne()
        try:
            with navigateur.open(url, timeout=10):
                return
        except urllib.error.HTTPError as erreur:
            reponse = erreur
            if erreur.code == 500:
                break
        except OSError:
            pass  # it does not listen yet
        pause(0.1)
    web = next(enfant for enfant in EN_MARCHE if enfant.nom == "web")
    raise Abandon(f"La page de connexion ne s'affiche pas ({reponse}). Fin de {web.journal} :\n{web.derniers_mots()}")


@contextmanager
def _reglages_notes(dossier: Dossier, reglages: dict[str, str]) -> Iterator[None]:
    """Let `manage.py` find the running servers, for as long as they run."""
    fichier = dossier.ecrire("environnement", "".join(f"{nom}='{valeur}'\n" for nom, valeur in reglages.items()))
    try:
        yield
    finally:
        fichier.unlink(missing_ok=True)


def _annoncer(dossier: Dossier, port: int) -> None:
    dire(f"Tremplin est prêt : http://127.0.0.1:{port}")
    with suppress(OSError):
        ecrire(f"\n{(dossier.racine / 'comptes.txt').read_text()}")
    ecrire(f"Ctrl-C arrête tout. Données et journaux : {dossier.racine}")


if __name__ == "__main__":
    sys.exit(main())
