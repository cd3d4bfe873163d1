import uuid
from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion import pdf
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.documents import DOCUMENTS
from parcours.enums import GenreProduction
from parcours.models import Production, Renouvellement
from tests.cellules import cellules
from tests.usines import ContratFactory, RenouvellementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def contrat(structure):
    return ContratFactory()


@pytest.fixture
def dossier(contrat):
    return RenouvellementFactory(contrat=contrat)


def saisie(**champs):
    return {"date": "2026-07-20", "soumission": uuid.uuid4()} | champs


def test_dossier_holds_the_grid_and_the_three_voices(client_de, cip, contrat):
    url = reverse("parcours:renouvellement_create", args=[contrat.pk])

    client_de(cip).post(
        url,
        saisie(
            assiduite="0",
            assiduite_commentaire="Trois semaines d’absence.",
            motivation="",
            paroles="Je veux continuer.",
            observations="Bon coup de main.",
            avis="reserves",
            duree_proposee_mois="4",
            version=0,
        ),
    )

    dossier = Renouvellement.objects.get()
    lignes = list(dossier.grille)
    assert lignes[0] == ("Assiduité", "0 · Pas encore", "Trois semaines d’absence.")
    assert lignes[1] == ("Motivation", "Non évalué", "")
    assert (dossier.auteur, dossier.avis, dossier.duree_proposee_mois) == (cip, "reserves", 4)


def test_contract_has_one_dossier(client_de, cip, dossier):
    response = client_de(cip).get(reverse("parcours:renouvellement_create", args=[dossier.contrat_id]))

    assert response.url == reverse("parcours:renouvellement_update", args=[dossier.pk])


DECISIONS = [
    pytest.param({}, "annonce_le", id="§2 ligne 8 : personne pas prévenue"),
    pytest.param({"annonce_le": "2026-07-22"}, "annonce_le", id="§2 ligne 8 : prévenue le lendemain de la décision"),
    pytest.param({"annonce_le": "2026-07-21"}, None, id="§2 ligne 8 : prévenue le jour de la décision"),
    pytest.param({"annonce_le": "2026-07-01", "decision_le": ""}, "decision_le", id="décision sans date"),
    pytest.param({"annonce_le": "2026-07-01", "decision": ""}, "decision", id="date sans décision"),
]


@cellules(("champs", "champ"), DECISIONS)
def test_person_is_told_before_the_decision(client_de, cip, dossier, champs, champ):
    url = reverse("parcours:renouvellement_update", args=[dossier.pk])
    donnees = saisie(decision="renouvele", decision_le="2026-07-21", paroles="Je veux continuer.", version=0)

    response = client_de(cip).post(url, donnees | champs)

    assert response.status_code == (422 if champ else 302)
    if champ:
        assert champ in response.context["form"].errors
        assert "Je veux continuer." in response.content.decode()


@cellules(
    ("champs", "contrainte"),
    [
        ({"decision": "renouvele"}, "renouvellement_decision_datee"),
        ({"decision": "renouvele", "decision_le": date(2026, 7, 21)}, "renouvellement_personne_prevenue"),
        ({"projet": 5}, "renouvellement_projet_0_a_4"),
        ({"duree_proposee_mois": 25}, "renouvellement_duree_possible"),
    ],
)
def test_database_holds_the_rules_of_the_dossier(contrat, champs, contrainte):
    with transaction.atomic(), pytest.raises(IntegrityError) as erreur:
        RenouvellementFactory(contrat=contrat, **champs)

    assert erreur.value.__cause__.diag.constraint_name == contrainte
    with pytest.raises(ValidationError):
        Renouvellement(contrat=contrat, date=date(2026, 7, 20), **champs).full_clean(exclude=["structure", "auteur"])


def test_two_people_completing_one_dossier(client_de, cip, collegue, dossier):
    url = reverse("parcours:renouvellement_update", args=[dossier.pk])
    client_de(collegue).post(url, saisie(paroles="Je veux continuer.", version=0))

    response = client_de(cip).post(url, saisie(paroles="Je veux changer.", version=0))

    assert response.status_code == 409
    assert "Je veux changer." in response.content.decode()


def test_very_long_words_are_refused_and_kept(client_de, cip, dossier):
    url = reverse("parcours:renouvellement_update", args=[dossier.pk])

    response = client_de(cip).post(url, saisie(paroles="x" * 20_001, version=0))

    assert response.status_code == 422
    assert "20000 caractères" in response.content.decode()


def test_dossier_is_asked_for_as_a_pdf(client_de, cip, dossier):
    client_de(cip).post(reverse("parcours:renouvellement_impression", args=[dossier.pk]))

    production = Production.objects.get()
    assert (production.genre, production.objet_id) == (GenreProduction.RENOUVELLEMENT, dossier.pk)


def test_printed_dossier_has_three_signature_lines(structure, cip, dossier):
    document = DOCUMENTS[GenreProduction.RENOUVELLEMENT]
    beneficiaire = dossier.contrat.parcours.beneficiaire
    production = Production(objet_id=dossier.pk)
    with contexte(structure.pk, utilisateur_id=cip.pk, role=Role.CHARGE_INSERTION):
        contenu = document.contenu(production, beneficiaire, date(2026, 7, 20))
    contenu |= {"structure": structure, "production": production, "edite_at": datetime(2026, 7, 20, 10)}

    octets = pdf.rendre(document.gabarit, contenu, titre=document.titre(contenu, beneficiaire))

    assert octets.startswith(b"%PDF")
    assert len(contenu["grille"]) == 5


def test_dossier_is_not_printed_for_a_role_that_may_not_read_it(structure, encadrant, dossier):
    document = DOCUMENTS[GenreProduction.RENOUVELLEMENT]
    production, beneficiaire = Production(objet_id=dossier.pk), dossier.contrat.parcours.beneficiaire

    with (
        contexte(structure.pk, utilisateur_id=encadrant.pk, role=Role.ENCADRANT),
        pytest.raises(Renouvellement.DoesNotExist),
    ):
        document.contenu(production, beneficiaire, date(2026, 7, 20))
