"""Before entry: who was sent by whom (metier.md §1 rows 2, 56, 63)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.enums import Role, TypeStructure
from insertion.isolation.contexte import contexte
from parcours.enums import StatutCandidature
from parcours.models import Candidature, CritereRetenu, EntretienAdmission
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    BeneficiaireFactory,
    CandidatureFactory,
    CritereRetenuFactory,
    DispositifFactory,
    EntretienAdmissionFactory,
)

LISTE = reverse("parcours:candidature_list")
NOUVELLE = reverse("parcours:candidat_create")


@pytest.fixture
def candidature(structure):
    return CandidatureFactory()


@pytest.fixture
def admin(structure):
    return membre(structure, Role.ADMINISTRATIF)


def adresse(nom, candidature):
    return reverse(f"parcours:{nom}", args=[candidature.pk])


def saisie(**champs):
    return {"date": "2026-11-02", "soumission": uuid.uuid4()} | champs


def test_somebody_new_applies_in_one_page(client_de, cip, structure):
    dispositif = DispositifFactory()

    response = client_de(cip).post(
        NOUVELLE, saisie(nom="Haddad", prenom="Samira", dispositif=dispositif.pk, prescripteur="Mission locale")
    )

    demande = Candidature.objects.get()
    assert response.url == demande.get_absolute_url()
    assert (demande.beneficiaire.nom, demande.dispositif, demande.statut) == ("Haddad", dispositif, "nouvelle")
    assert not demande.beneficiaire.referents.exists()


def test_somebody_who_looks_known_is_shown_first_and_nothing_is_written(client_de, cip, structure):
    connue = BeneficiaireFactory(nom="Haddad", prenom="Samira")

    response = client_de(cip).post(NOUVELLE, saisie(nom="Haddad", prenom="Samira", date_naissance="1992-03-12"))

    html = response.content.decode()
    assert response.status_code == 422
    assert reverse("parcours:candidature_create", args=[connue.pk]) in html
    assert 'value="Haddad"' in html
    assert not Candidature.objects.exists()


def test_somebody_recognised_keeps_the_demand_already_typed(client_de, cip, structure):
    connue, client = BeneficiaireFactory(nom="Haddad", prenom="Samira"), client_de(cip)
    tape = saisie(nom="Haddad", prenom="Samira", prescripteur="Maraude du centre", date="2026-11-02")
    suite = reverse("parcours:candidature_create", args=[connue.pk])

    reponse = client.post(suite, tape | {"reprise": connue.pk})

    html = reponse.content.decode()
    assert reponse.status_code == 200
    assert 'value="Maraude du centre"' in html
    assert 'value="2026-11-02"' in html
    assert not Candidature.objects.exists()

    # Somebody else after all: the first page is sent with its own key, which nothing has spent.
    assert client.post(NOUVELLE, tape | {"ecartees": connue.pk}).status_code == 302
    assert Candidature.objects.get().beneficiaire != connue


def test_enter_saves_the_demand_rather_than_choosing_somebody(client_de, cip, structure):
    BeneficiaireFactory(nom="Haddad", prenom="Samira")

    html = client_de(cip).post(NOUVELLE, saisie(nom="Haddad", prenom="Samira")).content.decode()

    formulaire = html[html.index("saisie-personne") :]
    assert formulaire.index('<button type="submit"') < formulaire.index('name="reprise"')


def test_refused_application_keeps_what_was_typed_and_makes_nobody(client_de, cip, structure):
    response = client_de(cip).post(NOUVELLE, saisie(nom="Haddad", date="", prescripteur="Maraude"))

    assert response.status_code == 422
    assert 'value="Maraude"' in response.content.decode()
    assert not Beneficiaire.objects.exists()


def test_application_sent_twice_is_written_once(client_de, cip, structure):
    client, donnees = client_de(cip), saisie(nom="Haddad")

    for _ in range(2):
        client.post(NOUVELLE, donnees)

    assert (Candidature.objects.count(), Beneficiaire.objects.count()) == (1, 1)


def test_somebody_known_applies_again(client_de, admin):
    personne = BeneficiaireFactory()

    client_de(admin).post(reverse("parcours:candidature_create", args=[personne.pk]), saisie())

    assert Candidature.objects.get().beneficiaire == personne


@time_machine.travel("2026-11-22 10:00+01:00")
@cellules(("jour", "attendu"), [("2026-11-22", 302), ("2026-11-23", 422), ("pas une date", 422)])
def test_an_application_is_not_received_tomorrow(client_de, cip, candidature, jour, attendu):
    url = adresse("candidature_update", candidature)

    assert client_de(cip).post(url, saisie(date=jour, version=0)).status_code == attendu


@cellules(("jour", "code"), [("2026-11-10", 302), ("2026-11-11", 422)], ids=["the day itself", "the day after"])
def test_a_decided_application_is_not_received_after_its_decision(client_de, cip, candidature, jour, code):
    candidature.decider(StatutCandidature.DECLINEE, "places", date(2026, 11, 10), cip)

    reponse = client_de(cip).post(adresse("candidature_update", candidature), saisie(date=jour, version=1))

    assert reponse.status_code == code
    if code == 422:
        assert "le 10/11/2026" in reponse.context["form"].errors["date"][0]


def test_late_correction_answers_409(client_de, cip, candidature):
    candidature.etudier()

    assert client_de(cip).post(adresse("candidature_update", candidature), saisie(version=0)).status_code == 409


@cellules(
    "nom",
    [
        *("candidature_detail", "candidature_update", "candidature_eligibilite", "candidature_decision"),
        *("admission_create", "candidature_acceptation"),
    ],
)
def test_stranger_finds_no_such_application(client_de, etranger, candidature, nom):
    assert client_de(etranger).get(adresse(nom, candidature)).status_code == 404


@cellules("role", ["encadrant", "benevole"])
def test_encadrant_and_volunteer_see_no_application(request, client_de, candidature, role):
    client = client_de(request.getfixturevalue(role))

    assert [client.get(url).status_code for url in (LISTE, candidature.get_absolute_url())] == [403, 403]


@cellules("nom", ["candidature_update", "candidature_eligibilite", "candidature_decision"])
def test_reader_may_not_write(client_de, lecteur, candidature, nom):
    assert client_de(lecteur).post(adresse(nom, candidature), saisie()).status_code == 403


def test_list_shows_what_waits_for_an_answer_first(client_de, cip, candidature):
    CandidatureFactory(beneficiaire__nom="Refusée", statut=StatutCandidature.DECLINEE)

    client = client_de(cip)
    a_traiter, sans_suite = client.get(LISTE), client.get(f"{LISTE}?etat=closes")

    assert [c.pk for c in a_traiter.context["page"]] == [candidature.pk]
    assert [c.beneficiaire.nom for c in sans_suite.context["page"]] == ["Refusée"]


def test_list_is_narrowed_by_name_and_dispositif(client_de, cip, candidature):
    autre = CandidatureFactory(beneficiaire__nom="Zeroual")

    client = client_de(cip)
    par_nom = client.get(f"{LISTE}?q=zeroual")
    par_dispositif = client.get(f"{LISTE}?dispositif={autre.dispositif_id}&etat=toutes")
    absurde = client.get(f"{LISTE}?dispositif=x&page=deux&etat=nimporte")

    assert [c.pk for page in (par_nom, par_dispositif) for c in page.context["page"]] == [autre.pk, autre.pk]
    assert absurde.status_code == 200


@cellules("nombre", [1, 3])
def test_list_asks_as_much_for_one_as_for_three(client_de, cip, structure, requetes, nombre):
    CandidatureFactory.create_batch(nombre, dispositif=DispositifFactory())
    client = client_de(cip)

    with requetes() as faites:
        client.get(LISTE)

    assert len(faites) == 10


@cellules("nombre", [1, 3])
def test_page_asks_as_much_for_one_criterion_as_for_three(
    client_de, cip, referentiels, candidature, requetes, nombre
):
    for code in ("RSA", "QPV", "DELD")[:nombre]:
        CritereRetenuFactory(candidature=candidature, critere_id=code)
        EntretienAdmissionFactory(candidature=candidature, auteur=cip)
    client = client_de(cip)

    with requetes() as faites:
        client.get(candidature.get_absolute_url())

    assert len(faites) == 15


def test_a_chrs_reads_no_word_of_contract_or_eligibility(client_de, cip, structure, candidature):
    structure.type = TypeStructure.CHRS
    structure.save()

    client = client_de(cip)
    pages = [client.get(url).content.decode() for url in (LISTE, candidature.get_absolute_url(), NOUVELLE)]

    for mot in ("ontrat", "PASS", "l’IAE", "ligibilité", "recrutement", "étier"):
        assert [mot in page for page in pages] == [False, False, False], mot
    assert "Demandes d’admission" in pages[0]


def eligibilite(**champs):
    vides = {"diagnostic_auteur": "employeur", "diagnostic_le": "2026-11-02", "version": 0}
    return vides | champs


def test_criteria_and_proofs_are_kept(client_de, cip, referentiels, candidature):
    url = adresse("candidature_eligibilite", candidature)
    champs = {"critere_RSA": "on", "preuve_RSA": "2026-10-20", "fin_TH": "2027-01-01"}

    response = client_de(cip).post(url, eligibilite(**champs))

    retenus = list(CritereRetenu.objects.order_by("critere_id").values_list("critere_id", "preuve_le", "preuve_fin"))
    assert response.status_code == 302
    assert retenus == [("RSA", date(2026, 10, 20), None), ("TH", None, date(2027, 1, 1))]


def test_criterion_that_is_unticked_goes(client_de, cip, referentiels, candidature):
    CritereRetenuFactory(candidature=candidature)

    client_de(cip).post(adresse("candidature_eligibilite", candidature), eligibilite())

    assert not CritereRetenu.objects.exists()


def test_refused_proof_keeps_what_was_typed(client_de, cip, referentiels, candidature):
    champs = {"preuve_TH": "2026-10-20", "fin_TH": "2026-01-01", "pass_numero": "12"}

    response = client_de(cip).post(adresse("candidature_eligibilite", candidature), eligibilite(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert "La fin de validité ne peut pas précéder la date du justificatif." in html
    assert "Un numéro de PASS IAE compte 12 chiffres." in html
    assert 'value="2026-10-20"' in html
    assert 'aria-describedby="regle_TH id_fin_TH_error"' in html
    assert 'id="id_fin_TH_error">La fin' in html


def test_geiq_is_offered_its_own_list_and_told_its_aid(client_de, cip, structure, referentiels, candidature):
    structure.type = TypeStructure.GEIQ
    structure.save()
    client, url = client_de(cip), adresse("candidature_eligibilite", candidature)

    formulaire = client.get(url).content.decode()
    page = client.post(
        url,
        {
            "version": 0,
            "diagnostic_auteur": "employeur",
            "diagnostic_le": date.today().isoformat(),
            "preuve_GEIQ_SIAE_CUI": date.today().isoformat(),
        },
        follow=True,
    ).content.decode()

    assert "Annexe 2, niveau 1" in formulaire
    assert "Dans un dispositif d’insertion, ou en sort" in formulaire
    assert "PASS IAE" not in formulaire
    assert 'name="critere_RSA"' not in formulaire
    assert "Ouvre droit à 814\u00a0€ d’aide" in page
    assert 'Dans un dispositif d’insertion, ou en sort <span class="muted">annexe 1' in page


def test_interview_takes_the_application_up_and_shows_in_the_thread(client_de, cip, candidature):
    client = client_de(cip)

    client.post(
        adresse("admission_create", candidature),
        {"date": "2026-11-09T10:00", "presents": "son éducatrice", "notes": "A visité.", "version": 0},
    )

    candidature.refresh_from_db()
    fil = client.get(candidature.beneficiaire.get_absolute_url()).content.decode()
    assert candidature.statut == StatutCandidature.A_L_ETUDE
    assert "Entretien avant l’entrée, avec son éducatrice" in fil


def test_interview_is_corrected_by_the_team_only(client_de, cip, lecteur, etranger, candidature):
    entretien = EntretienAdmissionFactory(candidature=candidature)
    url = reverse("parcours:admission_update", args=[entretien.pk])
    donnees = {"date": "2026-11-09T10:00", "notes": "Relu.", "version": 0}

    assert [client_de(qui).post(url, donnees).status_code for qui in (lecteur, etranger, cip)] == [403, 404, 302]
    assert client_de(cip).post(url, donnees | {"notes": "Relu autrement."}).status_code == 409
    assert client_de(cip).post(url, donnees | {"version": 1, "notes": "x" * 20_001}).status_code == 422


@cellules("role", ["encadrant", "administratif", "lecture"])
def test_notes_of_the_interview_are_hidden_by_the_database(structure, candidature, role):
    EntretienAdmissionFactory(candidature=candidature)

    with contexte(structure.pk, role=role):
        assert not EntretienAdmission.objects.exists()


def test_administratif_reads_the_application_without_its_criteria(client_de, admin, referentiels, candidature):
    CritereRetenuFactory(candidature=candidature)

    html = client_de(admin).get(candidature.get_absolute_url()).content.decode()

    assert "Qui oriente, vers quoi" in html
    assert "Bénéficiaire du RSA" not in html
