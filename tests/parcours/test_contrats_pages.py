import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from insertion.enums import TypeStructure
from insertion.isolation.contexte import contexte
from parcours.contenus import dossier
from parcours.models import Avenant, Contrat, Dispositif, Observation, Prolongation, Suspension
from tests.cellules import cellules
from tests.usines import (
    ContratFactory,
    DispositifFactory,
    FormationSuivieFactory,
    ObservationFactory,
    ParcoursAvecPassFactory,
    ProlongationFactory,
    RenouvellementFactory,
    SuspensionFactory,
)

pytestmark = pytest.mark.django_db
LE = "2026-07-20 10:00+02:00"


@pytest.fixture(autouse=True)
def un_jour():
    with time_machine.travel(LE, tick=False):
        yield


@pytest.fixture
def parcours(structure):
    dispositif = DispositifFactory(nom="Nettoyage", heures_min=20, heures_max=35, duree_contrat_mois=6)
    return ParcoursAvecPassFactory(dispositif=dispositif)


@pytest.fixture
def signe(parcours):
    return ContratFactory(parcours=parcours)


def adresse(nom, objet):
    return reverse(f"parcours:{nom}", args=[objet.pk])


def contrat(**champs):
    saisie = {"type": "cddi", "date_debut": "2026-03-12", "date_fin": "2026-09-11", "heures": "26"}
    return saisie | {"unite_heures": "semaine", "soumission": uuid.uuid4()} | champs


def suspension(**champs):
    return {"motif": "contrat_termine", "date_debut": "2026-07-01", "date_fin": "2026-08-31"} | champs


def prolongation(**champs):
    return {"motif": "formation", "date_fin": "2028-06-10", "demandee_le": "2027-12-01"} | champs


def test_contract_is_written_and_shown_from_signature_to_exit(client_de, cip, parcours):
    page = client_de(cip).post(
        adresse("contrat_create", parcours),
        contrat(poste="Valoriste", support="Tri", site="Quai de Gand"),
        follow=True,
    )

    html = page.content.decode()
    assert Contrat.objects.get().plafond == 35
    for mot in ("CDDI (insertion)", "12 mars 2026", "Valoriste · Tri · Quai de Gand", "4 mois sur 24", "13 juillet"):
        assert mot in html
    assert 'aria-label="Temps de parcours utilisé"' in html


def test_form_proposes_what_the_dispositif_says(client_de, cip, parcours):
    html = client_de(cip).get(adresse("contrat_create", parcours)).content.decode()

    assert 'value="2026-03-12"' in html
    assert 'value="2026-09-11"' in html
    assert "Nettoyage : 20 à 35 heures par semaine." in html


def test_renewal_follows_the_contract_for_as_long_as_proposed(client_de, cip, parcours, signe):
    url = f"{adresse('contrat_create', parcours)}?renouvelle={signe.pk}&mois=4"

    html = client_de(cip).get(url).content.decode()

    assert 'value="2026-09-12"' in html
    assert 'value="2027-01-11"' in html
    assert f'<option value="{signe.pk}" selected>' in html


@cellules("suite", ["?renouvelle=x", "?renouvelle=99999999", "?mois=0", f"?renouvelle={'9' * 30}"])
def test_strange_address_still_opens_the_form(client_de, cip, parcours, suite):
    assert client_de(cip).get(adresse("contrat_create", parcours) + suite).status_code == 200


REFUS = [
    pytest.param({"date_fin": "2026-03-11"}, "ne peut pas finir avant", "date_fin", id="finit avant de commencer"),
    pytest.param({"date_fin": "2026-06-30"}, "au moins 4 mois", "date_fin", id="CDDI trop court"),
    pytest.param({"heures": "35.5"}, "va jusqu’à 35 heures par semaine : 35,5", "heures", id="heures au-dessus"),
    pytest.param({"heures": "10"}, "au moins 20 heures", "heures", id="heures sous le plancher"),
    pytest.param({"date_fin": ""}, "seul un CDI n’en a pas", "date_fin", id="sans fin"),
]


