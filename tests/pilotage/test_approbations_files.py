"""Plans and requests of aid put before the supervisor: who sees them, what an answer does, what it never blocks."""

from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Domaine, Role, TypeStructure
from insertion.isolation.contexte import contexte
from insertion.models import Structure
from parcours.enums import DecisionPlan, EtatAide, EtatObjectif
from parcours.fil import evenements
from parcours.models import ValidationPlan
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import ActionFactory, AideFactory, EtapeAideFactory, ObjectifFactory, ParcoursFactory
from tests.usines.parcours import PARIS, ValidationPlanFactory

PLANS, AIDES = reverse("pilotage:approbation_plan_list"), reverse("pilotage:approbation_aide_list")
LE = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def parcours(structure):
    suivi = ParcoursFactory(beneficiaire__prenom="Nadia", beneficiaire__nom="Kaci")
    ObjectifFactory(parcours=suivi, intitule="Passer le code")
    return suivi


@pytest.fixture
def plan(parcours, cip):
    return ValidationPlanFactory(parcours=parcours, demandee_par=cip, mot="Le permis d’abord.")


@pytest.fixture
def aide(parcours, cip):
    return aide_qui_attend(parcours, auteur=cip)


def aide_qui_attend(parcours, **champs):
    aide = AideFactory(parcours=parcours, objet="les heures de conduite", montant_demande=Decimal(720), **champs)
    EtapeAideFactory(aide=aide, etat=EtatAide.ACCORD, pieces="Devis", date=date(2026, 11, 10))
    return aide


def attendent(client, liste):
    return [ligne.objet for ligne in client.get(liste).context["lignes"]]


def repondre(client, objet, geste="", **champs):
    """Answer from the queue as it is shown now; `geste`: "", "_renvoi" or "_reprise"."""
    liste, nom = (PLANS, "plan") if isinstance(objet, ValidationPlan) else (AIDES, "aide")
    vues = {ligne.objet.pk: ligne.vue for ligne in client.get(liste).context["lignes"]}
    adresse = reverse(f"pilotage:approbation_{nom}{geste}", args=[objet.pk])
    return client.post(adresse, {"vue": vues.get(objet.pk, ""), **champs}, follow=True)


def test_a_colleague_puts_a_plan_forward_and_the_supervisor_reads_what_it_aims_at(client_de, cip, chef, parcours):
    ObjectifFactory(parcours=parcours, intitule="Voir un addictologue", domaine=Domaine.ADDICTION)
    adresse = reverse("parcours:validation_plan_create", args=[parcours.pk])
    assert "Demander la validation</button>" in client_de(cip).get(adresse).content.decode()
    client_de(cip).post(adresse, {"mot": "À voir."})

    (demande,) = attendent(client_de(chef), PLANS)
    page = client_de(chef).get(PLANS).content.decode().replace("\xa0", " ")

    assert (demande.parcours, demande.demandee_par, demande.mot) == (parcours, cip, "À voir.")
    for mot in ("Nadia Kaci", "17 novembre", str(cip), "Passer le code", "1 objectif d’un domaine confidentiel"):
        assert mot in page
    assert "addictologue" not in page


@cellules("etat", [None, EtatObjectif.ATTEINT])
def test_a_plan_without_objectif_is_not_put_forward(client_de, cip, structure, etat):
    parcours = ParcoursFactory()
    if etat:
        ObjectifFactory(parcours=parcours, etat=etat)

    reponse = client_de(cip).post(reverse("parcours:validation_plan_create", args=[parcours.pk]), {"mot": "Vu."})

    assert (reponse.status_code, ValidationPlan.objects.count()) == (422, 0)
    assert "ajoutez-en un" in reponse.content.decode()


def test_a_plan_waits_once_and_may_be_taken_back(client_de, cip, plan):
    client, adresse = client_de(cip), reverse("parcours:validation_plan_create", args=[plan.parcours_id])

    assert client.post(adresse, {"mot": ""}).status_code == 422
    client.post(reverse("parcours:validation_plan_retrait", args=[plan.pk]))

    assert not ValidationPlan.objects.exists()


