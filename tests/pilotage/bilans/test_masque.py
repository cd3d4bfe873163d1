"""Small counts: what a reader of the report must not be able to work out."""

from itertools import count

from pilotage.bilans import masque
from tests.cellules import cellules


def lu(texte):
    """A text as it is read, no-break spaces aside."""
    return texte.replace("\N{NO-BREAK SPACE}", " ")


RANGS = count()


def masquer(*tables, **options):
    """Hide what must be in tables given as lists of lines."""
    return masque.masquer([{"lignes": lignes} for lignes in tables], **options)


def ligne(derriere, base=None, unite="personnes", nature="personnes"):
    """A line over the ids 0 to `base` (excluded), of which `derriere` are counted."""
    ids = list(derriere) if not isinstance(derriere, int) else list(range(derriere))
    en_tout = list(range(base)) if base is not None else []
    taux = base is not None
    return {
        "indicateur": "essai",
        "code": str(next(RANGS)),
        "exclus": [],
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


def caches(*lignes):
    return [ligne["masque"] for ligne in lignes]


@cellules("nombre", [1, 4])
def test_one_to_four_people_are_not_counted_aloud(nombre):
    petite = ligne(nombre)

    masquer([petite])

    assert (petite["en_mots"], petite["valeur"], petite["masque"]) == ("masqué", None, True)


@cellules("nombre", [0, 5])
def test_nobody_and_five_people_are(nombre):
    assez = ligne(nombre)

    masquer([assez])

    assert (assez["en_mots"], assez["masque"]) == (str(nombre), False)


def test_a_share_over_a_small_base_is_withheld_with_its_base():
    petite = ligne(2, base=3)

    masquer([petite])

    assert (petite["en_mots"], lu(petite["fraction"])) == ("masqué", "masqué / masqué")
    assert petite["valeur"] is petite["numerateur"] is petite["denominateur"] is None


def test_a_share_of_few_people_keeps_its_base():
    petite = ligne(2, base=40)

    masquer([petite])

    assert (lu(petite["fraction"]), petite["denominateur"]) == ("masqué / 40", "40")


def test_the_total_minus_the_others_gives_nothing_back():
    hommes, femmes, inconnu = ligne(range(2), 40), ligne(range(2, 33), 40), ligne(range(33, 40), 40)

    masquer([hommes, femmes, inconnu])

    assert caches(hommes, femmes, inconnu) == [True, False, True]
    assert lu(inconnu["fraction"]) == "masqué / 40"


def test_a_share_of_nearly_everybody_is_withheld_as_that_of_the_few_others():
    petite = ligne(5, base=6)

    masquer([petite])

    assert (petite["en_mots"], lu(petite["fraction"])) == ("masqué", "masqué / 6")


def test_everybody_and_nobody_are_said():
    tous, personne = ligne(6, base=6), ligne(0, base=6)

    masquer([tous, personne])

    assert caches(tous, personne) == [False, False]


def test_the_rate_above_does_not_say_what_the_table_below_hides():
    """Six exits: five into a lasting job, none into another, one « positive »; the rates stand in other tables."""
    dynamiques, durable_a, durable_b = ligne(6, base=6), ligne(5, base=6), ligne(5, base=6)
    durable, transition, positive = ligne(5, base=6), ligne(0, base=6), ligne([5], base=6)

    masquer([dynamiques], [durable_b, durable_a], [durable, transition, positive])

    assert caches(dynamiques, durable_b, durable_a) == [False, True, True]
    assert caches(durable, transition, positive) == [True, False, True]
    assert {x["en_mots"] for x in (durable_b, durable, positive)} == {"masqué"}  # not which of the two is small


def test_counts_of_two_tables_are_not_subtracted():
    sorties, avec_motif, sans_motif = ligne(40), ligne(37), ligne(range(37, 40))

    masquer([sorties], [avec_motif], [sans_motif])

    assert caches(sorties, avec_motif, sans_motif) == [False, True, True]


def test_three_tables_that_cut_the_same_people_give_nothing_back():
    """Women and men, young and old: the two cells of the old hide each other, and their total says nothing more."""
    femmes, hommes = ligne(range(20), 40), ligne(range(20, 40), 40)
    jeunes, agees = ligne([*range(18), *range(20, 30)], 40), ligne([18, 19, *range(30, 40)], 40)
    femmes_agees, hommes_ages = ligne([18, 19]), ligne(range(30, 40))

    masquer([femmes, hommes], [jeunes, agees], [femmes_agees, hommes_ages])

    assert caches(femmes, hommes, jeunes, agees) == [False] * 4
    assert caches(femmes_agees, hommes_ages) == [True, True]


def test_the_number_left_out_gives_nothing_back():
    sorties = ligne(40)
    examinees = ligne(38) | {"exclus": [{"raison": "retrait", "ids": [38, 39]}]}

    masques = masquer([sorties], [examinees])

    assert masques.nombre("personnes", [38, 39]) == "masqué"
    assert examinees["masque"]


def test_what_is_hidden_anyway_gives_way_to_a_number_that_can_be_read():
    """39 entries, 38 of them with a diagnostic due, 34 in time: the rate is hidden, and not the entries too."""
    entrees = ligne(39)
    a_temps = ligne(34, base=38) | {"exclus": [{"raison": "délai pas encore échu", "ids": [38]}]}
    encore = ligne(34, base=38)

    masquer([entrees], [a_temps], [encore])

    assert caches(entrees, a_temps, encore) == [False, True, True]
    assert lu(a_temps["fraction"]) == "masqué / masqué"


def test_the_number_missing_gives_nothing_back():
    masques = masquer([ligne(40)], sommes=[("personnes", [[1], [2]]), ("personnes", [list(range(40))])])

    assert masques.nombre("personnes", [1, 2]) == "masqué"
    assert masques.nombre("personnes", list(range(40))) == "40"


def test_a_count_of_parcours_gives_back_no_count_of_the_same_people():
    """Each has one parcours: 40 people, 37 of the 40 parcours in one table, 3 people in another."""
    gens, peu = ligne(40), ligne(range(37, 40))
    parcours = ligne(range(100, 137), nature="parcours")

    masquer([gens], [parcours], [peu], personne_de={100 + pk: pk for pk in range(40)})

    assert caches(gens, parcours, peu) == [False, True, True]


def test_the_hours_of_two_people_are_not_the_total_less_the_others():
    travail, ateliers, formation, total = (ligne(n, unite="heures") for n in (30, 12, 2, 30))
    for une, heures in ((travail, "900.0"), (ateliers, "60.0"), (formation, "35.0"), (total, "995.0")):
        une["valeur"] = heures

    masquer([travail, ateliers, formation, total])

    assert caches(travail, ateliers, formation, total) == [False, True, True, False]


def test_lines_that_share_people_are_no_breakdown():
    rsa, rqth = ligne(range(20), 40), ligne(range(3), 40)

    masquer([rsa, rqth])

    assert caches(rsa, rqth) == [False, True]


@cellules("nature", ["entreprises", "offres", "seances", "postes"])
def test_firms_offers_seances_and_posts_of_the_team_are_nobody(nature):
    firmes = ligne(2, nature=nature)

    masquer([firmes])

    assert firmes["en_mots"] == "2"


def test_the_amount_of_one_aid_is_withheld():
    montant = ligne(1, unite="euros", nature="aides")

    masquer([montant])

    assert (montant["en_mots"], montant["valeur"]) == ("masqué", None)
