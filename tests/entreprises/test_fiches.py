"""What every entry of the local network shares: « toujours exact », how old it is, the sheet to hand over."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from entreprises.fraicheur import fraicheur
from insertion.models import Geste
from tests.cellules import cellules
from tests.usines import DispositifLocalFactory, FormationFactory, PartenaireFactory, SessionFormationFactory

LE = date(2026, 11, 22)
FABRIQUES = {"partenaire": PartenaireFactory, "formation": FormationFactory, "dispositif": DispositifLocalFactory}
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


def verification(fiche):
    return reverse("entreprises:fiche_verification", args=[fiche.genre, fiche.pk])


def remise(fiche):
    return reverse("entreprises:fiche_remise", args=[fiche.genre, fiche.pk])


@cellules(
    ("verifie_le", "phrase", "perimee"),
    [
        (None, "Jamais vérifié\N{NO-BREAK SPACE}: appelez avant d’orienter.", True),
        (
            date(2026, 5, 21),
            "À jour au 21\N{NO-BREAK SPACE}mai\N{NO-BREAK SPACE}2026, "
            "il y a plus de 6 mois\N{NO-BREAK SPACE}: à revérifier.",
            True,
        ),
        (date(2026, 5, 22), "À jour au 22\N{NO-BREAK SPACE}mai\N{NO-BREAK SPACE}2026.", False),
        (LE, "À jour au 22\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026.", False),
    ],
)
def test_the_age_of_an_entry_is_said_in_words(verifie_le, phrase, perimee):
    dite = fraicheur(verifie_le, LE)

    assert (dite.phrase, dite.perimee) == (phrase, perimee)


@cellules("genre", FABRIQUES)
def test_still_true_takes_one_click_and_retypes_nothing(client_de, cip, structure, genre):
    fiche = FABRIQUES[genre](verifie_le=date(2026, 1, 12), verifie_par=cip)

    response = client_de(cip).post(verification(fiche))

    fiche.refresh_from_db()
    assert (response.url, fiche.verifie_le, fiche.verifie_par) == (fiche.get_absolute_url(), LE, cip)


def test_still_true_answers_on_the_spot_with_the_way_back(client_de, cip, structure):
    fiche = PartenaireFactory()

    response = client_de(cip).post(verification(fiche), headers={"HX-Request": "true"})

    assert "À jour au 22\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026." in response.content.decode()
    assert "verification/retour/?le=&par=" in Geste.objects.get().adresse


@cellules("avant", [date(2026, 1, 12), None])
def test_a_confirmation_taken_back_gives_the_one_before(client_de, cip, collegue, structure, avant):
    fiche = PartenaireFactory(verifie_le=avant, verifie_par=collegue if avant else None)
    client = client_de(cip)
    client.post(verification(fiche))

    client.post(f"{verification(fiche)}retour/?le={avant or ''}&par={collegue.pk if avant else ''}")

    fiche.refresh_from_db()
    assert (fiche.verifie_le, fiche.verifie_par) == (avant, collegue if avant else None)


def test_nobody_takes_back_the_confirmation_of_a_colleague(client_de, cip, collegue, structure):
    fiche = PartenaireFactory(verifie_le=LE, verifie_par=collegue)

    client_de(cip).post(f"{verification(fiche)}retour/?le=2020-01-01&par=")

    fiche.refresh_from_db()
    assert (fiche.verifie_le, fiche.verifie_par) == (LE, collegue)


def test_confirming_does_not_spoil_the_correction_that_somebody_is_typing(client_de, cip, collegue, structure):
    fiche = PartenaireFactory()
    client_de(collegue).post(verification(fiche))

    correction = {"nom": "CCAS de Lens", "type": "ccas", "version": 0, "actif": "on"}
    client_de(cip).post(reverse("entreprises:partenaire_update", args=[fiche.pk]), correction)

    fiche.refresh_from_db()
    assert (fiche.nom, fiche.verifie_le) == ("CCAS de Lens", LE)


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_confirms_nothing(request, client_de, role, structure):
    client = client_de(request.getfixturevalue(role))
    fiche = PartenaireFactory()

    codes = [client.post(adresse).status_code for adresse in (verification(fiche), f"{verification(fiche)}retour/")]
    assert codes == [403, 403]


def test_stranger_neither_confirms_nor_prints(client_de, etranger, structure):
    fiche, client = PartenaireFactory(), client_de(etranger)

    assert [client.post(verification(fiche)).status_code, client.get(remise(fiche)).status_code] == [404, 404]


def test_a_kind_of_no_list_is_not_found(client_de, cip, structure):
    assert client_de(cip).get(reverse("entreprises:fiche_remise", args=["entreprise", 1])).status_code == 404


def test_sheet_to_hand_over_says_what_where_when_how_and_the_papers(client_de, lecteur, structure):
    organisme = PartenaireFactory(nom="GRETA", commune="Lille", telephone="03 53 01 60 70")
    formation = FormationFactory(
        presentation="Apprendre le français du travail.",
        organisme=organisme,
        age_min=18,
        a_apporter="Pièce d’identité",
        demarche="Test le jeudi.",
    )
    SessionFormationFactory(formation=formation, debut=date(2026, 12, 7), fin=date(2027, 1, 15))

    html = client_de(lecteur).get(remise(formation)).content.decode()

    attendus = ("Apprendre le français du travail.", "Avoir au moins 18 ans", "GRETA (Lille)", "03 53 01 60 70")
    attendus += (
        "Du 7\N{NO-BREAK SPACE}décembre\N{NO-BREAK SPACE}2026 au 15\N{NO-BREAK SPACE}janvier\N{NO-BREAK SPACE}2027",
        "Test le jeudi.",
        "Pièce d’identité",
    )
    assert [texte for texte in attendus if texte not in html] == []
