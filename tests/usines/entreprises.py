import datetime
import decimal

import factory
from factory.django import DjangoModelFactory

from entreprises import models as carnet
from entreprises.enums import ModeEchange, NatureOffre, ObjetEchange, ResultatEchange, Secteur, TypeEvenement
from parcours import models
from parcours.enums import AccordPersonne, ConclusionImmersion, EtapePlacement, FormeEmploi, ObjetImmersion

from .parcours import PARIS, ParcoursFactory


class EntrepriseFactory(DjangoModelFactory):
    raison_sociale = factory.Sequence(lambda n: f"Conserverie du Port {n}")
    secteur = Secteur.INDUSTRIE
    commune = "Roubaix"
    code_postal = "59100"

    class Meta:
        model = carnet.Entreprise


class ContactFactory(DjangoModelFactory):
    entreprise = factory.SubFactory(EntrepriseFactory)
    nom = "Lemoine"
    prenom = "Sylvie"
    telephone = "03 20 00 00 00"

    class Meta:
        model = carnet.Contact


class EchangeFactory(DjangoModelFactory):
    entreprise = factory.SubFactory(EntrepriseFactory)
    date = datetime.datetime(2026, 11, 2, 10, tzinfo=PARIS)
    mode = ModeEchange.APPEL
    objet = ObjetEchange.PROSPECTION
    resultat = ResultatEchange.INTERESSE

    class Meta:
        model = carnet.Echange


class OffreFactory(DjangoModelFactory):
    entreprise = factory.SubFactory(EntrepriseFactory)
    nature = NatureOffre.EMPLOI
    intitule = "Agent de conditionnement"
    recue_le = datetime.date(2026, 11, 2)

    class Meta:
        model = carnet.Offre


class MiseEnRelationFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    entreprise = factory.SubFactory(EntrepriseFactory)
    poste = "Agent de conditionnement"
    proposee_le = datetime.date(2026, 11, 3)
    accord = AccordPersonne.OUI

    class Meta:
        model = models.MiseEnRelation


class EtapeMiseEnRelationFactory(DjangoModelFactory):
    mise_en_relation = factory.SubFactory(MiseEnRelationFactory)
    etape = EtapePlacement.ENVOYEE
    le = datetime.date(2026, 11, 4)

    class Meta:
        model = models.EtapeMiseEnRelation


class EmbaucheFactory(DjangoModelFactory):
    mise_en_relation = factory.SubFactory(MiseEnRelationFactory)
    poste = "Agent de conditionnement"
    forme = FormeEmploi.CDD
    debut = datetime.date(2026, 12, 1)

    class Meta:
        model = models.Embauche


class ImmersionFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    entreprise = factory.SubFactory(EntrepriseFactory)
    poste = "Agent de conditionnement"
    objet = ObjetImmersion.CONFIRMER
    debut = datetime.date(2026, 11, 9)
    fin = datetime.date(2026, 11, 20)

    class Meta:
        model = models.Immersion


class BilanImmersionFactory(DjangoModelFactory):
    immersion = factory.SubFactory(ImmersionFactory)
    le = datetime.date(2026, 11, 21)
    conclusion = ConclusionImmersion.CONFIRME

    class Meta:
        model = models.BilanImmersion


class CampagneFactory(DjangoModelFactory):
    nom = "Osons le handicap"
    objet = ObjetEchange.SENSIBILISATION
    debut = datetime.date(2026, 11, 2)

    class Meta:
        model = carnet.Campagne


class CibleCampagneFactory(DjangoModelFactory):
    campagne = factory.SubFactory(CampagneFactory)
    entreprise = factory.SubFactory(EntrepriseFactory)

    class Meta:
        model = carnet.CibleCampagne


class EvenementFactory(DjangoModelFactory):
    nom = "Forum de l’emploi de Roubaix"
    type = TypeEvenement.FORUM
    jour = datetime.date(2026, 11, 24)
    lieu = "Salle Watremez, Roubaix"

    class Meta:
        model = carnet.Evenement


class PrestationFactory(DjangoModelFactory):
    entreprise = factory.SubFactory(EntrepriseFactory)
    intitule = "Conditionnement de 4 000 coffrets"
    devis_le = datetime.date(2026, 10, 5)
    montant_ht = decimal.Decimal("4800")

    class Meta:
        model = carnet.Prestation
