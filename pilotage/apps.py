from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from insertion.isolation.fonctions import ecrire, tables_armees


class PilotageConfig(AppConfig):
    name = "pilotage"
    verbose_name = "Pilotage"

    def ready(self):
        """Listen to who leaves; the functions of the database that follow the declarations are those of this code."""
        from .agenda import departs  # noqa: F401, PLC0415 -- listens to who leaves

        post_migrate.connect(_ecrire_les_fonctions, sender=self)


def _ecrire_les_fonctions(using, apps, **kwargs):
    from .vie_privee import fonction, limitation  # noqa: PLC0415 -- the models are not ready when this module is read

    if using == "owner":
        deja = tables_armees(connections[using], limitation.DOSSIER_LIMITE)
        ecrire(connections[using], *fonction.ordres(), *limitation.ordres(deja))
