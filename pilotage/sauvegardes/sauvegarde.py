"""A backup: the database at one instant and the documents that it names, in one encrypted file."""

import subprocess
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from insertion.models import Sauvegarde

from . import archive, comptes, contenu

#: How long a backup is kept (surete.md P0-20); the last one stays, whatever its age.
CONSERVATION = timedelta(days=35)
SUFFIXE = ".tremplin.age"


class SauvegardeImpossible(RuntimeError):
    """No backup was made; the message says why, in French."""


def sauvegarder(le):
    """Make a backup at the instant `le` and note it; return its `Sauvegarde`. Raise `SauvegardeImpossible`."""
    if not (settings.DATABASE_BACKUP_URL and settings.CLE_SAUVEGARDE):
        raise SauvegardeImpossible("Donnez DATABASE_BACKUP_URL et CLE_SAUVEGARDE (docs/exploitation.md).")
    dossier = Path(settings.SAUVEGARDES)
    dossier.mkdir(parents=True, exist_ok=True)
    chemin = dossier / f"{le:%Y-%m-%dT%H%M%S}{SUFFIXE}"
    with archive.ecrire(chemin, settings.CLE_SAUVEGARDE) as ecriture:
        lu, documents = _remplir(ecriture, comptes.qui_sauvegarde())
    return Sauvegarde.objects.create(
        fichier=chemin.name,
        octets=chemin.stat().st_size,
        lignes=sum(rangees for rangees, _ in lu["tables"].values()),
        documents=documents,
        faite_at=le,
    )


def purger(le):
    """Delete the backups made more than 35 days before `le`, but for the last; return their names."""
    anciennes = sorted(Path(settings.SAUVEGARDES).glob(f"*{SUFFIXE}"))[:-1]
    limite = f"{le - CONSERVATION:%Y-%m-%dT%H%M%S}"
    perimees = [chemin for chemin in anciennes if chemin.name < limite]
    for chemin in perimees:
        chemin.unlink()
    return [chemin.name for chemin in perimees]


def _remplir(ecriture, compte):
    with contenu.instantane(compte) as (connexion, instant):
        lu = contenu.compter(connexion)
        _copier_la_base(ecriture, compte, instant)
    absents = _copier_les_documents(ecriture, [nom for nom, _ in default_storage.tous()])
    ecriture.clore(contenu=lu, absents=absents)
    return lu, sum(nom.startswith(archive.DOCUMENTS) for nom in ecriture.empreintes)


def _copier_la_base(ecriture, compte, instant):
    commande = ["pg_dump", "--format=custom", f"--snapshot={instant}"]
    with subprocess.Popen(commande, stdout=subprocess.PIPE, env=comptes.environnement(compte)) as dump:
        ecriture.ajouter(archive.BASE, dump.stdout)
    if dump.returncode:
        raise SauvegardeImpossible("pg_dump a échoué : voir ses messages ci-dessus.")


def _copier_les_documents(ecriture, noms):
    """Copy each file of the storage; return those that went away meanwhile."""
    absents = []
    for nom in noms:
        try:
            with default_storage.open(nom, "rb") as source:
                ecriture.ajouter(f"{archive.DOCUMENTS}{nom}", source)
        except FileNotFoundError:
            absents.append(nom)
    return absents
