"""What a file of firms brings to the common machinery: its columns, its settings."""

from functools import partial

from django.utils import timezone

from insertion.imports import depot
from insertion.imports.collegues import collegues
from insertion.imports.filiere import Filiere

from ..models import CorrespondanceMemorisee, Import, LigneImport
from .analyse import analyser
from .champs import CATALOGUE, MODELE
from .ecriture import Reglages

LIBELLES = {"modele": "Modèle de Tremplin", "tableau": "Tableau"}


def reconnaitre(tableau):
    """The slug of the format of a `Tableau` (keys of `LIBELLES`): ours, with or without what the export adds."""
    notre = [CATALOGUE.normaliser(CATALOGUE[cle].libelle) for cle in MODELE]
    lus = [CATALOGUE.normaliser(entete) for entete in tableau.entetes]
    return "modele" if lus[: len(notre)] == notre else "tableau"


def reglages(importation, maintenant):
    """Return the `Reglages` of an import at the moment `maintenant`: colleagues, choices of people."""
    return Reglages(
        maintenant=maintenant,
        collegues=collegues(importation.structure_id, timezone.localdate(maintenant)),
        remplacer=bool(importation.correspondance.get("remplacer")),
    )


def generales(importation, analysees, choix):
    """Nothing more to say of the whole file than any import does."""
    return []


FILIERE = Filiere(
    modele=Import,
    lignes=LigneImport,
    memoire=CorrespondanceMemorisee,
    catalogue=CATALOGUE,
    libelles=LIBELLES,
    reconnaitre=reconnaitre,
    modele_de_fichier=MODELE,
    reglages=reglages,
    analyser=analyser,
    generales=generales,
)
deposer = partial(depot.deposer, FILIERE)
verifier = partial(depot.verifier, FILIERE)
