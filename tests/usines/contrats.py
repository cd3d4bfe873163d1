from datetime import date

import factory
from factory.django import DjangoModelFactory

from parcours import models
from parcours.enums import MotifProlongation, MotifSuspension, TypeContrat

from .parcours import ParcoursFactory
from .socle import UtilisateurFactory


class ParcoursAvecPassFactory(ParcoursFactory):
    """A parcours under a PASS of 730 days, from 12 March 2026 to 10 March 2028."""

    pass_numero = factory.Sequence(lambda n: f"9999900{n:05d}")
    pass_debut = date(2026, 3, 12)
    pass_fin = date(2028, 3, 10)


class ContratFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursAvecPassFactory)
    type = TypeContrat.CDDI
    date_debut = date(2026, 3, 12)
    date_fin = date(2026, 9, 11)
    heures = 26

    class Meta:
        model = models.Contrat


class SuspensionFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursAvecPassFactory)
    motif = MotifSuspension.CONTRAT_SUSPENDU
    date_debut = date(2026, 6, 1)
    date_fin = date(2026, 6, 30)
    saisie_le = date(2026, 6, 15)

    class Meta:
        model = models.Suspension


class ProlongationFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursAvecPassFactory)
    motif = MotifProlongation.FORMATION
    date_debut = date(2028, 3, 10)
    date_fin = date(2028, 6, 10)
    demandee_le = date(2028, 1, 10)

    class Meta:
        model = models.Prolongation


class RenouvellementFactory(DjangoModelFactory):
    contrat = factory.SubFactory(ContratFactory)
    date = date(2026, 7, 20)
    auteur = factory.SubFactory(UtilisateurFactory)

    class Meta:
        model = models.Renouvellement
