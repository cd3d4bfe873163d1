"""A mise en relation from the proposal to the hire, with each refusal and its motive (metier.md §1 row 44)."""

import re
import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.models import Lecture
from parcours.enums import AccordPersonne, EtapePlacement, FormeEmploi
from parcours.fil import evenements
from parcours.models import Embauche, EtapeMiseEnRelation, MiseEnRelation
from tests.cellules import cellules
from tests.usines import (
    ContactFactory,
    EmbaucheFactory,
    EntrepriseFactory,
    EtapeMiseEnRelationFactory,
    MiseEnRelationFactory,
    OffreFactory,
    ParcoursFactory,
)

pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def mise(structure):
    return MiseEnRelationFactory(entreprise=EntrepriseFactory(raison_sociale="Conserverie du Port"))


def adresse(nom, objet):
    return reverse(f"parcours:{nom}", args=[getattr(objet, "pk", objet)])


def nouvelle(**champs):
    envoi = {"firme": "Conserverie du Port", "poste": "Plonge", "proposee_le": "2026-11-20", "accord": "oui"}
    return envoi | {"accord_le": "2026-11-20", "soumission": uuid.uuid4()} | champs


def etape(**champs):
    return {"etape": "envoyee", "le": "2026-11-21", "soumission": uuid.uuid4()} | champs


def emploi(**champs):
    envoi = {"poste": "Plonge", "forme": "cdd", "debut": "2026-12-01", "fin": "2027-05-31", "heures_hebdo": "30"}
    return envoi | {"soumission": uuid.uuid4()} | champs


def test_somebody_is_proposed_without_any_offer(client_de, cip, structure):
    parcours = ParcoursFactory()
    firme = EntrepriseFactory(raison_sociale="Conserverie du Port")

    url = adresse("mise_en_relation_create", parcours.beneficiaire_id)
    response = client_de(cip).post(url, nouvelle(firme="conserverie du port"))

    mise = MiseEnRelation.objects.get()
    assert response.headers["Location"] == adresse("mise_en_relation_detail", mise)
    assert (mise.entreprise, mise.parcours, mise.offre, mise.auteur) == (firme, parcours, None, cip)


def test_a_person_is_proposed_to_several_firms(client_de, cip, mise):
    EntrepriseFactory(raison_sociale="Blanchisserie du Parc")
    url = adresse("mise_en_relation_create", mise.parcours.beneficiaire_id)

    client_de(cip).post(url, nouvelle(firme="Blanchisserie du Parc"))

    assert MiseEnRelation.objects.filter(parcours=mise.parcours).count() == 2


@cellules(
    ("champs", "phrase"),
    [
        ({"firme": "Nulle Part"}, "pas dans le carnet"),
        ({"firme": ""}, "à quelle entreprise"),
        ({"proposee_le": "2026-11-23"}, "le jour où on la fait"),
        ({"accord_le": "2026-11-01"}, "avant qu’on lui propose"),
        ({"accord": ""}, "obligatoire"),
    ],
)
def test_a_wrong_proposal_is_refused_and_keeps_what_was_typed(client_de, cip, mise, champs, phrase):
    url = adresse("mise_en_relation_create", mise.parcours.beneficiaire_id)

    response = client_de(cip).post(url, nouvelle(remarque="Préfère le matin.", **champs))

    assert response.status_code == 422
    assert phrase in response.content.decode()
    assert "Préfère le matin." in response.content.decode()


def test_a_firm_that_nobody_wrote_down_is_one_click_from_the_proposal(client_de, cip, mise):
    url = adresse("mise_en_relation_create", mise.parcours.beneficiaire_id)

    page = client_de(cip).post(url, nouvelle(firme="L’Épi & <b>Cie</b>")).content.decode()

    ajouter = re.search(r'<a href="(/entreprises/nouvelle/[^"]+)" target="_blank" rel="noopener">ajoutez-la', page)[1]
    assert 'value="L’Épi &amp; &lt;b&gt;Cie&lt;/b&gt;"' in client_de(cip).get(ajouter).content.decode()


def test_two_firms_of_one_name_are_not_confused(client_de, cip, mise):
    EntrepriseFactory(raison_sociale="Conserverie du port", commune="Calais")
    url = adresse("mise_en_relation_create", mise.parcours.beneficiaire_id)

    response = client_de(cip).post(url, nouvelle())

    assert "Plusieurs entreprises portent ce nom" in response.content.decode()
    page = client_de(cip).get(url, {"entreprise": mise.entreprise_id}).content.decode()
    assert 'value="Conserverie du Port"' in page


