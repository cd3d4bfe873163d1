"""Funders, agreements, reports: the least that each needs to exist."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pilotage.bilans.modeles import plan
from pilotage.enums import GenreFinanceur, ModeleBilan
from pilotage.models import Bilan, Cible, Convention, Financeur


class FinanceurFactory(DjangoModelFactory):
    class Meta:
        model = Financeur

    nom = factory.Sequence(lambda rang: f"Financeur {rang}")
    genre = GenreFinanceur.DREETS


class ConventionFactory(DjangoModelFactory):
    class Meta:
        model = Convention

    financeur = factory.SubFactory(FinanceurFactory)
    intitule = "Annexe financière 2025"
    debut, fin = date(2025, 1, 1), date(2025, 12, 31)
    modele = ModeleBilan.IAE


class CibleFactory(DjangoModelFactory):
    class Meta:
        model = Cible

    convention = factory.SubFactory(ConventionFactory)
    indicateur, ligne, valeur = "taux_dynamiques", "b", 60


class BilanFactory(DjangoModelFactory):
    """The annual report of 2025, every block of its template shown."""

    class Meta:
        model = Bilan

    titre = "Bilan annuel 2025"
    modele = ModeleBilan.IAE
    du, au = date(2025, 1, 1), date(2025, 12, 31)
    blocs = factory.LazyAttribute(lambda bilan: plan(bilan.modele))
