"""A wrong deletion, seen later: the database comes back to the second before it, from a copy and the WAL since.

The commands are those of docs/exploitation.md, on a private PostgreSQL that is lost in between.
"""

import shutil
import subprocess
import time

import psycopg
import pytest

from insertion.isolation.contexte import contexte
from outillage.bases import base_privee
from outillage.dossier import Dossier
from outillage.postgres_prive import ADMINISTRATEUR, PostgresPrive
from pilotage.sauvegardes import comptes
from tests.usines import BeneficiaireFactory, StructureFactory

pytestmark = [pytest.mark.surete, pytest.mark.django_db(transaction=True, databases=["default", "owner"])]
NOMBRE = "SELECT count(*) FROM beneficiaires_beneficiaire"


class Serveur(PostgresPrive):
    """A private PostgreSQL, the folder of its WAL, and the copy it is brought back from."""

    @property
    def archives(self):
        return self.abri / "archives"

    @property
    def copie(self):
        return self.abri / "copie"

    def connecter(self, role=ADMINISTRATEUR, base="tremplin"):
        return psycopg.connect(self.url(role, base), autocommit=True)

    def lancer(self, programme, *arguments):
        acces = {"PGHOST": str(self.socket), "PGUSER": ADMINISTRATEUR}
        options = {"cwd": "/", "env": self._environnement | acces, **self.compte}
        subprocess.run([self.binaires / programme, *arguments], check=True, **options)

    def archiver(self):
        self._donner(self.archives)
        with self.connecter() as connexion:
            connexion.execute("ALTER SYSTEM SET archive_mode = on")
            connexion.execute(
                f"ALTER SYSTEM SET archive_command = 'test ! -f {self.archives}/%f && cp %p {self.archives}/%f'"
            )
        self.arreter()
        self.demarrer()

    def archiver_le_reste(self):
        """What `archive_timeout` does each minute."""
        with self.connecter() as connexion:
            dernier = connexion.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()[0]
        echeance = time.monotonic() + 20
        while not (self.archives / dernier).exists() and time.monotonic() < echeance:
            time.sleep(0.05)

    def revenir(self, instant):
        shutil.rmtree(self.donnees)
        self.copie.rename(self.donnees)
        with (self.donnees / "postgresql.auto.conf").open("a") as reglages:
            reglages.write(f"restore_command = 'cp {self.archives}/%f %p'\n")
            reglages.write(f"recovery_target_time = '{instant}'\nrecovery_target_action = promote\n")
        (self.donnees / "recovery.signal").touch()
        self.demarrer()
        echeance = time.monotonic() + 20
        with self.connecter() as connexion:
            while connexion.execute("SELECT pg_is_in_recovery()").fetchone()[0] and time.monotonic() < echeance:
                time.sleep(0.05)


@pytest.fixture
def serveur(db, settings, tmp_path):
    """A server that holds what the database of the test holds, and archives its WAL."""
    if not settings.DATABASE_BACKUP_URL:
        pytest.skip("DATABASE_BACKUP_URL ne désigne aucun compte")
    serveur = Serveur(Dossier(tmp_path / "instance").ouvrir(), rapide=False)
    try:
        serveur.demarrer()
        base_privee(serveur)
        serveur.archiver()
        yield serveur
    finally:
        serveur.arreter()
        shutil.rmtree(serveur.abri)


def remplir(serveur, dump):
    environnement = comptes.environnement(comptes.qui_sauvegarde())
    subprocess.run([serveur.binaires / "pg_dump", "-Fc", "-f", dump], check=True, env=environnement)
    with dump.open("rb") as contenu:
        commande = [serveur.binaires / "pg_restore", "-d", serveur.url(ADMINISTRATEUR, "tremplin")]
        subprocess.run(commande, check=True, stdin=contenu)


def test_what_was_deleted_by_mistake_comes_back_to_the_second_before(serveur, tmp_path, mesurer):
    structure = StructureFactory()
    with contexte(structure.pk):
        BeneficiaireFactory.create_batch(3)
    remplir(serveur, tmp_path / "dump")
    serveur.lancer("pg_basebackup", "-D", str(serveur.copie), "-c", "fast", "-X", "none")

    with serveur.connecter() as connexion:
        connexion.execute("UPDATE beneficiaires_beneficiaire SET prenom = 'Après la copie'")
        time.sleep(0.2)
        instant = connexion.execute("SELECT clock_timestamp()").fetchone()[0]
        time.sleep(0.2)
        connexion.execute("TRUNCATE beneficiaires_beneficiaire CASCADE")
        assert connexion.execute(NOMBRE).fetchone()[0] == 0
    serveur.archiver_le_reste()
    serveur.tomber()
    debut = time.monotonic()
    serveur.revenir(instant)
    mesurer("Retour à l’instant : secondes", round(time.monotonic() - debut))

    with serveur.connecter() as connexion:
        prenoms = connexion.execute("SELECT prenom FROM beneficiaires_beneficiaire").fetchall()
    assert prenoms == [("Après la copie",)] * 3
    with serveur.connecter("tremplin_app") as connexion:
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="no structure"):
            connexion.execute(NOMBRE)
        connexion.execute("SELECT set_config('tremplin.structures', %s, false)", [f"{{{structure.pk + 1}}}"])
        connexion.execute("SELECT set_config('tremplin.role', 'systeme', false)")
        assert connexion.execute(NOMBRE).fetchone()[0] == 0
        connexion.execute("SELECT set_config('tremplin.structures', %s, false)", [f"{{{structure.pk}}}"])
        assert connexion.execute(NOMBRE).fetchone()[0] == 3
