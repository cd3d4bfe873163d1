"""« Ce qui manque »: who lacks what for which funder, filled in the cell, entrusted to the référents."""

import re
import uuid
from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire
from insertion.enums import Role, TypeStructure
from insertion.models import Geste
from parcours.models import MotifSortie
from pilotage.completude import completude, de_la_convention
from pilotage.enums import GenreFinanceur, MotifRappel
from pilotage.exigences import CHAMPS, EXIGENCES, champs_exiges
from pilotage.indicateurs import Perimetre
from pilotage.models import Convention, DossierACompleter, Rappel
from pilotage.rappels import recalculer
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    BeneficiaireFactory,
    CandidatureFactory,
    ContratFactory,
    CritereRetenuFactory,
    DiagnosticFactory,
    EngagementFactory,
    HeuresMoisFactory,
    ParcoursFactory,
    QuestionnaireFseFactory,
    SituationFactory,
    SuiviPostSortieFactory,
)
from tests.usines.conventions import ConventionFactory, FinanceurFactory
from tests.usines.parcours import PARIS

LISTE = reverse("pilotage:completude")
LE = date(2026, 11, 17)
ANNEE = (date(2026, 1, 1), LE)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def convention(structure):
    """The FSE+ agreement of the year, whose report is due on 15 December."""
    fse = FinanceurFactory(nom="FSE+", genre=GenreFinanceur.FSE)
    return ConventionFactory(intitule="FSE+ 2026", financeur=fse, bilan_le=date(2026, 12, 15))


def vide(**champs):
    """Somebody of whom nothing is known but the name."""
    rien = dict.fromkeys(
        ("civilite", "telephone", "email", "adresse", "code_postal", "commune", "niveau_formation"), ""
    )
    return BeneficiaireFactory(**rien | {"date_naissance": None, "nom": "Kaci", "prenom": "Nadia"} | champs)


@pytest.fixture
def nadia(structure):
    return vide()


@pytest.fixture
def parcours(nadia):
    return ParcoursFactory(beneficiaire=nadia, date_entree=date(2026, 3, 2), orienteur="")


def manques(structure, personne, *codes, du=ANNEE[0], au=LE):
    """What `personne` lacks among `codes` (all of them by default)."""
    champs = [CHAMPS[code] for code in codes] if codes else list(CHAMPS.values())
    return completude(Perimetre(structure, du, au), champs).manques[personne.pk]


def cellule(personne, code, convention, **plus):
    suite = "".join(f"&{nom}={valeur}" for nom, valeur in plus.items())
    return f"{reverse('pilotage:completude_champ', args=[personne.pk, code])}?convention={convention.pk}{suite}"


def test_each_kind_of_funder_asks_for_known_fields_with_their_source():
    assert set().union(*EXIGENCES.values()) == set(CHAMPS)
    assert all(champ.source.startswith(("metier.md", "experience.md")) for champ in CHAMPS.values())


@cellules(
    ("type_structure", "absents"),
    [
        (TypeStructure.ACI, set()),
        (TypeStructure.GEIQ, {"pass_iae"}),
        (TypeStructure.CHRS, {"pass_iae", "eligibilite", "heures"}),
    ],
)
def test_what_a_structure_cannot_have_is_not_asked_of_it(structure, type_structure, absents):
    structure.type = type_structure
    demandes = {champ.code for champ in champs_exiges(structure, GenreFinanceur.DREETS)}
    assert set(EXIGENCES[GenreFinanceur.DREETS]) - demandes == absents


def test_a_european_cofunding_adds_what_the_fse_asks_for(structure):
    codes = {champ.code for champ in champs_exiges(structure, GenreFinanceur.DEPARTEMENT, cofinance_ue=True)}
    assert codes >= {"engagement", "fse_entree", "fse_sortie", "nouvelles"}


def test_of_somebody_unknown_everything_asked_is_missing(structure, nadia, parcours):
    assert manques(structure, nadia) == set(CHAMPS) - {
        *("heures", "sortie", "nouvelles", "fse_sortie", "engagement")  # no contract, no exit, no RSA
    }


