"""« Approbations »: the renewals that wait for a decision; approve once, return with a word."""

import json
from datetime import date, datetime

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.enums import AvisRenouvellement, StatutCandidature
from parcours.fil import evenements
from parcours.models import Renouvellement
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    CandidatureFactory,
    ContratFactory,
    ParcoursFactory,
    ReferentFactory,
    RenouvellementFactory,
)
from tests.usines.parcours import PARIS

LISTE = reverse("pilotage:approbation_list")
LE = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


def contrat_qui_finit(**personne):
    parcours = ParcoursFactory(
        date_entree=date(2026, 3, 2), **{f"beneficiaire__{champ}": valeur for champ, valeur in personne.items()}
    )
    return ContratFactory(parcours=parcours, date_debut=date(2026, 3, 2), date_fin=date(2026, 12, 10))


def dossier_pret(**champs):
    """A dossier on which the team has advised, the person told."""
    champs = {"avis": "favorable", "annonce_le": date(2026, 11, 16)} | champs
    return RenouvellementFactory(contrat=champs.pop("contrat", None) or contrat_qui_finit(), **champs)


@pytest.fixture
def dossier(structure):
    return dossier_pret(contrat=contrat_qui_finit(prenom="Nadia", nom="Kaci"), duree_proposee_mois=6)


def adresse(nom, dossier):
    return reverse(f"pilotage:{nom}", args=[dossier.pk])


def approuver(client, dossier, **champs):
    return client.post(adresse("approbation", dossier), {"vue": dossier.version} | champs)


def renvoyer(client, dossier, motif, **options):
    return client.post(adresse("approbation_renvoi", dossier), {"vue": dossier.version, "motif": motif}, **options)


def attendent(client):
    return [ligne.objet for ligne in client.get(LISTE).context["lignes"]]


def test_a_dossier_waits_once_the_team_has_advised(client_de, chef, dossier):
    RenouvellementFactory(contrat=contrat_qui_finit(), avis="")
    dossier_pret(decision="renouvele", decision_le=LE)
    suivi = dossier_pret()
    ContratFactory(parcours=suivi.contrat.parcours, date_debut=date(2026, 12, 11), date_fin=date(2027, 6, 10))
    dossier_pret(
        contrat=ContratFactory(
            date_debut=date(2026, 3, 2), date_fin=date(2026, 12, 10), fin_anticipee_le=date(2026, 10, 1)
        )
    )

    assert attendent(client_de(chef)) == [dossier]


def test_the_line_says_who_until_when_and_what_the_team_thinks(client_de, chef, cip, dossier):
    ReferentFactory(beneficiaire=dossier.contrat.parcours.beneficiaire, utilisateur=cip)

    page = client_de(chef).get(LISTE).content.decode()

    for mot in ("Nadia Kaci", "10 décembre 2026", "Avis favorable", "6 mois proposés", str(cip)):
        assert mot in page


@cellules(
    ("avis", "decision"),
    [
        (AvisRenouvellement.FAVORABLE, "renouvele"),
        (AvisRenouvellement.RESERVES, "renouvele"),
        (AvisRenouvellement.DEFAVORABLE, "non_renouvele"),
    ],
)
def test_one_click_decides_as_the_team_advises(client_de, chef, structure, avis, decision):
    dossier = dossier_pret(avis=avis)
    client = client_de(chef)

    reponse = approuver(client, dossier)

    dossier.refresh_from_db()
    assert (reponse.status_code, dossier.decision, dossier.decision_le) == (302, decision, LE)
    assert attendent(client) == []


def test_two_clicks_decide_once(client_de, chef, structure, dossier):
    client = client_de(chef)

    approuver(client, dossier)
    approuver(client, dossier)

    dossier.refresh_from_db()
    assert (dossier.decision, dossier.version) == ("renouvele", 1)
    with contexte(structure.pk, origine="essai"):
        evenements = Renouvellement.events.rel.related_model.objects.filter(pgh_obj_id=dossier.pk, pgh_label="update")
        assert evenements.count() == 1
        assert evenements.get().pgh_context["utilisateur"] == chef.pk


