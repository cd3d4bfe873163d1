"""What Django does before the servers start, in one process: migrations, static files, référentiels, demo people."""

import hashlib
import io
import os
from pathlib import Path

import django
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from outillage.affichage import etape
from outillage.dossier import Dossier


def main() -> None:
    dossier = Dossier(Path(os.environ["DONNEES"]))
    django.setup()
    with etape("Base de données : migrations"):
        call_command("migrate", database="owner", verbosity=0)
    with etape("Fichiers statiques"):
        collecter_les_statiques(dossier)
    with etape("Référentiels"):
        call_command("charger_referentiels", verbosity=0)
    with etape("Structures et personnes d'exemple", bavarde=True):
        call_command("peupler", si_vide=True)
    comptes = io.StringIO()
    call_command("peupler", comptes=True, stdout=comptes)
    dossier.ecrire("comptes.txt", comptes.getvalue())


def collecter_les_statiques(dossier: Dossier) -> None:
    """Collect and compress the static files, unless none has changed since the last time."""
    fichiers = (Path(depot.path(nom)) for finder in get_finders() for nom, depot in finder.list([]))
    etats = sorted(f"{fichier} {fichier.stat().st_size} {fichier.stat().st_mtime_ns}" for fichier in fichiers)
    empreinte = hashlib.sha256("\n".join(etats).encode()).hexdigest()
    marque = dossier.racine / "static.empreinte"
    if not (marque.exists() and marque.read_text() == empreinte):
        call_command("collectstatic", interactive=False, verbosity=0)
        dossier.ecrire(marque.name, empreinte)


if __name__ == "__main__":
    main()
