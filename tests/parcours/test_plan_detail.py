from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Domaine
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.enums import Acteur, EtatAction, EtatObjectif
from parcours.models import Action, Objectif
from parcours.tableau import colonnes, engagements
from tests.cellules import cellules
from tests.usines import ActionFactory, ObjectifFactory, ParcoursFactory


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def url(parcours):
    return reverse("parcours:plan_detail", args=[parcours.pk])


@pytest.fixture
def code(parcours):
    return ObjectifFactory(parcours=parcours, intitule="Passer le code", domaine=Domaine.MOBILITE)


def test_columns_are_objectifs_then_what_serves_none(parcours, code):
    atteint = ObjectifFactory(parcours=parcours, intitule="Ouvrir un compte", etat=EtatObjectif.ATTEINT)
    faite = ActionFactory(parcours=parcours, objectif=code, faite=True)
    tard = ActionFactory(parcours=parcours, objectif=code, echeance=date(2026, 12, 5))
    tot = ActionFactory(parcours=parcours, objectif=code, echeance=date(2026, 11, 5))
    seule = ActionFactory(parcours=parcours)

    rangees = colonnes(parcours)

    assert [c.objectif for c in rangees] == [code, atteint, None]
    assert [c.actions for c in rangees] == [(tot, tard, faite), (), (seule,)]
    assert [(c.faites, c.prevues) for c in rangees] == [(1, 3), (0, 0), (0, 1)]


def test_abandoned_action_does_not_count_as_planned(parcours, code):
    ActionFactory(parcours=parcours, objectif=code, etat=EtatAction.ABANDONNE, date_fin=date(2026, 11, 3))

    assert (colonnes(parcours)[0].faites, colonnes(parcours)[0].prevues) == (0, 0)


@time_machine.travel("2026-11-22 10:00+01:00")
def test_late_action_says_so_in_words(client_de, cip, parcours, url):
    ActionFactory(parcours=parcours, intitule="Appeler la CAF", echeance=date(2026, 11, 20))
    ActionFactory(parcours=parcours, intitule="Appeler le GRETA", echeance=date(2026, 11, 22))
    ActionFactory(parcours=parcours, intitule="Refaire le CV", faite=True, echeance=date(2026, 11, 2))

    html = client_de(cip).get(url).content.decode()

    assert html.count("en retard, pour le") == 1
    assert "en retard, pour le 20 nov." in html


def test_colleague_reads_the_plan_and_leaves_a_trace(client_de, collegue, parcours, code, url):
    html = client_de(collegue).get(url).content.decode()

    assert "Passer le code" in html
    assert Lecture.objects.get().beneficiaire_id == parcours.beneficiaire_id


def test_stranger_finds_no_such_plan(client_de, etranger, url):
    assert client_de(etranger).get(url).status_code == 404


def test_volunteer_reads_no_plan(client_de, benevole, url):
    assert client_de(benevole).get(url).status_code == 403


@cellules("role", ["encadrant", "lecteur"])
def test_sensitive_objectif_and_its_actions_stay_out_of_the_workshop(request, client_de, parcours, code, url, role):
    soins = ObjectifFactory(parcours=parcours, intitule="Reprendre les soins", domaine=Domaine.SANTE)
    ActionFactory(parcours=parcours, objectif=soins, intitule="Rappeler le médecin")
    ActionFactory(parcours=parcours, objectif=code, intitule="S’inscrire à l’auto-école")

    html = client_de(request.getfixturevalue(role)).get(url).content.decode()

    assert "S’inscrire à l’auto-école" in html
    assert "Reprendre les soins" not in html
    assert "Rappeler le médecin" not in html
    assert "Ajouter" not in html


def test_action_follows_its_objectif_into_a_sensitive_domain(structure, encadrant, parcours, code):
    action = ActionFactory(parcours=parcours, objectif=code, domaine=Domaine.BUDGET)
    lue = action.domaine

    code.domaine = Domaine.JUSTICE
    code.save()

    action.refresh_from_db()
    assert (lue, action.domaine) == (Domaine.MOBILITE, Domaine.JUSTICE)
    with contexte(structure.pk, utilisateur_id=encadrant.pk, role=encadrant.appartenance.role):
        assert (Objectif.objects.count(), Action.objects.count()) == (0, 0)


@cellules("nombre", [1, 3])
def test_board_costs_the_same_for_one_objectif_or_three(client_de, cip, parcours, url, requetes, nombre):
    for _ in range(nombre):
        objectif = ObjectifFactory(parcours=parcours)
        for _ in range(nombre):
            ActionFactory(parcours=parcours, objectif=objectif)
    client = client_de(cip)

    with requetes() as faites:
        client.get(url)

    assert len(faites) == 14


def test_paper_handed_over_says_who_does_what(client_de, cip, parcours, code):
    ActionFactory(parcours=parcours, objectif=code, intitule="Réviser chaque soir")
    ActionFactory(parcours=parcours, intitule="Remplir le dossier", acteur=Acteur.ENSEMBLE)
    ActionFactory(parcours=parcours, intitule="Acheter le livre", faite=True)

    html = client_de(cip).get(reverse("parcours:plan_remis", args=[parcours.pk])).content.decode()

    assert "Ce que vous faites" in html
    assert "Remplir le dossier, avant le 24\u00a0novembre\u00a02026." in html
    assert "Acheter le livre" not in html
    assert html.count("ignature") == 2 + html.count('class="signatures"')


def test_paper_handed_over_holds_nothing_sensitive(parcours):
    for domaine in (Domaine.SANTE, Domaine.JUSTICE, Domaine.LOGEMENT, ""):
        objectif = ObjectifFactory(parcours=parcours, domaine=domaine, intitule=f"Objectif {domaine}")
        ActionFactory(parcours=parcours, objectif=objectif, intitule=f"Action {domaine}")

    plan = engagements(parcours)

    assert [o.domaine for o in plan.objectifs] == [Domaine.LOGEMENT, ""]
    assert [a.domaine for _, actions in plan.actions for a in actions] == [Domaine.LOGEMENT, ""]


def test_paper_is_closed_to_strangers_and_volunteers(client_de, etranger, benevole, parcours):
    url = reverse("parcours:plan_remis", args=[parcours.pk])

    assert [client_de(qui).get(url).status_code for qui in (etranger, benevole)] == [404, 403]
