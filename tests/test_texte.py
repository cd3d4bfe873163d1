"""Words in the middle of a sentence keep the capitals that are theirs."""

from insertion.texte import minuscule
from tests.cellules import cellules


@cellules(
    "libelle, dit",
    [
        ("En emploi, CDD", "en emploi, CDD"),
        ("SMS", "SMS"),
        ("À l’extérieur", "à l’extérieur"),
        ("E-mail", "e-mail"),
        ("", ""),
    ],
)
def test_a_label_in_a_sentence_loses_its_first_capital_alone(libelle, dit):
    assert minuscule(libelle) == dit