def test_a_plan_is_validated_in_one_click_and_its_page_says_by_whom(client_de, cip, chef, plan):
    client = client_de(chef)

    repondre(client, plan)
    repondre(client, plan)

    plan.refresh_from_db()
    assert (plan.decision, plan.decidee_par, plan.decidee_at.date()) == (DecisionPlan.VALIDE, chef, LE)
    assert attendent(client, PLANS) == []
    page = client_de(cip).get(reverse("parcours:plan_detail", args=[plan.parcours_id])).content.decode()
    assert ("Plan validé" in page, str(chef) in page, "a changé depuis" in page) == (True, True, False)


def test_a_plan_that_changed_since_it_was_read_is_read_again_first(client_de, chef, plan):
    client = client_de(chef)
    vue = client.get(PLANS).context["lignes"][0].vue
    ObjectifFactory(parcours=plan.parcours, intitule="Trouver un logement", domaine=Domaine.LOGEMENT)

    reponse = client.post(reverse("pilotage:approbation_plan", args=[plan.pk]), {"vue": vue}, follow=True)

    plan.refresh_from_db()
    assert plan.decision == ""
    assert "Relisez-le" in reponse.content.decode()
    assert "a changé depuis la demande" in client.get(PLANS).content.decode()


def test_what_is_done_day_after_day_changes_no_validated_plan(client_de, cip, chef, plan):
    repondre(client_de(chef), plan)
    plan.parcours.objectifs.update(etat=EtatObjectif.ATTEINT)
    adresse = reverse("parcours:plan_detail", args=[plan.parcours_id])

    assert "a changé depuis" not in client_de(cip).get(adresse).content.decode()
    plan.parcours.objectifs.update(critere="Le code est obtenu.")
    assert "a changé depuis" in client_de(cip).get(adresse).content.decode()


def test_a_plan_goes_back_with_a_word_that_is_kept_and_waits_again_once_asked(client_de, cip, chef, plan):
    client = client_de(chef)
    page = reverse("parcours:plan_detail", args=[plan.parcours_id])

    refus = repondre(client, plan, "_renvoi", motif="  ")
    long = repondre(client, plan, "_renvoi", motif="Le permis seul ? " * 20)
    repondre(client, plan, "_renvoi", motif="Donnez une date au permis.")

    assert (refus.status_code, long.status_code) == (422, 422)
    assert "Le permis seul" in long.content.decode()
    assert "Donnez une date au permis." in client_de(cip).get(page).content.decode()
    client_de(cip).post(reverse("parcours:validation_plan_create", args=[plan.parcours_id]), {"mot": "C’est fait."})
    assert [demande.mot for demande in attendent(client, PLANS)] == ["C’est fait."]


def test_a_request_of_aid_waits_for_the_supervisor_when_its_author_asks_so(client_de, cip, chef, parcours):
    saisie = {"motif": "energie", "dispositif": "fsl", "objet": "La facture d’électricité", "date": "2026-11-16"}
    saisie |= {"montant_demande": "312,50", "pieces": "Avis d’imposition"}
    adresse = reverse("parcours:aide_create", args=[parcours.pk])

    client_de(cip).post(adresse, saisie | {"avec_accord": "on"})
    client_de(chef).post(adresse, saisie | {"avec_accord": "on"})

    du_chef, attendue = parcours.aides.order_by("-pk")
    assert (attendue.etat_actuel, attendue.pieces_manquantes) == (EtatAide.ACCORD, ["Avis d’imposition"])
    assert du_chef.etat_actuel == EtatAide.INCOMPLETE
    assert attendent(client_de(chef), AIDES) == [attendue]


def test_the_line_says_how_much_for_what_since_when_and_what_was_already_granted(client_de, chef, aide):
    accordee = AideFactory(parcours=aide.parcours, date=date(2026, 6, 1))
    EtapeAideFactory(aide=accordee, accordee=True, date=date(2026, 6, 20))
    ancienne = AideFactory(parcours=aide.parcours, date=date(2025, 6, 1))
    EtapeAideFactory(aide=ancienne, accordee=True, date=date(2025, 6, 20))

    page = client_de(chef).get(AIDES).content.decode().replace("\xa0", " ")

    for mot in ("720,00", "les heures de conduite", "10 novembre", "Devis", "250,00"):
        assert mot in page


