"""One Tremplin and its servers, private to the run: made once, copied for each fault, started, broken, put right."""

import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis
from psycopg import sql

from outillage.affichage import Abandon, etape
from outillage.bases import BASE_PRIVEE, EXTENSIONS, base_privee
from outillage.demo import modules
from outillage.dossier import RACINE, Dossier, dossier_passager
from outillage.postgres_prive import ADMINISTRATEUR, PostgresPrive, postgres_prive
from outillage.processus import Enfant, environnement_propre, interruptible, lancer, pause, port_libre
from outillage.valkey_prive import ValkeyPrive, valkey_prive

from .horloge import decaler, vers_le_jour
from .passerelles import Passerelles, passerelles

MODELE = f"{BASE_PRIVEE}_modele"
STRUCTURES, PERSONNES, ENTRETIENS = 6, 60, 2
SERVEURS = ("web", "taches", "calendrier")
#: Folders that the application fills, emptied before each fault.
REMPLIS = ("documents", "sauvegardes", "temoins", "battement")


class Instance:
    """`reglages` is the environment of the application; `adresse` and `port` are those of the web server."""

    def __init__(self, dossier: Dossier, postgres: PostgresPrive, valkey: ValkeyPrive, lieu: Passerelles) -> None:
        self.dossier, self.postgres, self.valkey, self.passerelles = dossier, postgres, valkey, lieu
        self.adresse, self.port, self.decalage = "127.0.0.1", port_libre(), vers_le_jour()
        self.enfants: dict[str, Enfant] = {}
        self.reglages = environnement_propre() | self._reglages() | base_privee(postgres)
        self.reglages["PATH"] = f"{postgres.binaires}{os.pathsep}{self.reglages['PATH']}"

    def _reglages(self) -> dict[str, str]:
        return {
            "DJANGO_SETTINGS_MODULE": "chaos.settings",
            "REDIS_URL": self.valkey.url,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "CLES_CHIFFREMENT": f"1:{secrets.token_hex(32)}",
            "DONNEES": str(self.dossier.racine),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "ALLOWED_HOSTS": "127.0.0.1",
            "COOKIES_SECURES": "0",
            "DEBUG": "0",
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            **self.passerelles.reglages(),
            "CLAMD": "",
            "RYTHME": "10",
            "DECALAGE": str(self.decalage),
        }

    # --- made once ----------------------------------------------------------------------------------

    def preparer(self) -> None:
        """Make the demonstration of volume: some structures, with people and notes, and keep it as the model."""
        with etape("Base de données : migrations"):
            self.gerer("migrate", "--database", "owner", "-v", "0")
        with etape("Fichiers statiques"):
            self.gerer("collectstatic", "--noinput", "-v", "0")
        with etape(f"{STRUCTURES} structures de {PERSONNES} personnes", bavarde=True):
            volume = {"--structures": STRUCTURES, "--personnes": PERSONNES, "--entretiens": ENTRETIENS}
            self.gerer("peupler", *(str(mot) for paire in volume.items() for mot in paire))
        self._administrer(f"ALTER DATABASE {BASE_PRIVEE} RENAME TO {MODELE}")

    def neuve(self, serveurs: tuple[str, ...] = SERVEURS) -> None:
        """Start again from the model, with these servers; healthy when all of them are asked for."""
        from django.db import connections  # noqa: PLC0415 -- after setup

        self.tout_arreter()
        connections.close_all()
        self._relever()
        self._administrer(
            f"DROP DATABASE IF EXISTS {BASE_PRIVEE} WITH (FORCE)",
            f"CREATE DATABASE {BASE_PRIVEE} OWNER {BASE_PRIVEE}_owner TEMPLATE {MODELE}",
        )
        with redis.from_url(self.valkey.url) as client:
            client.flushall()
        for nom in REMPLIS:
            shutil.rmtree(self.dossier.racine / nom, ignore_errors=True)
        self.passerelles.oublier()
        debut = time.time()
        for nom in serveurs:
            self.demarrer(nom)
        if serveurs == SERVEURS:
            self.attendre_la_sante(debut)

    def _relever(self) -> None:
        """Start again the servers that a fault left down."""
        for serveur, coucher in ((self.postgres, self.postgres.tomber), (self.valkey, self.valkey.arreter)):
            if serveur.enfant is None or serveur.enfant.est_mort:
                coucher()
                serveur.demarrer()

    def base_vide(self, nom: str) -> dict[str, str]:
        """A new database beside the others, with the extensions; the settings that name it."""
        self._administrer(
            f"DROP DATABASE IF EXISTS {nom} WITH (FORCE)",
            f"CREATE DATABASE {nom} OWNER {BASE_PRIVEE}_owner TEMPLATE template0 ENCODING 'UTF8'",
        )
        with psycopg.connect(self.postgres.url(ADMINISTRATEUR, nom), autocommit=True) as connexion:
            for extension in EXTENSIONS:
                connexion.execute(sql.SQL("CREATE EXTENSION {}").format(sql.Identifier(extension)))
            connexion.execute(f"GRANT ALL ON SCHEMA public TO {BASE_PRIVEE}_owner")
        urls = {nom: valeur for nom, valeur in self.reglages.items() if nom.startswith("DATABASE_")}
        return {cle: urlunsplit(urlsplit(url)._replace(path=f"/{nom}")) for cle, url in urls.items()}

    # --- the servers --------------------------------------------------------------------------------

    def demarrer(
        self,
        nom: str,
        sous: str = "",
        ou: str | Path = RACINE,
        avance: float = 0,
        hote: Sequence[str] = (),
        **en_plus: str,
    ) -> None:
        """Start a server (web, taches or calendrier), called `sous`, with other settings.

        `ou` is where its code is, `avance` how many seconds its clock is ahead of ours, `hote` what begins its
        command on a host of its own (`Reseau.dans`).
        """
        sous = sous or nom
        arguments = modules(self.dossier, self.port)[nom]
        if sous != nom and nom == "calendrier":
            arguments = [mot.replace("battement/calendrier", f"battement/{sous}") for mot in arguments]
        if nom == "web" and self.adresse != "127.0.0.1":
            arguments += ["--bind", f"{self.adresse}:{self.port}"]
        commande = [
            *hote,
            sys.executable,
            "-m",
            "chaos.horloge",
            *arguments,
            *(["-n", f"{sous}@%h"] * (nom == "taches")),
        ]
        environnement = {**self.reglages, "DECALAGE": str(self.decalage + avance), **en_plus}
        self.enfants[sous] = lancer(sous, commande, self.dossier.journal(sous), cwd=ou, env=environnement)

    def tuer(self, nom: str) -> None:
        """Kill −9 a server and its children."""
        self.enfants.pop(nom).tuer()

    def arreter(self, nom: str) -> None:
        self.enfants.pop(nom).arreter()

    def tout_arreter(self) -> None:
        for nom in list(self.enfants):
            self.arreter(nom)

    def attendre_la_sante(self, debut: float, delai: float = 180) -> float:
        """Wait until the pages answer and beat, the queue and a worker went round after `debut` (`time.time()`).

        Return the seconds since `debut`.
        """
        from .faits import dernier_battement  # noqa: PLC0415 -- after setup

        def saine() -> bool:
            battement = dernier_battement()
            return battement is not None and battement.timestamp() > debut and self.repond()

        if self.attendre(saine, delai, 0.2) is not None:
            return time.time() - debut
        raise Abandon(f"L’instance n’est pas revenue en {delai:.0f} s. {self.derniers_mots()}")

    def repond(self) -> bool:
        """Whether the sign-in page shows."""
        from .visiteurs import Visiteur  # noqa: PLC0415 -- after setup

        return Visiteur(self.port, self.adresse).ouvrir("/compte/login/").status == 200

    def lire(self, quoi):
        """Answer `quoi()`, None while the database does not answer."""
        from django.db import DatabaseError, InterfaceError, connection  # noqa: PLC0415 -- after setup

        try:
            return quoi()
        except (DatabaseError, InterfaceError):
            connection.close()
            return None

    def attendre(self, quoi, delai: float, pas: float = 0.5) -> float | None:
        """Wait until `quoi()` is true; the seconds it took, None when it was not in `delai`."""
        debut = time.monotonic()
        while time.monotonic() - debut < delai:
            if self.lire(quoi):
                return time.monotonic() - debut
            pause(pas)
        return None

    # --- the commands -------------------------------------------------------------------------------

    def gerer(self, *arguments: str, **en_plus: str) -> str:
        """Run `manage.py`; its standard output. Raise `Abandon` when it fails."""
        with interruptible():
            execution = subprocess.run(
                [sys.executable, "-m", "chaos.horloge", "manage", *arguments],
                cwd=RACINE,
                env={**self.reglages, **en_plus},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
        if execution.returncode:
            raise Abandon(f"manage.py {' '.join(arguments)} a échoué :\n{execution.stdout}{execution.stderr}")
        return execution.stdout

    def derniers_mots(self) -> str:
        """The last lines of each log."""
        return "".join(f"\n--- {nom}\n{enfant.derniers_mots()}" for nom, enfant in self.enfants.items())

    def _administrer(self, *phrases: str) -> None:
        with psycopg.connect(self.postgres.url(ADMINISTRATEUR, "postgres"), autocommit=True) as connexion:
            for phrase in phrases:
                connexion.execute(phrase)


@contextmanager
def instance() -> Iterator[Instance]:
    """The servers, running for the time of the block; nothing is left of them nor of their folder."""
    with dossier_passager("chaos") as dossier, ExitStack() as pile:
        with etape("PostgreSQL, Valkey et passerelles privés"):
            postgres = pile.enter_context(postgres_prive(dossier))
            valkey = pile.enter_context(valkey_prive(dossier))
            lieu = pile.enter_context(passerelles())
        une = Instance(dossier, postgres, valkey, lieu)
        pile.callback(une.tout_arreter)
        yield une


def ouvrir_django(une: Instance) -> None:
    """Make of this process one more client of the database of the instance, at its hour."""
    import django  # noqa: PLC0415 -- the settings are known now

    os.environ.update(une.reglages)
    decaler(une.decalage)
    django.setup()
