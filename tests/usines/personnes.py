from datetime import date

import factory
from factory.django import DjangoModelFactory

from beneficiaires.enums import Canal, Lien, NatureSituation
from beneficiaires.models import AccordEnvoi, Beneficiaire, Proche, Referent, Situation

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


class AccordEnvoiFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    canal = Canal.COURRIEL
    donne_le = date(2026, 11, 2)
    recueilli_par = factory.SubFactory(UtilisateurFactory)

    class Meta:
        model = AccordEnvoi
