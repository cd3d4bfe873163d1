import datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from entreprises.enums import TypePartenaire
from entreprises.models import Partenaire
from parcours import models
from parcours.enums import AccordPersonne, DispositifAide, EtatAide, MotifAide, NiveauCompetence

from .parcours import PARIS, ParcoursFactory
from .socle import UtilisateurFactory


class PartenaireFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"CCAS {n}")
    type = TypePartenaire.CCAS
    commune = "Roubaix"

    class Meta:
        model = Partenaire


class AideFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    auteur = factory.SubFactory(UtilisateurFactory)
    date = datetime.date(2026, 11, 2)
    motif = MotifAide.ENERGIE
    dispositif = DispositifAide.FSL
    objet = "La facture d’électricité de septembre"
    montant_demande = Decimal("312.50")

    class Meta:
        model = models.AideFinanciere


class EtapeAideFactory(DjangoModelFactory):
    aide = factory.SubFactory(AideFactory)
    etat = EtatAide.INSTRUCTION
    date = datetime.date(2026, 11, 2)

    class Meta:
        model = models.EtapeAide

    class Params:
        accordee = factory.Trait(etat=EtatAide.ACCORDEE, montant_accorde=Decimal("250"))
        refusee = factory.Trait(etat=EtatAide.REFUSEE, motif_refus="Ressources au-dessus du plafond")


class OrientationFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    partenaire = factory.SubFactory(PartenaireFactory)
    date = datetime.date(2026, 11, 2)
    motif = "Ouvrir un dossier de surendettement."
    accord = AccordPersonne.OUI
    relance_le = datetime.date(2026, 11, 17)

    class Meta:
        model = models.Orientation


class CompetenceFactory(DjangoModelFactory):
    intitule = factory.Sequence(lambda n: f"Tenir un poste {n}")

    class Meta:
        model = models.Competence


class CompetenceMontreeFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    competence = factory.SubFactory(CompetenceFactory)
    date = datetime.date(2026, 10, 5)
    niveau = NiveauCompetence.AVEC_AIDE

    class Meta:
        model = models.CompetenceMontree


class FaitChantierFactory(DjangoModelFactory):
    date = datetime.datetime(2026, 11, 18, 14, 0, tzinfo=PARIS)
    texte = "Camion en panne, tournée reportée."

    class Meta:
        model = models.FaitChantier


class HeuresMoisFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    mois = datetime.date(2026, 10, 1)
    heures = Decimal("104")

    class Meta:
        model = models.HeuresMois


class ReunionFactory(DjangoModelFactory):
    date = datetime.date(2026, 11, 16)
    compte_rendu = "Point sur les sorties de décembre."

    class Meta:
        model = models.ReunionEquipe
