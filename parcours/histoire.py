"""How an objectif came to be what it is: the changes that the database kept, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps

from insertion.models import Utilisateur
from insertion.texte import en_mots

from .enums import EtatObjectif

#: Column → how a change of it is said.
CHAMPS = {
    "intitule": "Objectif : {}",
    "critere": "Atteint quand : {}",
    "echeance": "Pour le {}",
    "etat": "État : {}",
}
MAXIMUM = 50


@dataclass(frozen=True)
class Changement:
    quand: datetime
    auteur: str
    phrases: tuple[str, ...]


def histoire(objectif):
    """Return the last changes of `objectif` as `Changement`, newest first, its creation included, in two queries."""
    modele = apps.get_model("parcours", "ObjectifEvent")
    versions = list(modele.objects.filter(pgh_obj_id=objectif.pk).order_by("pgh_id"))
    noms = _noms(versions)
    changements, avant = [], None
    for version in versions:
        phrases = tuple(_phrases(avant, version))
        if phrases:
            changements.append(Changement(version.pgh_created_at, noms.get(_auteur(version), ""), phrases))
        avant = version
    return changements[::-1][:MAXIMUM]


def _phrases(avant, version):
    """What changed between two versions; without `avant`, all that the first one says."""
    for champ, phrase in CHAMPS.items():
        valeur = getattr(version, champ)
        if valeur != getattr(avant, champ) if avant else valeur:
            yield phrase.format(_lisible(champ, valeur))


def _auteur(version):
    return (version.pgh_context or {}).get("utilisateur")


def _noms(versions):
    auteurs = {_auteur(version) for version in versions} - {None, 0}
    return {u.pk: str(u) for u in Utilisateur.objects.filter(pk__in=auteurs)}


def _lisible(champ, valeur):
    if champ == "etat":
        return EtatObjectif(valeur).label.lower()
    if champ == "echeance":
        return en_mots(valeur) if valeur else "aucune date"
    return valeur or "rien"
