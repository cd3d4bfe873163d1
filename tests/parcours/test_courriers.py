"""The letter of an aid and the attestation of skills: what they hold, and what never gets in."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from insertion.enums import TypeStructure
from parcours import productions
from parcours.enums import EtatAide, NiveauCompetence
from parcours.models import Production
from tests.cellules import cellules
from tests.usines import (
    AideFactory,
    CompetenceMontreeFactory,
    EtapeAideFactory,
    ObservationFactory,
    ParcoursFactory,
)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali", dispositif__nom="Restauration")


def lire(client, url):
    """Ask for the document as the page does, let the worker work, return the reader and the whole text."""
    assert client.post(url).status_code == 302
    production = Production.objects.get()
    productions.produire(production.structure_id, production.pk)
    production.refresh_from_db()
    assert production.est_pret, production.message
    lecteur = PdfReader(BytesIO(production.fichier.open().read()))
    return lecteur, " ".join(" ".join(page.extract_text() for page in lecteur.pages).split())


def test_letter_is_filled_with_identity_budget_and_own_words(client_de, cip, parcours):
    aide = AideFactory(
        parcours=parcours,
        organisme="CCAS de Roubaix",
        situation="Ressources : 935 €. Reste à vivre : 4 € par jour.",
        paroles="Je ne veux plus avoir froid.",
    )
    EtapeAideFactory(aide=aide, etat=EtatAide.INCOMPLETE, pieces="Avis d’imposition")

    lecteur, texte = lire(client_de(cip), reverse("parcours:aide_courrier", args=[aide.pk]))

    for attendu in (
        "Ressourcerie du Canal",
        "CCAS de Roubaix",
        "Fonds de solidarité pour le logement (FSL)",
        "Amina Benali",
        "12 mars 1992",
        "312,50 €",
        "La facture d’électricité de septembre",
        "Reste à vivre : 4 € par jour.",
        "Je ne veux plus avoir froid.",
        "Avis d’imposition",
        "Camille Dubois",
        "Signatures",
    ):
        assert attendu in texte
    assert lecteur.metadata.title == "Demande d’aide financière, Amina Benali"


def test_attestation_tells_skills_and_engagement_and_no_story(client_de, cip, parcours):
    CompetenceMontreeFactory(
        parcours=parcours, competence__intitule="Tenir le poste de plonge", competence__poste="Cuisine"
    )
    CompetenceMontreeFactory(
        parcours=parcours, competence__intitule="Trier les déchets", niveau=NiveauCompetence.TRANSMET
    )
    for _ in range(2):
        ObservationFactory(parcours=parcours, evenement="entraide", texte="Sa santé va mieux.")

    lecteur, texte = lire(client_de(cip), reverse("parcours:attestation_create", args=[parcours.pk]))

    for attendu in (
        "Amina Benali",
        "Restauration",
        "depuis le 12 mars 2026",
        "Cuisine",
        "Tenir le poste de plonge",
        "Avec de l’aide",
        "Peut montrer aux autres",
        "a aidé ses collègues (2 fois)",
        "Pour Ressourcerie du Canal",
    ):
        assert attendu in texte
    assert "santé" not in texte
    assert lecteur.metadata.title == "Attestation de compétences, Amina Benali"


def test_attestation_holds_the_latest_level_of_its_own_parcours(client_de, cip, parcours):
    vue = CompetenceMontreeFactory(parcours=parcours, competence__intitule="Conduire un transpalette")
    CompetenceMontreeFactory(
        parcours=parcours, competence=vue.competence, niveau=NiveauCompetence.SEUL, date=date(2026, 11, 3)
    )
    ancien = ParcoursFactory(beneficiaire=parcours.beneficiaire, clos=True)
    CompetenceMontreeFactory(parcours=ancien, competence__intitule="Repasser une chemise")

    _, texte = lire(client_de(cip), reverse("parcours:attestation_create", args=[parcours.pk]))

    assert "En autonomie 3 novembre 2026" in texte
    assert "Repasser" not in texte


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_who_prints_no_document_gets_neither(request, client_de, parcours, role):
    client = client_de(request.getfixturevalue(role))
    aide = AideFactory(parcours=parcours)

    assert client.post(reverse("parcours:aide_courrier", args=[aide.pk])).status_code == 403
    assert client.post(reverse("parcours:attestation_create", args=[parcours.pk])).status_code == 403


def test_stranger_gets_no_attestation(client_de, etranger, parcours):
    assert client_de(etranger).post(reverse("parcours:attestation_create", args=[parcours.pk])).status_code == 404


def test_a_structure_without_work_contracts_sees_no_skill_of_a_post(client_de, cip, parcours):
    parcours.structure.type = TypeStructure.CHRS
    parcours.structure.save()

    html = client_de(cip).get(reverse("parcours:appuis_list", args=[parcours.beneficiaire_id])).content.decode()

    assert "Compétences au poste" not in html
