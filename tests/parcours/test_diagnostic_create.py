import uuid
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml.html import document_fromstring

from insertion.enums import DOMAINES_PAR_DEFAUT, Domaine
from insertion.models import Lecture
from parcours.enums import Moment, RechercheEmploi
from parcours.models import Diagnostic, Evaluation
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:diagnostic_create", args=[parcours.pk])


def saisie(**champs):
    """A diagnostic as the page sends it: every domain « non abordé » but those given."""
    rien = {f"niveau_{domaine}": "" for domaine in DOMAINES_PAR_DEFAUT}
    return {"version": 0, "moment": Moment.ENTREE, "date": "2026-03-20", "soumission": uuid.uuid4()} | rien | champs


def affiche(reponse):
    """What the form of a page sends when nothing of it is touched (lxml says « on » for an empty radio)."""
    envoi = document_fromstring(reponse.text).get_element_by_id("diagnostic").form_values()
    return {nom: "" if valeur == "on" else valeur for nom, valeur in envoi}


def test_diagnostic_keeps_both_ratings_and_both_words(client_de, cip, parcours, url):
    donnees = saisie(
        niveau_logement="1",
        niveau_personne_logement="3",
        paroles_logement="Chez ma sœur, ça va.",
        remarque_logement="Bail non signé.",
        atouts="Sait conduire un chariot.",
        paroles="Je veux travailler vite.",
    )

    response = client_de(cip).post(url, donnees)

    diagnostic = Diagnostic.objects.get()
    evaluation = diagnostic.evaluations.get(domaine=Domaine.LOGEMENT)
    assert response.url == reverse("parcours:diagnostic_evolution", args=[parcours.beneficiaire_id])
    assert (evaluation.niveau, evaluation.niveau_personne) == (1, 3)
    assert (evaluation.paroles, evaluation.remarque) == ("Chez ma sœur, ça va.", "Bail non signé.")
    assert (diagnostic.auteur, diagnostic.atouts) == (cip, "Sait conduire un chariot.")


def test_words_quoted_on_a_domain_are_kept_without_their_guillemets(client_de, cip, url):
    client_de(cip).post(url, saisie(paroles_mobilite="« Le bus ne passe pas. »"))

    assert Evaluation.objects.get(domaine=Domaine.MOBILITE).paroles == "Le bus ne passe pas."


def test_domain_left_alone_is_written_as_not_discussed(client_de, cip, url):
    client_de(cip).post(url, saisie(niveau_logement="0"))

    niveaux = dict(Evaluation.objects.values_list("domaine", "niveau"))
    assert len(niveaux) == len(DOMAINES_PAR_DEFAUT)
    assert (niveaux["logement"], niveaux["budget"]) == (0, None)


@cellules(
    "dit",
    [
        {"niveau_logement": "0"},
        {"niveau_budget": "ne"},
        {"niveau_personne_sante": "0"},
        {"paroles_mobilite": "Le bus ne passe pas."},
        {"remarque_langue": "Lit, n’écrit pas."},
        {"points_forts": "Sait conduire un chariot."},
        {"atouts": "Veut travailler dehors."},
        {"paroles": "Je veux travailler vite."},
        {"emploi": RechercheEmploi.values[0]},
    ],
)
def test_no_domain_is_required(client_de, collegue, url, dit):
    """Whatever is said suffices, of any domain or of none."""
    response = client_de(collegue).post(url, saisie(**dit))

    assert response.status_code == 302
    assert Diagnostic.objects.count() == 1


@cellules("dit", [{}, {"moment": Moment.BILAN}, {"paroles_logement": "  « »"}, {"priorite_budget": "d_abord"}])
def test_diagnostic_that_says_nothing_is_refused(client_de, cip, parcours, url, dit):
    """It would be the last one, and hide what the one before says; the page is sent as it is shown."""
    avant = EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours), niveau=1).diagnostic
    client = client_de(cip)

    response = client.post(url, affiche(client.get(url)) | {"date": "2026-03-21"} | dit)

    assert response.status_code == 422
    assert "Répondez à un domaine au moins, ou écrivez quelques mots." in response.text
    assert affiche(response)["date"] == "2026-03-21"
    assert Diagnostic.objects.get() == avant


def test_stranger_finds_no_such_parcours(client_de, etranger, url):
    assert client_de(etranger).get(url).status_code == 404
    assert client_de(etranger).post(url, saisie()).status_code == 404


@cellules("role", ["lecteur", "encadrant", "benevole"])
def test_whoever_does_not_follow_people_may_not_write(request, client_de, url, role):
    response = client_de(request.getfixturevalue(role)).post(url, saisie())

    assert response.status_code == 403
    assert Diagnostic.objects.count() == 0