@cellules(("champs", "phrase", "champ"), REFUS)
def test_refused_contract_says_why_beside_the_field(client_de, cip, parcours, champs, phrase, champ):
    response = client_de(cip).post(adresse("contrat_create", parcours), contrat(poste="Valoriste", **champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert any(phrase in erreur for erreur in response.context["form"].errors[champ])
    assert f'aria-describedby="id_{champ}' in html
    assert 'value="Valoriste"' in html
    assert Contrat.objects.count() == 0


def test_overlapping_contract_is_refused_beside_its_start(client_de, cip, parcours, signe):
    response = client_de(cip).post(
        adresse("contrat_create", parcours), contrat(date_debut="2026-09-11", date_fin="2027-03-10")
    )

    assert response.status_code == 422
    assert "se chevauchent pas" in response.context["form"].errors["date_debut"][0]


def test_contract_sent_twice_is_written_once(client_de, cip, parcours):
    client, donnees = client_de(cip), contrat()

    for _ in range(2):
        client.post(adresse("contrat_create", parcours), donnees)

    assert Contrat.objects.count() == 1


def test_contract_that_a_colleague_writes_meanwhile_is_refused_by_the_database(client_de, cip, parcours, monkeypatch):
    monkeypatch.setattr(Contrat, "_chevauchement", lambda self: ())
    ContratFactory(parcours=parcours)

    response = client_de(cip).post(adresse("contrat_create", parcours), contrat())

    assert response.status_code == 422
    assert "Un collègue vient d’enregistrer" in response.content.decode()


def test_early_end_is_noted(client_de, cip, signe):
    client_de(cip).post(adresse("contrat_update", signe), contrat(version=0, fin_anticipee_le="2026-06-30"))

    signe.refresh_from_db()
    assert (signe.fin, signe.version) == (date(2026, 6, 30), 1)


def test_how_a_contract_stopped_is_noted_with_its_day(client_de, cip, signe):
    client, url = client_de(cip), adresse("contrat_update", signe)

    refuse = client.post(url, contrat(version=0, rupture="hors_essai"))
    client.post(url, contrat(version=0, rupture="hors_essai", fin_anticipee_le="2026-06-30"))

    signe.refresh_from_db()
    assert (refuse.status_code, signe.rupture) == (422, "hors_essai")
    assert "Une rupture porte sa date" in refuse.content.decode()


@cellules(("type_structure", "demandee"), [(TypeStructure.GEIQ, "oui"), (TypeStructure.ACI, "")])
def test_only_a_geiq_notes_the_aid_that_it_asks_for(client_de, cip, structure, signe, type_structure, demandee):
    structure.type = type_structure
    structure.save()

    client_de(cip).post(
        adresse("contrat_update", signe), contrat(version=0, aide_demandee="oui", aide_justification="Formation")
    )

    signe.refresh_from_db()
    assert signe.aide_demandee == demandee


def test_late_correction_shows_both_versions(client_de, cip, collegue, signe):
    client_de(collegue).post(adresse("contrat_update", signe), contrat(version=0, poste="Valoriste"))

    response = client_de(cip).post(adresse("contrat_update", signe), contrat(version=0, poste="Trieur"))

    assert response.status_code == 409
    assert "Valoriste" in response.content.decode()


def test_avenant_changes_the_contract_and_shows_what_was(client_de, cip, signe):
    page = client_de(cip).post(
        adresse("avenant_create", signe), {"date_effet": "2026-06-01", "heures": "30"}, follow=True
    )

    assert Contrat.objects.get().heures == 30
    assert "26 h → 30 h" in page.content.decode()


AVENANTS = [
    pytest.param({"heures": "36"}, "heures", id="heures au-dessus du plafond"),
    pytest.param({"date_fin": "2028-03-12"}, "date_fin", id="plus de 24 mois"),
    pytest.param({"heures": "30", "date_effet": "2026-09-12"}, "date_effet", id="après le contrat"),
    pytest.param({}, "__all__", id="rien ne change"),
]


@cellules(("champs", "champ"), AVENANTS)
def test_refused_avenant_changes_nothing(client_de, cip, signe, champs, champ):
    response = client_de(cip).post(adresse("avenant_create", signe), {"date_effet": "2026-06-01"} | champs)

    assert response.status_code == 422
    assert champ in response.context["form"].errors
    assert Avenant.objects.count() == 0
    assert (Contrat.objects.get().heures, Contrat.objects.get().date_fin) == (26, date(2026, 9, 11))


def test_suspension_pushes_the_end_of_the_pass(client_de, cip, parcours):
    page = client_de(cip).post(adresse("suspension_create", parcours), suspension(), follow=True)

    html = page.content.decode()
    assert Suspension.objects.get().saisie_le == date(2026, 7, 20)
    assert "11 mai 2028" in html
    assert "PASS suspendu jusqu’au 31 août 2026" in html


def test_suspension_outside_the_pass_is_refused_beside_the_field(client_de, cip, parcours):
    response = client_de(cip).post(adresse("suspension_create", parcours), suspension(date_debut="2026-03-11"))

    html = response.content.decode()
    assert response.status_code == 422
    assert "entre le 12 mars 2026 et le 10 mars 2028" in response.context["form"].errors["date_debut"][0]
    assert 'value="2026-03-11"' in html


def test_a_year_that_nobody_means_is_refused_beside_the_field(client_de, cip, parcours):
    response = client_de(cip).post(adresse("suspension_create", parcours), suspension(date_debut="9999-12-31"))

    assert response.status_code == 422
    assert "Vérifiez l’année" in response.context["form"].errors["date_debut"][0]


def test_suspension_ends_earlier_when_the_person_is_back(client_de, cip, parcours):
    faite = SuspensionFactory(parcours=parcours)

    client_de(cip).post(
        adresse("suspension_update", faite),
        suspension(date_debut="2026-06-01", date_fin="2026-06-10", version=0),
    )

    faite.refresh_from_db()
    assert faite.jours == 10


def test_prolongation_for_a_wrong_reason_then_for_a_right_one(client_de, cip, parcours):
    client, url = client_de(cip), adresse("prolongation_create", parcours)

    refusee = client.post(url, prolongation(motif="difficultes"))
    acceptee = client.post(url, prolongation())

    assert refusee.status_code == 422
    assert "avis favorable" in refusee.context["form"].errors["avis_le"][0]
    assert acceptee.status_code == 302
    assert Prolongation.objects.get().date_debut == date(2028, 3, 10)


def test_the_day_of_a_prolongation_proposed_is_today(client_de, cip, parcours):
    form = client_de(cip).get(adresse("prolongation_create", parcours)).context["form"]

    assert form["demandee_le"].value() == timezone.localdate()


def test_third_prolongation_is_refused_with_the_remaining_room(client_de, cip, parcours):
    avis = {"motif": "rqth", "avis_le": date(2028, 1, 1)}
    ProlongationFactory(parcours=parcours, date_fin=date(2029, 3, 10), **avis)
    ProlongationFactory(
        parcours=parcours, date_debut=date(2029, 3, 10), date_fin=date(2030, 3, 10), demandee_le="2029-01-01", **avis
    )

    response = client_de(cip).post(
        adresse("prolongation_create", parcours),
        {"motif": "rqth", "date_fin": "2031-06-10", "demandee_le": "2030-01-01", "avis_le": "2030-01-01"},
    )

    assert response.status_code == 422
    assert "il reste 365 jours, jusqu’au 10 mars 2031" in response.context["form"].errors["date_fin"][0]
    assert Prolongation.objects.count() == 2


ECRITURES = ("contrat_create", "suspension_create", "prolongation_create")


@cellules("nom", ECRITURES)
@cellules(("qui", "attendu"), [("encadrant", 403), ("lecteur", 403), ("benevole", 403), ("etranger", 404)])
def test_contracts_are_closed_to_readers_and_strangers(request, client_de, parcours, nom, qui, attendu):
    client = client_de(request.getfixturevalue(qui))

    assert client.post(adresse(nom, parcours), contrat() | suspension()).status_code == attendu
    assert client.get(adresse("contrat_list", parcours)).status_code == attendu


@cellules(("qui", "attendu"), [("encadrant", 403), ("etranger", 404)])
def test_corrections_are_closed_to_readers_and_strangers(request, client_de, signe, qui, attendu):
    client, faite = client_de(request.getfixturevalue(qui)), SuspensionFactory(parcours=signe.parcours)
    renouvellement = RenouvellementFactory(contrat=signe)
    adresses = [adresse("contrat_update", signe), adresse("avenant_create", signe)]
    adresses += [adresse("suspension_update", faite), adresse("renouvellement_create", signe)]
    adresses += [adresse(f"renouvellement_{nom}", renouvellement) for nom in ("update", "impression")]

    assert {client.post(url, {}).status_code for url in adresses} == {attendu}


@cellules("genre", [TypeStructure.CHRS, TypeStructure.PLIE, TypeStructure.CLUBHOUSE])
def test_structure_that_employs_nobody_has_no_contract_page(client_de, cip, structure, parcours, signe, genre):
    structure.type = genre
    structure.save()
    renouvellement, faite = RenouvellementFactory(contrat=signe), SuspensionFactory(parcours=parcours)
    client = client_de(cip)
    sur_parcours = [adresse(nom, parcours) for nom in ("contrat_list", *ECRITURES)]
    autres = [adresse("contrat_update", signe), adresse("suspension_update", faite)]
    autres += [adresse("renouvellement_create", signe), adresse("renouvellement_update", renouvellement)]

    fiche = client.get(reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])).content.decode()

    assert {client.get(url).status_code for url in sur_parcours + autres} == {404}
    assert "/contrats/" not in fiche
    assert "CDDI jusqu’au" not in fiche


