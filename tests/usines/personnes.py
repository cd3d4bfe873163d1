from datetime import date

import factory
from factory.django import DjangoModelFactory

from beneficiaires.enums import Lien, NatureSituation
from beneficiaires.models import Beneficiaire, Proche, Referent, Situation

from .socle import UtilisateurFactory


class BeneficiaireFactory(DjangoModelFactory):
    prenom = "Amina"
    nom = factory.Sequence(lambda n: f"Benali {n}")
    date_naissance = date(1992, 3, 12)

    class Meta:
        model = Beneficiaire


class ReferentFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    utilisateur = factory.SubFactory(UtilisateurFactory)
    debut = date(2026, 1, 5)

    class Meta:
        model = Referent


class SituationFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    nature = NatureSituation.RSA
    debut = date(2024, 3, 1)

    class Meta:
        model = Situation


class ProcheFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    lien = Lien.ENFANT
    prenom = "Inaya"
    annee_naissance = 2019

    class Meta:
        model = Proche