def test_each_domain_is_one_click_away(client_de, cip, url):
    page = client_de(cip).get(url).content.decode()

    for domaine in DOMAINES_PAR_DEFAUT:
        assert f'href="#titre-{domaine}"' in page
        assert f'id="titre-{domaine}"' in page


def test_what_was_just_said_is_not_asked_again_and_leads_to_the_plan(client_de, cip, parcours, url):
    aujourdhui = timezone.localdate().isoformat()

    page = client_de(cip).post(url, saisie(niveau_mobilite="1", date=aujourdhui), follow=True).content.decode()

    assert "1 · Frein fort" in page
    assert "Toujours exact" not in page
    assert f'href="{reverse("parcours:objectif_create", args=[parcours.pk])}"' in page


@cellules("faute", [{"date": "2999-01-01"}, {"date": ""}, {"moment": "autre"}, {"niveau_logement": "5"}])
def test_refused_diagnostic_keeps_what_was_typed(client_de, cip, url, faute):
    response = client_de(cip).post(url, saisie(niveau_budget="2", paroles_budget="Ça tient.") | faute)

    html = response.content.decode()
    assert response.status_code == 422
    assert "Ça tient." in html
    assert 'name="niveau_budget" value="2" checked' in html
    assert Diagnostic.objects.count() == 0


def test_same_diagnostic_sent_twice_is_written_once(client_de, cip, url):
    client, donnees = client_de(cip), saisie(niveau_logement="2")

    reponses = [client.post(url, donnees) for _ in range(2)]

    assert Diagnostic.objects.count() == 1
    assert reponses[0].url == reponses[1].url


def test_answer_of_the_last_time_is_marked_and_not_chosen(client_de, cip, parcours, url):
    EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours), niveau=1, niveau_personne=2)

    html = client_de(cip).get(url).content.decode()

    assert "la dernière fois, le 20 mars 2026" in html
    assert 'data-toujours="niveau_logement" data-niveau="1" data-avis="2"' in html
    assert 'name="niveau_logement" value="1" checked' not in html
    assert 'value="bilan" selected' in html


def test_sensitive_domain_says_who_reads_it(client_de, cip, structure, url):
    structure.domaines = [Domaine.LOGEMENT, Domaine.ADDICTION]
    structure.save()

    html = client_de(cip).get(url).content.decode()

    assert html.count("Visible par :") == 1
    assert 'name="niveau_addiction"' in html
    assert 'name="niveau_budget"' not in html


def test_opening_the_diagnostic_leaves_a_trace(client_de, cip, parcours, url):
    client_de(cip).get(url)

    assert Lecture.objects.get().beneficiaire_id == parcours.beneficiaire_id


@cellules("nombre", [1, 3])
def test_page_costs_the_same_whatever_was_written_before(client_de, cip, parcours, url, requetes, nombre):
    for jour in range(nombre):
        diagnostic = DiagnosticFactory(parcours=parcours, date=date(2026, 4, 1 + jour))
        for domaine in DOMAINES_PAR_DEFAUT:
            EvaluationFactory(diagnostic=diagnostic, domaine=domaine)
    client = client_de(cip)

    with requetes() as faites:
        client.get(url)

    assert len(faites) == 10  # one of which is the draft to take up


@cellules("domaines", [DOMAINES_PAR_DEFAUT, list(Domaine)])
def test_saving_costs_the_same_for_ten_domains_or_all(client_de, cip, structure, url, requetes, domaines):
    structure.domaines = domaines
    structure.save()
    client, donnees = client_de(cip), saisie(**{f"niveau_{domaine}": "2" for domaine in domaines})

    with requetes() as faites:
        client.post(url, donnees)

    assert len(faites) == 17  # four of which remember how to undo it, whatever was answered
    assert Evaluation.objects.count() == len(domaines)


def test_preview_draws_the_answers_being_given(client_de, cip, parcours):
    EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours), niveau=1)
    apercu = reverse("parcours:diagnostic_apercu", args=[parcours.pk])

    html = client_de(cip).post(apercu, saisie(niveau_logement="3", niveau_budget="2", niveau_langue="0")).content

    assert "Logement +2" in html.decode()
    assert "3 domaines abordés sur 10" in html.decode()
    assert Diagnostic.objects.count() == 1


def test_preview_is_closed_to_strangers_and_readers(client_de, etranger, lecteur, parcours):
    apercu = reverse("parcours:diagnostic_apercu", args=[parcours.pk])

    reponses = [client_de(qui).post(apercu, saisie()).status_code for qui in (etranger, lecteur)]

    assert reponses == [404, 403]


def test_preview_traces_the_read_once(client_de, cip, parcours):
    client, apercu = client_de(cip), reverse("parcours:diagnostic_apercu", args=[parcours.pk])

    for _ in range(3):
        client.post(apercu, saisie())

    assert Lecture.objects.count() == 1
