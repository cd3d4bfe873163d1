from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from insertion.isolation.fonctions import ecrire, tables_armees


class PilotageConfig(AppConfig):
    name = "pilotage"
    verbose_name = "Pilotage"

    def ready(self):
        """The functions of the database that follow the declarations of personal data are those of this code."""
        post_migrate.connect(_ecrire_les_fonctions, sender=self)


def _ecrire_les_fonctions(using, apps, **kwargs):
    from .vie_privee import fonction, limitation  # noqa: PLC0415 -- the models are not ready when this module is read

    if using == "owner":
        deja = tables_armees(connections[using], limitation.DOSSIER_LIMITE)
        ecrire(connections[using], *fonction.ordres(), *limitation.ordres(deja))
