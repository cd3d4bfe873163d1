"""A backup read back: into an empty instance, or into a database of its own that proves it and goes."""

import secrets
import subprocess
import tempfile
from contextlib import contextmanager

import psycopg
from django.core.files.storage import default_storage
from psycopg import sql

from . import archive, comptes, contenu

OCCUPEE = "SELECT EXISTS (SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)"
QUELQU_UN = "SELECT EXISTS (SELECT FROM beneficiaires_beneficiaire)"


class RestaurationImpossible(RuntimeError):
    """The backup was not restored, or is not the same once restored; the message says why, in French."""


def restaurer(fichier, cle_privee):
    """Restore `fichier` into the database and the documents of the settings, both empty; raise otherwise."""
    base = comptes.base_de_travail()
    with archive.lire(fichier, cle_privee) as (zip_ouvert, manifeste):
        _exiger_le_vide(base)
        _remplir(zip_ouvert, manifeste, base)
        for nom in _documents(manifeste):
            with tempfile.TemporaryFile() as contenu_du_fichier:
                archive.extraire(zip_ouvert, manifeste, nom, contenu_du_fichier)
                contenu_du_fichier.seek(0)
                _ranger(nom.removeprefix(archive.DOCUMENTS), contenu_du_fichier)


def prouver(fichier, cle_privee):
    """Restore `fichier` into a database made for that, compare everything, drop it; raise when something differs."""
    with archive.lire(fichier, cle_privee) as (zip_ouvert, manifeste), _base_d_essai() as base:
        _remplir(zip_ouvert, manifeste, base)
        for nom in _documents(manifeste):
            with tempfile.TemporaryFile() as copie:
                archive.extraire(zip_ouvert, manifeste, nom, copie)


def _documents(manifeste):
    return [nom for nom in manifeste["empreintes"] if nom.startswith(archive.DOCUMENTS)]


def _remplir(zip_ouvert, manifeste, base):
    """Restore the database, then check that it holds the same rows and still refuses who says no structure."""
    with tempfile.NamedTemporaryFile() as dump:
        archive.extraire(zip_ouvert, manifeste, archive.BASE, dump)
        dump.flush()
        commande = ["pg_restore", "--no-owner", "--no-comments", "--exit-on-error", "--jobs=2", f"--dbname={base}"]
        environnement = comptes.environnement(comptes.qui_possede(base))
        if subprocess.run([*commande, dump.name], env=environnement).returncode:
            raise RestaurationImpossible("pg_restore a échoué : voir ses messages ci-dessus.")
    with psycopg.connect(**comptes.qui_possede(base)) as connexion:
        if differences := contenu.ecarts(manifeste["contenu"], contenu.compter(connexion)):
            raise RestaurationImpossible("La base restaurée diffère :\n- " + "\n- ".join(differences))
    _exiger_l_isolation(base)


def _exiger_l_isolation(base):
    """Outside any structure the application is refused; where nobody is followed yet, there is no row to refuse."""
    with psycopg.connect(**comptes.qui_possede(base)) as connexion:
        if not connexion.execute(QUELQU_UN).fetchone()[0]:
            return
    with psycopg.connect(**comptes.application(base)) as connexion:
        try:
            connexion.execute("SELECT FROM beneficiaires_beneficiaire LIMIT 1").fetchall()
        except psycopg.errors.InsufficientPrivilege:
            return
    raise RestaurationImpossible("La base restaurée répond hors de toute structure : elle ne doit pas être ouverte.")


def _exiger_le_vide(base):
    with psycopg.connect(**comptes.qui_possede(base)) as connexion:
        if connexion.execute(OCCUPEE).fetchone()[0]:
            raise RestaurationImpossible(f"La base « {base} » contient des tables : restaurez dans une base neuve.")
    if any(default_storage.tous()):
        raise RestaurationImpossible("Le dossier des documents n’est pas vide : restaurez dans un dossier neuf.")


def _ranger(nom, source):
    if default_storage.save(nom, source) != nom:
        raise RestaurationImpossible(f"Le document {nom} était déjà là.")


@contextmanager
def _base_d_essai():
    """A database of this server, for the time of the block."""
    nom = sql.Identifier(base := f"{comptes.base_de_travail()}_essai_{secrets.token_hex(4)}")
    with psycopg.connect(**comptes.qui_possede("postgres"), autocommit=True) as connexion:
        connexion.execute(sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(nom))
        try:
            yield base
        finally:
            connexion.execute(sql.SQL("DROP DATABASE {}").format(nom))
