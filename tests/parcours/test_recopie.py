"""« À recopier »: what each platform asks about somebody, in its words; nothing guessed, nothing that must stay."""

from datetime import date

import pytest
from django.urls import reverse

from beneficiaires.enums import NatureSituation, NiveauFormation
from beneficiaires.models import Beneficiaire
from insertion.enums import Domaine, TypeStructure
from insertion.models import Lecture
from parcours.enums import Niveau, TypeContrat, UniteHeures
from parcours.models import Contrat, HeuresMois
from parcours.recopie import blocs
from tests.cellules import cellules
from tests.usines import (
    CritereRetenuFactory,
    DiagnosticFactory,
    EvaluationFactory,
    ObjectifFactory,
    ParcoursFactory,
    SituationFactory,
)

LE = date(2026, 11, 24)


@pytest.fixture
def parcours(structure, referentiels):
    return ParcoursFactory(
        beneficiaire__nom="Benali",
        beneficiaire__civilite="mme",
        beneficiaire__telephone="+33612345678",
        beneficiaire__niveau_formation=NiveauFormation.COLLEGE,
        beneficiaire__identifiant_france_travail="1234567A",
        pass_numero="999991234567",
        pass_debut=date(2026, 3, 1),
        pass_fin=date(2028, 2, 28),
    )


def champs(parcours, cle):
    personne = Beneficiaire.objects.pour_fiche(LE).get(pk=parcours.beneficiaire_id)
    (bloc,) = [bloc for bloc in blocs(personne, parcours.structure, LE) if bloc.cle == cle]
    return {champ.libelle: champ.valeur for champ in bloc.champs}


def adresse(parcours):
    return reverse("parcours:recopie_detail", args=[parcours.beneficiaire_id])


def test_france_travail_gets_its_own_codes_of_constraints(parcours):
    diagnostic = DiagnosticFactory(parcours=parcours)
    EvaluationFactory(diagnostic=diagnostic, domaine=Domaine.MOBILITE, niveau=Niveau.BLOQUANT)
    EvaluationFactory(diagnostic=diagnostic, domaine=Domaine.BUDGET, niveau=Niveau.FORT)

    lus = champs(parcours, "france-travail")

    assert lus["Identifiant France Travail"] == "1234567A"
    assert lus["Contraintes personnelles"] == "23 Développer sa mobilité, 28 Faire face à des difficultés financières"
    assert lus["Téléphone"] == "06 12 34 56 78"


def test_health_and_justice_are_not_copied(parcours):
    diagnostic = DiagnosticFactory(parcours=parcours)
    for domaine in (Domaine.SANTE, Domaine.JUSTICE, Domaine.ADDICTION):
        EvaluationFactory(diagnostic=diagnostic, domaine=domaine, niveau=Niveau.BLOQUANT)
    ObjectifFactory(parcours=parcours, domaine=Domaine.SANTE, intitule="Voir un addictologue")

    lus = champs(parcours, "france-travail")

    assert (lus["Contraintes personnelles"], lus["Objectifs en cours"]) == ("", "")


def test_les_emplois_gets_the_pass_and_the_criteria_with_their_proofs(parcours):
    CritereRetenuFactory(candidature__beneficiaire=parcours.beneficiaire, preuve_le=date(2026, 2, 10))

    lus = champs(parcours, "emplois")

    assert lus["Numéro de PASS IAE"] == "999991234567"
    assert lus["Fin du PASS IAE"] == "28/02/2028"
    assert "justificatif du 10/02/2026" in lus["Critères administratifs"]
    assert "niveau 1" in lus["Critères administratifs"]


def test_asp_gets_the_contract_and_the_hours_month_by_month(parcours):
    Contrat.objects.create(
        parcours=parcours,
        type=TypeContrat.CDDI,
        date_debut=date(2026, 3, 12),
        date_fin=date(2026, 9, 11),
        heures=26,
        unite_heures=UniteHeures.SEMAINE,
    )
    HeuresMois.objects.create(parcours=parcours, mois=date(2026, 4, 1), heures="104.5")

    lus = champs(parcours, "asp")

    assert (lus["Début du contrat"], lus["Fin du contrat"]) == ("12/03/2026", "11/09/2026")
    assert lus["Heures du contrat"].startswith("26 ")
    assert lus["Heures de 04/2026"] == "104,5"


def test_mdfse_counts_28_days_after_the_exit_and_says_nothing_that_is_not_known(parcours):
    type(parcours).objects.filter(pk=parcours.pk).update(date_sortie=date(2026, 9, 30))
    SituationFactory(beneficiaire=parcours.beneficiaire, nature=NatureSituation.DELD)

    lus = champs(parcours, "mdfse")

    assert (lus["Sexe"], lus["Âge à l’entrée"]) == ("Féminin", "34")
    assert lus["Niveau d’éducation"].startswith("CITE 0 à 2")
    assert lus["Statut sur le marché du travail à l’entrée"].startswith("Demandeur d’emploi de longue durée")
    assert lus["Sortie à saisir avant le"] == "28/10/2026"
    assert lus["Situation à 6 mois"] == ""


@cellules(
    ("niveau", "copie"),
    [
        (NiveauFormation.NIVEAU_4, "CITE 3 ou 4 (deuxième cycle, post-secondaire)"),
        (NiveauFormation.NIVEAU_7, "CITE 5 à 8 (enseignement supérieur)"),
        (NiveauFormation.NIVEAU_8, "CITE 5 à 8 (enseignement supérieur)"),
        (NiveauFormation.ETRANGER, ""),
        ("", ""),
    ],
)
def test_mdfse_gets_the_level_of_whoever_has_a_known_one(niveau, copie, parcours):
    Beneficiaire.objects.filter(pk=parcours.beneficiaire_id).update(niveau_formation=niveau)

    assert champs(parcours, "mdfse")["Niveau d’éducation"] == copie


def test_structure_that_hires_nobody_copies_nothing_to_the_asp(parcours):
    structure = parcours.structure
    structure.type = TypeStructure.CHRS
    personne = Beneficiaire.objects.pour_fiche(LE).get(pk=parcours.beneficiaire_id)

    assert [bloc.cle for bloc in blocs(personne, structure, LE)] == ["france-travail", "mdfse"]


def test_page_gives_each_value_to_select_and_says_what_is_missing(parcours, cip, client_de):
    page = client_de(cip).get(adresse(parcours)).content.decode()

    assert 'class="valeur tn">999991234567</span>' in page
    assert "non renseigné" in page
    assert Lecture.objects.get().quoi == "À recopier"


@cellules(
    ("qui", "reponse"),
    [
        ("administratif", 200),
        ("chef", 200),
        ("etranger", 404),
        ("lecteur", 403),
        ("encadrant", 403),
        ("benevole", 403),
    ],
)
def test_who_copies(qui, reponse, parcours, client_de, request):
    assert client_de(request.getfixturevalue(qui)).get(adresse(parcours)).status_code == reponse


@cellules("nombre", [1, 3])
def test_page_asks_the_same_number_of_queries(nombre, parcours, cip, client_de, requetes):
    candidature = CritereRetenuFactory(candidature__beneficiaire=parcours.beneficiaire).candidature
    for code in ("SENIOR", "JEUNE")[: nombre - 1]:
        CritereRetenuFactory(candidature=candidature, critere_id=code)
    for mois in range(1, nombre + 1):
        HeuresMois.objects.create(parcours=parcours, mois=date(2026, mois, 1), heures=100)
    client = client_de(cip)

    with requetes() as faites:
        client.get(adresse(parcours))

    assert len(faites) == 20
