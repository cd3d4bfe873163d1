from datetime import date

import factory
from factory.django import DjangoModelFactory

from beneficiaires.enums import GenreDocument
from beneficiaires.models import Document
from parcours import models
from parcours.enums import EtapeMetier

from .parcours import ParcoursFactory
from .personnes import BeneficiaireFactory


class MetierViseFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    intitule = factory.Sequence(lambda n: f"Agent d’entretien {n}")

    class Meta:
        model = models.MetierVise


class EtapeProjetFactory(DjangoModelFactory):
    metier = factory.SubFactory(MetierViseFactory)
    etape = EtapeMetier.EXPLORE
    le = date(2026, 4, 2)

    class Meta:
        model = models.EtapeProjet


class AxeEvolutionFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    intitule = "Prendre la parole en groupe"
    pose_le = date(2026, 4, 2)

    class Meta:
        model = models.AxeEvolution


class CvFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    genre = GenreDocument.CV
    nom = "cv.pdf"
    type_mime = "application/pdf"
    taille = 100
    fichier = factory.Sequence(lambda n: f"1/cv{n}")

    class Meta:
        model = Document
