"""python -m bench (`make bench`). The environment may hold:

PAGES: only those (« PAGES=journee,partout »), none with « PAGES= ». TAILLES: structures (« 1,5000 »), each of so many
PERSONNES, ENTRETIENS of each and FIRMES. PERSONNES_GRANDE and OFFRES: the structure where an offer is matched with
people. CHARGES and PERSONNES_CHACUN: the team. REPETITIONS, CHAUFFE: turns measured, turns before. JSON: a file.

What is no page, 0 for none: LOT (files of a batch), EQUITE (files of the batch during which another structure asks
for one document), TABLEUR (people of a spreadsheet), PDFS, CHARGE (seconds during which 32 people work at once, none
unless asked for: « PAGES= CHARGE=600 » does that alone).
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from outillage import paquets_front
from outillage.affichage import Abandon, dire, etape
from outillage.bases import base_donnee, base_privee, enlever
from outillage.dossier import RACINE, Dossier
from outillage.postgres_prive import postgres_prive
from outillage.processus import environnement_propre, interruptible, s_arreter_aux_signaux

from . import charge, equite, lots, pdfs, tableur
from .bases import allegee, bases, executer, mesurer_base
from .mesures import PAGES, Site
from .resultats import AFFICHER, afficher, resumer
from .serveur import Serveur

SANS_REDIS = "redis://127.0.0.1:1/0"  # no page that is measured queues anything


def main() -> int:
    s_arreter_aux_signaux()
    try:
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with interruptible():
            lignes, autres = mesurer()
    except Abandon as abandon:
        dire(f"\n{abandon}")
        return 1
    except KeyboardInterrupt:
        dire("Interrompu : rien ne reste.")
        return 130
    if lignes:
        afficher(lignes)
    for autre in autres:
        AFFICHER[autre["page"]](autre)
    if fichier := os.environ.get("JSON"):
        Path(fichier).write_text(json.dumps([*lignes, *autres], indent=1, ensure_ascii=False) + "\n")
    return 0


def mesurer() -> tuple[list[dict], list[dict]]:
    """Prepare every size, measure them in turn, then the rest in the smallest; take all down.

    The lines of the pages, then those of what is no page.
    """
    pages = _pages()
    tailles = [int(taille) for taille in os.environ.get("TAILLES", "1,50,1000" if pages else "1").split(",")]
    repetitions = int(os.environ.get("REPETITIONS", "200"))
    duree = int(os.environ.get("CHARGE", "0"))
    entier, petite = pages == PAGES or not (pages or duree), min(tailles)
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
        autres, plan, petits = [], sites[petite].plan, serveurs[petite]
        if documents:
            with etape(f"Un lot de {documents} dossiers : un travailleur, deux, puis WeasyPrint seul"):
                autres.append(lots.mesurer(petits, plan["lot"], documents))
        if exportes:
            with etape(f"Un tableur de {exportes} personnes, puis openpyxl seul"):
                autres.append(tableur.mesurer(petits, plan["tableur"]))
        if voisins:
            with etape(f"Un document, seul puis pendant un lot de {voisins} d’une autre structure"):
                autres.append(equite.mesurer(petits, plan["lot"], plan["seul"], voisins))
        if os.environ.get("PDFS", str(int(entier))) != "0":
            with etape("Des PDF d’une, de dix et de quarante pages, un processus puis deux"):
                autres += pdfs.mesurer(petits)
        if duree:
            with etape(f"Une équipe au travail, {duree} s"):
                autres += charge.mesurer(serveurs[max(tailles)], sites[max(tailles)].plan["au_travail"], duree)
    return [resumer(page, taille, site.series[page]) for page in pages for taille, site in sites.items()], autres


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
    serveur = Serveur(pile, {**reglages, "BENCH_PLANCHERS": str(planchers)})
    site = Site(serveur.port, plan, planchers, pages)
    site.preparer()
    memoires = ", ".join(f"{mo} Mo" for mo in serveur.memoires())
    dire(f"Un processus qui a ouvert chaque page une fois tient {memoires or '?'} en mémoire.")
    return site


if __name__ == "__main__":
    sys.exit(main())
