"""The PDF « Diagnostic partagé »: both voices, differences, strengths, freins by priority."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from insertion.enums import DOMAINES_PAR_DEFAUT, Domaine
from parcours.diagnostic_imprime import contenu, par_priorite
from parcours.enums import GenreProduction, Impact, Priorite
from parcours.models import Diagnostic, Evaluation, Production
from tests.usines import DiagnosticFactory, EvaluationFactory


@pytest.fixture
def diagnostic(structure, cip):
    diagnostic = DiagnosticFactory(auteur=cip, points_forts=["Cariste", "Ponctuel"], paroles="Je veux un toit.")
    for domaine in DOMAINES_PAR_DEFAUT:
        if domaine not in (Domaine.SANTE, Domaine.BUDGET):
            EvaluationFactory(diagnostic=diagnostic, domaine=domaine, niveau=3)
    EvaluationFactory(
        diagnostic=diagnostic,
        domaine=Domaine.BUDGET,
        niveau=1,
        niveau_personne=3,
        impact=Impact.FORT,
        priorite=Priorite.D_ABORD,
        paroles="On se débrouille.",
    )
    EvaluationFactory(diagnostic=diagnostic, sante=True)
    return diagnostic


def imprimer(client, diagnostic, django_capture_on_commit_callbacks, **donnees):
    """The text of the PDF that the button of the page gives."""
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("parcours:diagnostic_impression", args=[diagnostic.pk]), donnees)
    production = Production.objects.get()
    assert production.est_pret, production.message
    with production.fichier.open("rb") as fichier:
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(fichier.read())).pages).split())


def test_sheet_holds_both_voices_strengths_and_freins(client_de, cip, diagnostic, django_capture_on_commit_callbacks):
    texte = imprimer(client_de(cip), diagnostic, django_capture_on_commit_callbacks)

    for attendu in (
        *("Diagnostic partagé", "Je veux un toit.", "Cariste", "Ponctuel", "On se débrouille."),
        *("À traiter d’abord", "Fort", "La personne se situe 2 niveaux plus haut", "Signatures"),
    ):
        assert attendu in texte


def test_sensitive_domains_are_printed_only_when_asked_for(
    client_de, cip, diagnostic, django_capture_on_commit_callbacks
):
    texte = imprimer(client_de(cip), diagnostic, django_capture_on_commit_callbacks)

    assert "hôpital" not in texte
    assert "ne figurent pas sur ce document" in texte


def test_sheet_with_sensitive_domains_says_that_it_is_confidential(
    client_de, cip, diagnostic, django_capture_on_commit_callbacks
):
    texte = imprimer(client_de(cip), diagnostic, django_capture_on_commit_callbacks, sensibles="1")

    assert "hôpital" in texte
    assert "Confidentiel" in texte


def test_freins_come_by_priority_then_those_that_nobody_ranked(structure):
    freins = [
        EvaluationFactory.build(domaine=domaine, niveau=niveau, priorite=priorite)
        for domaine, niveau, priorite in (
            (Domaine.LOGEMENT, 2, ""),
            (Domaine.BUDGET, 1, Priorite.PLUS_TARD),
            (Domaine.DROITS, 0, Priorite.D_ABORD),
            (Domaine.LANGUE, 4, ""),
        )
    ]

    rangs = [(rang.libelle, [frein.domaine for frein in rang.freins]) for rang in par_priorite(freins)]

    assert rangs == [
        ("À traiter d’abord", [Domaine.DROITS]),
        ("Plus tard", [Domaine.BUDGET]),
        ("Sans priorité indiquée", [Domaine.LOGEMENT]),
    ]


def test_sheet_does_not_know_what_came_after(structure, diagnostic):
    apres = DiagnosticFactory(parcours=diagnostic.parcours, date=date(2026, 9, 9))
    EvaluationFactory(diagnostic=apres, domaine=Domaine.BUDGET, niveau=4)

    page = contenu(diagnostic.parcours.beneficiaire, diagnostic.pk)

    assert not page["evolution"].compare
    assert {d.domaine: d.actuel for d in page["evolution"].domaines}[Domaine.BUDGET] == 1


def test_diagnostic_of_somebody_else_is_not_printed(structure, diagnostic):
    autre = DiagnosticFactory()

    with pytest.raises(Diagnostic.DoesNotExist):
        contenu(autre.parcours.beneficiaire, diagnostic.pk)


def test_printing_is_closed_to_strangers_and_readers(client_de, etranger, lecteur, diagnostic):
    url = reverse("parcours:diagnostic_impression", args=[diagnostic.pk])

    assert [client_de(qui).post(url).status_code for qui in (etranger, lecteur)] == [404, 403]
    assert not Production.objects.filter(genre=GenreProduction.DIAGNOSTIC).exists()


def test_sheet_is_read_in_the_same_number_of_queries_whatever_the_past(
    structure, diagnostic, django_assert_num_queries
):
    for mois in (1, 2):
        avant = DiagnosticFactory(parcours=diagnostic.parcours, date=date(2026, mois, 1))
        Evaluation.objects.bulk_create(
            EvaluationFactory.build(structure=structure, diagnostic=avant, domaine=d) for d in DOMAINES_PAR_DEFAUT
        )

    with django_assert_num_queries(3):
        contenu(diagnostic.parcours.beneficiaire, diagnostic.pk)
