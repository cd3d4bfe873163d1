"""A12: the web server, the worker and the clock, really started, refuse what would open everything, and say why."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.db import connections

BIN = Path(sys.executable).parent
RACINE = Path(__file__).parents[2]
#: A place of its own: beat deletes the file that it cannot read, be it a device.
CALENDRIER = Path(tempfile.mkdtemp(prefix="tremplin-tests-")) / "calendrier"
CELERY = [BIN / "celery", "-A", "insertion"]
PROCESSUS = {
    "web": [BIN / "gunicorn", "insertion.wsgi:application", "--bind", "127.0.0.1:0", "--no-control-socket"],
    "travailleur": [*CELERY, "worker", "--pool", "solo"],
    "horloge": [*CELERY, "beat", "--schedule", CALENDRIER],
}
SECRET = "une-cle-longue-et-tiree-au-sort-0123456789abcdef"
PRODUCTION = {"COOKIES_SECURES": "1", "DEBUG": "0", "SECRET_KEY": SECRET}


def adresse(alias, utilisateur=None):
    """The URL of the test database for the role of `alias`, or for another role of the same server."""
    reglages = connections[alias].settings_dict
    qui = quote(utilisateur or reglages["USER"])
    mot = "" if utilisateur else f":{quote(reglages['PASSWORD'], safe='')}" * bool(reglages["PASSWORD"])
    return f"postgres://{qui}{mot}@{quote(reglages['HOST'], safe='')}:{reglages['PORT']}/{reglages['NAME']}"


def lancer(nom, **reglages):
    """Start the process as in production but for `reglages`; return how it ended and what it said."""
    environnement = {**os.environ, **PRODUCTION, "DJANGO_SETTINGS_MODULE": "insertion.settings"}
    environnement |= {"DATABASE_URL": adresse("default"), "REDIS_URL": settings.REDIS_URL, **reglages}
    fini = subprocess.run(
        [str(mot) for mot in PROCESSUS[nom]],
        env=environnement,
        cwd=RACINE,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return fini.returncode, fini.stdout + fini.stderr


CAS = {
    "propriétaire des tables": (lambda: {"DATABASE_URL": adresse("owner")}, "Le rôle de DATABASE_URL"),
    "DEBUG allumé": (lambda: {"DEBUG": "1"}, "DEBUG est allumé"),
    "secret d’exemple": (
        lambda: {"SECRET_KEY": "django-insecure-" + "a1b2c3d4" * 6},
        "SECRET_KEY est trop courte ou",
    ),
    "secret court": (lambda: {"SECRET_KEY": "exemple"}, "SECRET_KEY est trop courte ou"),
    "documents en clair": (
        lambda: {"S3_BUCKET": "documents", "S3_ENDPOINT_URL": "http://s3.exemple.fr"},
        "S3_ENDPOINT_URL doit être une adresse https",
    ),
    "moitié de ProConnect": (lambda: {"OIDC_URL": "https://fca.exemple.fr"}, "OIDC_CLIENT_SECRET"),
}


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
@pytest.mark.parametrize("nom", PROCESSUS)
@pytest.mark.parametrize("cas", CAS)
def test_it_refuses_to_start_and_says_why(nom, cas):
    reglages, raison = CAS[cas]

    code, dit = lancer(nom, **reglages())

    assert code != 0
    assert raison in dit


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_it_refuses_to_start_as_a_superuser():
    administrateur = adresse("owner", "tremplin_admin")
    try:
        psycopg.connect(administrateur).close()
    except psycopg.OperationalError:
        pytest.skip("pas de compte administrateur sur ce serveur")

    code, dit = lancer("web", DATABASE_URL=administrateur)

    assert code != 0
    assert "contourne l’isolation" in dit


@pytest.mark.django_db(transaction=True)
def test_the_web_server_opens_with_the_settings_of_production(tmp_path):
    """What refuses above is the setting, not the test: the same process starts without it."""
    environnement = {**os.environ, **PRODUCTION, "DJANGO_SETTINGS_MODULE": "insertion.settings"}
    environnement |= {"DATABASE_URL": adresse("default"), "REDIS_URL": settings.REDIS_URL, "DONNEES": str(tmp_path)}
    (tmp_path / "static").mkdir()  # collectstatic was run
    ouvrir = [sys.executable, "-c", "import insertion.wsgi"]

    fini = subprocess.run(ouvrir, env=environnement, cwd=RACINE, capture_output=True, text=True)

    assert (fini.returncode, fini.stderr) == (0, "")
