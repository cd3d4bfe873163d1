"""F8: a migration killed −9 five times on its way, then finished; the code of before on the schema of today."""

import difflib
import io
import subprocess
import sys
import tarfile
import tempfile
import time

import psycopg

from outillage.dossier import RACINE
from outillage.postgres_prive import ADMINISTRATEUR
from outillage.processus import lancer, pause

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import MODELE, Instance
from .postgresql_coupe import juger_les_fichiers

TITRE = "migration tuée (−9) cinq fois, retour au code d’avant"
ESSAI = "tremplin_essai"
MIGRER = [sys.executable, "manage.py", "migrate", "--database", "owner", "-v", "0"]
FAITES = "SELECT count(*) FROM django_migrations"
MORTS = 5


def eprouver(une: Instance) -> Resultat:
    resultat = Resultat(f"{MORTS} morts en migrant une base vide, schéma comparé")
    une.neuve()
    _migrer_en_mourant(une, resultat)
    debut = time.time()
    resultat.secondes = une.attendre_la_sante(debut)
    juger_les_fichiers(resultat)
    _le_code_d_avant(une, resultat)
    return resultat


def _migrer_en_mourant(une: Instance, resultat: Resultat) -> None:
    """Each death comes some migrations after the last; the service beside works on."""
    reglages = {**une.reglages, **une.base_vide(ESSAI)}
    equipe, faites = Equipe(une), []
    with equipe.au_travail(redacteurs=1, lecteurs=1):
        for _ in range(MORTS):
            migration = lancer("migration", MIGRER, une.dossier.journal("migration"), cwd=RACINE, env=reglages)
            vise = (faites[-1] if faites else 0) + 12
            une.attendre(
                lambda migration=migration, vise=vise: _combien(une) >= vise or migration.est_mort, 120, 0.05
            )
            migration.tuer()
            faites.append(_combien(une))
        debut = time.monotonic()
        fin = subprocess.run(MIGRER, cwd=RACINE, env=reglages, capture_output=True, text=True)
    resultat.exiger(not fin.returncode, f"la migration ne reprend pas : {fin.stderr[-300:]}")
    ecarts = _ecarts(_schema(une, MODELE), _schema(une, ESSAI))
    resultat.exiger(not ecarts, f"le schéma repris diffère de celui d’une seule traite : {' / '.join(ecarts[:6])}")
    perdues, doubles = faits.compter([note.marque for note in equipe.notes], faits.dans_les_notes())
    resultat.perdus += perdues
    resultat.doubles += doubles
    codes = equipe.reponses()
    resultat.exiger(set(codes) <= {200, 302}, f"le service a souffert de la migration : {dict(codes)}")
    resultat.notes.append(
        f"morte après {', '.join(map(str, faites))} migrations, finie en {time.monotonic() - debut:.0f} s ;"
        f" pages pendant ce temps : {dict(codes)}"
    )


def _combien(une: Instance) -> int:
    with psycopg.connect(une.postgres.url(ADMINISTRATEUR, ESSAI)) as connexion:
        try:
            return connexion.execute(FAITES).fetchone()[0]
        except psycopg.errors.UndefinedTable:
            return 0


def _schema(une: Instance, base: str) -> list[str]:
    """The schema as pg_dump says it, less the token that it draws each time."""
    commande = ["pg_dump", "--schema-only", f"--dbname={une.postgres.url(ADMINISTRATEUR, base)}"]
    dit = subprocess.run(commande, env=une.reglages, capture_output=True, text=True, check=True).stdout
    return [ligne for ligne in dit.splitlines() if not ligne.startswith(("\\restrict", "\\unrestrict"))]


def _ecarts(attendu: list[str], trouve: list[str]) -> list[str]:
    lignes = difflib.unified_diff(attendu, trouve, lineterm="", n=0)
    return [ligne for ligne in lignes if not ligne.startswith(("---", "+++", "@@"))]


def _le_code_d_avant(une: Instance, resultat: Resultat) -> None:
    """Serve the pages with the code of before the last migration, on the schema of today: a rollback in a hurry."""
    avant = _git("log", "-1", "--format=%H^", "--", "*/migrations/*.py")
    if not avant:
        resultat.notes.append(
            "retour au code d’avant : non essayé, ce dossier n’est pas un dépôt git avec son histoire"
        )
        return
    with tempfile.TemporaryDirectory(prefix="tremplin-avant-") as dossier:
        archive = subprocess.run(["git", "archive", avant], cwd=RACINE, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(archive)) as contenu:
            contenu.extractall(dossier, filter="data")
        une.arreter("web")
        une.demarrer("web", ou=dossier, PYTHONPATH=str(RACINE))
        une.attendre(lambda: une.repond(), 60)
        equipe = Equipe(une)
        with equipe.au_travail(redacteurs=1, lecteurs=2):
            pause(8)
    codes = equipe.reponses()
    resultat.exiger(set(codes) <= {200, 302}, f"le code d’avant échoue sur le schéma d’aujourd’hui : {dict(codes)}")
    resultat.notes.append(
        f"code d’avant la dernière migration ({avant[:8]}) sur le schéma d’aujourd’hui : {dict(codes)}"
    )


def _git(*arguments: str) -> str:
    reponse = subprocess.run(["git", *arguments], cwd=RACINE, capture_output=True, text=True)
    return reponse.stdout.strip() if not reponse.returncode else ""