def test_structure_that_employs_nobody_is_asked_for_no_pass(client_de, cip, structure, parcours):
    url = reverse("parcours:parcours_update", args=[parcours.pk])
    avec = client_de(cip).get(url).content.decode()
    structure.type = TypeStructure.CHRS
    structure.save()

    client = client_de(cip)
    sans = client.get(url).content.decode()
    client.post(
        url, {"version": 0, "dispositif": parcours.dispositif_id, "date_entree": "2026-03-12", "projet": "Cuisine"}
    )

    parcours.refresh_from_db()
    assert ("PASS IAE" in avec, "PASS IAE" in sans) == (True, False)
    assert (parcours.projet, parcours.pass_fin) == ("Cuisine", date(2028, 3, 10))


def test_printed_file_holds_the_contracts_and_the_end_of_the_pass(structure, cip, parcours, signe):
    SuspensionFactory(parcours=parcours)

    with contexte(structure.pk, utilisateur_id=cip.pk, role=cip.appartenance.role):
        contenu = dossier(parcours.beneficiaire, date(2026, 7, 20))

    assert contenu["contrats"] == [signe]
    assert contenu["parcours_page"][0].pass_fin_effective == date(2028, 4, 9)


def test_chips_of_the_person_page(client_de, cip, encadrant, parcours, signe):
    url = reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])

    html = client_de(cip).get(url).content.decode()

    assert "4 mois sur 24" in html
    assert "CDDI jusqu’au 11 septembre" in html
    assert "CDDI" not in client_de(encadrant).get(url).content.decode()


