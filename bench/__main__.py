"""python -m bench (`make bench`). The environment may hold TAILLES, PERSONNES, ENTRETIENS, REPETITIONS, CHAUFFE (the
turns before those that are measured) and JSON,
PAGES (only those, without the batch: « PAGES=journee,partout »; none, « PAGES= »: the batch alone),
PERSONNES_GRANDE and OFFRES (the structure where an offer is matched with people), CHARGES and PERSONNES_CHACUN (the
team), LOT (files of a batch, 0: none), EQUITE (files of the batch during which another structure asks for one
document, 0: none), TABLEUR (people of a spreadsheet, 0: none)."""

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from outillage import paquets_front
from outillage.affichage import Abandon, dire, etape
from outillage.bases import base_donnee, base_privee, enlever
from outillage.dossier import RACINE, Dossier
from outillage.postgres_prive import postgres_prive
from outillage.processus import environnement_propre, interruptible, s_arreter_aux_signaux

from . import equite, lots, tableur
from .bases import allegee, bases, executer, mesurer_base
from .mesures import PAGES, Site
from .resultats import afficher, afficher_equite, afficher_lot, afficher_tableur, resumer

SANS_REDIS = "redis://127.0.0.1:1/0"  # no page that is measured queues anything


def main() -> int:
    s_arreter_aux_signaux()
    try:
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with interruptible():
            lignes, lot, feuille, partage = mesurer()
    except Abandon as abandon:
        dire(f"\n{abandon}")
        return 1
    except KeyboardInterrupt:
        dire("Interrompu : rien ne reste.")
        return 130
    if lignes:
        afficher(lignes)
    if lot:
        afficher_lot(lot)
    if feuille:
        afficher_tableur(feuille)
    if partage:
        afficher_equite(partage)
    if fichier := os.environ.get("JSON"):
        Path(fichier).write_text(
            json.dumps([*lignes, *filter(None, (lot, feuille, partage))], indent=1, ensure_ascii=False) + "\n"
        )
    return 0


def mesurer() -> tuple[list[dict], dict | None, dict | None, dict | None]:
    """Prepare every size, measure them in turn, then a spreadsheet and batches in the smallest, take all down.

    The lines of the result, that of the batch, that of the spreadsheet, that of one document beside a batch.
    """
    pages = _pages()
    tailles = [int(taille) for taille in os.environ.get("TAILLES", "1,50,1000" if pages else "1").split(",")]
    repetitions = int(os.environ.get("REPETITIONS", "200"))
    entier, petite = pages in (PAGES, ()), min(tailles)
    documents, voisins = (int(os.environ.get(nom, "1000" if entier else "0")) for nom in ("LOT", "EQUITE"))
    exportes = int(os.environ.get("TABLEUR", "10000" if entier else "0"))
    with ExitStack() as pile:
        reglages = pile.enter_context(_serveur())
        dossier = Path(pile.enter_context(tempfile.TemporaryDirectory(prefix="tremplin-bench-")))
        reglages |= {"DONNEES": str(dossier), "DJANGO_SETTINGS_MODULE": "bench.settings", "COOKIES_SECURES": "0"}
        with etape("Fichiers statiques"):
            executer(["manage.py", "collectstatic", "--noinput", "-v", "0"], reglages)
        sites, serveurs = {}, pile.enter_context(bases(reglages, tailles))
        for taille, siens in serveurs.items():
            combien = exportes if taille == petite else 0
            sites[taille] = _ouvrir(pile, taille, siens, dossier / f"planchers-{taille}", pages, combien)
        with etape(f"Mesures : {repetitions} tours"):
            for site in sites.values():
                site.chauffer(int(os.environ.get("CHAUFFE", "10")))
            for tour in range(repetitions):
                for site in sites.values():
                    site.mesurer(tour)
        for site in sites.values():
            site.regarder_les_plans()
            site.connexion.close()
        lot = feuille = partage = None
        if exportes:
            with etape(f"Un tableur de {exportes} personnes, puis openpyxl seul"):
                feuille = tableur.mesurer(serveurs[petite], sites[petite].plan["tableur"])
        if documents:
            with etape(f"Un lot de {documents} dossiers : un travailleur, deux, puis WeasyPrint seul"):
                lot = lots.mesurer(serveurs[petite], sites[petite].plan["lot"], documents)
        if voisins:
            with etape(f"Un document, seul puis pendant un lot de {voisins} d’une autre structure"):
                plan = sites[petite].plan
                partage = equite.mesurer(serveurs[petite], plan["lot"], plan["seul"], voisins)
    return (
        [resumer(page, taille, site.series[page]) for page in pages for taille, site in sites.items()],
        lot,
        feuille,
        partage,
    )


