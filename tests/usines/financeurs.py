from datetime import date

import factory
from factory.django import DjangoModelFactory

from insertion.models import PosteEquipe
from parcours import models
from parcours.enums import MomentFse

from .parcours import ParcoursFactory


class EngagementFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    organisme = "Département du Nord"
    debut = date(2026, 4, 1)
    fin = date(2026, 12, 31)
    heures_hebdo = 15

    class Meta:
        model = models.ContratEngagement


class QuestionnaireFseFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    moment = MomentFse.ENTREE
    date = date(2026, 3, 20)

    class Meta:
        model = models.QuestionnaireFse


class PosteEquipeFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"Louise Marchal {n}")
    fonction = "Chargée d’insertion"
    debut = date(2024, 1, 1)

    class Meta:
        model = PosteEquipe
