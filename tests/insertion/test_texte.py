from insertion.texte import de
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
