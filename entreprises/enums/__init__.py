"""The closed lists of the firms and of the local network, one module per matter."""

from .carnet import (
    MODES_RENCONTRE,
    RESULTATS_SANS_PERSONNE,
    Effectif,
    EtatRelation,
    ModeEchange,
    ObjetEchange,
    Origine,
    PreferenceContact,
    ResultatEchange,
    RoleContact,
    Secteur,
    SecteurVert,
)
from .marche import EtatPrestation, TypeEvenement, TypePrestation
from .offres import ContratOffert, EtatOffre, MotifCloture, NatureOffre, PermisDemande
from .reseau import (
    DomaineFormation,
    EtatProjetPartenarial,
    FaitDemande,
    GenreDispositif,
    GenreFiche,
    NiveauVise,
    TypePartenaire,
)

__all__ = [
    "MODES_RENCONTRE",
    "RESULTATS_SANS_PERSONNE",
    "ContratOffert",
    "Effectif",
    "EtatOffre",
    "EtatPrestation",
    "EtatRelation",
    "ModeEchange",
    "MotifCloture",
    "NatureOffre",
    "ObjetEchange",
    "Origine",
    "PermisDemande",
    "PreferenceContact",
    "ResultatEchange",
    "RoleContact",
    "Secteur",
    "SecteurVert",
    "TypeEvenement",
    "DomaineFormation",
    "EtatProjetPartenarial",
    "FaitDemande",
    "GenreDispositif",
    "GenreFiche",
    "NiveauVise",
    "TypePartenaire",
    "TypePrestation",
]
