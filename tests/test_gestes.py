"""Nothing has to be dragged (experience.md §4, 18; WCAG 2.5.7): what may be has a button beside it.

Orders are changed by buttons: `test_candidature_decision.py` (waiting lists), `test_modeles.py` (parts of a report).
"""

import re

import pytest
from django.conf import settings
from lxml import html

#: What begins or ends a drag, in a template or a script.
GLISSER = re.compile(
    r"draggable|sortable|dragstart|dragover|dragenter|[\"']drop[\"']|(?:pointer|mouse|touch)move", re.I
)
#: A file may be dropped where its field stands: the field is the button.
DEPOT = "js/imports.js"


def fichiers():
    for dossier, suffixes in (("templates", (".html", ".jinja")), ("static/js", (".js",))):
        yield from (f for f in (settings.BASE_DIR / dossier).rglob("*") if f.suffix in suffixes)


def test_only_a_file_may_be_dragged():
    glissent = {str(f) for f in fichiers() if GLISSER.search(f.read_text())}

    assert glissent == {str(settings.BASE_DIR / "static" / DEPOT)}


@pytest.mark.parametrize("chemin", ["/imports/nouveau/", "/entreprises/imports/nouveau/"])
def test_where_a_file_is_dropped_a_button_chooses_it(structure, cip, client_de, chemin):
    page = html.document_fromstring(client_de(cip).get(chemin).content.decode())

    (zone,) = page.xpath("//*[contains(concat(' ', @class, ' '), ' depot ')]")
    (champ,) = zone.xpath(".//input[@type='file']")
    assert page.xpath(f"//label[@for='{champ.get('id')}']") or champ.xpath("ancestor::label")
    assert champ.get("hidden") is None
    assert champ.get("tabindex") != "-1"


def test_whatever_is_in_an_order_is_moved_by_buttons():
    """« monter » and « descendre » come by two, in a form that posts."""
    ordres = 0
    for gabarit in fichiers():
        sens = re.findall(r"<button[^>]*value=\"(monter|descendre)\"", gabarit.read_text())
        assert sens.count("monter") == sens.count("descendre"), gabarit
        ordres += bool(sens)
    assert ordres == 2