def test_an_agreement_lets_the_request_go_and_its_author_is_told(client_de, cip, chef, aide):
    repondre(client_de(chef), aide)
    repondre(client_de(chef), aide)

    page = client_de(cip).get(reverse("parcours:aide_detail", args=[aide.pk])).content.decode()
    etats = list(aide.etapes.values_list("etat", "auteur", "pieces"))
    assert etats == [(EtatAide.A_ENVOYER, chef.pk, "Devis"), (EtatAide.ACCORD, None, "Devis")]
    assert ("Accord donné" in page, str(chef) in page) == (True, True)
    suite = client_de(cip).get(reverse("parcours:etape_aide_create", args=[aide.pk])).context["form"]
    assert suite["etat"].value() == EtatAide.INCOMPLETE


@cellules(("etat", "permises"), [(EtatAide.ACCORD, 2), (EtatAide.A_REVOIR, 2), (EtatAide.A_ENVOYER, 7)])
def test_a_request_not_agreed_to_is_given_up_but_never_sent(client_de, cip, parcours, etat, permises):
    aide = AideFactory(parcours=parcours)
    etape = EtapeAideFactory(aide=aide, etat=etat, commentaire="À revoir.")
    client, adresse = client_de(cip), reverse("parcours:etape_aide_create", args=[aide.pk])

    assert len(client.get(adresse).context["form"].fields["etat"].choices) == permises
    client.post(adresse, {"etat": EtatAide.ACCORD, "date": "2026-11-17"})
    assert aide.etapes.count() == 1
    assert client.get(reverse("parcours:etape_aide_update", args=[etape.pk])).status_code == 404
    client.post(adresse, {"etat": EtatAide.ANNULEE, "date": "2026-11-17"})
    assert aide.etapes.first().etat == EtatAide.ANNULEE


def test_a_request_goes_back_and_forth_and_an_amount_changed_after_the_agreement_is_asked_again(
    client_de, cip, chef, aide
):
    client = client_de(chef)
    repondre(client, aide, "_renvoi", motif="Demandez d’abord au CCAS.")
    fiche = client_de(cip).get(reverse("parcours:aide_detail", args=[aide.pk])).content.decode()
    client_de(cip).post(reverse("parcours:aide_accord", args=[aide.pk]))
    repondre(client, aide)
    aide.refresh_from_db()
    saisie = {"motif": "energie", "dispositif": "fsl", "objet": aide.objet, "date": "2026-11-02"}
    saisie |= {"montant_demande": "900", "version": aide.version}
    client_de(cip).post(reverse("parcours:aide_update", args=[aide.pk]), saisie)

    assert "Demandez d’abord au CCAS." in fiche
    etats = [EtatAide.ACCORD, EtatAide.A_ENVOYER, EtatAide.ACCORD, EtatAide.A_REVOIR, EtatAide.ACCORD]
    assert list(aide.etapes.values_list("etat", flat=True)) == etats
    assert [a.montant_demande for a in attendent(client, AIDES)] == [900]


def test_an_amount_changed_since_it_was_read_is_read_again_first(client_de, chef, aide):
    client = client_de(chef)
    vue = client.get(AIDES).context["lignes"][0].vue
    type(aide).objects.filter(pk=aide.pk).update(montant_demande=2000, version=1)

    client.post(reverse("pilotage:approbation_aide", args=[aide.pk]), {"vue": vue})

    assert attendent(client, AIDES) == [aide]


@pytest.mark.parametrize("geste", ["", "_renvoi"])
def test_an_answer_can_be_taken_back_until_something_followed(client_de, cip, chef, plan, aide, geste):
    client = client_de(chef)
    for objet in (plan, aide):
        repondre(client, objet, geste, motif="À revoir.")
        repondre(client, objet, "_reprise")
    assert attendent(client, PLANS) + attendent(client, AIDES) == [plan, aide]

    for objet in (plan, aide):
        repondre(client, objet, geste, motif="À revoir.")
    ValidationPlanFactory(
        parcours=plan.parcours, demandee_par=cip, demandee_at=datetime(2026, 11, 17, 12, tzinfo=PARIS)
    )
    EtapeAideFactory(aide=aide, etat=EtatAide.ANNULEE, date=LE)
    for objet in (plan, aide):
        assert "reste" in repondre(client, objet, "_reprise").content.decode()


def test_the_oldest_first_and_nobody_whose_parcours_ended(client_de, chef, cip, structure):
    recente, ancienne, partie = (
        ValidationPlanFactory(
            parcours=ParcoursFactory(date_sortie=sortie),
            demandee_par=cip,
            demandee_at=datetime(2026, 11, jour, 9, tzinfo=PARIS),
        )
        for jour, sortie in ((12, None), (3, None), (2, date(2026, 11, 10)))
    )

    assert attendent(client_de(chef), PLANS) == [ancienne, recente]


