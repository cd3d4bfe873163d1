from datetime import date

import pytest
from django.urls import reverse

from insertion.enums import DOMAINES_PAR_DEFAUT, DOMAINES_SENSIBLES, Domaine
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.echelles import PHRASES
from parcours.enums import Moment
from parcours.escaliers import escaliers
from parcours.evolution import mesurer
from parcours.models import Diagnostic, Evaluation
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:diagnostic_evolution", args=[parcours.beneficiaire_id])


def diagnostic(parcours, le, niveaux, **champs):
    fait = DiagnosticFactory(parcours=parcours, date=le, moment=Moment.BILAN, **champs)
    for domaine, niveau in niveaux.items():
        EvaluationFactory(diagnostic=fait, domaine=domaine, niveau=niveau, remarque=f"Remarque {domaine.label}.")
    return fait


def test_page_shows_the_words_of_both(client_de, cip, parcours, url):
    fait = diagnostic(parcours, date(2026, 3, 20), {Domaine.LOGEMENT: 1}, paroles="Je veux un toit à moi.")
    fait.evaluations.update(paroles="Chez ma sœur.", niveau_personne=3)

    html = client_de(cip).get(url).content.decode()

    assert "Je veux un toit à moi." in html
    assert "« Chez ma sœur. »" in html
    assert "Remarque Logement." in html
    assert PHRASES[Domaine.LOGEMENT][1] in html


def test_page_says_what_changed_since_entry(client_de, collegue, parcours, url):
    for le, niveaux in ((date(2026, 3, 20), (1, 3, 2)), (date(2026, 9, 9), (3, 2, 2))):
        diagnostic(parcours, le, dict(zip((Domaine.LOGEMENT, Domaine.DROITS, Domaine.BUDGET), niveaux, strict=True)))

    html = client_de(collegue).get(url).content.decode()

    assert "1 → 3, gagne 2 niveaux" in html
    assert "Droits −1" in html
    assert "2 · inchangé" in html


def test_stranger_finds_nobody(client_de, etranger, url):
    assert client_de(etranger).get(url).status_code == 404


@cellules("role", ["encadrant", "benevole"])
def test_role_without_diagnostics_is_refused(request, client_de, url, role):
    assert client_de(request.getfixturevalue(role)).get(url).status_code == 403


def test_reader_sees_no_sensitive_domain(client_de, lecteur, parcours, url):
    diagnostic(parcours, date(2026, 3, 20), dict.fromkeys(Domaine, 2))

    html = client_de(lecteur).get(url).content.decode()

    assert "Remarque Logement." in html
    assert not [d for d in DOMAINES_SENSIBLES if f"Remarque {d.label}." in html or f"{d.label} :" in html]


def test_encadrant_gets_no_row_from_the_database(structure, encadrant, parcours):
    diagnostic(parcours, date(2026, 3, 20), {Domaine.LOGEMENT: 1})

    with contexte(structure.pk, utilisateur_id=encadrant.pk, role=encadrant.appartenance.role):
        vus = (Diagnostic.objects.count(), Evaluation.objects.count())

    assert vus == (0, 0)


def test_reading_leaves_a_trace(client_de, cip, parcours, url):
    client_de(cip).get(url)

    assert Lecture.objects.get().quoi == "Diagnostics"


def test_person_without_diagnostic_is_offered_one(client_de, cip, parcours, url):
    assert reverse("parcours:diagnostic_create", args=[parcours.pk]) in client_de(cip).get(url).content.decode()


@cellules("nombre", [1, 3])
def test_page_costs_the_same_for_one_diagnostic_or_three(client_de, cip, parcours, url, requetes, nombre):
    for mois in range(nombre):
        diagnostic(parcours, date(2026, 3 + mois, 20), dict.fromkeys(DOMAINES_PAR_DEFAUT, 2), auteur=cip)
    client = client_de(cip)

    with requetes() as faites:
        client.get(url)

    assert len(faites) == 12


def test_steps_last_until_the_next_level_known(parcours):
    diagnostic(parcours, date(2026, 3, 1), {Domaine.LOGEMENT: 0})
    diagnostic(parcours, date(2026, 3, 6), {Domaine.LOGEMENT: None})
    diagnostic(parcours, date(2026, 3, 11), {Domaine.LOGEMENT: 4})

    (logement,) = escaliers(mesurer(Evaluation.objects.d_une_personne(parcours.beneficiaire)))

    assert logement.trait == "M8.0 68.0 H232.0 V8.0 H232.0"
    assert len(logement.points) == 2
    assert logement.description == "0 le 01/03/2026, 4 le 11/03/2026"


def test_each_domain_has_five_different_sentences():
    assert set(PHRASES) == set(Domaine)
    assert {len(set(phrases)) for phrases in PHRASES.values()} == {5}
