"""`manage.py indicateurs`: every figure of a structure, asked for by nobody who signed in."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pilotage.indicateurs import INDICATEURS


def lancer(structure, **options):
    sortie = StringIO()
    periode = {"du": date(2025, 1, 1), "au": date(2025, 12, 31)}
    call_command("indicateurs", structure=structure.siret, stdout=sortie, **periode, **options)
    return sortie.getvalue()


def test_every_figure_is_printed_with_its_reference(autre_structure):
    texte = lancer(autre_structure)

    assert [definition.libelle for definition in INDICATEURS.values() if definition.libelle not in texte] == []
    assert "référence 60,0\u00a0%" in texte


def test_the_json_names_no_id_and_gives_the_references(autre_structure):
    (fiche,) = json.loads(lancer(autre_structure, indicateur=["taux_durable"], json=True))

    assert {repere["ligne"]: repere["valeur"] for repere in fiche["reperes"]} == {"b": 25, "a": 25}
    assert set(fiche["lignes"][0]) == {"code", "libelle", "valeur", "unite", "numerateur", "denominateur", "exclus"}


def test_an_unknown_structure_is_said_in_french(db, autre_structure):
    autre_structure.siret = "00000000000000"
    with pytest.raises(CommandError, match="Aucune structure"):
        lancer(autre_structure)