def _pages() -> tuple[str, ...]:
    """The pages to measure: all of them, or those that PAGES names."""
    voulues = tuple(filter(None, os.environ.get("PAGES", ",".join(PAGES)).split(",")))
    if inconnues := set(voulues) - set(PAGES):
        raise Abandon(f"Pages inconnues : {', '.join(sorted(inconnues))}. Il y a : {', '.join(PAGES)}.")
    return voulues


@contextmanager
def _serveur() -> Iterator[dict[str, str]]:
    """Settings of Django for a PostgreSQL: the one given, or a private one in a folder that goes with us.

    Two given accounts serve as they are, for the bench makes its own databases. An administrator's DATABASE_URL alone
    has accounts prepared under a name of our own, and removed at the end.
    """
    communs = {**environnement_propre(), "REDIS_URL": SANS_REDIS, "SECRET_KEY": secrets.token_urlsafe(50)}
    communs["CLES_CHIFFREMENT"] = f"1:{secrets.token_hex(32)}"
    url, owner = os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_OWNER_URL")
    if url and owner:
        yield {**communs, "DATABASE_URL": url, "DATABASE_OWNER_URL": owner}
        return
    dossier = Dossier(RACINE / ".tremplin" / f"bench-{os.getpid()}").ouvrir()
    try:
        if url:
            url = urlunsplit(urlsplit(url)._replace(path="/bench_tremplin"))
            yield {**communs, **base_donnee(dossier, url, None)}
            enlever(dossier, url)
        else:
            with postgres_prive(dossier) as serveur:
                yield {**communs, **base_privee(serveur)}
    finally:
        dossier.vider()


def _ouvrir(
    pile: ExitStack, taille: int, reglages: dict[str, str], planchers: Path, pages: tuple[str, ...], exportes: int
) -> Site:
    """Fill a database, serve it, and open each page once."""
    personnes, entretiens = os.environ.get("PERSONNES", "200"), os.environ.get("ENTRETIENS", "10")
    with etape(f"{taille} structure(s) de {personnes} personnes et {entretiens} entretiens chacune", bavarde=True):
        # What is loaded may be lost in a power cut; what is measured is not.
        chargement = {**reglages, "PGOPTIONS": "-c synchronous_commit=off"}
        grande = [os.environ.get("PERSONNES_GRANDE", "5000"), os.environ.get("OFFRES", "500")]
        equipe = [os.environ.get("CHARGES", "15"), os.environ.get("PERSONNES_CHACUN", "150")]
        commande = ["-m", "bench.donnees", str(taille), personnes, entretiens, *grande, *equipe, str(exportes)]
        commande.append(os.environ.get("FIRMES", "40"))
        with allegee(reglages):
            plan = json.loads(executer(commande, chargement, subprocess.PIPE))
        dire(f"La base tient {mesurer_base(reglages)} sur le disque.")
    site = Site(_servir(pile, {**reglages, "BENCH_PLANCHERS": str(planchers)}), plan, planchers, pages)
    site.preparer()
    return site


def _servir(pile: ExitStack, reglages: Mapping[str, str]) -> int:
    """A gunicorn of one thread on a free port, stopped with the pile."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    commande = [sys.executable, "-m", "gunicorn", "insertion.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    commande += ["--workers", "1", "--threads", "1", "--keep-alive", "600", "--no-control-socket"]
    commande += ["--log-level", "warning", "--timeout", "120"]
    serveur = subprocess.Popen(commande, cwd=RACINE, env=dict(reglages), stdin=subprocess.DEVNULL)
    pile.callback(serveur.wait)
    pile.callback(serveur.terminate)
    echeance = time.monotonic() + 60
    while serveur.poll() is None and time.monotonic() < echeance:
        with socket.socket() as prise:
            if prise.connect_ex(("127.0.0.1", port)) == 0:
                return port
        time.sleep(0.1)
    raise Abandon("Le serveur du banc ne démarre pas : voir ci-dessus.")


if __name__ == "__main__":
    sys.exit(main())