def test_the_thread_tells_what_was_asked_and_answered(client_de, chef, plan, aide):
    repondre(client_de(chef), plan)
    repondre(client_de(chef), aide)

    titres = [e.titre for e in evenements(plan.parcours.beneficiaire)]

    assert titres.count("Plan validé") == 1
    assert "Aide financière : accord donné, à envoyer" in [titre.replace("\u00a0", " ") for titre in titres]


def test_where_no_contract_is_signed_the_first_queue_is_that_of_the_plans(client_de, chef, structure):
    Structure.objects.filter(pk=structure.pk).update(type=TypeStructure.CHRS)
    client = client_de(chef)

    assert client.get(reverse("pilotage:approbation_list")).url == PLANS
    assert [file.code for file, _, _ in client.get(PLANS).context["files"]] == ["plans", "aides"]


@cellules("role", [Role.CHARGE_INSERTION, Role.ADMINISTRATIF, Role.ENCADRANT, Role.LECTURE, Role.BENEVOLE])
def test_only_who_answers_for_the_team_approves_and_nobody_else_reads_what_waits(
    client_de, structure, plan, aide, role
):
    qui = membre(structure, role)
    client = client_de(qui)

    for nom, objet in (("plan", plan), ("aide", aide)):
        assert client.get(reverse(f"pilotage:approbation_{nom}_list")).status_code == 403
        for geste in ("", "_renvoi", "_reprise"):
            adresse = reverse(f"pilotage:approbation_{nom}{geste}", args=[objet.pk])
            assert client.post(adresse, {"motif": "Non."}).status_code == 403
    with contexte(structure.pk, utilisateur_id=qui.pk, role=role):
        assert ValidationPlan.objects.exists() is (role == Role.CHARGE_INSERTION)


def test_a_stranger_finds_nothing(client_de, autre_structure, plan, aide):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))

    assert attendent(client, PLANS) + attendent(client, AIDES) == []
    for nom, objet in (("plan", plan), ("aide", aide)):
        for geste in ("", "_renvoi", "_reprise"):
            adresse = reverse(f"pilotage:approbation_{nom}{geste}", args=[objet.pk])
            assert client.post(adresse, {"motif": "Non."}).status_code == 404


@cellules("liste", [PLANS, AIDES])
def test_queries_do_not_depend_on_what_waits(client_de, chef, cip, structure, requetes, liste):
    client = client_de(chef)

    def une_de_plus():
        parcours = ParcoursFactory()
        ObjectifFactory(parcours=parcours)
        ValidationPlanFactory(parcours=parcours, demandee_par=cip)
        aide_qui_attend(parcours)

    une_de_plus()
    client.get(liste)
    with requetes() as un:
        client.get(liste)
    for _ in range(4):
        une_de_plus()
    with requetes() as cinq:
        client.get(liste)

    assert len(cinq) == len(un)


def test_the_actions_of_a_plan_are_read_before_it_is_validated(client_de, chef, plan):
    soin = ObjectifFactory(parcours=plan.parcours, intitule="Voir un addictologue", domaine=Domaine.ADDICTION)
    ActionFactory(parcours=plan.parcours, intitule="S’inscrire au code")
    ActionFactory(parcours=plan.parcours, objectif=soin, intitule="Appeler le CSAPA")

    page = client_de(chef).get(PLANS).content.decode().replace("\xa0", " ")

    assert ("inscrire au code" in page, "CSAPA" in page) == (True, False)
    assert "1 action d’un domaine confidentiel" in page


def test_a_plan_whose_every_objectif_is_confidential_is_read_first_and_validated_there(client_de, chef, plan):
    plan.parcours.objectifs.update(domaine=Domaine.ADDICTION)
    client, page = client_de(chef), reverse("parcours:plan_detail", args=[plan.parcours_id])

    (ligne,) = client.get(PLANS).context["lignes"]
    liste = client.get(PLANS).content.decode()
    assert (ligne.a_lire, "Valider le plan" in liste) == (f"{page}#validation", False)

    assert "Valider le plan" in client.get(page).content.decode()
    client.post(reverse("pilotage:approbation_plan", args=[plan.pk]), {"vue": ligne.vue})
    plan.refresh_from_db()
    assert plan.decision == DecisionPlan.VALIDE
