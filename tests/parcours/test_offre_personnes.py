"""From an offer, the people; from a person, the offers: reasons, no rank, one click (metier.md §1 rows 18 and 31)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.enums import NatureSituation
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture, Rome
from parcours.enums import EtapeMetier, EtapePlacement, MotifRefus
from parcours.models import MiseEnRelation, Projet
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    ContratFactory,
    EmbaucheFactory,
    EtapeMiseEnRelationFactory,
    EtapeProjetFactory,
    MetierViseFactory,
    MiseEnRelationFactory,
    OffreFactory,
    ParcoursFactory,
    ReferentFactory,
    SituationFactory,
    situer_les_lieux,
)

pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def romes(db):
    return {
        code: Rome.objects.create(code=code, libelle=libelle)
        for code, libelle in (("K2204", "Nettoyage de locaux"), ("K2201", "Blanchisserie"), ("N1101", "Cariste"))
    }


@pytest.fixture
def offre(structure, romes):
    return OffreFactory(rome=romes["K2204"], permis="permis_b", debut=date(2026, 12, 1), postes=1)


def personne(nom, rome=None, **champs):
    parcours = ParcoursFactory(beneficiaire__nom=nom, beneficiaire__prenom="Amina", **champs)
    if rome:
        MetierViseFactory(beneficiaire=parcours.beneficiaire, rome=rome, intitule=rome.libelle)
    return parcours


def page(offre):
    return reverse("parcours:offre_personnes", args=[offre.pk])


PROPOSER = reverse("parcours:proposition_create")


def reponse(offre, parcours, accord="oui", **champs):
    clic = f"{offre.pk}-{parcours.beneficiaire_id}-{accord}"
    return {"reponse": clic, "soumission": uuid.uuid4()} | champs


def noms(response):
    return [candidat.nom for candidat in response.context["candidats"]]


def test_people_of_the_same_family_come_by_name_with_their_reasons(client_de, cip, offre, romes):
    for nom, code in (("Zidi", "K2204"), ("Arnaud", "K2201"), ("Morel", "N1101"), ("Sans", None)):
        personne(nom, romes.get(code))
    SituationFactory(beneficiaire=personne("Bah", romes["K2204"]).beneficiaire, nature=NatureSituation.PERMIS_B)

    response = client_de(cip).get(page(offre))

    html = response.content.decode()
    assert noms(response) == ["Arnaud Amina", "Bah Amina", "Zidi Amina"]
    assert "métier voisin de celui visé\u00a0: Blanchisserie" in html
    assert "métier visé\u00a0: Nettoyage de locaux" in html
    assert "permis B non renseigné" in html
    assert "%" not in html.split('id="titre-candidats"')[1].split("</main>")[0]


def test_exact_job_everybody_and_mine_are_choices(client_de, cip, offre, romes):
    personne("Arnaud", romes["K2201"])
    zidi = personne("Zidi", romes["K2204"])
    personne("Morel", romes["N1101"])
    ReferentFactory(beneficiaire=zidi.beneficiaire, utilisateur=cip)
    client = client_de(cip)

    assert noms(client.get(page(offre), {"metier": "exact"})) == ["Zidi Amina"]
    assert len(noms(client.get(page(offre), {"metier": "tous"}))) == 3
    assert noms(client.get(page(offre), {"metier": "tous", "referent": "moi"})) == ["Zidi Amina"]


def test_a_closed_parcours_and_a_job_given_up_are_left_out(client_de, cip, offre, romes):
    personne("Parti", romes["K2204"], clos=True)
    lasse = personne("Lasse", romes["K2204"])
    EtapeProjetFactory(metier=lasse.beneficiaire.metiers_vises.get(), etape=EtapeMetier.ABANDONNE)

    assert noms(client_de(cip).get(page(offre))) == []


def test_everything_known_of_somebody_is_compared(client_de, cip, offre, romes):
    situer_les_lieux()
    parcours = personne("Zidi", romes["K2204"], beneficiaire__commune="Tourcoing", beneficiaire__code_postal="59200")
    Projet.objects.create(
        beneficiaire=parcours.beneficiaire,
        rayon_km=2,
        horaires_possibles=["matin"],
        disponible_le=date(2026, 11, 1),
        port_charges="non",
        heures_souhaitees=26,
    )
    ContratFactory(parcours=parcours, date_debut=date(2026, 9, 1), date_fin=date(2027, 2, 28))
    EmbaucheFactory(mise_en_relation__parcours=parcours, mise_en_relation__entreprise__raison_sociale="Lenoir")
    ancienne = MiseEnRelationFactory(parcours=parcours, entreprise=offre.entreprise, poste="Plonge")
    EtapeMiseEnRelationFactory(
        mise_en_relation=ancienne, etape=EtapePlacement.REFUS_PERSONNE, motif=MotifRefus.HORAIRES
    )
    offre.horaires, offre.port_charges, offre.heures_hebdo = ["nuit"], True, 35
    offre.save()

    html = client_de(cip).get(page(offre)).content.decode()

    for phrase in (
        "n’est pas disponible\u00a0: la nuit",
        "pas de port de charges",
        "35 h par semaine\u00a0; la personne souhaite 26 h",
        "à environ 3 km à vol d’oiseau, de commune à commune\u00a0; la personne cherche jusqu’à 2 km",
        "en contrat chez nous jusqu’au 28\N{NO-BREAK SPACE}février\N{NO-BREAK SPACE}2027",
        "déjà en poste chez Lenoir, à partir du 1er\N{NO-BREAK SPACE}décembre\N{NO-BREAK SPACE}2026",
        "refus de la personne le 4\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026",
    ):
        assert phrase in html, phrase


def test_one_click_proposes_with_the_answer_and_keeps_the_reasons(client_de, cip, offre, romes):
    parcours = personne("Zidi", romes["K2204"])

    response = client_de(cip).post(PROPOSER, reponse(offre, parcours, "reflechit"), follow=True)

    mise = MiseEnRelation.objects.get()
    assert (mise.accord, mise.accord_le, mise.poste) == ("reflechit", date(2026, 11, 22), offre.intitule)
    assert (mise.parcours, mise.entreprise, mise.auteur) == (parcours, offre.entreprise, cip)
    assert {"condition": "permis", "verdict": "a_verifier", "phrase": "permis B non renseigné"} in mise.raisons
    html = response.content.decode()
    assert "La personne réfléchit" in html
    assert "Déjà proposée le 22\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026" in html


def test_a_person_is_proposed_once_for_an_offer_and_an_offer_has_several_people(client_de, cip, offre, romes):
    zidi, bah = personne("Zidi", romes["K2204"]), personne("Bah", romes["K2204"])
    client = client_de(cip)
    for parcours in (zidi, zidi, bah):
        client.post(PROPOSER, reponse(offre, parcours))

    assert list(MiseEnRelation.objects.order_by("pk").values_list("parcours", flat=True)) == [zidi.pk, bah.pk]


@cellules("suite", ["/beneficiaires/", "https://ailleurs.example/", "//ailleurs.example"])
def test_one_comes_back_to_a_page_of_ours_only(client_de, cip, offre, romes, suite):
    response = client_de(cip).post(PROPOSER, reponse(offre, personne("Zidi", romes["K2204"]), suite=suite))

    assert response.headers["Location"] == (suite if suite == "/beneficiaires/" else page(offre))


def test_nobody_is_proposed_for_a_closed_offer(client_de, cip, offre, romes):
    offre.clore("retiree", date(2026, 11, 20))

    client_de(cip).post(PROPOSER, reponse(offre, personne("Zidi", romes["K2204"])))

    assert not MiseEnRelation.objects.exists()


def test_a_forged_answer_is_refused(client_de, cip, offre, romes):
    parcours = personne("Zidi", romes["K2204"])

    assert client_de(cip).post(PROPOSER, reponse(offre, parcours, "peut-être")).status_code == 400
    inconnue = reponse(offre, parcours) | {"reponse": f"{offre.pk}-999999-oui"}
    assert client_de(cip).post(PROPOSER, inconnue).status_code == 404


def test_another_structure_neither_sees_nor_proposes(client_de, cip, etranger, offre, romes, autre_structure):
    parcours = personne("Zidi", romes["K2204"])
    with contexte(autre_structure.pk):
        ailleurs = personne("Ailleurs", romes["K2204"])
        leur_offre = OffreFactory(rome=romes["K2204"])

    assert client_de(etranger).get(page(offre)).status_code == 404
    assert client_de(etranger).post(PROPOSER, reponse(leur_offre, parcours)).status_code == 404
    assert client_de(cip).post(PROPOSER, reponse(offre, ailleurs)).status_code == 404
    assert noms(client_de(cip).get(page(offre))) == ["Zidi Amina"]


def test_roles_see_no_more_than_their_right(client_de, structure, lecteur, encadrant, benevole, offre, romes):
    parcours = personne("Zidi", romes["K2204"])
    MiseEnRelationFactory(parcours=personne("Bah", romes["K2204"]), entreprise=offre.entreprise, offre=offre)
    for sans_droit in (lecteur, encadrant, benevole):
        assert client_de(sans_droit).get(page(offre)).status_code == 403
        assert client_de(sans_droit).post(PROPOSER, reponse(offre, parcours)).status_code == 403
    bureau = client_de(membre(structure, Role.ADMINISTRATIF))

    html = bureau.get(page(offre)).content.decode()

    assert "Amina Bah" in html
    assert "Zidi" not in html
    assert bureau.post(PROPOSER, reponse(offre, parcours)).status_code == 403


def test_reading_people_beside_an_offer_is_journaled(client_de, cip, offre):
    client_de(cip).get(page(offre))

    assert Lecture.objects.filter(quoi="Personnes et offre", utilisateur_id=cip.pk).exists()


def test_htmx_gets_the_section_alone(client_de, cip, offre):
    fragment = client_de(cip).get(page(offre), headers={"HX-Request": "true"}).content.decode()

    assert 'id="offre-personnes"' in fragment
    assert "<main" not in fragment


@cellules("nombre", [1, 3])
def test_the_people_of_an_offer_cost_as_much_for_one_as_for_three(client_de, cip, offre, romes, requetes, nombre):
    for rang in range(nombre):
        parcours = personne(f"Zidi {rang}", romes["K2204"], beneficiaire__commune="Lille")
        MiseEnRelationFactory(parcours=parcours, entreprise=offre.entreprise, offre=offre)
    client = client_de(cip)
    client.get(page(offre))

    with requetes() as faites:
        client.get(page(offre))

    assert len(faites) == 10


def test_offers_for_a_person_come_with_their_reasons(client_de, cip, offre, romes):
    OffreFactory(rome=romes["N1101"], intitule="Cariste de nuit")
    OffreFactory(rome=romes["K2204"], intitule="Offre passée", expire_le=date(2026, 11, 21))
    parcours = personne("Zidi", romes["K2201"])
    url = reverse("parcours:personne_offres", args=[parcours.beneficiaire_id])
    client = client_de(cip)

    html = client.get(url).content.decode()

    assert "Agent de conditionnement" in html
    assert "métier voisin de celui visé" in html
    assert "Cariste de nuit" not in html
    assert "Offre passée" not in html
    assert "Cariste de nuit" in client.get(url, {"metier": "tous"}).content.decode()


@cellules("nombre", [1, 3])
def test_the_offers_of_a_person_cost_as_much_for_one_as_for_three(client_de, cip, romes, structure, requetes, nombre):
    parcours = personne("Zidi", romes["K2204"], beneficiaire__commune="Lille")
    for _ in range(nombre):
        MiseEnRelationFactory(parcours=parcours, offre=OffreFactory(rome=romes["K2204"]))
    url = reverse("parcours:personne_offres", args=[parcours.beneficiaire_id])
    client = client_de(cip)
    client.get(url)

    with requetes() as faites:
        client.get(url)

    assert len(faites) == 14