@cellules(
    ("champs", "code"),
    [
        ({"civilite": "mme"}, "civilite"),
        ({"date_naissance": date(1990, 5, 1)}, "date_naissance"),
        ({"email": "nadia@exemple.fr"}, "coordonnees"),
        ({"telephone": "+33612345678"}, "coordonnees"),
        ({"commune": "Roubaix", "code_postal": "59100"}, "commune"),
        ({"niveau_formation": "niveau_3"}, "niveau_formation"),
    ],
)
def test_a_field_of_the_identity_fills_its_column(structure, nadia, parcours, champs, code):
    assert code in manques(structure, nadia)
    Beneficiaire.objects.filter(pk=nadia.pk).update(**champs)
    assert code not in manques(structure, nadia)


@cellules(
    ("nature", "debut", "fin", "rempli"),
    [
        (NatureSituation.RSA, date(2025, 1, 1), None, True),
        (NatureSituation.SANS_RESSOURCES, None, None, True),
        (NatureSituation.RSA, date(2026, 3, 3), None, False),  # the day after the entry
        (NatureSituation.RSA, date(2025, 1, 1), date(2026, 3, 1), False),  # ended the day before
        (NatureSituation.PERMIS_B, date(2025, 1, 1), None, False),
    ],
)
def test_resources_are_those_of_the_day_of_the_entry(structure, nadia, parcours, nature, debut, fin, rempli):
    SituationFactory(beneficiaire=nadia, nature=nature, debut=debut, fin=fin)
    assert ("ressources" not in manques(structure, nadia)) == rempli


def test_a_diagnostic_and_criteria_or_a_pass_fill_their_columns(structure, nadia, parcours, referentiels):
    DiagnosticFactory(parcours=parcours, date=date(2026, 3, 20))
    CritereRetenuFactory(candidature=CandidatureFactory(beneficiaire=nadia, parcours=parcours))
    assert manques(structure, nadia) & {"diagnostic", "eligibilite", "pass_iae"} == {"pass_iae"}
    parcours.pass_numero = "999990000001"
    parcours.save()
    assert "pass_iae" not in manques(structure, nadia)


def test_hours_are_due_for_whole_months_under_contract_only(structure, nadia, parcours):
    ContratFactory(parcours=parcours, date_debut=date(2026, 9, 1), date_fin=date(2027, 2, 28))
    HeuresMoisFactory(parcours=parcours, mois=date(2026, 9, 1))
    assert "heures" in manques(structure, nadia)
    HeuresMoisFactory(parcours=parcours, mois=date(2026, 10, 1))  # November is under way
    assert "heures" not in manques(structure, nadia)


def test_an_exit_without_motive_is_missing_never_guessed(structure, nadia, parcours, referentiels, cip):
    parcours.date_sortie = date(2026, 6, 30)
    parcours.save()
    assert "sortie" in manques(structure, nadia)
    parcours.sortir(motif=MotifSortie.objects.get(code="3"), le=date(2026, 6, 30), par=cip)
    assert "sortie" not in manques(structure, nadia)


def test_the_questionnaire_of_the_exit_is_due_after_28_days(structure, nadia, parcours):
    parcours.date_sortie = date(2026, 10, 20)  # 28 days before
    parcours.save()
    assert "fse_sortie" in manques(structure, nadia)
    assert "fse_sortie" not in manques(structure, nadia, au=date(2026, 11, 16))
    QuestionnaireFseFactory(parcours=parcours, moment="sortie", date=LE, statut="emploi", qualification="non")
    assert "fse_sortie" not in manques(structure, nadia)


def test_six_months_after_an_exit_of_last_year_news_are_due(structure, nadia, parcours, referentiels, cip):
    parcours.date_entree = date(2025, 1, 6)
    parcours.save()
    parcours.sortir(motif=MotifSortie.objects.get(code="3"), le=date(2025, 9, 1), par=cip)
    assert manques(structure, nadia) == {"nouvelles"}  # due on 1 March 2026: nothing else is asked of this year
    SuiviPostSortieFactory(parcours=parcours, sortie_le=date(2025, 9, 1), date=date(2026, 3, 2), echeance=6)
    assert manques(structure, nadia) == set()


