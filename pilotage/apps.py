from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from insertion.isolation.fonctions import ecrire, tables_armees
from insertion.pastilles import PASTILLES


class PilotageConfig(AppConfig):
    name = "pilotage"
    verbose_name = "Pilotage"

    def ready(self):
        """Listen to who leaves, count for the rail; the functions of the database are those of the declarations."""
        from . import pastilles  # noqa: PLC0415 -- the models are not ready when this module is read
        from .agenda import departs  # noqa: F401, PLC0415 -- listens to who leaves

        PASTILLES["rappels_non_lus"] = pastilles.rappels_non_lus
        PASTILLES["nombre_a_decider"] = pastilles.nombre_a_decider
        post_migrate.connect(_ecrire_les_fonctions, sender=self)


def _ecrire_les_fonctions(using, apps, **kwargs):
    from .vie_privee import fonction, limitation  # noqa: PLC0415 -- the models are not ready when this module is read

    if using == "owner":
        deja = tables_armees(connections[using], limitation.DOSSIER_LIMITE)
        ecrire(connections[using], *fonction.ordres(), *limitation.ordres(deja))
