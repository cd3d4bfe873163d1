"""What a partial in Jinja2 writes of a value: no mark that comes from somebody's words is left as it is."""

from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from jinja2 import Environment
from markupsafe import Markup, escape

from insertion.enums import Role
from insertion.gabarits import echapper
from tests.cellules import cellules

DIT = """<b title="l'heure">Tom & Léa</b>"""


@cellules(
    "valeur",
    [
        DIT,
        "",
        "Amina",
        Markup(DIT),
        mark_safe(DIT),
        gettext_lazy(DIT),
        Role.DIRECTION,
        1,
        None,
        2.5,
        [DIT],
        {DIT: DIT},
    ],
)
def test_a_value_is_escaped_as_markupsafe_does(valeur):
    assert echapper(valeur) == str(escape(valeur))


PARTIEL = """{% macro dire(mot, suite) %}{{ mot }}{{ suite }}{% endmacro %}{% set bloc %}<i>{{ dit }}</i>{% endset %}
{{ dit }}{{ dit | upper }}{{ dit ~ bloc }}{{ dire(dit, bloc) }}{{ bloc }}{{ absent }}{{ dit | safe }}
{{ dit | join(bloc) }}
{% autoescape false %}{{ dit }}{% endautoescape %}{% for mot in [dit, bloc] %}{{ mot }}{% endfor %}"""


def test_a_partial_writes_what_jinja_alone_would():
    ordinaire = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)

    rendu = engines["jinja2"].env.from_string(PARTIEL).render(dit=DIT)

    assert rendu == ordinaire.from_string(PARTIEL).render(dit=DIT)
    assert rendu.count("<b ") == 2  # what was said to be safe, and where nothing is escaped