def test_a_contrat_d_engagement_is_asked_of_who_came_with_the_rsa(structure, nadia, parcours):
    SituationFactory(beneficiaire=nadia, nature=NatureSituation.RSA, debut=date(2025, 1, 1))
    assert "engagement" in manques(structure, nadia)
    EngagementFactory(parcours=parcours, debut=date(2026, 3, 1))
    assert "engagement" not in manques(structure, nadia)


def test_the_share_complete_overall_and_by_field(structure, nadia, parcours):
    autre = ParcoursFactory(beneficiaire=vide(nom="Adam", civilite="m"), date_entree=date(2026, 3, 2)).beneficiaire
    resultat = completude(Perimetre(structure, *ANNEE), [CHAMPS["civilite"], CHAMPS["sortie"]])
    assert (resultat.complets, resultat.total, resultat.pourcentage) == (1, 2, 50)
    civilite, sortie = resultat.parts
    assert (civilite.remplis, civilite.demandes, civilite.pourcentage) == (1, 2, 50)
    assert (sortie.demandes, sortie.pourcentage) == (0, None)
    assert resultat.incomplets == {nadia.pk}
    assert resultat.restreinte({autre.pk}).pourcentage == 100


def test_the_page_names_who_lacks_what_and_when_the_report_is_due(client_de, cip, convention, nadia, parcours):
    texte = client_de(cip).get(LISTE).content.decode()  # the most pressing agreement by default
    assert "0 dossier complet sur 1" in texte
    assert "Bilan à remettre avant le 15\u00a0décembre\u00a02026" in texte
    assert "Nadia Kaci" in texte
    assert f'hx-get="{cellule(nadia, "civilite", convention).replace("&", "&amp;")}"' in texte


def test_the_list_narrows_on_a_referent(client_de, cip, collegue, convention, nadia, parcours):
    nadia.confier_a(collegue, date(2026, 3, 2))
    client, question = client_de(cip), {"convention": convention.pk}
    assert "Nadia Kaci" not in client.get(LISTE, question | {"referent": "moi"}).content.decode()
    assert "Nadia Kaci" in client.get(LISTE, question | {"referent": collegue.pk}).content.decode()
    assert "Nadia Kaci" not in client.get(LISTE, question | {"referent": "personne"}).content.decode()


@cellules(
    ("question", "champ", "message"),
    [
        ({"du": "2026-02-30"}, "du", "Cette date n’existe pas."),
        ({"du": "2026-06-01", "au": "2026-05-01"}, "au", "La période ne peut pas finir avant d’avoir commencé."),
        ({"au": "2031-01-01"}, "au", "Choisissez une date entre le 01/01/1990 et aujourd’hui."),
        ({"convention": "999999"}, "convention", "Cette convention n’existe pas."),
        ({"referent": "999999"}, "referent", "999999"),
    ],
)
def test_a_wrong_question_is_told_beside_its_field(client_de, cip, convention, parcours, question, champ, message):
    response = client_de(cip).get(LISTE, {"convention": convention.pk} | question)
    assert response.status_code == 422
    assert message in response.context["form"].errors[champ][0]
    assert message in response.content.decode()


def test_without_any_agreement_the_page_asks_which_funder(client_de, cip, structure, nadia, parcours):
    assert "Nadia Kaci" in client_de(cip).get(LISTE, {"genre": "plie"}).content.decode()
    assert client_de(cip).get(LISTE).status_code == 200


def test_a_cell_is_filled_in_place(client_de, cip, convention, nadia, parcours):
    client, adresse = client_de(cip), cellule(nadia, "civilite", convention)
    htmx = {"HTTP_HX_REQUEST": "true"}
    formulaire = client.get(adresse, **htmx).content.decode()
    assert "<form" in formulaire
    assert "<html" not in formulaire
    response = client.post(adresse, {"civilite": "mme", "version": 0}, **htmx)
    texte = response.content.decode()
    assert "Renseigné" in texte
    assert 'hx-swap-oob="true"' in texte
    nadia.refresh_from_db()
    assert (nadia.civilite, nadia.version) == ("mme", 1)


