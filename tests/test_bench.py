"""The bench runs to its end on a tiny size, says what it promises, and leaves no database behind."""

import json
import os
import subprocess
import sys

import psycopg
from django.db import connections

from bench.mesures import PAGES
from outillage.dossier import RACINE

CLES = {"page", "structures", "p50_ms", "p95_ms", "ratio_plancher", "ratio_sql", "requetes", "octets", "balayees"}


def test_a_tiny_bench_writes_its_json_and_cleans_up(tmp_path):
    fichier = tmp_path / "bench.json"
    tailles = {
        "TAILLES": "1",
        "PERSONNES": "30",
        "ENTRETIENS": "2",
        "REPETITIONS": "2",
        "CHAUFFE": "1",
        "JSON": str(fichier),
    }
    tailles |= {
        "PERSONNES_GRANDE": "60",
        "OFFRES": "25",
        "LOT": "2",
        "PDFS": "0",
        "EQUITE": "0",  # a queue and a worker more
        "CHARGES": "2",
        "PERSONNES_CHACUN": "10",
        "TABLEUR": "20",
        "FIRMES": "2",
    }
    avant = _bases()
    environnement = {nom: valeur for nom, valeur in os.environ.items() if nom != "DJANGO_SETTINGS_MODULE"}

    execution = subprocess.run(
        [sys.executable, "-m", "bench"], cwd=RACINE, env={**environnement, **tailles}, capture_output=True, text=True
    )

    assert execution.returncode == 0, execution.stdout + execution.stderr
    *lignes, lot, feuille = json.loads(fichier.read_text())
    assert tuple(ligne["page"] for ligne in lignes) == PAGES
    assert all(set(ligne) == CLES and ligne["structures"] == 1 for ligne in lignes)
    assert all(ligne["requetes"] > 0 for ligne in lignes)
    assert (lot["page"], lot["documents"], len(lot["memoire_mo"])) == ("lot", 2, 3)
    assert lot["pages"] > 2
    assert (feuille["page"], feuille["lignes"], feuille["requetes"]) == ("tableur", 20, 4)
    assert all(lot[nom] > 0 for nom in ("ratio_weasyprint", "ratio_deux", "ms_page"))
    assert _bases() <= avant


def _bases():
    reglages = connections["owner"].settings_dict
    connexion = psycopg.connect(
        host=reglages["HOST"] or None,
        port=reglages["PORT"] or None,
        user=reglages["USER"],
        password=reglages["PASSWORD"] or None,
        dbname="postgres",
    )
    with connexion:
        return {nom for (nom,) in connexion.execute("SELECT datname FROM pg_database WHERE datname LIKE 'bench%'")}
