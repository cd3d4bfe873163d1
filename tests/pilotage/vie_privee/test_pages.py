"""The pages of people's rights: who opens them, what is refused and why, what is said beside what."""

import re
from datetime import date

import pytest
from django.urls import reverse

from beneficiaires.models import Beneficiaire, Consentement, DemandeDroit, Desaccord, Notice
from insertion.enums import Role
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, DiagnosticFactory, EntretienFactory, ParcoursFactory

LE = date(2026, 11, 2)


@pytest.fixture
def direction(structure):
    return membre(structure, Role.DIRECTION)


def page(nom, *arguments):
    return reverse(f"pilotage:{nom}", args=arguments)


def test_each_role_opens_what_its_work_asks(structure, cip, chef, direction, lecteur, encadrant, etranger, client_de):
    personne = BeneficiaireFactory()
    adresses = [page("vie_privee_detail", personne.pk), page("demande_droit_list"), page("conservation_list")]
    qui = {"cip": cip, "chef": chef, "direction": direction, "lecteur": lecteur, "encadrant": encadrant}
    ouvertes = {nom: [client_de(un).get(adresse).status_code for adresse in adresses] for nom, un in qui.items()}

    assert ouvertes == {
        "cip": [200, 403, 403],
        "chef": [200, 200, 403],
        "direction": [200, 200, 200],
        "lecteur": [403, 403, 403],
        "encadrant": [403, 403, 403],
    }
    assert client_de(etranger).get(adresses[0]).status_code == 404


def test_a_request_is_due_in_a_month_in_three_once_the_person_is_told_why(structure, cip, chef, client_de):
    personne = BeneficiaireFactory()
    client_de(cip).post(page("demande_droit_create", personne.pk), {"genre": "acces", "recue_le": "2026-10-31"})
    demande = DemandeDroit.objects.get()
    premiere, client = demande.echeance, client_de(chef)
    client.post(page("demande_droit_prolongation", demande.pk), {"motif": "Dossier ancien, sur papier"})
    refus = client.post(page("demande_droit_reponse", demande.pk), {"choix": "refusee"})
    client.post(page("demande_droit_reponse", demande.pk), {"choix": "acceptee"})
    demande.refresh_from_db()

    assert (premiere, demande.echeance) == (date(2026, 11, 30), date(2027, 1, 31))
    assert (refus.status_code, "saisir la CNIL" in refus.content.decode()) == (422, True)
    assert (demande.reponse, demande.est_ouverte) == ("acceptee", False)


def test_what_the_person_contests_is_read_beside_the_appreciation(structure, cip, client_de):
    parcours = ParcoursFactory()
    entretien, diagnostic = EntretienFactory(parcours=parcours), DiagnosticFactory(parcours=parcours)
    client, pk = client_de(cip), parcours.beneficiaire_id
    for sur in (f"entretien:{entretien.pk}", f"diagnostic:{diagnostic.pk}"):
        client.post(page("desaccord_create", pk), {"sur": sur, "texte": f"Faux ({sur})", "le": "2026-11-02"})
    etranger_au_dossier = {"sur": f"entretien:{EntretienFactory().pk}", "texte": "Faux", "le": "2026-11-02"}

    assert client.post(page("desaccord_create", pk), etranger_au_dossier).status_code == 422
    assert Desaccord.objects.count() == 2
    for nom, cle, sur in (
        ("entretien_update", entretien.pk, f"entretien:{entretien.pk}"),
        ("diagnostic_evolution", pk, f"diagnostic:{diagnostic.pk}"),
    ):
        assert f"Faux ({sur})" in client.get(reverse(f"parcours:{nom}", args=[cle])).content.decode()


def test_erasing_asks_for_the_name_and_refuses_somebody_accompanied(structure, direction, client_de):
    partie, suivie = BeneficiaireFactory(nom="Benali"), ParcoursFactory(beneficiaire__nom="Diallo").beneficiaire
    client = client_de(direction)
    reponses = [
        client.post(page("effacement_create", personne.pk), {"nom": nom}).status_code
        for personne, nom in ((partie, "Benalie"), (suivie, "Diallo"), (partie, "benali"))
    ]

    assert reponses == [422, 422, 302]
    assert list(Beneficiaire.objects.presentes()) == [suivie]
    assert "Fin de la durée" not in client.get(page("conservation_list")).content.decode()


def test_a_new_notice_is_to_be_given_again_to_everybody(structure, cip, chef, client_de):
    personne, client = BeneficiaireFactory(nom="Benali"), client_de(chef)
    propose = client.get(page("notice_create")).content.decode()
    client.post(page("notice_create"), {"texte": "Vos données"})
    client_de(cip).post(page("information_create", personne.pk), {"canal": "lu_ensemble", "le": "2026-11-02"})
    deux_fois = client_de(cip).post(
        page("information_create", personne.pk), {"canal": "courrier", "le": "2026-11-02"}
    )
    restent = ["Benali" in client.get(page("notice_list")).content.decode()]
    client.post(page("notice_create"), {"texte": "Vos données, autrement"})
    restent.append("Benali" in client.get(page("notice_list")).content.decode())

    assert "Combien de temps" in propose
    assert (deux_fois.status_code, restent) == (422, [False, True])
    assert list(Notice.objects.values_list("numero", flat=True)) == [2, 1]


def test_a_consent_is_withdrawn_in_one_click(structure, cip, client_de):
    personne, client = BeneficiaireFactory(), client_de(cip)
    saisie = {
        "objet": "partage",
        "question": "À la Mission locale ?",
        "canal": "lu_ensemble",
        "donne_le": "2026-11-02",
    }
    client.post(page("consentement_create", personne.pk), saisie)
    client.post(page("consentement_retrait", Consentement.objects.get().pk))

    assert not Consentement.objects.en_cours().exists()


def test_an_archived_file_leaves_the_lists_and_comes_back_for_a_reason(structure, cip, direction, client_de):
    personne, client = BeneficiaireFactory(nom="Benali"), client_de(direction)
    liste = reverse("beneficiaires:beneficiaire_list")
    client.post(page("archivage_create", personne.pk), {"motif": "Contentieux", "jusqu_au": "2029-01-01"})
    vues = ["Benali" in client_de(un).get(liste).content.decode() for un in (cip, direction)]
    archives = client.get(page("archive_list")).content.decode()
    client.post(page("archivage_levee", personne.archivages.get().pk), {"motif": "Elle revient"})

    assert (vues, "Contentieux" in archives) == ([False, False], True)
    assert "Benali" in client_de(cip).get(liste).content.decode()


def test_a_file_whose_person_waits_for_an_answer_is_not_archived(structure, cip, direction, client_de):
    personne = BeneficiaireFactory()
    DemandeDroit.objects.create(beneficiaire=personne, genre="acces", recue_le=date(2026, 11, 2), recueillie_par=cip)

    saisie = {"motif": "Contentieux", "jusqu_au": "2029-01-01"}
    reponse = client_de(direction).post(page("archivage_create", personne.pk), saisie)

    assert reponse.status_code == 422
    assert "Une demande de la personne attend une réponse" in reponse.text
    assert "Contentieux" in reponse.text
    assert not personne.archivages.exists()


def test_the_registre_says_what_becomes_of_each_table(structure, chef, client_de):
    texte = client_de(chef).get(page("registre_detail")).content.decode()

    assert all(
        mot in texte for mot in ("24 mois après le dernier contact", "Notes confidentielles", "gardé sans nom")
    )
    assert not re.search(r"created at|_par\b|fse\+", texte)
    assert "Questionnaires FSE+" in texte
