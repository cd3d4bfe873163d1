"""The public grid, 8 axes of 4 levels, chosen by the structure instead of ours (metier.md §4.1.d)."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from insertion.enums import DOMAINES_SENSIBLES, Domaine, GrilleDiagnostic
from parcours.enums import Moment
from parcours.evolution import mesurer
from parcours.grilles import GRILLES
from parcours.models import Diagnostic, Evaluation
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory

REFERENCE = GRILLES[GrilleDiagnostic.REFERENCE]


@pytest.fixture
def parcours(structure):
    structure.grille = GrilleDiagnostic.REFERENCE
    structure.save()
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:diagnostic_create", args=[parcours.pk])


def saisie(**champs):
    return {"version": 0, "moment": Moment.ENTREE, "date": "2026-03-20", "soumission": uuid.uuid4()} | champs


def test_public_grid_has_eight_axes_of_four_levels():
    axes = {axe: len(set(phrases.values())) for axe, phrases in REFERENCE.phrases.items()}

    assert len(axes) == 8
    assert axes.pop(Domaine.JUSTICE) == 3  # two cells of the public grid say « aucun »
    assert set(axes.values()) == {4}


@cellules("grille", GRILLES.values(), ids=lambda grille: grille.code)
def test_each_level_offered_has_a_name_and_a_sentence_of_its_own(grille):
    for cartes in grille.phrases.values():
        assert all(grille.niveau(valeur).label and phrase for valeur, phrase in cartes.items())


def test_capacity_to_hold_a_job_is_kept_where_health_is():
    assert REFERENCE.libelle(Domaine.SANTE) == "Capacité à occuper un poste"
    assert Domaine.SANTE in DOMAINES_SENSIBLES


def test_page_asks_the_eight_axes_whatever_the_domains_of_the_structure(client_de, cip, structure, url):
    structure.domaines = [Domaine.LOGEMENT]
    structure.save()

    html = client_de(cip).get(url).content.decode()

    assert all(REFERENCE.libelle(axe) in html for axe in REFERENCE.phrases)
    assert 'name="niveau_logement" value="0"' not in html
    assert "Sans domicile." in html


def test_diagnostic_remembers_the_grid_it_was_made_with(client_de, cip, structure, parcours, url):
    client_de(cip).post(url, saisie(niveau_logement="2"))
    structure.grille = GrilleDiagnostic.TREMPLIN
    structure.save()

    diagnostic = Diagnostic.objects.get()
    html = client_de(cip).get(reverse("parcours:diagnostic_update", args=[diagnostic.pk])).content.decode()

    assert diagnostic.grille == GrilleDiagnostic.REFERENCE
    assert "Hébergement collectif, dans une structure." in html
    assert 'name="niveau_logement" value="0"' not in html


@cellules("niveau", ["0", "5"])
def test_level_of_the_other_grid_is_refused(client_de, cip, url, niveau):
    response = client_de(cip).post(url, saisie(niveau_logement=niveau, paroles_logement="Au foyer."))

    assert response.status_code == 422
    assert "Au foyer." in response.content.decode()


def test_last_answer_of_another_grid_is_not_offered_again(client_de, cip, parcours, url):
    EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours), niveau=1)

    assert "data-toujours" not in client_de(cip).get(url).content.decode()


def test_two_diagnostics_of_the_public_grid_are_compared_in_its_words(parcours):
    for le, niveau in ((date(2026, 3, 1), 1), (date(2026, 9, 1), 4)):
        fait = DiagnosticFactory(parcours=parcours, date=le, grille=GrilleDiagnostic.REFERENCE)
        EvaluationFactory(diagnostic=fait, niveau=niveau)

    (logement,) = mesurer(Evaluation.objects.d_une_personne(parcours.beneficiaire)).domaines

    assert (logement.entree_en_mots, logement.actuel_en_mots) == ("1 · Vulnérable", "4 · Disponible")
    assert logement.en_mots == "gagne 3 niveaux"


def test_structure_chooses_its_grid(client_de, chef, structure):
    client_de(chef).post(reverse("parcours:grille_update"), {"grille": "reference"})

    structure.refresh_from_db()
    assert structure.grille == GrilleDiagnostic.REFERENCE


def test_unknown_grid_is_refused(client_de, chef, structure):
    response = client_de(chef).post(reverse("parcours:grille_update"), {"grille": "maison"})

    structure.refresh_from_db()
    assert (response.status_code, structure.grille) == (422, GrilleDiagnostic.TREMPLIN)


@cellules("role", ["cip", "lecteur", "encadrant"])
def test_whoever_settles_nothing_may_not_choose_the_grid(request, client_de, structure, role):
    response = client_de(request.getfixturevalue(role)).post(
        reverse("parcours:grille_update"), {"grille": "reference"}
    )

    structure.refresh_from_db()
    assert (response.status_code, structure.grille) == (403, GrilleDiagnostic.TREMPLIN)


def test_page_of_the_grid_shows_the_codes_of_the_funders(client_de, chef):
    html = client_de(chef).get(reverse("parcours:grille_update")).content.decode()

    assert "manque_dispo" in html
    assert "Sans équivalent" in html
