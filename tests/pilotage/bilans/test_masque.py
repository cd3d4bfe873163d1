"""Small counts: what a reader of the report must not be able to work out."""

from pilotage.bilans.masque import masquer
from tests.cellules import cellules


def lu(texte):
    """A text as it is read, no-break spaces aside."""
    return texte.replace("\N{NO-BREAK SPACE}", " ")


def ligne(derriere, base=None, unite="personnes", nature="personnes"):
    """A line over the ids 0 to `base` (excluded), of which `derriere` are counted."""
    ids = list(derriere) if not isinstance(derriere, int) else list(range(derriere))
    en_tout = list(range(base)) if base is not None else []
    taux = base is not None
    return {
        "unite": "taux" if taux else unite,
        "nature": nature,
        "derriere": ids,
        "base": en_tout,
        "valeur": "12",
        "numerateur": str(len(ids)) if taux else None,
        "denominateur": str(base) if taux else None,
        "fraction": f"{len(ids)} / {base}" if taux else "",
        "en_mots": "50,0 %" if taux else str(len(ids)),
        "masque": False,
    }


@cellules("nombre", [1, 4])
def test_one_to_four_people_are_not_counted_aloud(nombre):
    petite = ligne(nombre)

    masquer([petite])

    assert (lu(petite["en_mots"]), petite["valeur"], petite["masque"]) == ("1 à 4", None, True)


@cellules("nombre", [0, 5])
def test_nobody_and_five_people_are(nombre):
    assez = ligne(nombre)

    masquer([assez])

    assert (assez["en_mots"], assez["masque"]) == (str(nombre), False)


def test_a_share_over_a_small_base_is_withheld_with_its_base():
    petite = ligne(2, base=3)

    masquer([petite])

    assert (petite["en_mots"], lu(petite["fraction"])) == ("masqué", "1 à 4 / 1 à 4")
    assert petite["valeur"] is petite["numerateur"] is petite["denominateur"] is None


def test_a_share_of_few_people_keeps_its_base():
    petite = ligne(2, base=40)

    masquer([petite])

    assert (lu(petite["fraction"]), petite["denominateur"]) == ("1 à 4 / 40", "40")


def test_the_total_minus_the_others_gives_nothing_back():
    hommes, femmes, inconnu = ligne(range(2), 40), ligne(range(2, 33), 40), ligne(range(33, 40), 40)

    masquer([hommes, femmes, inconnu])

    assert [x["masque"] for x in (hommes, femmes, inconnu)] == [True, False, True]
    assert lu(inconnu["fraction"]) == "masqué / 40"


def test_lines_that_share_people_are_no_breakdown():
    rsa, rqth = ligne(range(20), 40), ligne(range(3), 40)

    masquer([rsa, rqth])

    assert [x["masque"] for x in (rsa, rqth)] == [False, True]


@cellules("nature", ["entreprises", "offres", "seances"])
def test_firms_offers_and_seances_are_nobody(nature):
    firmes = ligne(2, nature=nature)

    masquer([firmes])

    assert firmes["en_mots"] == "2"


def test_the_amount_of_one_aid_is_withheld():
    montant = ligne(1, unite="euros", nature="aides")

    masquer([montant])

    assert (montant["en_mots"], montant["valeur"]) == ("masqué", None)