def test_a_cell_is_filled_without_javascript(client_de, cip, convention, nadia, parcours):
    client, adresse = client_de(cip), cellule(nadia, "coordonnees", convention)
    assert "<html" in client.get(adresse).content.decode()
    response = client.post(adresse, {"telephone": "06 12 34 56 78", "email": "", "version": 0})
    assert response.url == f"{LISTE}?convention={convention.pk}"
    nadia.refresh_from_db()
    assert nadia.telephone.as_e164 == "+33612345678"


@cellules(
    ("code", "envoi", "champ", "message"),
    [
        ("civilite", {"civilite": ""}, "civilite", "obligatoire"),
        ("coordonnees", {}, "telephone", "Notez un numéro de téléphone ou une adresse e-mail."),
        ("coordonnees", {"telephone": "12"}, "telephone", "n’existe pas"),
        ("commune", {"code_postal": "591", "commune": "Roubaix"}, "code_postal", "5 chiffres"),
        ("date_naissance", {"date_naissance": "2030-01-01"}, "date_naissance", "futur"),
        ("ressources", {"nature": "permis_b"}, "nature", "permis_b"),
        ("ressources", {"nature": "rsa", "debut": "2026-05-01"}, "debut", "à l’entrée qui manque, le 02/03/2026"),
    ],
)
def test_what_is_wrong_in_a_cell_is_told_there(
    client_de, cip, convention, nadia, parcours, code, envoi, champ, message
):
    response = client_de(cip).post(cellule(nadia, code, convention), {"version": 0} | envoi, HTTP_HX_REQUEST="true")
    assert response.status_code == 422
    assert message in response.context["saisie"].errors[champ][0]


def test_a_situation_and_a_prescripteur_are_filled_too(client_de, cip, structure, nadia, parcours):
    plie = ConventionFactory(financeur=FinanceurFactory(genre=GenreFinanceur.PLIE))
    client = client_de(cip)
    envoi = {"nature": "rsa", "debut": "2026-03-02", "soumission": uuid.uuid4()}
    client.post(cellule(nadia, "ressources", plie), envoi)
    client.post(cellule(nadia, "orienteur", plie), {"orienteur": "plie", "prescripteur": "", "version": 0})
    assert not manques(structure, nadia) & {"ressources", "orienteur"}


def test_a_colleague_s_change_is_never_overwritten(client_de, cip, convention, nadia, parcours):
    Beneficiaire.objects.filter(pk=nadia.pk).update(civilite="m", version=3)
    client, adresse = client_de(cip), cellule(nadia, "civilite", convention)
    assert client.post(adresse, {"civilite": "mme", "version": 0}).status_code == 409
    dans_la_page = client.post(adresse, {"civilite": "mme", "version": 0}, HTTP_HX_REQUEST="true")
    assert (dans_la_page.status_code, dans_la_page["HX-Retarget"]) == (409, "#contenu")
    nadia.refresh_from_db()
    assert nadia.civilite == "m"


def test_a_whole_form_comes_back_to_the_list(client_de, cip, convention, nadia, parcours, referentiels):
    parcours.date_sortie = date(2026, 6, 30)
    parcours.save()
    client = client_de(cip)
    page = client.get(LISTE, {"convention": convention.pk})
    [cellule_sortie] = [c for _, ligne, _ in page.context["lignes"] for c in ligne if c.champ.code == "sortie"]
    motif = MotifSortie.objects.get(code="7")
    response = client.post(cellule_sortie.url, {"date": "2026-06-30", "motif": motif.pk, "soumission": uuid.uuid4()})
    assert response.url == f"{LISTE}?convention={convention.pk}"


@cellules("ailleurs", ["https://exemple.fr/", "//exemple.fr/", "javascript:alert(1)"])
def test_a_form_never_sends_elsewhere(client_de, cip, nadia, parcours, referentiels, ailleurs):
    parcours.date_sortie = date(2026, 6, 30)
    parcours.save()
    adresse = f"{reverse('parcours:sortie_create', args=[parcours.pk])}?retour={ailleurs}"
    envoi = {"date": "2026-06-30", "motif": MotifSortie.objects.get(code="7").pk}
    response = client_de(cip).post(adresse, envoi)
    assert response.url == reverse("parcours:sortie_detail", args=[parcours.pk])


