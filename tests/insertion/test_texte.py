"""Names and labels in the middle of a sentence, as people say and write them."""

from insertion.texte import de, minuscule
from tests.cellules import cellules


@cellules(
    ("nom", "dit"),
    [
        ("Aude Lebrun", "d’Aude Lebrun"),
        ("Élodie Bécu", "d’Élodie Bécu"),
        ("Œdipe Roi", "d’Œdipe Roi"),
        ("Julien Perrin", "de Julien Perrin"),
        ("", "de "),
    ],
)
def test_a_name_is_said_after_de_as_people_say_it(nom, dit):
    assert de(nom) == dit


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
