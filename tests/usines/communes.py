from factory.django import DjangoModelFactory

from insertion.models import Commune
from insertion.models.communes import cle_commune

#: name, region, latitude, longitude
LIEUX = (
    ("Roubaix", "32", 50.69421, 3.17456),
    ("Tourcoing", "32", 50.72391, 3.16117),
    ("Lille", "32", 50.63391, 3.05512),
    ("Dunkerque", "32", 51.03297, 2.377),
    ("Saint-André-lez-Lille", "32", 50.66177, 3.04545),
    ("Paris", "11", 48.85341, 2.3488),
    ("Paris 13 Gobelins", "11", 48.8322, 2.3561),
    ("Lyon", "84", 45.74906, 4.84789),
    ("Lyon 03", "84", 45.76124, 4.85184),
    ("Privas", "84", 44.73345, 4.59901),
    ("Saint-Priest", "84", 45.69651, 4.93949),
    ("Saint-Priest", "84", 44.72001, 4.55),
    ("Saint-Denis", "11", 48.93564, 2.35387),
    ("Saint-Denis", "RE", -20.88231, 55.4504),
)


class CommuneFactory(DjangoModelFactory):
    edition = "tests"

    class Meta:
        model = Commune


def situer_les_lieux():
    """The few communes that the tests speak of."""
    for nom, region, latitude, longitude in LIEUX:
        CommuneFactory(nom=nom, cle=cle_commune(nom), region=region, latitude=latitude, longitude=longitude)
