from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory
from stdnum import luhn

from insertion.enums import EtatPas, Role, TypeStructure
from insertion.models import AbsenceCollegue, Appartenance, Structure, Utilisateur

PARIS = ZoneInfo("Europe/Paris")


def siret(n, etablissement="0001"):
    """The n-th valid SIRET of the tests: the SIREN holds its own key too; another `etablissement`, same SIREN."""
    racine = f"{80000000 + n:08d}"
    siren = racine + luhn.calc_check_digit(racine)
    return f"{siren}{etablissement}{luhn.calc_check_digit(siren + etablissement)}"


class StructureFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"Ressourcerie {n}")
    siret = factory.Sequence(siret)
    type = TypeStructure.ACI

    class Meta:
        model = Structure
        skip_postgeneration_save = True


class UtilisateurFactory(DjangoModelFactory):
    prenom = "Camille"
    nom = factory.Sequence(lambda n: f"Dubois {n}")
    email = factory.Sequence(lambda n: f"camille.dubois{n}@exemple.fr")
    password = factory.django.Password("un mot de passe de test")

    class Meta:
        model = Utilisateur
        skip_postgeneration_save = True


class AppartenanceFactory(DjangoModelFactory):
    utilisateur = factory.SubFactory(UtilisateurFactory)
    structure = factory.SubFactory(StructureFactory)
    role = Role.CHARGE_INSERTION
    debut = date(2020, 1, 1)
    premiers_pas = EtatPas.FINIS

    class Meta:
        model = Appartenance


class AbsenceFactory(DjangoModelFactory):
    """A colleague on leave for a day, Thursday 26 November 2026."""

    utilisateur = factory.SubFactory(UtilisateurFactory)
    debut = datetime(2026, 11, 26, tzinfo=PARIS)
    fin = datetime(2026, 11, 27, tzinfo=PARIS)

    class Meta:
        model = AbsenceCollegue
