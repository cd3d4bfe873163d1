"""A real worker on the test database, in a process of its own, so that it can be killed."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

TRAVAILLEUR = """
import importlib, sys, time, django
django.setup()
execution = importlib.import_module(sys.argv[1] + ".execution")
execution.LOT = 10
def suivre(faites):
    print(faites, flush=True)
    time.sleep(1 if faites < 20 else 60)
execution.executer(int(sys.argv[2]), int(sys.argv[3]), suivre=suivre)
"""


def travailler(paquet, importation):
    """Run `importation` with the `execution` of `paquet` (« parcours.imports »), ten lines at a time.

    Each batch prints how many lines are done; after the second one the worker sleeps, to be killed there.
    """
    base = connection.settings_dict["NAME"]
    adresses = {
        nom: urlsplit(os.environ[nom])._replace(path=f"/{base}").geturl()
        for nom in ("DATABASE_URL", "DATABASE_OWNER_URL")
        if nom in os.environ
    }
    return subprocess.Popen(
        [sys.executable, "-c", TRAVAILLEUR, paquet, str(importation.structure_id), str(importation.pk)],
        env={
            **os.environ,
            **adresses,
            "DJANGO_SETTINGS_MODULE": "insertion.settings",
            "SECRET_KEY": settings.SECRET_KEY,
        },
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
    )
