"""Hours by month: the grid, the file, the ETP."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import Role, TypeStructure
from insertion.isolation.contexte import contexte
from insertion.tableur import ecrire
from parcours import heures
from parcours.models import HeuresMois
from tests.cellules import cellules
from tests.usines import HeuresMoisFactory, ParcoursFactory, SortieFactory

OCTOBRE = date(2026, 10, 1)
URL = f"{reverse('parcours:heures_mois')}?mois=2026-10"
IMPORT = f"{reverse('parcours:heures_import')}?mois=2026-10"
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")


def lues(parcours):
    ligne = HeuresMois.objects.filter(parcours=parcours, mois=OCTOBRE).first()
    return ligne and (ligne.heures, ligne.heures_absence)


def saisie(parcours, heures="104,5", absence="7", avant=("", "")):
    pk = parcours.pk
    return {f"h{pk}": heures, f"a{pk}": absence, f"initial-h{pk}": avant[0], f"initial-a{pk}": avant[1]}


def test_a_month_is_saved_in_one_go(client_de, encadrant, parcours):
    autre = ParcoursFactory()

    response = client_de(encadrant).post(URL, saisie(parcours) | saisie(autre, "26", ""))

    assert response.url == URL
    assert lues(parcours) == (Decimal("104.5"), Decimal("7"))
    assert lues(autre) == (Decimal("26"), Decimal("0"))


def test_page_without_a_month_shows_the_last_whole_one(client_de, encadrant, parcours):
    assert (
        "Heures du mois : octobre 2026" in client_de(encadrant).get(reverse("parcours:heures_mois")).content.decode()
    )


@cellules(
    ("entree", "sortie", "attendu"),
    [
        ("2026-10-31", None, True),
        ("2026-11-01", None, False),
        ("2026-01-05", "2026-10-01", True),
        ("2026-01-05", "2026-09-30", False),
    ],
    ids=["entered on the last day", "entered the day after", "left on the first day", "left the day before"],
)
def test_who_was_there_one_day_of_the_month_is_in_the_grid(structure, entree, sortie, attendu):
    ParcoursFactory(date_entree=entree, date_sortie=sortie)

    assert heures.presents(OCTOBRE).exists() == attendu


def test_february_of_a_leap_year_ends_on_the_29th(structure):
    ParcoursFactory(date_entree=date(2028, 2, 29))

    assert heures.presents(date(2028, 2, 1)).exists()


@cellules(
    ("heures", "phrase"),
    [("744,01", "744 heures au plus"), ("-1", "supérieure ou égale à 0"), ("beaucoup", "Écrivez un nombre d’heures")],
)
def test_impossible_hours_are_said_beside_the_field_and_nothing_is_written(
    client_de, encadrant, parcours, heures, phrase
):
    autre = ParcoursFactory()

    response = client_de(encadrant).post(URL, saisie(parcours, heures) | saisie(autre, "26"))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert f'value="{heures}"' in html
    assert not HeuresMois.objects.exists()


@cellules(
    "champs", [{"heures": 745}, {"heures": -1}, {"heures": 10, "heures_absence": 745}, {"mois": date(2026, 10, 2)}]
)
def test_the_database_holds_the_same_rules(parcours, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        HeuresMoisFactory(parcours=parcours, **champs)


def test_emptied_hours_are_taken_away(client_de, encadrant, parcours):
    HeuresMoisFactory(parcours=parcours)

    client_de(encadrant).post(URL, saisie(parcours, "", "", avant=("104,00", "0,00")))

    assert lues(parcours) is None


@cellules(("heures_notees", "comptee"), [("0", False), ("0,5", False), ("1", True), ("80", True)])
def test_hours_noted_after_an_exit_say_whether_it_counts(client_de, encadrant, structure, heures_notees, comptee):
    """metier.md §4.3: an exit of an ACI needs one hour worked at least in the year of the exit."""
    parti = ParcoursFactory(date_entree=date(2026, 7, 1), date_sortie=date(2026, 10, 31))
    sortie = SortieFactory(parcours=parti)
    for mois in (7, 8, 9):
        HeuresMoisFactory(parcours=parti, mois=date(2026, mois, 1), heures=0)

    client_de(encadrant).post(URL, saisie(parti, heures_notees, ""))

    sortie.refresh_from_db()
    assert (sortie.examinee, sortie.categorie) == (comptee, "durable")


def test_what_a_colleague_wrote_meanwhile_is_said_and_kept(client_de, encadrant, parcours):
    HeuresMoisFactory(parcours=parcours, heures=90)

    response = client_de(encadrant).post(URL, saisie(parcours, "104,5", ""))

    assert response.status_code == 422
    assert "Quelqu’un a noté 90 h entre-temps" in response.content.decode()
    assert lues(parcours) == (Decimal("90"), Decimal("0"))


def test_rows_left_as_they_were_are_not_written(client_de, encadrant, parcours):
    HeuresMoisFactory(parcours=parcours, heures=90)

    client_de(encadrant).post(URL, saisie(parcours, "104", "0", avant=("104", "0")))

    assert lues(parcours) == (Decimal("90"), Decimal("0"))


def test_same_grid_sent_twice_changes_nothing(client_de, encadrant, parcours):
    client = client_de(encadrant)

    reponses = [client.post(URL, saisie(parcours)).status_code for _ in range(2)]

    assert reponses == [302, 302]
    assert HeuresMois.objects.count() == 1


@cellules("role", ["lecteur", "benevole"])
def test_reader_sees_no_hours(request, client_de, parcours, role):
    client = client_de(request.getfixturevalue(role))

    assert [client.get(URL).status_code, client.post(URL, {}).status_code, client.post(IMPORT).status_code] == [
        403
    ] * 3


@cellules(("role", "nombre"), [(Role.ADMINISTRATIF, 1), (Role.ENCADRANT, 1), (Role.LECTURE, 0)])
def test_the_database_shows_hours_to_who_counts_them(parcours, cip, role, nombre):
    HeuresMoisFactory(parcours=parcours)

    with contexte(parcours.structure_id, utilisateur_id=cip.pk, role=role):
        assert HeuresMois.objects.count() == nombre


def test_hours_of_a_stranger_are_out_of_reach(client_de, etranger, autre_structure, parcours):
    autre_structure.type = TypeStructure.EI
    autre_structure.save()

    client_de(etranger).post(URL, saisie(parcours))

    assert lues(parcours) is None


def test_structure_without_work_contracts_has_no_site(client_de, cip, structure):
    structure.type = TypeStructure.CHRS
    structure.save()
    client = client_de(cip)

    pages = [reverse(f"parcours:{nom}") for nom in ("fait_list", "heures_mois", "competence_list")]
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    assert "Chantier" not in client.get(reverse("parcours:reunion_list")).content.decode()


def test_grid_costs_the_same_with_one_and_with_three_people(client_de, encadrant, parcours, requetes):
    client = client_de(encadrant)
    client.get(URL)
    with requetes() as une:
        client.get(URL)
    ParcoursFactory.create_batch(2)

    with requetes() as trois:
        client.get(URL)

    assert len(trois) == len(une)


@cellules(
    ("du", "au", "attendu"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "1.00"),
        (date(2026, 10, 1), date(2026, 10, 31), "12.00"),
        (date(2026, 11, 1), date(2026, 11, 30), "0.00"),
        (date(2025, 11, 15), date(2026, 10, 31), "1.00"),
    ],
    ids=["§5 ETP réalisés: a year", "§5 ×12 if monthly", "a month without hours", "twelve months over two years"],
)
def test_etp_of_an_aci_is_hours_over_1820(parcours, du, au, attendu):
    for heures_notees in (700, 700, 420):
        HeuresMoisFactory(mois=OCTOBRE, heures=heures_notees)

    assert heures.etp(parcours.structure, du, au) == Decimal(attendu)


def test_etp_without_a_source_is_not_invented(structure):
    structure.type = TypeStructure.GEIQ

    assert heures.etp(structure, OCTOBRE, OCTOBRE) is None


@cellules(
    ("brut", "attendu"),
    [("104,5", "104.5"), ("104.50", "104.5"), ("104 h 30", "104.5"), ("104:15", "104.25"), ("104h", "104")]
    + [("", "0"), ("745", None), ("12h75", None), ("beaucoup", None), ("-3", None)],
)
def test_hours_are_read_as_people_write_them(brut, attendu):
    assert heures.lire_heures(brut) == (Decimal(attendu) if attendu else None)


def envoyer(client, lignes, entetes=("NOM", "Prénom", "Heures", "Absence")):
    contenu = ecrire("Octobre", entetes, lignes)
    return client.post(IMPORT, {"fichier": SimpleUploadedFile("heures.xlsx", contenu)})


def test_file_is_taken_and_the_same_file_brings_nothing_new(client_de, encadrant, parcours):
    client = client_de(encadrant)

    premiere = envoyer(client, [("BENALI", "amina", 104.5, 7)]).context["reprise"]
    seconde = envoyer(client, [("BENALI", "amina", 104.5, 7)]).context["reprise"]

    assert lues(parcours) == (Decimal("104.5"), Decimal("7"))
    assert (premiere.nouvelles, premiere.erreurs) == (1, [])
    assert (seconde.nouvelles, seconde.changees, seconde.identiques) == (0, 0, 1)


def test_lines_that_cannot_be_read_are_said_and_the_others_written(client_de, encadrant, parcours):
    lignes = [
        ("Benali", "Amina", "104", ""),
        ("Dupont", "Jean", "35", ""),
        ("", "", "", ""),
        ("Benali", "Amina", "12", ""),
        ("Total", "", "151", ""),
    ]

    response = envoyer(client_de(encadrant), lignes)

    assert response.context["reprise"].erreurs == [
        "Ligne 3 : « Dupont Jean » n’a pas de parcours ouvert ce mois-là.",
        "Ligne 5 : « Benali Amina » est déjà plus haut dans le fichier.",
    ]
    assert "Ligne 3 : « Dupont Jean »" in response.content.decode()
    assert lues(parcours) == (Decimal("104"), Decimal("0"))


@cellules(
    ("ligne", "phrase"),
    [
        (("Benali", "Amina", "745", ""), "Ligne 2 : « 745 » n’est pas un nombre d’heures de 0 à 744."),
        (("Benali", "Amina", "10", "trop"), "Ligne 2 : « trop » n’est pas un nombre d’heures d’absence."),
    ],
)
def test_wrong_figure_of_a_file_names_its_line(client_de, encadrant, parcours, ligne, phrase):
    assert envoyer(client_de(encadrant), [ligne]).context["reprise"].erreurs == [phrase]


def test_two_parcours_of_one_name_are_left_to_the_hand(client_de, encadrant, parcours):
    ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")

    (erreur,) = envoyer(client_de(encadrant), [("Benali", "Amina", "10", "")]).context["reprise"].erreurs

    assert "désigne plusieurs parcours" in erreur


def test_file_without_header_says_which_columns_it_wants(client_de, encadrant, structure):
    (erreur,) = envoyer(client_de(encadrant), [("a", "b")], entetes=("x", "y")).context["reprise"].erreurs

    assert "il faut « Nom », « Prénom » et « Heures »" in erreur


def test_csv_of_the_payroll_with_one_column_for_the_name_is_read(client_de, encadrant, parcours):
    fichier = SimpleUploadedFile("paie.csv", "Salarié;Heures réalisées\nAmina BENALI;98,25\n".encode("cp1252"))

    client_de(encadrant).post(IMPORT, {"fichier": fichier})

    assert lues(parcours) == (Decimal("98.25"), Decimal("0"))


@cellules(
    ("entetes", "ligne", "gardees"),
    [
        (("Nom", "Prénom", "Heures"), ("Benali", "Amina", "104,5"), ("104.5", "7")),
        (("Nom", "Prénom", "Heures"), ("Benali", "Amina", "98"), ("98", "7")),
        (("Nom", "Prénom", "Heures", "Absence"), ("Benali", "Amina", "98", ""), ("98", "7")),
        (("Nom", "Prénom", "Heures", "Absence"), ("Benali", "Amina", "", "14"), ("104.5", "14")),
        (("Nom", "Prénom", "Heures", "Absence"), ("Benali", "Amina", "", ""), ("104.5", "7")),
        (("Nom", "Prénom", "Heures", "Absence"), ("Benali", "Amina", "0", "0"), ("0", "0")),
    ],
    ids=["no column, same hours", "no column", "no absence", "no hours", "nothing", "0 is said"],
)
def test_what_a_file_does_not_say_stays_as_it_was_noted(client_de, encadrant, parcours, entetes, ligne, gardees):
    HeuresMoisFactory(parcours=parcours, heures=Decimal("104.5"), heures_absence=7)

    reprise = envoyer(client_de(encadrant), [ligne], entetes).context["reprise"]

    assert lues(parcours) == tuple(map(Decimal, gardees))
    assert (reprise.changees, reprise.identiques) == ((0, 1) if gardees == ("104.5", "7") else (1, 0))


def test_first_hours_of_a_month_without_absence_say_none(client_de, encadrant, parcours):
    envoyer(client_de(encadrant), [("Benali", "Amina", "104,5")], ("Nom", "Prénom", "Heures"))

    assert lues(parcours) == (Decimal("104.5"), Decimal("0"))


@cellules("contenu", [b"", b"%PDF-1.7 rien", b"PK\x03\x04abime"])
def test_what_is_no_table_is_refused(client_de, encadrant, structure, contenu):
    response = client_de(encadrant).post(IMPORT, {"fichier": SimpleUploadedFile("heures.xlsx", contenu)})

    assert response.status_code == 422
    assert "invalid-feedback" in response.content.decode()