def test_contracts_are_in_the_thread(client_de, cip, parcours, signe):
    SuspensionFactory(parcours=parcours)
    ProlongationFactory(parcours=parcours, date_debut=date(2028, 4, 9))
    RenouvellementFactory(contrat=signe, avis="reserves")

    html = client_de(cip).get(reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])).content.decode()

    for titre in (
        "Début du contrat : CDDI (insertion) jusqu’au 11 septembre 2026",
        "PASS IAE suspendu jusqu’au 30 juin 2026",
        "PASS IAE prolongé jusqu’au 10 juin 2028",
        "Dossier de renouvellement : avis favorable avec réserves",
    ):
        assert titre in html


def test_queries_of_the_page_do_not_grow(client_de, cip, parcours, signe, requetes):
    client, url = client_de(cip), adresse("contrat_list", parcours)
    client.get(url)
    with requetes() as avec_un:
        client.get(url)
    suite = ContratFactory(
        parcours=parcours, renouvelle=signe, date_debut=date(2026, 9, 12), date_fin=date(2027, 3, 11)
    )
    ContratFactory(parcours=parcours, renouvelle=suite, date_debut=date(2027, 3, 12), date_fin=date(2027, 9, 11))
    RenouvellementFactory(contrat=signe)
    SuspensionFactory(parcours=parcours)
    SuspensionFactory(parcours=parcours, date_debut=date(2026, 7, 1), date_fin=date(2026, 7, 2))

    with requetes() as avec_trois:
        client.get(url)

    assert len(avec_trois) == len(avec_un)


def test_dossier_shows_what_the_encadrant_saw_since_the_contract_began(client_de, cip, signe):
    ObservationFactory(parcours=signe.parcours, texte="À l’heure toute la semaine.")
    assert Observation.objects.exists()

    html = client_de(cip).get(adresse("renouvellement_create", signe)).content.decode()

    assert "À l’heure toute la semaine." in html


def test_the_certification_obtained_stands_beside_the_one_aimed_at(parcours, cip, client_de):
    """metier.md §1 row 82."""
    Dispositif.objects.filter(pk=parcours.dispositif_id).update(certification="Agent polyvalent de restauration")
    adresse = reverse("parcours:contrat_list", args=[parcours.pk])
    avant = client_de(cip).get(adresse).content.decode()
    FormationSuivieFactory(
        parcours=parcours,
        acceptee=True,
        certification="Agent polyvalent de restauration",
        resultat="obtenue",
        resultat_le=date(2026, 7, 1),
    )

    apres = client_de(cip).get(adresse).content.decode()

    assert "Pas encore" in avant
    assert "Agent polyvalent de restauration, le 1er juillet 2026" in apres