def test_each_step_is_dated_and_shows_in_the_thread(client_de, collegue, mise):
    client = client_de(collegue)
    client.post(adresse("etape_placement_create", mise), etape())
    client.post(adresse("etape_placement_create", mise), etape(etape="entretien", le="2026-11-30"))

    html = client.get(adresse("mise_en_relation_detail", mise)).content.decode()

    assert "Candidature envoyée" in html
    assert "le 30\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026" in html
    assert {e.genre for e in evenements(mise.parcours.beneficiaire)} >= {"placement", "etape_mer"}


def test_a_refusal_says_by_whom_and_why(client_de, cip, mise):
    url = adresse("etape_placement_create", mise)
    refusee = client_de(cip).post(url, etape(etape="refus_entreprise", precision="Reçue dix minutes."))
    client_de(cip).post(url, etape(etape="refus_entreprise", motif="autre_candidat"))

    assert refusee.status_code == 422
    assert "Dites pourquoi" in refusee.content.decode()
    assert "Reçue dix minutes." in refusee.content.decode()
    ligne = MiseEnRelation.objects.d_une_personne(mise.parcours.beneficiaire).get()
    assert (ligne.etape, ligne.motif, ligne.libelle_motif) == (
        "refus_entreprise",
        "autre_candidat",
        "Autre candidature retenue",
    )


@cellules(
    ("champs", "phrase"),
    [
        ({"le": "2026-11-02"}, "vient après la proposition"),
        ({"le": "2026-11-23"}, "pas encore venu"),
        ({"etape": "inconnue"}, "Sélectionnez un choix valide"),
    ],
)
def test_a_wrong_step_is_refused(client_de, cip, mise, champs, phrase):
    response = client_de(cip).post(adresse("etape_placement_create", mise), etape(**champs))

    assert (response.status_code, phrase in response.content.decode()) == (422, True)


@cellules("accord", [AccordPersonne.NON, AccordPersonne.REFLECHIT])
def test_nothing_is_sent_without_the_persons_agreement(client_de, cip, mise, accord):
    MiseEnRelation.objects.update(accord=accord)

    response = client_de(cip).post(adresse("etape_placement_create", mise), etape())

    assert "La personne n’a pas dit oui" in response.content.decode()
    assert not EtapeMiseEnRelation.objects.exists()


def test_a_step_noted_by_mistake_is_taken_away(client_de, cip, mise):
    notee = EtapeMiseEnRelationFactory(mise_en_relation=mise)

    client_de(cip).post(adresse("etape_placement_delete", notee))

    assert not EtapeMiseEnRelation.objects.exists()


def test_a_proposal_with_steps_stays_and_one_without_goes(client_de, cip, mise):
    notee = EtapeMiseEnRelationFactory(mise_en_relation=mise)
    client = client_de(cip)

    client.post(adresse("mise_en_relation_delete", mise))
    assert MiseEnRelation.objects.exists()
    notee.delete()
    client.post(adresse("mise_en_relation_delete", mise))
    assert not MiseEnRelation.objects.exists()


def test_the_answer_and_the_contact_are_corrected(client_de, cip, mise):
    contact = ContactFactory(entreprise=mise.entreprise)
    ailleurs = ContactFactory()
    client, url = client_de(cip), adresse("mise_en_relation_update", mise)
    envoi = {"poste": "Plonge", "proposee_le": "2026-11-03", "accord": "non", "version": 0}

    refusee = client.post(url, envoi | {"contact": ailleurs.pk})
    client.post(url, envoi | {"contact": contact.pk})

    mise.refresh_from_db()
    assert refusee.status_code == 422
    assert (mise.accord, mise.contact, mise.version) == ("non", contact, 1)


def test_a_stale_correction_shows_both_versions(client_de, cip, mise):
    MiseEnRelation.objects.update(version=3, poste="Magasinage")

    envoi = {"poste": "Plonge", "proposee_le": "2026-11-03", "accord": "oui", "version": 0}
    response = client_de(cip).post(adresse("mise_en_relation_update", mise), envoi)

    assert (response.status_code, "Magasinage" in response.content.decode()) == (409, True)