def test_a_dossier_changed_since_it_was_read_is_read_again_first(client_de, chef, dossier):
    Renouvellement.objects.filter(pk=dossier.pk).update(avis="defavorable", version=1)

    reponse = client_de(chef).post(adresse("approbation", dossier), {"vue": 0}, follow=True)

    dossier.refresh_from_db()
    assert dossier.decision == ""
    assert "Relisez-le" in reponse.content.decode()


@cellules("annonce_le", [None, date(2026, 11, 18)])
def test_nobody_learns_a_decision_that_they_were_not_told_of(client_de, chef, structure, annonce_le):
    dossier = dossier_pret(annonce_le=annonce_le)
    client = client_de(chef)

    assert "À dire d’abord à la personne" in client.get(LISTE).content.decode()
    approuver(client, dossier)

    dossier.refresh_from_db()
    assert dossier.decision == ""


def test_a_dossier_goes_back_with_a_word_and_waits_again_once_gone_over(client_de, chef, cip, dossier):
    client = client_de(chef)

    renvoyer(client, dossier, "Précisez le projet de formation.")

    page = client.get(LISTE)
    assert page.context["lignes"] == []
    assert [c.renvoi for c in page.context["a_preparer"]] == ["Précisez le projet de formation."]
    modification = reverse("parcours:renouvellement_update", args=[dossier.pk])
    equipe = client_de(cip)
    assert "Précisez le projet de formation." in equipe.get(modification).content.decode()
    equipe.post(modification, {"date": "2026-11-17", "avis": "favorable", "annonce_le": "2026-11-16", "version": 1})
    assert attendent(client) == [dossier]


def test_a_return_says_why(client_de, chef, dossier):
    client = client_de(chef)

    reponse = renvoyer(client, dossier, "  ")
    sur_place = renvoyer(client, dossier, "", headers={"HX-Request": "true"})

    assert (reponse.status_code, sur_place.status_code) == (422, 422)
    assert sur_place.headers["HX-Retarget"] == "#renvoi"
    assert attendent(client) == [dossier]


def test_what_was_decided_or_returned_can_be_taken_back(client_de, chef, dossier):
    client = client_de(chef)
    approuver(client, dossier)
    client.post(adresse("approbation_reprise", dossier))
    dossier.refresh_from_db()
    renvoyer(client, dossier, "À revoir.")
    client.post(adresse("approbation_reprise", dossier))

    assert attendent(client) == [dossier]


def test_a_decision_that_a_contract_followed_stays(client_de, chef, dossier):
    client = client_de(chef)
    approuver(client, dossier)
    ContratFactory(parcours=dossier.contrat.parcours, date_debut=date(2026, 12, 11), date_fin=date(2027, 6, 10))

    client.post(adresse("approbation_reprise", dossier))

    dossier.refresh_from_db()
    assert dossier.decision == "renouvele"


def test_contracts_that_end_without_a_dossier_and_applications_are_told(client_de, chef, structure):
    contrat = contrat_qui_finit()
    lointain = contrat_qui_finit()
    type(lointain).objects.filter(pk=lointain.pk).update(date_fin=date(2027, 6, 10))
    CandidatureFactory(statut=StatutCandidature.NOUVELLE)

    page = client_de(chef).get(LISTE)

    assert (list(page.context["a_preparer"]), page.context["candidatures"]) == ([contrat], 1)


@cellules("role", [Role.CHARGE_INSERTION, Role.ADMINISTRATIF, Role.ENCADRANT, Role.LECTURE])
def test_only_who_answers_for_the_team_decides(client_de, structure, dossier, role):
    client = client_de(membre(structure, role))

    assert client.get(LISTE).status_code == 403
    assert approuver(client, dossier).status_code == 403
    assert renvoyer(client, dossier, "Non.").status_code == 403
    assert client.post(adresse("approbation_reprise", dossier)).status_code == 403


def test_a_stranger_finds_nothing(client_de, autre_structure, dossier):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))

    assert attendent(client) == []
    assert approuver(client, dossier).status_code == 404
    assert renvoyer(client, dossier, "Non.").status_code == 404
    assert client.post(adresse("approbation_reprise", dossier)).status_code == 404


