"""« Chiffres »: every figure over a period, opened on the people behind it."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import TypeStructure
from parcours.models import MotifSortie
from pilotage.indicateurs import INDICATEURS
from pilotage.periodes import raccourcis
from pilotage.views.chiffres import A_PART
from tests.cellules import cellules
from tests.usines import (
    BeneficiaireFactory,
    ContratFactory,
    DiagnosticFactory,
    DispositifFactory,
    EvaluationFactory,
    HeuresMoisFactory,
    ParcoursFactory,
    PosteEquipeFactory,
    SeanceFactory,
)
from tests.usines.parcours import PARIS

PAGE = reverse("pilotage:chiffres")
ANNEE = {"du": "2026-01-01", "au": "2026-12-31"}


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def entree(structure):
    """Nadia Kaci came in March 2026, with a contract."""
    beneficiaire = BeneficiaireFactory(prenom="Nadia", nom="Kaci")
    parcours = ParcoursFactory(beneficiaire=beneficiaire, date_entree=date(2026, 3, 2))
    ContratFactory(parcours=parcours, date_debut=date(2026, 3, 2), date_fin=date(2027, 3, 1))
    return parcours


def adresse(code="entrees", ligne="total"):
    return reverse("pilotage:chiffre", args=[code, ligne])


def test_quick_periods_of_a_november_day():
    assert [(p.libelle, p.du, p.au) for p in raccourcis(date(2026, 11, 17))] == [
        ("Cette année, à ce jour", date(2026, 1, 1), date(2026, 11, 17)),
        ("Année 2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("12 derniers mois", date(2025, 11, 18), date(2026, 11, 17)),
        ("Dernier semestre", date(2026, 1, 1), date(2026, 6, 30)),
        ("Dernier trimestre", date(2026, 7, 1), date(2026, 9, 30)),
    ]


def test_quick_periods_of_new_year_s_day_are_those_of_the_year_before():
    assert [(p.du, p.au) for p in raccourcis(date(2026, 1, 1))][3:] == [
        (date(2025, 7, 1), date(2025, 12, 31)),
        (date(2025, 10, 1), date(2025, 12, 31)),
    ]


def test_every_indicator_is_on_a_page_with_its_definition_and_its_source(client_de, cip, entree):
    client = client_de(cip)
    pages = [client.get(PAGE, ANNEE | {"rubrique": nom}).content.decode() for nom in ("", *A_PART)]
    for definition in INDICATEURS.values():
        assert any(definition.libelle in texte for texte in pages)
    assert sum(texte.count("Source\u00a0: ") for texte in pages) == len(INDICATEURS)
    assert not any("metier.md" in texte for texte in pages), "a file of ours means nothing to who reads the figure"
    assert f'href="{adresse()}?du=2026-01-01&amp;au=2026-12-31"' in pages[0]


def test_a_reference_is_shown_beside_its_figure_with_the_text_that_gives_it(client_de, cip, entree):
    client = client_de(cip)
    assert "repère\u00a0: 60\u00a0%" in client.get(PAGE, ANNEE).content.decode()
    texte = client.get(adresse("taux_dynamiques", "b"), ANNEE).content.decode()
    assert "Repère\u00a0: <strong>60\u00a0%</strong>" in texte


def test_without_dates_the_page_shows_this_year_so_far(client_de, cip, entree):
    response = client_de(cip).get(PAGE)
    assert (response.context["form"].perimetre.du, response.context["form"].perimetre.au) == (
        date(2026, 1, 1),
        date(2026, 11, 17),
    )


@cellules(
    ("demande", "champ", "message"),
    [
        ({"du": "2026-02-30", "au": "2026-12-31"}, "du", "Cette date n’existe pas. Exemple\u00a0: 31/12/2026."),
        ({"du": "2026-12-31", "au": "2026-01-01"}, "au", "La période ne peut pas finir avant d’avoir commencé."),
        ({"du": "0001-01-01", "au": "2026-01-01"}, "du", "Choisissez une date entre le 01/01/1990"),
        ({"du": "2026-01-01", "au": "9999-12-31"}, "au", "Choisissez une date entre le 01/01/1990"),
        (ANNEE | {"dispositif": "9999"}, "dispositif", "Ce dispositif n’est pas de votre structure."),
        (ANNEE | {"dispositif": "x' OR 1"}, "dispositif", "Ce dispositif n’est pas de votre structure."),
    ],
)
def test_a_wrong_period_is_told_beside_its_field(client_de, cip, entree, demande, champ, message):
    response = client_de(cip).get(PAGE, demande)
    assert response.status_code == 422
    assert message in response.context["form"].errors[champ][0]
    assert message in response.content.decode()


def test_dispositifs_narrow_the_figures(client_de, cip, entree):
    autre = ParcoursFactory(dispositif=DispositifFactory(nom="Maraîchage"), date_entree=date(2026, 5, 4))
    response = client_de(cip).get(adresse(), ANNEE | {"dispositif": autre.dispositif_id})
    assert [r.personne for r in response.context["derriere"].page.object_list] == [autre.beneficiaire]
    assert "Maraîchage" in response.content.decode()


def test_a_post_without_its_working_time_opens_that_post_and_nobody_accompanied(client_de, cip, entree):
    poste = PosteEquipeFactory(pk=entree.beneficiaire_id, nom="Odile Marchand", fonction="Encadrante")

    page = client_de(cip).get(adresse("cvg_equipe"), ANNEE | {"part": "exclus-1"})

    assert [(r.personne, r.fait) for r in page.context["derriere"].page] == [(None, str(poste))]
    assert "Nadia Kaci" not in page.content.decode()


def test_a_cohort_narrows_the_figures_and_is_said(client_de, cip, entree):
    client = client_de(cip)
    demande = ANNEE | {"entres_du": "2026-03-02", "entres_au": "2026-03-02"}

    html = client.get(adresse(), demande).content.decode()
    assert "entrées du 02/03/2026 au 02/03/2026" in html
    assert "Nadia Kaci" in html
    apres = client.get(adresse(), ANNEE | {"entres_du": "2026-03-03"})
    assert apres.context["ligne"].chiffre.valeur == 0
    a_l_envers = client.get(PAGE, demande | {"entres_au": "2026-01-01"})
    assert a_l_envers.status_code == 422
    assert "Les entrées ne peuvent pas finir avant de commencer." in a_l_envers.content.decode()


def test_a_sensitive_public_is_chosen_by_who_follows_people_only(client_de, administratif, cip, entree):
    demande = ANNEE | {"public": "rqth"}

    assert client_de(cip).get(PAGE, demande).status_code == 200
    reponse = client_de(administratif).get(PAGE, demande)
    assert reponse.status_code == 422
    html = reponse.content.decode()
    assert "réservé aux collègues qui accompagnent" in html
    assert ('value="rqth"' in html, 'value="rsa"' in html) == (False, True)


def test_a_figure_opens_on_its_people_their_date_and_their_dispositif(client_de, cip, entree):
    texte = client_de(cip).get(adresse(), ANNEE).content.decode()
    assert "Nadia Kaci" in texte
    assert "02/03/2026" in texte
    assert f"{entree.dispositif}, en cours" in texte
    assert INDICATEURS["entrees"].definition in texte


def test_a_sum_opens_on_what_each_person_counts_for(client_de, cip, entree):
    HeuresMoisFactory(parcours=entree, mois=date(2026, 3, 1), heures=Decimal("101.5"))
    HeuresMoisFactory(parcours=entree, mois=date(2026, 4, 1), heures=Decimal("51"))

    for ligne in ("heures", "realises"):
        texte = client_de(cip).get(adresse("etp", ligne), ANNEE).content.decode()
        assert ("Compte pour" in texte, "152,5\xa0h</td>" in texte) == (True, True)
    assert "Compte pour" not in client_de(cip).get(adresse(), ANNEE).content.decode(), "each counts for one"


def test_a_rate_opens_on_who_is_counted_who_is_not_and_who_was_left_out(client_de, cip, entree, referentiels):
    motifs = {code: MotifSortie.objects.get(code=code) for code in ("3", "7", "17")}
    sorties = {}
    for code, motif in motifs.items():
        sorties[code] = ParcoursFactory(date_entree=date(2025, 6, 2))
        sorties[code].sortir(motif=motif, le=date(2026, 6, 1), par=cip)
    client = client_de(cip)

    def derriere(part):
        page = client.get(adresse("taux_dynamiques", "b"), ANNEE | {"part": part}).context["derriere"].page
        return {r.personne for r in page.object_list}

    assert derriere("derriere") == {sorties["3"].beneficiaire}
    assert derriere("base") == {sorties["3"].beneficiaire, sorties["7"].beneficiaire}
    assert derriere("autres") == {sorties["7"].beneficiaire}
    assert derriere("exclus-1") == {sorties["17"].beneficiaire}


def _vers_un_lot(page):
    return re.search(rf'href="{reverse("parcours:lot_create")}\?parmi=([\d,]+)"', page.content.decode())


def test_from_a_figure_one_has_a_document_made_for_each_of_its_people(client_de, cip, entree):
    ParcoursFactory(beneficiaire=entree.beneficiaire, date_entree=date(2026, 9, 1))  # came twice, named once
    autre = ParcoursFactory(date_entree=date(2026, 5, 4), date_sortie=date(2026, 6, 1))
    ailleurs = BeneficiaireFactory()
    client = client_de(cip)

    vers = _vers_un_lot(client.get(adresse(), ANNEE))

    assert set(vers[1].split(",")) == {str(entree.beneficiaire_id), str(autre.beneficiaire_id)}
    choisies = client.get(reverse("parcours:lot_create"), {"parmi": vers[1]}).context["choisies"]
    assert set(choisies.personnes) == {entree.beneficiaire_id, autre.beneficiaire_id}
    assert (choisies.non_visibles, ailleurs.pk in choisies.personnes) == (0, False)


def test_names_that_a_figure_keeps_to_itself_are_not_in_its_link(client_de, administratif, entree):
    EvaluationFactory(
        diagnostic=DiagnosticFactory(parcours=entree, date=date(2026, 3, 20)), domaine="sante", niveau=1
    )
    client = client_de(administratif)

    assert _vers_un_lot(client.get(adresse(), ANNEE))
    assert not _vers_un_lot(client.get(adresse("freins_entree", "sante"), ANNEE))


def test_too_many_people_for_an_address_are_not_offered_documents(client_de, cip, entree, monkeypatch):
    monkeypatch.setattr("pilotage.views.chiffres.NOMMEES", 1)
    client = client_de(cip)
    assert _vers_un_lot(client.get(adresse(), ANNEE))

    ParcoursFactory(date_entree=date(2026, 5, 4))
    assert not _vers_un_lot(client.get(adresse(), ANNEE))


def test_facts_about_nobody_are_offered_no_document(client_de, cip, structure):
    SeanceFactory(debut=datetime(2026, 3, 3, 9, tzinfo=PARIS))
    page = client_de(cip).get(adresse("ateliers", "seances"), ANNEE)
    assert page.context["derriere"].total == 1
    assert not _vers_un_lot(page)


@cellules(
    ("code", "ligne", "part"),
    [("inconnu", "total", ""), ("entrees", "inconnue", ""), ("entrees", "total", "base"), ("entrees", "total", "xx")],
)
def test_what_is_no_figure_is_not_found(client_de, cip, entree, code, ligne, part):
    demande = ANNEE | ({"part": part} if part else {})
    assert client_de(cip).get(adresse(code, ligne), demande).status_code == 404


def test_a_figure_asked_over_a_wrong_period_goes_back_to_the_period(client_de, cip, entree):
    response = client_de(cip).get(adresse(), {"du": "hier"})
    assert response.url == f"{PAGE}?du=hier"


def test_the_office_sees_the_figures_and_the_number_behind_a_frein_without_a_name(
    client_de, cip, administratif, entree
):
    diagnostic = DiagnosticFactory(parcours=entree, date=date(2026, 3, 20))
    EvaluationFactory(diagnostic=diagnostic, domaine="sante", niveau=1)
    frein = adresse("freins_entree", "sante")
    office = client_de(administratif).get(frein, ANNEE).content.decode()
    assert "Nadia Kaci" not in office
    assert "1 ligne derrière ce chiffre" in office
    assert "réservés aux collègues qui accompagnent" in office
    assert "Nadia Kaci" in client_de(cip).get(frein, ANNEE).content.decode()
    assert "Nadia Kaci" in client_de(administratif).get(adresse(), ANNEE).content.decode()


@cellules("qui", ["encadrant", "lecteur", "benevole"])
def test_roles_without_reports_see_no_figure(client_de, request, entree, qui):
    client = client_de(request.getfixturevalue(qui))
    assert client.get(PAGE).status_code == 403
    assert client.get(adresse(), ANNEE).status_code == 403


def test_another_structure_counts_its_own_people_only(client_de, etranger, entree):
    response = client_de(etranger).get(adresse(), ANNEE)
    assert response.context["ligne"].chiffre.valeur == 0
    assert "Nadia Kaci" not in response.content.decode()


@cellules("type_structure", [TypeStructure.ACI, TypeStructure.CHRS, TypeStructure.PLIE])
def test_the_page_stands_for_a_structure_without_anybody(client_de, cip, structure, type_structure):
    structure.type = type_structure
    structure.save()
    assert client_de(cip).get(PAGE, ANNEE).status_code == 200


def test_queries_are_the_same_for_3_people_and_12_and_40_at_most(client_de, cip, structure, requetes):
    client, nombres = client_de(cip), []
    for arrives in (3, 9):
        for _ in range(arrives):
            parcours = ParcoursFactory(date_entree=date(2026, 3, 2))
            EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours, date=date(2026, 3, 9)))
        with requetes() as faites:
            client.get(PAGE, ANNEE)
        nombres.append(len([sql for sql in faites if "set_config" not in sql]))
    assert nombres[0] == nombres[1] <= 40