def test_a_file_is_entrusted_reminds_and_the_reminder_goes_when_it_is_complete(
    client_de, chef, cip, structure, convention, nadia, parcours
):
    nadia.confier_a(cip, date(2026, 3, 2))
    sans_referent = ParcoursFactory(beneficiaire=vide(nom="Zola"), date_entree=date(2026, 3, 2))
    confier = f"{reverse('pilotage:completude_confier')}?convention={convention.pk}"
    avant = client_de(chef).get(LISTE, {"convention": convention.pk}).content.decode()
    response = client_de(chef).post(confier, follow=True)
    phrases = [str(message) for message in response.context["messages"]]
    assert "Prévenir 1 référent (1 dossier)" in avant
    assert "1 personne sans référent" in avant
    assert avant.count("Prévenir<span") == 1, "nobody can be told about somebody without a référent"
    assert phrases == ["1 référent prévenu\u00a0: un rappel pour 1 dossier à compléter."]
    assert [d.beneficiaire for d in DossierACompleter.objects.all()] == [nadia]
    assert sans_referent.beneficiaire != nadia

    recalculer(structure.pk, LE)
    rappel = Rappel.objects.get(motif=MotifRappel.DOSSIER_A_COMPLETER, retire_at=None)
    assert (rappel.utilisateur, rappel.beneficiaire, rappel.echeance) == (cip, nadia, date(2026, 12, 15))
    assert rappel.texte == "8 champs manquent pour le bilan «\u00a0FSE+ 2026\u00a0» avant le 15 décembre 2026."
    assert "Kaci" in client_de(cip).get(rappel.url).content.decode()

    _completer(nadia, parcours)
    assert de_la_convention(Convention.objects.pour_fiche().get(), LE).manques[nadia.pk] == set()
    recalculer(structure.pk, LE)
    rappel.refresh_from_db()
    assert rappel.retire_at is not None


def _completer(nadia, parcours):
    identite = {"civilite": "mme", "date_naissance": date(1990, 5, 1), "niveau_formation": "niveau_3"}
    identite |= {"email": "nadia@exemple.fr", "code_postal": "59100", "commune": "Roubaix"}
    Beneficiaire.objects.filter(pk=nadia.pk).update(**identite)
    SituationFactory(beneficiaire=nadia, nature=NatureSituation.RSA, debut=date(2025, 1, 1), fin=None)
    DiagnosticFactory(parcours=parcours, date=date(2026, 3, 20))
    reponses = dict.fromkeys(("longue_duree", "pays_tiers", "origine_etrangere", "sans_logement"), "non")
    QuestionnaireFseFactory(parcours=parcours, date=date(2026, 3, 9), statut="recherche", **reponses)


def test_a_file_entrusted_by_mistake_is_taken_back(client_de, chef, cip, structure, convention, nadia, parcours):
    nadia.confier_a(cip, date(2026, 3, 2))
    dossier = DossierACompleter.objects.create(
        convention=convention, beneficiaire=nadia, demande_par=chef, demande_le=LE
    )
    client_de(chef).post(reverse("pilotage:completude_reprise", args=[dossier.pk]))
    assert not DossierACompleter.objects.exists()


def test_a_former_referent_is_told_nothing(client_de, chef, cip, convention, nadia, parcours):
    nadia.confier_a(cip, date(2026, 3, 2))
    nadia.referents.update(fin=date(2026, 9, 1))
    client_de(chef).post(f"{reverse('pilotage:completude_confier')}?convention={convention.pk}")
    assert not DossierACompleter.objects.exists()


