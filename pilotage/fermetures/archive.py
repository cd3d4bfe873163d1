"""The archive of a structure that leaves: written, then found whole and up to date before anything is erased."""

import os
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from insertion.isolation.retrait import a_l_instant
from insertion.models.referentiels import Referentiel

from ..exports import complet
from ..sauvegardes.archive import prive

ORIGINE = "fermeture de la structure"


class ArchiveRefusee(Exception):
    """The archive cannot be written, is damaged, or is not that of Tremplin; the message is French."""


@dataclass(frozen=True)
class Relue:
    """What an archive holds: its own SHA-256, that of each entry, and how many rows each table has."""

    sha256: str
    entrees: dict
    lignes: dict


def ecrire(structure, chemin, par):
    """Write all of the structure in the new file `chemin`, as it is at one instant; return its `complet.Contenu`."""
    if chemin.exists():
        raise ArchiveRefusee(f"{chemin} existe déjà : donnez un autre nom, ou déplacez-la.")
    partiel = chemin.with_name(f"{chemin.name}.partiel")
    try:
        with open(partiel, "wb", opener=prive) as fichier, a_l_instant():  # noqa: PTH123 -- Path.open takes no opener
            contenu = complet.ecrire(fichier, structure, par, _sans_rien_dire, ORIGINE, _ici)
            fichier.flush()
            os.fsync(fichier.fileno())
        partiel.rename(chemin)
    finally:
        partiel.unlink(missing_ok=True)
    return contenu


def sha256(chemin):
    with Path(chemin).open("rb") as fichier:
        return complet.empreinte(fichier)


def relire(chemin):
    """Read the archive again, from end to end; raise `ArchiveRefusee` unless it is whole."""
    try:
        with zipfile.ZipFile(chemin) as ouverte:
            relue = Relue(sha256(chemin), _entrees(ouverte), _lignes(ouverte))
            annoncees = dict(
                ligne.split("  ", 1)[::-1] for ligne in ouverte.read(complet.EMPREINTES).decode().splitlines()
            )
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error) as erreur:
        raise ArchiveRefusee(f"{chemin} ne se lit pas, ou n’est pas une archive de Tremplin : {erreur}") from erreur
    if relue.entrees != annoncees:
        raise ArchiveRefusee(f"{chemin} est abîmée : ses empreintes ne sont pas celles qu’elle annonce.")
    return relue


def ecarts(relue, structure_id, instant):
    """What the database held of the structure at `instant` that the archive does not say: French sentences."""
    ici = complet.Empreintes()
    with a_l_instant(instant):
        contenu = complet.remplir(ici, structure_id, _sans_rien_dire, ORIGINE, _ici)
    tables = [modele for modele in contenu.nombres if not issubclass(modele, Referentiel)]
    touchees = [modele for modele in tables if relue.entrees.get(_nom(modele)) != ici.trouvees[_nom(modele)]]
    phrases = [_phrase(modele, relue.lignes.get(_nom(modele), 0), contenu.nombres[modele]) for modele in touchees]
    documents = [_documents(entrees) for entrees in (relue.entrees, ici.trouvees)]
    if documents[0] != documents[1]:
        avant, apres = (len(siens) for siens in documents)
        phrases.append(f"documents : {avant} fichiers dans l’archive, {apres} à effacer, ou un autre contenu")
    return phrases


def _entrees(ouverte):
    sommes = {}
    for nom in ouverte.namelist():
        if nom != complet.EMPREINTES:
            with ouverte.open(nom) as entree:
                sommes[nom] = complet.empreinte(entree)
    return sommes


def _lignes(ouverte):
    """The rows of each table: one a line, between two brackets."""
    nombres = {}
    for nom in ouverte.namelist():
        if nom.startswith("donnees/") and nom.endswith(".json"):
            with ouverte.open(nom) as entree:
                nombres[nom] = sum(1 for _ in entree) - 2
    return nombres


def _nom(modele):
    return f"donnees/{modele._meta.label_lower}.json"


def _documents(entrees):
    return {nom: somme for nom, somme in entrees.items() if nom.startswith("documents/")}


def _phrase(modele, avant, apres):
    libelle = complet.libelle(modele)
    if avant == apres:
        return f"{libelle} : {apres} lignes, dont certaines ont changé"
    return f"{libelle} : {avant} lignes dans l’archive, {apres} dans la base"


def _ici(lire):
    """Read from the database itself: a replica knows nothing of the instant."""
    return lire()


def _sans_rien_dire(*avancement):
    """Nobody watches a bar."""