def test_a_hire_fills_the_post_and_offers_to_close_the_offer(client_de, cip, structure):
    offre = OffreFactory(intitule="Plonge", contrat="cdd_long", postes=1, debut=date(2026, 12, 1))
    mise = MiseEnRelationFactory(offre=offre, entreprise=offre.entreprise, poste="Plonge")
    client = client_de(cip)

    assert client.get(adresse("embauche_create", mise)).context["form"].initial["forme"] == FormeEmploi.CDD
    response = client.post(adresse("embauche_create", mise), emploi(), follow=True)
    assert "Tous les postes de cette offre sont pourvus" in response.content.decode()
    client.post(adresse("offre_pourvoir", offre))

    offre.refresh_from_db()
    assert (offre.motif_cloture, offre.cloturee_le) == ("pourvue", date(2026, 11, 22))
    assert not MiseEnRelation.objects.en_cours().exists()


def test_an_offer_of_two_posts_stays_open_after_one_hire(client_de, cip, structure):
    offre = OffreFactory(postes=2)
    mise = MiseEnRelationFactory(offre=offre, entreprise=offre.entreprise)

    response = client_de(cip).post(adresse("embauche_create", mise), emploi(), follow=True)

    assert "Clore l’offre" not in response.content.decode()


@cellules(
    ("champs", "phrase"),
    [
        ({"fin": "2026-11-30"}, "précéder le début"),
        ({"forme": "cdi"}, "Un CDI n’a pas de date de fin"),
        ({"poste": ""}, "obligatoire"),
    ],
)
def test_a_wrong_hire_is_refused(client_de, cip, mise, champs, phrase):
    response = client_de(cip).post(adresse("embauche_create", mise), emploi(**champs))

    assert (response.status_code, phrase in response.content.decode()) == (422, True)
    assert not Embauche.objects.exists()


def test_somebody_in_a_job_already_is_noticed(client_de, cip, mise):
    EmbaucheFactory(mise_en_relation__parcours=mise.parcours, mise_en_relation__entreprise__raison_sociale="Lenoir")
    client = client_de(cip)

    for url in (
        adresse("mise_en_relation_detail", mise),
        adresse("mise_en_relation_create", mise.parcours.beneficiaire_id),
        adresse("embauche_create", mise),
    ):
        assert "Déjà en poste chez Lenoir" in client.get(url).content.decode()


def test_a_hire_is_corrected_or_taken_away(client_de, cip, mise):
    embauche = EmbaucheFactory(mise_en_relation=mise)
    client = client_de(cip)

    client.post(adresse("embauche_update", embauche), emploi(poste="Cuisine", version=0))
    embauche.refresh_from_db()
    perime = client.post(adresse("embauche_update", embauche), emploi(version=0))
    client.post(adresse("embauche_delete", embauche))

    assert (embauche.poste, perime.status_code, Embauche.objects.count()) == ("Cuisine", 409, 0)


ECRITURES = ("mise_en_relation_update", "mise_en_relation_delete", "etape_placement_create", "embauche_create")


@cellules("nom", ECRITURES)
def test_a_stranger_finds_nothing_and_a_reader_writes_nothing(client_de, etranger, lecteur, mise, nom):
    assert client_de(etranger).post(adresse(nom, mise)).status_code == 404
    assert client_de(lecteur).post(adresse(nom, mise)).status_code == 403


def test_a_stranger_reaches_neither_a_step_nor_a_hire(client_de, etranger, mise):
    notee, embauche = EtapeMiseEnRelationFactory(mise_en_relation=mise), EmbaucheFactory(mise_en_relation=mise)
    client = client_de(etranger)

    assert client.get(adresse("mise_en_relation_detail", mise)).status_code == 404
    assert client.post(adresse("etape_placement_delete", notee)).status_code == 404
    assert client.post(adresse("embauche_update", embauche)).status_code == 404
    assert client.post(adresse("embauche_delete", embauche)).status_code == 404
    assert client.get(adresse("personne_offres", mise.parcours.beneficiaire_id)).status_code == 404


def test_reading_a_proposal_is_journaled(client_de, cip, mise):
    client_de(cip).get(adresse("mise_en_relation_detail", mise))

    lecture = Lecture.objects.get(quoi="Mise en relation")
    assert lecture.beneficiaire_id == mise.parcours.beneficiaire_id


def test_a_step_of_refusal_closes_the_proposal(structure, mise):
    EtapeMiseEnRelationFactory(mise_en_relation=mise, etape=EtapePlacement.SANS_SUITE)

    assert not MiseEnRelation.objects.en_cours().exists()