def test_queries_do_not_depend_on_the_dossiers(client_de, chef, structure, requetes):
    client = client_de(chef)
    dossier_pret(), contrat_qui_finit()
    client.get(LISTE)
    with requetes() as un:
        client.get(LISTE)
    for _ in range(6):
        dossier_pret(), contrat_qui_finit()
    with requetes() as sept:
        client.get(LISTE)

    assert len(sept) == len(un)


HTMX = {"headers": {"HX-Request": "true"}}


def test_a_renewal_granted_stays_in_sight_until_its_contract_is_written(client_de, chef, cip, dossier):
    parcours = dossier.contrat.parcours
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    client = client_de(chef)

    reponse = client.post(adresse("approbation", dossier), {"vue": dossier.version}, follow=True)

    page = reponse.content.decode().replace("\xa0", " ")
    assert "Nadia Kaci : renouvellement accordé, contrat à établir" in page
    assert list(reponse.context["a_etablir"]) == [dossier]
    contrats = client_de(cip).get(reverse("parcours:contrat_list", args=[parcours.pk])).content.decode()
    assert ("Contrat à établir" in contrats, "Date passée" in contrats, str(chef) in contrats) == (True, False, True)
    ContratFactory(parcours=parcours, date_debut=date(2026, 12, 11), date_fin=date(2027, 6, 10))
    assert list(client.get(LISTE).context["a_etablir"]) == []


def test_the_thread_names_who_decided_not_who_wrote_the_dossier(client_de, chef, cip, structure):
    dossier = dossier_pret(auteur=cip)
    approuver(client_de(chef), dossier)

    with contexte(structure.pk, origine="essai"):
        fil = evenements(dossier.contrat.parcours.beneficiaire)

    (fait,) = [e for e in fil if e.genre == "renouvellement"]
    assert (fait.titre, fait.auteur) == ("Renouvellement accordé", str(chef))


def test_a_decision_written_in_the_dossier_is_of_who_wrote_it_and_goes_with_it(client_de, cip, dossier):
    modification = reverse("parcours:renouvellement_update", args=[dossier.pk])
    saisie = {"date": "2026-11-17", "avis": "favorable", "annonce_le": "2026-11-16", "version": 0}
    client_de(cip).post(modification, saisie | {"decision": "renouvele", "decision_le": "2026-11-17"})
    dossier.refresh_from_db()
    decideur = dossier.decide_par
    client_de(cip).post(modification, saisie | {"version": 1})
    dossier.refresh_from_db()

    assert (decideur, dossier.decide_par) == (cip, None)


def test_the_line_approved_stays_in_its_place_with_its_undo_and_the_counts_follow(client_de, chef, structure):
    premier, second = dossier_pret(), dossier_pret()
    client = client_de(chef)

    reponse = client.post(adresse("approbation", premier), {"vue": premier.version}, **HTMX)

    page = reponse.content.decode()
    assert ("Approuvé" in page, adresse("approbation_reprise", premier) in page) == (True, True)
    assert adresse("approbation", second) not in page
    assert ("1 en attente" in page, "autofocus" in page) == (True, True)
    assert '<span class="tn">1</span><span class="visually-hidden"> à décider' in page, "beside « Approbations » too"
    assert '<b id="a-decider-rail" hx-swap-oob="true">1<' in page, "and in the rail"
    assert (
        str(premier.contrat.parcours.beneficiaire) in json.loads(reponse.headers["HX-Trigger"])["annulable"]["phrase"]
    )
    rendu = client.post(adresse("approbation_reprise", premier), **HTMX).content.decode()
    assert ("2 en attente" in rendu, "Approuver : renouveler" in rendu.replace("\xa0", " ")) == (True, True)


def test_a_line_decided_by_somebody_else_meanwhile_is_read_again(client_de, chef, dossier):
    Renouvellement.objects.filter(pk=dossier.pk).update(version=4)

    reponse = client_de(chef).post(adresse("approbation", dossier), {"vue": 0}, **HTMX)

    assert reponse.headers["HX-Redirect"] == LISTE


def test_a_contract_that_ends_tomorrow_says_so(client_de, chef, structure):
    parcours = ParcoursFactory(date_entree=date(2026, 3, 2))
    dossier_pret(contrat=ContratFactory(parcours=parcours, date_debut=date(2026, 3, 2), date_fin=date(2026, 11, 18)))

    assert "finit demain" in client_de(chef).get(LISTE).content.decode()
