from datetime import date

import factory
from factory.django import DjangoModelFactory

from parcours import models
from parcours.enums import CategorieSortie, Habitat, ListeMotifs, SituationApres

from .parcours import ParcoursFactory
from .personnes import BeneficiaireFactory


class MotifSortieFactory(DjangoModelFactory):
    code = "9"
    libelle = "CDD sans aide publique, 6 mois et plus"
    liste = ListeMotifs.ASP
    categorie = CategorieSortie.DURABLE
    mois_min = 6
    edition = "2026-11"

    class Meta:
        model = models.MotifSortie
        django_get_or_create = ("code",)


class SortieFactory(DjangoModelFactory):
    """The exit of a parcours that ended: it has its date."""

    parcours = factory.SubFactory(ParcoursFactory, clos=True)
    date = factory.SelfAttribute("parcours.date_sortie")
    motif_code = "9"
    motif_libelle = "CDD sans aide publique, 6 mois et plus"
    categorie = CategorieSortie.DURABLE
    edition = "2026-11"

    class Meta:
        model = models.Sortie


class SuiviPostSortieFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory, clos=True)
    sortie_le = factory.SelfAttribute("parcours.date_sortie")
    date = date(2026, 11, 10)
    situation = SituationApres.CDD

    class Meta:
        model = models.SuiviPostSortie


class EtapeLogementFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    habitat = Habitat.URGENCE
    debut = date(2026, 1, 5)

    class Meta:
        model = models.EtapeLogement
