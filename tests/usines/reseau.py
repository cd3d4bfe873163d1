import datetime

import factory
from factory.django import DjangoModelFactory

from entreprises.enums import DomaineFormation, GenreDispositif
from entreprises.models import DispositifLocal, Formation, ProjetPartenarial, SessionFormation


class FormationFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"Français professionnel {n}")
    domaine = DomaineFormation.FRANCAIS
    themes = ["lecture-ecriture-calcul--maitriser-le-francais"]

    class Meta:
        model = Formation


class SessionFormationFactory(DjangoModelFactory):
    formation = factory.SubFactory(FormationFactory)
    debut = datetime.date(2026, 12, 7)

    class Meta:
        model = SessionFormation


class DispositifLocalFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"Aide au permis {n}")
    nature = GenreDispositif.PERMIS
    paie = "une partie du permis de conduire"

    class Meta:
        model = DispositifLocal


class ProjetPartenarialFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"Permanence budget {n}")
    debut = datetime.date(2026, 9, 1)

    class Meta:
        model = ProjetPartenarial
