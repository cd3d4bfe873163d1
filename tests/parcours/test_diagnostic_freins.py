"""What is said of a frein besides its level, and of what has none (metier.md §1 rows 7, 8, 28, §2 row 22)."""

import uuid
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import DOMAINES_PAR_DEFAUT, Domaine
from parcours.enums import Impact, Moment, Niveau, Priorite, RechercheEmploi
from parcours.evolution import mesurer
from parcours.models import Diagnostic, Evaluation
from parcours.models.diagnostics import difference
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:diagnostic_create", args=[parcours.pk])


def saisie(**champs):
    rien = {f"niveau_{domaine}": "" for domaine in DOMAINES_PAR_DEFAUT}
    return {"version": 0, "moment": Moment.ENTREE, "date": "2026-03-20", "soumission": uuid.uuid4()} | rien | champs


def evaluation(domaine):
    return Evaluation.objects.get(domaine=domaine)


def test_frein_says_what_it_changes_for_work_and_when_it_is_worked_on(client_de, cip, url):
    client_de(cip).post(
        url, saisie(niveau_logement="1", impact_logement="fort", priorite_logement="d_abord", emploi="pas_encore")
    )

    logement = evaluation(Domaine.LOGEMENT)
    assert (logement.impact, logement.priorite) == (Impact.FORT, Priorite.D_ABORD)
    assert Diagnostic.objects.get().emploi == RechercheEmploi.PAS_ENCORE


@cellules("niveau", ["3", "4", "ne", ""])
def test_what_is_not_a_frein_has_neither_effect_nor_priority(client_de, cip, url, niveau):
    dits = {"paroles_logement": "Je dors chez ma sœur.", "impact_logement": "fort", "priorite_logement": "d_abord"}

    response = client_de(cip).post(url, saisie(niveau_logement=niveau, **dits))

    assert response.status_code == 302
    assert (evaluation(Domaine.LOGEMENT).impact, evaluation(Domaine.LOGEMENT).priorite) == ("", "")


@cellules(
    ("champs", "contrainte"),
    [
        ({"niveau": 3, "impact": Impact.FORT}, "evaluation_impact_d_un_frein"),
        ({"niveau": None, "priorite": Priorite.ENSUITE}, "evaluation_impact_d_un_frein"),
        ({"niveau": 0, "non_evalue": True}, "evaluation_non_evalue"),
    ],
)
def test_database_holds_what_may_be_said_of_a_level(structure, champs, contrainte):
    with pytest.raises(IntegrityError, match=contrainte), transaction.atomic():
        EvaluationFactory(**champs)


@cellules("faute", [{"impact_logement": "énorme"}, {"priorite_logement": "jamais"}, {"emploi": "?"}])
def test_unknown_answer_is_refused_and_what_was_typed_is_kept(client_de, cip, url, faute):
    donnees = saisie(niveau_logement="1", impact_logement="fort", paroles_budget="Ça tient.") | faute

    response = client_de(cip).post(url, donnees)

    assert response.status_code == 422
    assert "Ça tient." in response.content.decode()


def test_not_talked_about_and_not_rated_are_two_answers(client_de, cip, url):
    client_de(cip).post(url, saisie(niveau_logement="ne", niveau_budget="0"))

    reponses = {e.domaine: (e.niveau, e.sans_niveau) for e in Evaluation.objects.all()}
    assert reponses["logement"] == (None, "Non évalué")
    assert reponses["mobilite"] == (None, "Non abordé")
    assert reponses["budget"] == (0, "")


def test_both_show_as_words_on_the_page_and_never_as_zero(client_de, cip, parcours):
    diagnostic = DiagnosticFactory(parcours=parcours)
    EvaluationFactory(diagnostic=diagnostic, niveau=None, non_evalue=True)
    EvaluationFactory(diagnostic=diagnostic, domaine=Domaine.BUDGET, niveau=None)

    html = client_de(cip).get(reverse("parcours:diagnostic_evolution", args=[parcours.beneficiaire_id])).content

    assert "Non évalué" in html.decode()
    assert "Non abordé\N{NO-BREAK SPACE}: budget" in html.decode()
    assert "<b>0</b>" not in html.decode()


