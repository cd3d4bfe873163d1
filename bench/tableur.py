"""A spreadsheet of people: read and written as the worker does, beside the library alone on the same cells.

python -m bench.tableur STRUCTURE COLLEAGUE prints the line of the JSON.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping

import django

from .bases import executer

TOURS = 3


def mesurer(reglages: Mapping[str, str], ou: list[int]) -> dict:
    """One line of the JSON: `ou` is [structure, colleague who asks]; the best of some turns side by side."""
    return json.loads(executer(["-m", "bench.tableur", *map(str, ou)], reglages, subprocess.PIPE))


def main():
    django.setup()
    from pilotage.exports.listes import LISTES  # noqa: PLC0415 -- after setup

    liste, lire = LISTES["personnes"], _lecture(*map(int, sys.argv[1:3]))
    entier, seul = [], []
    for _ in range(TOURS):
        debut = time.perf_counter()
        entetes, lignes, requetes = lire(liste)
        _ecrire(liste.titre, entetes, lignes)
        entier.append(time.perf_counter() - debut)
        seul.append(_ecrire_seul(entetes, lignes))
    print(
        json.dumps(
            {
                "page": "tableur",
                "lignes": len(lignes),
                "colonnes": len(entetes),
                "requetes": requetes,
                "secondes": round(min(entier), 2),
                "secondes_seul": round(min(seul), 2),
                "ratio_seul": round(min(entier) / min(seul), 2),
            }
        )
    )


def _lecture(structure, collegue):
    """A function that reads the cells of a list as this colleague, and counts the queries."""
    from django.db import connection  # noqa: PLC0415 -- after setup
    from django.http import QueryDict  # noqa: PLC0415 -- after setup
    from django.utils import timezone  # noqa: PLC0415 -- after setup

    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from insertion.models import Appartenance  # noqa: PLC0415 -- after setup
    from pilotage.exports import demandes  # noqa: PLC0415 -- after setup
    from pilotage.exports.listes import Demande  # noqa: PLC0415 -- after setup

    appartenance = Appartenance.objects.select_related("utilisateur", "structure").get(
        structure=structure, utilisateur=collegue
    )
    par = appartenance.utilisateur
    par.appartenance = appartenance

    def lire(liste):
        vues = []

        def noter(execute, sql, params, many, context):
            vues.append(sql)
            return execute(sql, params, many, context)

        demande = Demande(par, QueryDict(), timezone.localdate())
        with (
            connection.execute_wrapper(noter),
            contexte(structure, utilisateur_id=collegue, role=appartenance.role, origine="bench"),
        ):
            entetes = [colonne.titre for colonne in liste.colonnes_de(par)]
            return entetes, liste.lignes(demande, demandes.PAQUET), len(vues)

    return lire


def _ecrire(titre, entetes, lignes):
    from insertion import tableur  # noqa: PLC0415 -- after setup

    with tempfile.TemporaryFile() as fichier:
        tableur.ecrire_en_flux(fichier, titre, entetes, lignes)


def _ecrire_seul(entetes, lignes):
    """The seconds that the library takes for the same cells, as it writes them by itself."""
    from openpyxl import Workbook  # noqa: PLC0415 -- counted from here

    debut = time.perf_counter()
    classeur = Workbook(write_only=True)
    feuille = classeur.create_sheet()
    for ligne in (entetes, *lignes):
        feuille.append(ligne)
    with tempfile.TemporaryFile() as fichier:
        classeur.save(fichier)
    return time.perf_counter() - debut


if __name__ == "__main__":
    main()
