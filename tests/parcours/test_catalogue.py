"""The catalogue of a structure, and the plan written from it (metier.md §1 rows 10, 29, 32)."""

import uuid

import pytest
from django.urls import reverse

from insertion.enums import Domaine
from parcours.catalogue import garnir
from parcours.catalogue_initial import ACTIONS, OBJECTIFS
from parcours.enums import Acteur
from parcours.models import Action, ModeleAction, ModeleObjectif
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory, PartenaireFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def catalogue(structure):
    garnir(structure.pk)


def ligne(**champs):
    saisie = {
        "version": 0,
        "domaine": "mobilite",
        "intitule": "Obtenir le BSR",
        "critere": "j’ai le BSR",
        "actif": "on",
    }
    return saisie | {"soumission": uuid.uuid4()} | champs


def test_new_structure_starts_with_our_list_and_keeps_it_once(structure):
    for _ in range(2):
        garnir(structure.pk)

    assert ModeleObjectif.objects.count() == sum(map(len, OBJECTIFS.values()))
    assert ModeleAction.objects.count() == sum(map(len, ACTIONS.values()))


@cellules("liste", [OBJECTIFS, ACTIONS], ids=["objectifs", "actions"])
def test_our_list_speaks_of_every_domain_without_doubles(liste):
    assert set(liste) == set(Domaine)
    assert all(len({texte for texte, _ in lignes}) == len(lignes) for lignes in liste.values())


def test_catalogue_opens_on_the_freins_of_the_person(client_de, cip, parcours, catalogue):
    EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours), domaine=Domaine.NUMERIQUE, niveau=1)

    html = client_de(cip).get(reverse("parcours:plan_catalogue", args=[parcours.pk])).content.decode()

    assert html.count("Frein au diagnostic") == 1
    assert html.index("Numérique") < html.index("Mobilité")


def test_chosen_objectif_fills_the_form(client_de, cip, parcours, catalogue):
    modele = ModeleObjectif.objects.get(intitule="Passer le code de la route")

    html = client_de(cip).get(f"{reverse('parcours:objectif_create', args=[parcours.pk])}?modele={modele.pk}")

    assert 'value="Passer le code de la route"' in html.content.decode()
    assert "j’ai le code" in html.content.decode()


def test_chosen_action_fills_the_form_and_names_its_partner(client_de, cip, parcours, catalogue):
    modele = ModeleAction.objects.get(intitule="Rencontrer le Point conseil budget")
    adresse = reverse("parcours:action_create", args=[parcours.pk])
    client = client_de(cip)

    html = client.get(f"{adresse}?modele={modele.pk}").content.decode()
    client.post(
        adresse,
        {"intitule": modele.intitule, "acteur": modele.acteur, "domaine": "budget", "partenaire": "UDAF du Nord"},
    )

    action = Action.objects.get()
    assert '<option value="partenaire" selected>' in html
    assert (action.acteur, action.partenaire, action.domaine) == (Acteur.PARTENAIRE, "UDAF du Nord", Domaine.BUDGET)


def test_partners_of_the_directory_are_offered_while_typing(client_de, cip, parcours):
    PartenaireFactory(nom="Auto-école solidaire")
    PartenaireFactory(nom="Fermé depuis mars", actif=False)

    html = client_de(cip).get(reverse("parcours:action_create", args=[parcours.pk])).content.decode()

    assert '<option value="Auto-école solidaire">' in html
    assert "Fermé depuis mars" not in html


@cellules("modele", ["abc", "999999", ""])
def test_unknown_line_leaves_an_empty_form(client_de, cip, parcours, modele):
    adresse = reverse("parcours:objectif_create", args=[parcours.pk])

    assert client_de(cip).get(f"{adresse}?modele={modele}").status_code == 200


def test_chef_adds_a_line_after_ours(client_de, chef, structure):
    response = client_de(chef).post(reverse("parcours:modele_objectif_create"), ligne())

    assert response.url == reverse("parcours:catalogue_list")
    assert ModeleObjectif.objects.filter(intitule="Obtenir le BSR").count() == 1
    assert ModeleObjectif.objects.count() == 1 + sum(map(len, OBJECTIFS.values()))


def test_chef_adds_an_action_once(client_de, chef, structure):
    client, donnees = client_de(chef), ligne(acteur="ensemble", intitule="Aller au garage solidaire")

    for _ in range(2):
        client.post(reverse("parcours:modele_action_create"), donnees)

    assert ModeleAction.objects.get(intitule="Aller au garage solidaire").acteur == Acteur.ENSEMBLE


def test_line_put_aside_is_no_longer_offered(client_de, chef, parcours, catalogue):
    modele = ModeleObjectif.objects.get(intitule="Passer le code de la route")
    adresse = reverse("parcours:modele_objectif_update", args=[modele.pk])
    client = client_de(chef)

    client.post(adresse, {"version": 0, "domaine": "mobilite", "intitule": modele.intitule})

    offerts = client.get(reverse("parcours:plan_catalogue", args=[parcours.pk])).content.decode()
    assert modele.intitule not in offerts
    assert "(mis de côté)" in client.get(reverse("parcours:catalogue_list")).content.decode()


def test_same_line_twice_is_refused_and_kept(client_de, chef, catalogue):
    response = client_de(chef).post(
        reverse("parcours:modele_objectif_create"), ligne(intitule="Passer le code de la route", critere="Avant juin")
    )

    html = response.content.decode()
    assert response.status_code == 422
    assert "déjà dans le catalogue" in html
    assert "Avant juin" in html


def test_two_chefs_changing_a_line_see_both_texts(client_de, chef, catalogue):
    modele = ModeleAction.objects.first()
    adresse, client = reverse("parcours:modele_action_update", args=[modele.pk]), client_de(chef)
    client.post(adresse, ligne(acteur="ensemble", intitule="Appeler le 115"))

    response = client.post(adresse, ligne(acteur="ensemble", intitule="Appeler le SIAO"))

    assert response.status_code == 409
    assert "Appeler le 115" in response.content.decode()


@cellules("nom", ["modele_objectif", "modele_action"])
@cellules("qui", ["cip", "encadrant", "lecteur"])
def test_catalogue_is_changed_by_the_heads_only(request, client_de, catalogue, nom, qui):
    pk = (ModeleObjectif if nom == "modele_objectif" else ModeleAction).objects.first().pk
    client = client_de(request.getfixturevalue(qui))

    codes = [client.post(reverse(f"parcours:{nom}_create"), ligne()).status_code]
    codes.append(client.post(reverse(f"parcours:{nom}_update", args=[pk]), ligne()).status_code)

    assert codes == [403, 403]


def test_line_of_another_structure_is_not_found(client_de, etranger, catalogue, parcours):
    modele = ModeleObjectif.objects.first()
    client = client_de(etranger)

    assert client.get(reverse("parcours:plan_catalogue", args=[parcours.pk])).status_code == 404
    assert client.get(reverse("parcours:catalogue_list")).status_code == 200
    assert client.post(reverse("parcours:modele_objectif_update", args=[modele.pk]), ligne()).status_code in (
        403,
        404,
    )
