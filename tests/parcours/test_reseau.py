"""The local network for one person: the reminder of conditions, forms that retype nothing (metier.md §1 row 48)."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.enums import NatureSituation
from entreprises.enums import FaitDemande, GenreDispositif
from insertion.domaines import CODES
from parcours.enums import EtatCondition
from parcours.models import AideFinanciere, FormationSuivie
from parcours.reseau import AIDES, Faits, faits_de, verifier
from tests.cellules import cellules
from tests.usines import (
    BeneficiaireFactory,
    DiagnosticFactory,
    DispositifLocalFactory,
    FormationFactory,
    ObjectifFactory,
    ParcoursFactory,
    PartenaireFactory,
    SessionFormationFactory,
    SituationFactory,
)

REMPLIE, A_VERIFIER, CONTRAIRE = EtatCondition.REMPLIE, EtatCondition.A_VERIFIER, EtatCondition.CONTRAIRE
RESEAU = reverse("entreprises:reseau_list")
pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


def proposition(parcours, fiche):
    return f"{reverse('parcours:proposition', args=[fiche.genre, fiche.pk])}?personne={parcours.beneficiaire_id}"


def situations(*natures):
    return Faits(situations=frozenset(natures))


@cellules(
    ("demande", "faits", "etat"),
    [
        ({"age_min": 18}, Faits(age=18), REMPLIE),
        ({"age_min": 18}, Faits(age=17), CONTRAIRE),
        ({"age_min": 18}, Faits(), A_VERIFIER),
        ({"age_min": 18, "age_max": 25}, Faits(age=25), REMPLIE),
        ({"age_max": 25}, Faits(age=26), CONTRAIRE),
        ({"francais": "a2"}, Faits(francais="b1"), REMPLIE),
        ({"francais": "a2"}, Faits(francais="a2"), REMPLIE),
        ({"francais": "a2"}, Faits(francais="non_lecteur"), CONTRAIRE),
        ({"francais": "a2"}, Faits(), A_VERIFIER),
        ({"faits_tous": ["rsa"]}, situations("rsa"), REMPLIE),
        ({"faits_tous": ["rsa"]}, situations("ass"), A_VERIFIER),
        ({"faits_tous": ["rsa"]}, Faits(), A_VERIFIER),
        ({"faits_tous": ["permis_b"]}, Faits(), A_VERIFIER),
        ({"faits_tous": ["sans_permis_b"]}, situations("permis_b"), CONTRAIRE),
        ({"faits_tous": ["sans_permis_b"]}, Faits(), A_VERIFIER),
        ({"faits_un": ["rsa", "ass"]}, situations("ass"), REMPLIE),
        ({"faits_un": ["rsa", "ass"]}, situations("are"), A_VERIFIER),
        ({"autres_conditions": "Avoir un devis"}, situations("rsa"), A_VERIFIER),
    ],
)
def test_a_condition_is_said_from_known_facts_only(structure, demande, faits, etat):
    """metier.md §1 row 48: « non renseigné » is never a refusal."""
    aide = DispositifLocalFactory.build(nature="autre", **demande)

    assert [v.etat for v in verifier(aide, faits)] == [etat]


def test_nothing_asked_nothing_to_check(structure):
    assert verifier(DispositifLocalFactory.build(), Faits()) == []


@cellules("fait", [f for f in FaitDemande if f != FaitDemande.SANS_PERMIS_B])
def test_each_fact_asked_is_a_situation_that_people_have(fait):
    assert fait.value in NatureSituation.values


def test_each_nature_of_aid_says_which_fund_is_asked():
    assert set(AIDES) == set(GenreDispositif) - {GenreDispositif.ACCOMPAGNEMENT}


def test_facts_of_somebody_are_those_of_the_day(structure):
    quelquun = BeneficiaireFactory(date_naissance=date(2000, 11, 23), niveau_francais="b1")
    SituationFactory(beneficiaire=quelquun, nature="rsa", debut=date(2025, 1, 1), fin=date(2026, 6, 30))
    SituationFactory(beneficiaire=quelquun, nature="permis_b", debut=None)

    assert faits_de(quelquun, date(2026, 11, 22)) == Faits(25, "b1", frozenset({"permis_b"}))


def test_page_of_supports_reminds_of_each_scheme(client_de, cip, parcours):
    DispositifLocalFactory(nom="Fonds d’aide aux jeunes", age_max=25, faits_tous=["permis_b"])
    adresse = reverse("parcours:conditions_list", args=[parcours.beneficiaire_id])
    client = client_de(cip)

    assert adresse in client.get(reverse("parcours:appuis_list", args=[parcours.beneficiaire_id])).content.decode()
    html = client.get(adresse, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in html
    assert "Fonds d’aide aux jeunes" in html
    assert "Avoir le permis B : <strong>à vérifier</strong>" in html


def test_reminder_costs_the_same_with_one_and_with_three_schemes(client_de, cip, parcours, requetes):
    adresse, client = reverse("parcours:conditions_list", args=[parcours.beneficiaire_id]), client_de(cip)
    DispositifLocalFactory(organisme=PartenaireFactory(), faits_tous=["rsa"])
    client.get(adresse)
    with requetes() as une:
        client.get(adresse)
    for _ in range(2):
        DispositifLocalFactory(organisme=PartenaireFactory(), faits_tous=["rsa"])

    with requetes() as trois:
        client.get(adresse)

    assert len(trois) == len(une)


def test_partner_is_proposed_with_the_frein_one_came_from(client_de, cip, parcours):
    partenaire = PartenaireFactory()
    client = client_de(cip)

    pour = client.post(f"{RESEAU}recherche/", {"personne": parcours.beneficiaire_id, "domaine": "famille"}).url
    adresse = reverse("parcours:proposition", args=["partenaire", partenaire.pk])
    page = client.get(f"{adresse}?{pour.partition('?')[2]}", follow=True)

    assert page.redirect_chain[0][0].startswith(reverse("parcours:orientation_create", args=[parcours.pk]))
    assert f'<option value="{partenaire.pk}" selected>' in page.content.decode()
    assert '<option value="famille" selected>' in page.content.decode()


def test_training_of_the_catalogue_is_typed_once(client_de, cip, parcours):
    organisme = PartenaireFactory(nom="GRETA")
    formation = FormationFactory(nom="Titre APH", organisme=organisme, heures=420, financement="Région")
    SessionFormationFactory(formation=formation, debut=date(2026, 12, 7), fin=date(2027, 3, 12))
    client = client_de(cip)

    page = client.get(proposition(parcours, formation), follow=True)
    propose = {nom: page.context["form"][nom].value() for nom in page.context["form"].fields}
    client.post(page.request["PATH_INFO"], {k: v for k, v in propose.items() if v is not None})

    suivie = FormationSuivie.objects.get()
    assert (suivie.formation, suivie.intitule, suivie.organisme) == (formation, "Titre APH", "GRETA")
    assert (suivie.heures, suivie.financeur, suivie.debut) == (420, "Région", date(2026, 12, 7))


def test_aid_takes_its_fund_and_its_object_from_the_scheme(client_de, cip, parcours):
    aide = DispositifLocalFactory(nom="Aide au permis", organisme=PartenaireFactory(nom="France Travail"), age_min=18)
    client = client_de(cip)

    page = client.get(proposition(parcours, aide), follow=True)
    assert "Avoir au moins 18 ans" in page.content.decode()
    propose = {nom: page.context["form"][nom].value() for nom in page.context["form"].fields}
    client.post(
        f"{page.request['PATH_INFO']}?{page.request['QUERY_STRING']}",
        {k: v for k, v in propose.items() if v is not None} | {"montant_demande": "900"},
    )

    demande = AideFinanciere.objects.get()
    assert demande.fiche == aide
    assert (demande.dispositif, demande.motif, demande.organisme) == ("aide_mobilite", "permis", "France Travail")
    assert demande.objet == "une partie du permis de conduire"


def test_scheme_without_money_leads_to_its_partner(client_de, cip, parcours):
    aide = DispositifLocalFactory(nature=GenreDispositif.ACCOMPAGNEMENT, organisme=PartenaireFactory())

    response = client_de(cip).get(proposition(parcours, aide))

    assert response.url.startswith(reverse("parcours:orientation_create", args=[parcours.pk]))
    assert f"partenaire={aide.organisme_id}" in response.url


def test_nothing_is_proposed_before_a_parcours(client_de, cip, structure):
    quelquun, fiche = BeneficiaireFactory(), PartenaireFactory()

    adresse = reverse("parcours:proposition", args=["partenaire", fiche.pk])
    response = client_de(cip).get(f"{adresse}?personne={quelquun.pk}")

    assert response.url == reverse("parcours:parcours_create", args=[quelquun.pk])


def test_reader_proposes_nothing_and_reads_no_reminder(client_de, lecteur, parcours):
    client = client_de(lecteur)
    adresses = (
        proposition(parcours, PartenaireFactory()),
        reverse("parcours:conditions_list", args=[parcours.beneficiaire_id]),
    )

    assert [client.get(adresse).status_code for adresse in adresses] == [403, 403]


def test_stranger_finds_neither_the_person_nor_the_entry(client_de, etranger, parcours):
    client, pk = client_de(etranger), parcours.beneficiaire_id
    adresses = [reverse(f"parcours:{nom}", args=[pk]) for nom in ("reseau_personne", "conditions_list")]

    assert [client.get(a).status_code for a in (*adresses, proposition(parcours, PartenaireFactory()))] == [404] * 3


@cellules("personne", ["", "abc", "99999999999999999999"])
def test_nobody_is_proposed_anything_without_a_name(client_de, cip, structure, personne):
    adresse = reverse("parcours:proposition", args=["partenaire", PartenaireFactory().pk])

    assert client_de(cip).get(f"{adresse}?personne={personne}").status_code == 404


def test_entry_of_another_structure_fills_no_form(client_de, cip, parcours):
    adresse = reverse("parcours:formation_create", args=[parcours.beneficiaire_id])

    html = client_de(cip).get(f"{adresse}?formation=424242").content.decode()

    assert "D’après la fiche" not in html


def test_network_says_for_whom_one_looks(client_de, cip, parcours):
    html = client_de(cip).get(reverse("parcours:reseau_personne", args=[parcours.beneficiaire_id])).content.decode()

    assert str(parcours.beneficiaire) in html


def test_each_frein_of_the_diagnostic_leads_to_its_levers(client_de, cip, parcours):
    adresse = reverse("parcours:diagnostic_update", args=[DiagnosticFactory(parcours=parcours).pk])

    html = client_de(cip).get(adresse).content.decode()

    liens = [d for d in CODES if f'form="leviers" name="domaine" value="{d}"' in html]
    assert len(liens) == len(parcours.structure.domaines)


def test_step_of_the_plan_leads_to_the_levers_of_its_objectif(client_de, cip, parcours):
    objectif = ObjectifFactory(parcours=parcours, domaine="mobilite")
    adresse = reverse("parcours:action_create", args=[parcours.pk])

    html = client_de(cip).get(f"{adresse}?objectif={objectif.pk}").content.decode()

    assert 'form="leviers" name="domaine" value="mobilite"' in html
