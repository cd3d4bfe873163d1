"""« Réglages »: words, delays, agreements, dispositifs (metier.md §1 rows 1, 41, 55, 80 to 82)."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import Role, TypeStructure, Vocabulaire
from insertion.models import Conventionnement, PosteEquipe, Structure
from insertion.models.structures import SEUILS, SEUILS_CONTRAT
from insertion.vocabulaire import mots
from parcours.models import Dispositif
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import DispositifFactory, ParcoursFactory, PosteEquipeFactory

PAGE = reverse("parcours:structure_detail")
MODIFIER = reverse("parcours:structure_update")
NOUVEAU = reverse("parcours:dispositif_create")
CONVENTION = reverse("parcours:conventionnement_create")
POSTE = reverse("parcours:poste_equipe_create")


@pytest.fixture
def admin(structure):
    return membre(structure, Role.ADMINISTRATIF)


def reglages(structure, **champs):
    return {
        "nom": structure.nom,
        "type": structure.type,
        "vocabulaire": structure.vocabulaire,
        "domaines": ["logement", "sante"],
        "grille": structure.grille,
        "rythme_entretiens": 30,
        "journal_mois": 12,
        "conservation_mois": structure.conservation_mois,
        "version": 0,
        **{seuil: getattr(structure, seuil) for seuil in SEUILS},
    } | champs


def dispositif(**champs):
    vides = {"nom": "Premières Heures", "genre": "premieres_heures", "unite_heures": "mois", "actif": "on"}
    return vides | {"version": 0, "soumission": uuid.uuid4()} | champs


def convention(**champs):
    vides = {"genre": "convention", "numero": "ACI 059", "debut": "2026-01-01", "fin": "2026-12-31"}
    return vides | {"version": 0, "soumission": uuid.uuid4()} | champs


def poste(**champs):
    vides = {"nom": "Aïcha Benali", "fonction": "Chargée d’insertion", "debut": "2026-01-05", "etp": "0.8"}
    return vides | {"version": 0, "soumission": uuid.uuid4()} | champs


def test_chef_changes_the_word_and_every_page_says_it(client_de, chef, structure):
    client = client_de(chef)

    client.post(MODIFIER, reglages(structure, vocabulaire=Vocabulaire.MEMBRE, alerte_contrat_jours=90))

    structure.refresh_from_db()
    html = client.get(reverse("beneficiaires:beneficiaire_list")).content.decode()
    assert (structure.vocabulaire, structure.alerte_contrat_jours, structure.version) == ("membre", 90, 1)
    assert "<h1>Membres</h1>" in html


@cellules(
    ("champs", "phrase"),
    [
        pytest.param({"delai_diagnostic_jours": 0}, "Un délai va de 1 à 365 jours.", id="no day"),
        pytest.param({"alerte_pass_jours": 366}, "Un délai va de 1 à 365 jours.", id="more than a year"),
        pytest.param({"sortie_alerte_jours": 15}, "vient après la relance", id="alert on the day of the reminder"),
        pytest.param({"rythme_entretiens": 0}, "de 1 à 365 jours", id="no rhythm"),
        pytest.param({"domaines": []}, "Gardez au moins un domaine.", id="no domain"),
        pytest.param({"domaines": ["astrologie"]}, "astrologie", id="unknown domain"),
    ],
)
def test_refused_settings_say_why_and_change_nothing(client_de, chef, structure, champs, phrase):
    response = client_de(chef).post(MODIFIER, reglages(structure, nom="Autre nom", **champs))

    html = response.content.decode()
    structure.refresh_from_db()
    assert response.status_code == 422
    assert phrase in html
    assert 'value="Autre nom"' in html
    assert structure.nom == "Ressourcerie du Canal"


def test_two_people_settling_at_once_are_told(client_de, chef, structure):
    client = client_de(chef)
    client.post(MODIFIER, reglages(structure, nom="Premier nom"))

    assert client.post(MODIFIER, reglages(structure, nom="Second nom")).status_code == 409


@cellules("champs", [{"alerte_contrat_jours": 0}, {"sortie_relance_jours": 30}])
def test_database_holds_the_delays(structure, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        Structure.objects.filter(pk=structure.pk).update(**champs)


@cellules("url", [MODIFIER, NOUVEAU, CONVENTION, POSTE])
@cellules("role", ["cip", "encadrant", "lecteur", "benevole"])
def test_only_those_who_run_the_structure_settle_it(request, client_de, structure, url, role):
    client = client_de(request.getfixturevalue(role))

    assert (client.get(PAGE).status_code, client.post(url).status_code) == (403, 403)


def test_administratif_reads_and_changes_nothing(client_de, admin, structure):
    DispositifFactory()
    client = client_de(admin)

    page = client.get(PAGE)

    assert page.status_code == 200
    assert "Modifier" not in page.content.decode()
    assert client.post(NOUVEAU, dispositif()).status_code == 403


def test_a_chrs_settles_no_contract(client_de, chef, structure):
    structure.type = TypeStructure.CHRS
    structure.save()
    DispositifFactory(duree_contrat_mois=6, heures_max=35)
    client = client_de(chef)

    pages = [client.get(url).content.decode() for url in (PAGE, MODIFIER, NOUVEAU)]
    client.post(MODIFIER, {k: v for k, v in reglages(structure).items() if k not in SEUILS_CONTRAT})

    structure.refresh_from_db()
    assert [mot for mot in ("contrat", "Contrat", "PASS", "renouvel") for page in pages if mot in page] == []
    assert (structure.version, structure.alerte_contrat_jours) == (1, 60)


def test_premieres_heures_of_la_mie_de_pain(client_de, chef, structure):
    client_de(chef).post(NOUVEAU, dispositif(heures_min="1", heures_max="72", duree_contrat_mois="6"))

    cree = Dispositif.objects.get()
    assert (cree.heures, cree.contrat) == ("1 à 72 h par mois", "6 mois, renouvelable")


@cellules(
    ("champs", "heures", "contrat"),
    [
        ({}, "", ""),
        ({"heures_max": Decimal("17.5")}, "17,5 h par semaine au plus", ""),
        ({"heures_min": Decimal(20)}, "20 h par semaine au moins", ""),
        ({"duree_contrat_mois": 12, "renouvellements_max": 1}, "", "12 mois, renouvelable 1 fois"),
        ({"duree_contrat_mois": 6, "renouvellements_max": 0}, "", "6 mois, non renouvelable"),
    ],
)
def test_dispositif_says_its_bounds_in_words(structure, champs, heures, contrat):
    sien = DispositifFactory(**champs)

    assert (sien.heures, sien.contrat) == (heures, contrat)


@cellules(
    ("champs", "phrase"),
    [
        pytest.param({"heures_min": "73", "heures_max": "72"}, "inférieur au plancher", id="floor above ceiling"),
        pytest.param({"heures_max": "209"}, "208 heures par mois", id="more hours than a month has"),
        pytest.param(
            {"heures_max": "49", "unite_heures": "semaine"}, "48 heures par semaine", id="a week of 49 hours"
        ),
        pytest.param({"heures_min": "-1"}, "heures", id="negative hours"),
        pytest.param(
            {"duree_contrat_mois": "13", "duree_max_mois": "12"},
            "plus longtemps que le parcours",
            id="contract too long",
        ),
        pytest.param({"duree_max_mois": "0"}, "1", id="a parcours of no month"),
        pytest.param({"nom": "Nettoyage"}, "porte déjà ce nom", id="name taken"),
        pytest.param({"nom": ""}, "obligatoire", id="no name"),
        pytest.param({"certification": "x" * 10_000}, "160", id="huge certification"),
    ],
)
def test_refused_dispositif_says_why_and_keeps_what_was_typed(client_de, chef, structure, champs, phrase):
    DispositifFactory(nom="Nettoyage")

    response = client_de(chef).post(NOUVEAU, dispositif(places="12", **champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert 'name="places" value="12"' in html
    assert Dispositif.objects.count() == 1


@cellules(
    "champs",
    [
        {"heures_min": 40, "heures_max": 35},
        {"heures_max": 49},
        {"unite_heures": "mois", "heures_max": 209},
        {"duree_contrat_mois": 25},
        {"duree_max_mois": 0},
    ],
)
def test_database_holds_the_bounds_of_a_dispositif(structure, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        DispositifFactory(**champs)


def test_dispositif_is_closed_to_entries_and_its_parcours_go_on(client_de, chef, structure):
    sien = ParcoursFactory(dispositif__nom="Nettoyage").dispositif
    url = reverse("parcours:dispositif_update", args=[sien.pk])

    client_de(chef).post(url, {k: v for k, v in dispositif(nom="Nettoyage").items() if k != "actif"})

    sien.refresh_from_db()
    assert (sien.actif, sien.version, sien.parcours.count()) == (False, 1, 1)


def test_stranger_finds_no_such_dispositif_nor_agreement(client_de, structure, autre_structure):
    intrus = membre(autre_structure, Role.DIRECTION)
    ligne = Conventionnement.objects.create(numero="1", debut=date(2026, 1, 1))
    urls = (
        reverse("parcours:dispositif_update", args=[DispositifFactory().pk]),
        reverse("parcours:conventionnement_update", args=[ligne.pk]),
        reverse("parcours:poste_equipe_update", args=[PosteEquipeFactory().pk]),
    )

    assert [client_de(intrus).post(url).status_code for url in urls] == [404, 404, 404]


def test_agreement_has_its_number_and_dates(client_de, chef, structure):
    client_de(chef).post(CONVENTION, convention(genre="annexe", etp="31.5"))

    ligne = Conventionnement.objects.get()
    assert (ligne.genre, ligne.numero, ligne.etp) == ("annexe", "ACI 059", Decimal("31.50"))
    assert list(Conventionnement.objects.en_vigueur(date(2026, 12, 31))) == [ligne]
    assert not Conventionnement.objects.en_vigueur(date(2027, 1, 1)).exists()


@cellules(
    ("champs", "phrase"),
    [
        pytest.param({"fin": "2025-12-31"}, "La fin ne peut pas précéder le début.", id="ends before it starts"),
        pytest.param({"debut": "2026-12-31", "fin": ""}, "déjà noté à ces dates", id="same number on one day"),
        pytest.param({"numero": ""}, "obligatoire", id="no number"),
        pytest.param({"etp": "-1", "numero": "2"}, "négatif", id="negative posts"),
    ],
)
def test_refused_agreement_says_why(client_de, chef, structure, champs, phrase):
    client = client_de(chef)
    client.post(CONVENTION, convention())

    response = client.post(CONVENTION, convention(**champs))

    assert (response.status_code, Conventionnement.objects.count()) == (422, 1)
    assert phrase in response.content.decode()


def test_the_team_is_noted_with_the_time_that_each_gives(client_de, chef, structure):
    client = client_de(chef)
    client.post(POSTE, poste(etp_accompagnement="0.6", etp_encadrement="0.2"))
    client.post(reverse("parcours:poste_equipe_update", args=[PosteEquipe.objects.get().pk]), poste(etp="1"))

    html = client.get(PAGE).content.decode()
    assert (PosteEquipe.objects.get().etp, PosteEquipe.objects.get().version) == (Decimal("1.00"), 1)
    assert "Aïcha Benali" in html


@cellules(
    ("champs", "phrase"),
    [
        pytest.param({"fin": "2026-01-04"}, "La fin ne peut pas précéder le début.", id="ends before it starts"),
        pytest.param({"etp_encadrement": "0.9"}, "ne peuvent pas dépasser le total", id="more than the whole"),
        pytest.param({"etp": "-1"}, "négatif", id="negative time"),
        pytest.param({"nom": ""}, "obligatoire", id="no name"),
    ],
)
def test_refused_member_of_the_team_says_why(client_de, chef, structure, champs, phrase):
    response = client_de(chef).post(POSTE, poste(fonction="Cheffe d’équipe", **champs))

    html = response.content.decode()
    assert (response.status_code, PosteEquipe.objects.count()) == (422, 0)
    assert phrase in html
    assert "Cheffe d’équipe" in html


@cellules(
    ("le", "etat"),
    [(date(2025, 12, 31), "a_venir"), (date(2026, 1, 1), "en_vigueur"), (date(2027, 1, 1), "termine")],
)
def test_agreement_is_in_force_between_its_dates(le, etat):
    ligne = Conventionnement(debut=date(2026, 1, 1), fin=date(2026, 12, 31))

    assert ligne.etat(le) == etat


@cellules("vocabulaire", Vocabulaire)
def test_every_word_has_its_plural_and_its_request(vocabulaire):
    siens = mots(Structure(type=TypeStructure.CLUBHOUSE, vocabulaire=vocabulaire))

    assert siens.titre.lower() == siens.pluriel
    assert siens.demandes == "Demandes d’admission"


@cellules("nombre", [1, 3])
def test_settings_ask_as_much_for_one_as_for_three(client_de, chef, structure, requetes, nombre):
    DispositifFactory.create_batch(nombre)
    for numero in range(nombre):
        Conventionnement.objects.create(numero=numero, debut=date(2026, 1, 1))
    PosteEquipeFactory.create_batch(nombre)
    client = client_de(chef)

    with requetes() as faites:
        client.get(PAGE)

    assert len(faites) == 10
