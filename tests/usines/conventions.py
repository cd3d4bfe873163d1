from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from pilotage.enums import GenreFinanceur, ModeleBilan
from pilotage.models import Cible, Convention, Financeur


class FinanceurFactory(DjangoModelFactory):
    class Meta:
        model = Financeur

    nom = factory.Sequence(lambda n: f"Financeur {n}")
    genre = GenreFinanceur.DREETS


class ConventionFactory(DjangoModelFactory):
    """The year 2026 of a funder."""

    class Meta:
        model = Convention

    financeur = factory.SubFactory(FinanceurFactory)
    intitule = factory.Sequence(lambda n: f"Annexe financière {n}")
    debut = date(2026, 1, 1)
    fin = date(2026, 12, 31)
    modele = ModeleBilan.DREETS


class CibleFactory(DjangoModelFactory):
    class Meta:
        model = Cible

    convention = factory.SubFactory(ConventionFactory)
    indicateur = "entrees"
    ligne = "total"
    valeur = Decimal(40)
