"""The forty people of `jeu`, written once for a module, and their figures."""

from dataclasses import dataclass

import pytest
from django.core.management import call_command
from django.db import transaction

from insertion.isolation.contexte import contexte
from pilotage.indicateurs import Perimetre, calculer
from tests.usines import StructureFactory

from .jeu import ANNEE, Jeu


@dataclass
class Annee2025:
    """The `Resultat`s of the whole structure, and those of the dispositif « maraîchage » alone."""

    toute: dict
    maraichage: dict
    jeu: Jeu


@pytest.fixture(scope="module")
def annee(django_db_setup, django_db_blocker):
    """Written, counted, then undone: a figure holds its ids, so that the tests need no row."""
    with django_db_blocker.unblock(), transaction.atomic():
        structure = StructureFactory(nom="Ressourcerie du Canal")
        call_command("charger_referentiels", sans_communes=True, verbosity=0)
        with contexte(structure.pk):
            jeu = Jeu(structure)
            maraichage = frozenset({jeu.dispositifs["M"].pk})
            resultats = Annee2025(
                calculer(Perimetre(structure, *ANNEE)),
                calculer(Perimetre(structure, *ANNEE, maraichage)),
                jeu,
            )
        transaction.set_rollback(True)
    return resultats