def test_files_entrusted_together_are_taken_back_together(
    client_de, chef, cip, structure, convention, nadia, parcours
):
    samir = vide(nom="Samir")
    ParcoursFactory(beneficiaire=samir, date_entree=date(2026, 3, 2))
    for personne in (nadia, samir):
        personne.confier_a(cip, date(2026, 3, 2))
    deja = DossierACompleter.objects.create(
        convention=convention, beneficiaire=samir, demande_par=chef, demande_le=LE
    )
    client = client_de(chef)
    client.post(f"{reverse('pilotage:completude_confier')}?convention={convention.pk}")
    confies = DossierACompleter.objects.count()
    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))
    assert confies == 2
    assert DossierACompleter.objects.get() == deja


def test_the_count_of_a_field_leads_to_those_who_lack_it(client_de, chef, convention, nadia, parcours):
    connue = BeneficiaireFactory(nom="Zola", civilite="mme")
    ParcoursFactory(beneficiaire=connue, date_entree=date(2026, 3, 2))
    client = client_de(chef)
    page = client.get(LISTE, {"convention": convention.pk})
    adresse = re.search(r'href="([^"]+champ=civilite)"', page.content.decode())[1].replace("&amp;", "&")
    assert {personne for personne, *_ in page.context["lignes"]} == {nadia, connue}
    assert [personne for personne, *_ in client.get(adresse).context["lignes"]] == [nadia]


def test_the_office_sees_what_is_missing_and_fills_the_identity_only(
    client_de, administratif, convention, nadia, parcours
):
    client = client_de(administratif)
    page = client.get(LISTE, {"convention": convention.pk})
    urls = {c.champ.code: c.url for _, ligne, _ in page.context["lignes"] for c in ligne}
    assert urls["civilite"]
    assert not urls["diagnostic"]
    plie = ConventionFactory(financeur=FinanceurFactory(genre=GenreFinanceur.PLIE))
    assert client.get(cellule(nadia, "orienteur", plie)).status_code == 403


@cellules("qui", ["encadrant", "lecteur", "benevole"])
def test_roles_without_reports_see_nothing(client_de, request, convention, nadia, parcours, qui):
    client = client_de(request.getfixturevalue(qui))
    assert client.get(LISTE).status_code == 403
    assert client.get(cellule(nadia, "civilite", convention)).status_code == 403


def test_who_does_not_write_reports_entrusts_nothing(client_de, cip, convention, nadia, parcours):
    confier = f"{reverse('pilotage:completude_confier')}?convention={convention.pk}"
    assert client_de(cip).post(confier).status_code == 403


@cellules("code", ["diagnostic", "meteo", "orienteur"])
def test_a_field_that_is_not_filled_there_is_not_found(client_de, cip, convention, nadia, parcours, code):
    assert client_de(cip).get(cellule(nadia, code, convention)).status_code == 404


def test_another_structure_finds_nobody(client_de, autre_structure, convention, nadia, parcours):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))
    assert "Kaci" not in client.get(LISTE, {"genre": "fse"}).content.decode()
    assert client.get(cellule(nadia, "civilite", convention)).status_code == 404
    assert (
        client.get(f"{reverse('pilotage:completude_champ', args=[nadia.pk, 'civilite'])}?genre=fse").status_code
        == 404
    )


def test_queries_do_not_grow_with_the_people(client_de, chef, convention, requetes):
    client, nombres = client_de(chef), []
    for arrives in (3, 9):
        for _ in range(arrives):
            ParcoursFactory(beneficiaire=vide(), date_entree=date(2026, 3, 2))
        with requetes() as faites:
            client.get(LISTE, {"convention": convention.pk})
        nombres.append(len([sql for sql in faites if "set_config" not in sql]))
    assert nombres[0] == nombres[1] <= 40


def test_reminders_cost_the_same_for_3_files_and_12(structure, cip, chef, convention, requetes):
    recalculer(structure.pk, LE)  # writes that of the report itself
    nombres = []
    for arrives in (3, 9):
        for _ in range(arrives):
            personne = ParcoursFactory(beneficiaire=vide(), date_entree=date(2026, 11, 2)).beneficiaire
            DossierACompleter.objects.create(
                convention=convention, beneficiaire=personne, demande_par=chef, demande_le=LE
            )
        with requetes() as faites:
            recalculer(structure.pk, LE)
        nombres.append(len(faites))
    assert nombres[0] == nombres[1]
