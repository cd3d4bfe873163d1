"""The forty people of `jeu`, written once for a module, and their figures."""

from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.core.management import call_command
from django.db import transaction

from insertion.isolation.contexte import contexte
from insertion.models import Structure
from pilotage.indicateurs import Cohorte, Perimetre, calculer
from tests.usines import StructureFactory

from .jeu import ANNEE, Jeu


@dataclass
class Annee2025:
    """The `Resultat`s of the whole structure, and those of the dispositif « maraîchage » alone."""

    toute: dict
    maraichage: dict


@dataclass
class Monde:
    """The people of `jeu` in the database, in a transaction that the module undoes."""

    structure: Structure
    jeu: Jeu

    def calculer(self, du, au, dispositifs=(), **cohorte):
        return calculer(Perimetre(self.structure, du, au, frozenset(dispositifs), Cohorte(**cohorte)))


@contextmanager
def ecrit():
    with transaction.atomic():
        structure = StructureFactory(nom="Ressourcerie du Canal")
        call_command("charger_referentiels", sans_communes=True, verbosity=0)
        with contexte(structure.pk):
            yield Monde(structure, Jeu(structure))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def monde(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), ecrit() as monde:
        yield monde


@pytest.fixture(scope="session")
def annee(django_db_setup, django_db_blocker):
    """A figure holds its ids: the tests need no row, so nothing is left."""
    with django_db_blocker.unblock(), ecrit() as monde:
        return Annee2025(monde.calculer(*ANNEE), monde.calculer(*ANNEE, {monde.jeu.dispositifs["M"].pk}))
