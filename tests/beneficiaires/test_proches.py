"""The household, as little as possible (issue, « Foyer »); the situations that stay true for last year's report."""

import re
import uuid
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from beneficiaires.enums import FAMILLES_SITUATIONS, SITUATIONS_OUVERTES, SITUATIONS_SENSIBLES, NatureSituation
from beneficiaires.models import Proche, Situation
from insertion.isolation.contexte import contexte
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ParcoursFactory, ProcheFactory, SituationFactory


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


def ajout(beneficiaire):
    return reverse("beneficiaires:proche_create", args=[beneficiaire.pk])


def saisie(**champs):
    return {"lien": "enfant", "prenom": " Inaya ", "annee_naissance": "2019", "soumission": uuid.uuid4()} | champs


def test_a_relative_is_added_and_shown_on_the_identity_page(client_de, cip, amina):
    reponse = client_de(cip).post(ajout(amina), saisie(a_charge="on", vit_avec="on"))

    proche = Proche.objects.get()
    html = client_de(cip).get(reponse.url).content.decode()
    assert (proche.prenom, proche.annee_naissance, proche.a_charge, proche.vit_avec) == ("Inaya", 2019, True, True)
    assert "né·e en 2019 · vit avec la personne · à charge" in html


@cellules(
    ("champs", "message"),
    [
        ({"lien": ""}, "obligatoire"),
        ({"lien": "voisin"}, "choix"),
        ({"annee_naissance": "14"}, "Une année de naissance s’écrit en quatre chiffres"),
        ({"annee_naissance": "2098"}, "trop lointaine"),
        ({"prenom": "x" * 10_000}, "60"),
    ],
)
def test_a_refused_relative_says_why(client_de, cip, amina, champs, message):
    reponse = client_de(cip).post(ajout(amina), saisie() | champs)

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert not Proche.objects.exists()


def test_a_relative_sent_twice_is_noted_once(client_de, cip, amina):
    client, envoi = client_de(cip), saisie()

    for _ in range(2):
        client.post(ajout(amina), envoi)

    assert Proche.objects.count() == 1


def test_a_relative_is_corrected_then_leaves_the_file(client_de, cip, amina):
    proche = ProcheFactory(beneficiaire=amina)

    client_de(cip).post(reverse("beneficiaires:proche_update", args=[proche.pk]), saisie(prenom="Lina", version="0"))
    proche.refresh_from_db()
    client_de(cip).post(reverse("beneficiaires:proche_delete", args=[proche.pk]))

    assert proche.prenom == "Lina"
    assert not Proche.objects.exists()


def test_two_people_correcting_one_relative_see_both_versions(client_de, cip, collegue, amina):
    adresse = reverse("beneficiaires:proche_update", args=[ProcheFactory(beneficiaire=amina).pk])
    client_de(collegue).post(adresse, saisie(prenom="Lina", version="0"))

    reponse = client_de(cip).post(adresse, saisie(prenom="Léna", version="0"))

    assert reponse.status_code == 409
    assert Proche.objects.get().prenom == "Lina"


def test_relatives_are_closed_to_strangers_and_readers(client_de, etranger, lecteur, encadrant, structure, amina):
    proche = ProcheFactory(beneficiaire=amina)
    adresses = [
        ajout(amina),
        *(reverse(f"beneficiaires:proche_{quoi}", args=[proche.pk]) for quoi in ("update", "delete")),
    ]

    for adresse in adresses:
        assert [client_de(q).post(adresse, saisie()).status_code for q in (etranger, lecteur)] == [404, 403]
    fiche = client_de(encadrant).get(reverse("beneficiaires:beneficiaire_detail", args=[amina.pk]))
    assert "Inaya" not in fiche.content.decode()
    with contexte(structure.pk, role="encadrant"):
        assert not Proche.objects.exists()


def test_what_was_true_on_the_day_of_entry_stays_true(client_de, cip, structure):
    parcours = ParcoursFactory(date_entree=date(2025, 3, 12))
    rsa = SituationFactory(beneficiaire=parcours.beneficiaire, debut=date(2024, 3, 1))
    url = reverse("beneficiaires:situation_update", args=[rsa.pk])

    client_de(cip).post(url, {"nature": "rsa", "debut": "2024-03-01", "fin": "2026-01-31", "version": "0"})
    SituationFactory(beneficiaire=parcours.beneficiaire, nature=NatureSituation.SALAIRE, debut=date(2026, 2, 1))

    a_l_entree, depuis = (
        set(Situation.objects.en_cours(le).values_list("nature", flat=True))
        for le in (parcours.date_entree, date(2026, 11, 22))
    )
    assert (a_l_entree, depuis) == ({"rsa"}, {"salaire"})


@cellules(("le", "vraie"), [(date(2024, 2, 29), True), (date(2024, 2, 28), False), (date(2025, 2, 28), True)])
def test_a_situation_is_true_from_its_first_day_to_its_last(amina, le, vraie):
    SituationFactory(beneficiaire=amina, debut=date(2024, 2, 29), fin=date(2025, 2, 28))

    assert Situation.objects.en_cours(le).exists() is vraie


def test_each_situation_is_offered_in_one_family():
    rangees = [nature for _titre, natures in FAMILLES_SITUATIONS for nature in natures]

    assert sorted(rangees) == sorted(NatureSituation.values)


@cellules("table", ["beneficiaires_situation", "beneficiaires_situationevent"])
def test_the_policy_leaves_open_the_same_situations_as_the_code(db, table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT qual FROM pg_policies WHERE tablename = %s", [table])
        politique = cursor.fetchone()[0]

    natures = set(re.findall(r"'(\w+)'::", politique.split("nature", 1)[1])) & set(NatureSituation.values)
    assert natures == set(SITUATIONS_OUVERTES)


@cellules("nature", SITUATIONS_SENSIBLES)
def test_a_sensitive_situation_is_read_by_who_needs_it(structure, amina, nature):
    SituationFactory(beneficiaire=amina, nature=nature)

    vues = {}
    for role in ("charge_insertion", "administratif", "encadrant", "lecture", "benevole"):
        with contexte(structure.pk, role=role):
            vues[role] = Situation.objects.count()

    assert vues == {"charge_insertion": 1, "administratif": 1, "encadrant": 0, "lecture": 0, "benevole": 0}