def test_form_opens_again_on_the_answer_without_level(client_de, cip, parcours):
    diagnostic = DiagnosticFactory(parcours=parcours)
    EvaluationFactory(diagnostic=diagnostic, niveau=None, non_evalue=True)

    html = client_de(cip).get(reverse("parcours:diagnostic_update", args=[diagnostic.pk])).content.decode()

    assert 'name="niveau_logement" value="ne" checked' in html


def test_domain_not_rated_is_left_out_of_the_evolution_and_counted_apart(parcours):
    for le, budget in ((date(2026, 3, 1), {"niveau": 1}), (date(2026, 9, 1), {"niveau": None, "non_evalue": True})):
        diagnostic = DiagnosticFactory(parcours=parcours, date=le)
        EvaluationFactory(diagnostic=diagnostic, niveau=None, non_evalue=True)
        EvaluationFactory(diagnostic=diagnostic, domaine=Domaine.BUDGET, **budget)

    evolution = mesurer(Evaluation.objects.d_une_personne(parcours.beneficiaire))

    logement, budget = evolution.domaines
    assert (logement.actuel, logement.ecart, logement.en_mots) == (None, None, "non évalué")
    assert (budget.actuel, budget.ecart) == (1, 0)
    assert evolution.bilan == "Sur 2 domaines\N{NO-BREAK SPACE}: 1 ne change pas, 1 ne se compare pas."


@cellules(
    ("niveau", "personne", "attendue"),
    [
        (1, 3, "La personne se situe 2 niveaux plus haut"),
        (3, 2, "La personne se situe 1 niveau plus bas"),
        (0, 4, "La personne se situe 4 niveaux plus haut"),
        (2, 2, ""),
        (None, 2, ""),
        (2, None, ""),
    ],
)
def test_difference_of_views_is_said_in_words(niveau, personne, attendue):
    assert difference(niveau, personne) == attendue


def test_difference_shows_on_the_form_and_on_the_evolution(client_de, cip, parcours):
    fait = DiagnosticFactory(parcours=parcours)
    EvaluationFactory(diagnostic=fait, niveau=1, niveau_personne=3)
    client = client_de(cip)

    pages = [
        client.get(reverse(nom, args=[pk])).content.decode()
        for nom, pk in (
            ("parcours:diagnostic_update", fait.pk),
            ("parcours:diagnostic_evolution", parcours.beneficiaire_id),
        )
    ]

    assert all("La personne se situe 2 niveaux plus haut" in page for page in pages)


def test_difference_shows_while_answers_are_being_given(client_de, cip, parcours):
    apercu = reverse("parcours:diagnostic_apercu", args=[parcours.pk])

    html = client_de(cip).post(apercu, saisie(niveau_logement="3", niveau_personne_logement="2")).content.decode()

    assert 'id="difference-logement" hx-swap-oob="true"' in html
    assert "la personne se situe 1 niveau plus bas" in html


def test_progress_seen_by_the_person_is_measured_too(parcours):
    for le, niveau, personne in ((date(2026, 3, 1), 2, 0), (date(2026, 9, 1), 2, 3)):
        EvaluationFactory(
            diagnostic=DiagnosticFactory(parcours=parcours, date=le), niveau=niveau, niveau_personne=personne
        )

    (logement,) = mesurer(Evaluation.objects.d_une_personne(parcours.beneficiaire)).domaines

    assert (logement.en_mots, logement.personne_en_mots) == ("inchangé", "gagne 3 niveaux")


def test_strengths_are_a_short_list_without_doubles(client_de, cip, url):
    client_de(cip).post(url, saisie(points_forts="- Cariste\r\n\r\n• Ponctuel\r\nCariste\r\n"))

    assert Diagnostic.objects.get().points_forts == ["Cariste", "Ponctuel"]


@cellules("trop", ["\n".join(f"Atout {n}" for n in range(13)), "x" * 121])
def test_too_many_strengths_are_refused_and_kept_on_screen(client_de, cip, url, trop):
    response = client_de(cip).post(url, saisie(points_forts=trop))

    assert response.status_code == 422
    assert trop.splitlines()[0] in response.content.decode()
    assert Diagnostic.objects.count() == 0


def test_level_of_a_frein_goes_up_to_moyen(structure):
    assert [EvaluationFactory.build(niveau=n).est_frein for n in [*Niveau, None]] == [True] * 3 + [False] * 3
