"""Habits that no linter knows, held for the whole tree."""

import re
from pathlib import Path

from tests.cellules import cellules

RACINE = Path(__file__).resolve().parent.parent
FLOORS = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
CODE = [f for floor in FLOORS for f in (RACINE / floor).rglob("*.py") if "migrations" not in f.parts]
GABARITS = sorted((RACINE / "templates").rglob("*.html"))
ECRANS = [g for g in GABARITS if "courriels" not in g.parts and "pdf" not in g.parts]


def _relatif(fichiers):
    return {str(f.relative_to(RACINE)) for f in fichiers}


def _contenant(fichiers, motif):
    return _relatif(f for f in fichiers if re.search(motif, f.read_text(errors="replace")))


def test_raw_sql_and_unfiltered_managers_stay_on_the_ground_floor():
    hors_du_socle = [f for f in CODE if f.parts[-2] != "insertion" and "insertion" not in f.relative_to(RACINE).parts]

    assert (
        _contenant(hors_du_socle, r"\.raw\(|\.extra\(|RawSQL|cursor\(\)|_base_manager|mark_safe|csrf_exempt") == set()
    )


def test_every_form_lists_its_fields():
    assert _contenant(CODE, r"fields\s*=\s*['\"]__all__|^\s+exclude\s*=|\*\*request\.(POST|GET)") == set()


def test_no_drawer_for_everything():
    assert {f.stem for f in CODE} & {"utils", "helpers", "services", "mixins", "common"} == set()


def test_pages_hold_no_inline_script_style_or_handler():
    assert _contenant(ECRANS, r"<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=|\|safe") == set()


def test_pages_fetch_nothing_from_another_host():
    assert _contenant(GABARITS, r"<(script|img|link|iframe)[^>]*(src|href)=[\"']https?://") == set()


def test_only_one_file_knows_weasyprint():
    assert _contenant(CODE, r"^\s*(from|import) weasyprint") <= {"insertion/pdf.py"}


def test_no_command_goes_through_a_shell_and_nothing_typed_is_code():
    assert (
        _contenant(CODE, r"shell=True|os\.system|os\.popen|\beval\(|\bexec\(|\bpickle\b|\bmarshal\b|yaml\.load")
        == set()
    )


def test_no_weak_imprint_is_taken():
    """Chance that nobody may guess comes from `secrets`; the demonstration may be guessed, and a backup counts with
    md5 what age protects."""
    hors_demo = [f for f in CODE if "demonstration" not in f.parts]

    assert _contenant(hors_demo, r"\bmd5\b|\bsha1\b|^\s*(import random|from random)|uuid1") <= {
        "pilotage/sauvegardes/contenu.py"
    }


def test_no_script_listens_to_another_window():
    """Tabs of one session speak through a BroadcastChannel (`canal`), which no other site reaches."""
    scripts = sorted((RACINE / "static" / "js").glob("*.js"))

    assert (
        _contenant(
            scripts, r"(?<!canal\.)addEventListener\(.message.|onmessage|(window|parent|opener|top)\.postMessage"
        )
        == set()
    )


def test_scripts_keep_what_is_typed_in_maps():
    """An object whose key is a word typed, or read from an answer, could change the prototype of all the others."""
    scripts = sorted((RACINE / "static" / "js").glob("*.js"))

    ecrit_par_cle = r"\w\[[a-z]\w*(\.\w+)*\] ?(\?\?)?=[^=>]"
    fond_ce_qui_vient = r"Object\.assign\((document\.createElement\([^)]*\)|\w+), (?!\{)"
    assert _contenant(scripts, rf"{ecrit_par_cle}|{fond_ce_qui_vient}|__proto__") == set()


def test_the_image_holds_no_history_and_no_tests():
    """`.dockerignore` leaves everything out, then names what the image holds."""
    regles = (RACINE / ".dockerignore").read_text().split()

    assert regles[0] == "*"
    assert {regle for regle in regles if regle.startswith("!")} & {
        "!.git",
        "!tests",
        "!bench",
        "!docs",
        "!.env",
    } == set()


@cellules("dossier", ["tests", "pilotage/demonstration"])
def test_no_social_security_number_is_committed(dossier):
    textes = [f for f in (RACINE / dossier).rglob("*") if f.suffix in (".py", ".toml", ".csv", ".json", ".txt")]

    assert _contenant(textes, r"\b[12]\s?\d{2}\s?(0[1-9]|1[0-2])\s?\d{2}\s?\d{3}\s?\d{3}\s?\d{2}\b") == set()
