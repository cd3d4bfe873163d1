"""A14: somebody goes through every feature, then is erased: nothing of them is left, nor comes back with a backup."""

import io
import json
import logging
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import redis
from django.conf import settings as reglages
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from insertion.celery import app
from insertion.isolation.contexte import contexte
from insertion.models import Brouillon
from insertion.models.chiffres import colonnes_chiffrees
from insertion.sans_donnees import SansDonnees
from pilotage import courriels
from pilotage.envois.remise import distribuer
from pilotage.sauvegardes import comptes, restauration
from pilotage.vie_privee.declarations import modeles
from tests.pilotage.test_envois import prestataire  # noqa: F401
from tests.pilotage.test_sauvegardes import cle  # noqa: F401

from .marche import textes_de
from .test_a12_demarrage import RACINE, adresse
from .vie import TRACES, Vie

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
    pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump n’est pas installé"),
]
#: The places below, those of the restored instance, and what is sent afterwards.
LIEUX = 11


# --- Where something may be left ------------------------------------------------------------------


def _base(nom):
    """Every line of a full dump, what sessions hold, what encrypted columns say."""
    compte = {**comptes.qui_sauvegarde(), "dbname": nom}
    yield subprocess.run(
        ["pg_dump", "--no-owner"], env=comptes.environnement(compte), capture_output=True, check=True
    ).stdout.decode()
    with _ouverte(nom):
        for session in Session.objects.using("owner"):
            yield json.dumps(session.get_decoded(), ensure_ascii=False, default=str)
        for modele in modeles():
            for champ in colonnes_chiffrees(modele):
                for rangee in modele._base_manager.using("owner"):
                    yield getattr(rangee, champ.attname) or ""


@contextmanager
def _ouverte(nom):
    """The connection of the owner on another database, for the time of the block."""
    connexion = connections["owner"]
    avant = connexion.settings_dict["NAME"]
    connexion.close()
    connexion.settings_dict["NAME"] = nom
    try:
        yield
    finally:
        connexion.close()
        connexion.settings_dict["NAME"] = avant


def _fichiers(dossier):
    for chemin in Path(dossier).rglob("*"):
        if chemin.is_file():
            yield chemin.name
            yield from textes_de(chemin.read_bytes())


def _file():
    """All that Redis holds: the queue, what workers reserve, results."""
    with redis.from_url(reglages.REDIS_URL) as client:
        lire = {
            b"string": client.get,
            b"list": lambda cle: client.lrange(cle, 0, -1),
            b"hash": client.hgetall,
            b"set": client.smembers,
            b"zset": lambda cle: client.zrange(cle, 0, -1),
        }
        for cle_redis in client.scan_iter():
            yield f"{cle_redis} {lire[client.type(cle_redis)](cle_redis)}"


def ou_l_on_trouve(**lieux):
    """{place: what of them is there} of the places (texts) where something of them is."""
    trouves = {lieu: {t.lower() for texte in textes for t in TRACES.findall(texte)} for lieu, textes in lieux.items()}
    return {lieu: traces for lieu, traces in trouves.items() if traces}


@pytest.fixture
def lignes(monkeypatch):
    """The log of the processes, as production writes it, at the level of the worker."""
    sortie = logging.StreamHandler(io.StringIO())
    sortie.setFormatter(SansDonnees())
    racine = logging.getLogger()
    monkeypatch.setattr(racine, "level", logging.INFO)
    racine.addHandler(sortie)
    logging.disable(logging.NOTSET)
    yield sortie.stream
    racine.removeHandler(sortie)


@pytest.fixture
def vie(referentiels, cle, prestataire, lignes, settings, tmp_path, client_de, monkeypatch):  # noqa: F811
    """Somebody who went through every feature, all of it committed; with the key of the backups, and the log."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    dossier = {"location": tmp_path / "temoins" / "effacements"}
    traces = {"BACKEND": "insertion.stockage.Documents", "OPTIONS": dossier}
    settings.STORAGES = {**settings.STORAGES, "effacements": traces}
    vie = Vie(client_de)
    vie.cle, vie.lignes = cle, lignes
    vie.tout_faire(monkeypatch)
    yield vie
    app.control.purge()


def test_nothing_of_an_erased_person_is_left_nor_comes_back_with_a_backup(vie, client, settings, tmp_path, mesurer):
    ici = comptes.base_de_travail()

    def partout():
        return ou_l_on_trouve(
            base=_base(ici),
            documents=_fichiers(settings.MEDIA_ROOT),
            journaux=[vie.lignes.getvalue()],
            file=_file(),
            reste_du_dossier=_fichiers(tmp_path) if any(storages["effacements"].tous()) else [],
            recherche=[vie.chercher().decode()],
            agenda=[vie.lire_l_agenda(client).decode()],
        )

    avant = partout()
    call_command("sauvegarder")
    vie.effacer()
    envoyes = len(mail.outbox)
    distribuer(vie.structure.pk, timezone.now)
    for pk in courriels.preparer(vie.structure.pk, timezone.now() + timedelta(hours=2)):
        courriels.envoyer(vie.structure.pk, pk, timezone.now() + timedelta(hours=2))

    assert set(avant) >= {"base", "documents", "recherche"}, avant
    assert set(avant) & {"journaux", "file"} == set(), avant  # nothing personal ever goes there
    assert "Traceback" in vie.lignes.getvalue()
    assert any(_file()), "rien n’attend le travailleur"
    assert partout() == {}
    assert ou_l_on_trouve(courriels=[str(m.message()) for m in mail.outbox[envoyes:]]) == {}
    with contexte(vie.structure.pk):
        assert "[personne effacée]" in Brouillon.objects.get().contenu
    revenus, dit = restaurer(vie.cle, settings, tmp_path)
    # Their file was made one with another, whose number has a trace too: an older backup would hold both.
    assert "1 dossiers effacés de nouveau, sur 2 traces." in dit
    assert revenus == {}
    mesurer("Personne effacée : lieux fouillés", LIEUX)


def restaurer(privee, settings, tmp_path):
    """Restore the older backup by the documented command, in a process of its own; (what is found, what it said)."""
    (fichier,) = settings.SAUVEGARDES.iterdir()
    donnees = tmp_path / "instance"
    with restauration._base_d_essai() as base:
        reglages_du_processus = {
            "DJANGO_SETTINGS_MODULE": "insertion.settings",
            "DATABASE_URL": _vers(adresse("default"), base),
            "DATABASE_OWNER_URL": _vers(adresse("owner"), base),
            "DONNEES": str(donnees),
            "TEMOINS": str(tmp_path / "temoins"),
        }
        donnees.mkdir()
        commande = [sys.executable, "manage.py", "restaurer", str(fichier), "--cle", str(privee)]
        fini = subprocess.run(
            commande, cwd=RACINE, env={**os.environ, **reglages_du_processus}, capture_output=True, text=True
        )
        assert fini.returncode == 0, fini.stderr
        return ou_l_on_trouve(
            base=_base(base), documents=_fichiers(donnees), dit=[fini.stdout, fini.stderr]
        ), fini.stdout


def _vers(url, base):
    return url.rpartition("/")[0] + f"/{base}"
