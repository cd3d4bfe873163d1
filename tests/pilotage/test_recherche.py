"""Ctrl+K: what each role of a structure finds in it, and that a colleague of another structure finds none of it."""

import re
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Document
from insertion.enums import EtatTravail, Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.enums import GenreProduction
from parcours.models import Production
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    CandidatureFactory,
    DispositifLocalFactory,
    EntrepriseFactory,
    ParcoursFactory,
    PartenaireFactory,
    ReferentFactory,
)

RECHERCHE = reverse("pilotage:recherche")
HTMX = {"HX-Request": "true"}
#: What a search for « lœuillet » finds in the structure of each role, when everything there is called so.
TOUT = {
    "Élodie Lœuillet",
    "Brice Lœuillet",
    "cv-loeuillet.pdf",
    "Garage Lœuillet",
    "Maison Lœuillet (partenaire)",
    "Fonds Lœuillet",
    "Appeler Mme Lœuillet",
    "Soigner Mme Lœuillet",
}
RESEAU = {"Garage Lœuillet", "Maison Lœuillet (partenaire)", "Fonds Lœuillet"}
GENS = {"Élodie Lœuillet", "Brice Lœuillet"}


def peupler(referent):
    """People, a file, a firm, a partner, a scheme and two actions, one of them of a sensitive domain."""
    elodie = BeneficiaireFactory(
        prenom="Élodie", nom="Lœuillet", telephone="+33639981234", date_naissance=date(1985, 3, 12)
    )
    ReferentFactory(beneficiaire=elodie, utilisateur=referent)
    parcours = ParcoursFactory(beneficiaire=elodie)
    BeneficiaireFactory(prenom="Brice", nom="Lœuillet", telephone="+33639985678")
    Document.objects.create(
        beneficiaire=elodie,
        nom="cv-loeuillet.pdf",
        genre="cv",
        type_mime="application/pdf",
        taille=4,
        fichier=ContentFile(b"%PDF", "cv.pdf"),
    )
    EntrepriseFactory(raison_sociale="Garage Lœuillet")
    PartenaireFactory(nom="Maison Lœuillet (partenaire)")
    DispositifLocalFactory(nom="Fonds Lœuillet")
    ActionFactory(parcours=parcours, intitule="Appeler Mme Lœuillet", domaine="logement")
    ActionFactory(parcours=parcours, intitule="Soigner Mme Lœuillet", domaine="sante")


@pytest.fixture
def deux_structures(structure, autre_structure, cip, etranger):
    """The same names on both sides, so that what is found can only come from one's own."""
    peupler(cip)
    with contexte(autre_structure.pk):
        peupler(etranger)


def trouvailles(client, texte, **autres):
    """The titles found, group by group."""
    html = client.post(RECHERCHE, {"q": texte, **autres}, headers=HTMX).content.decode()
    sections = re.findall(r'<section class="trouvailles" aria-label="([^"]+)">(.*?)</section>', html, re.DOTALL)
    return {titre: re.findall(r"<strong>([^<]+)</strong>", corps) for titre, corps in sections}


def titres(client, texte):
    groupes = trouvailles(client, texte)
    groupes.pop("Faire", None)
    return sorted(titre for titres in groupes.values() for titre in titres)


ROLES = {
    Role.CHEF_SERVICE: TOUT,
    Role.CHARGE_INSERTION: TOUT,
    Role.DIRECTION: TOUT,
    Role.ADMINISTRATIF: RESEAU | GENS | {"cv-loeuillet.pdf"},
    Role.ENCADRANT: RESEAU | GENS | {"Appeler Mme Lœuillet"},
    Role.LECTURE: RESEAU | GENS | {"Appeler Mme Lœuillet"},
    Role.BENEVOLE: RESEAU,
}


@cellules("texte", ["lœuillet", "loeuilet", "LOEUILLET"])
@cellules("role", ROLES)
def test_each_role_finds_exactly_what_it_may_see(deux_structures, structure, client_de, role, texte):
    colocataire = membre(structure, role, prenom="Dominique", nom="Ravel")

    assert titres(client_de(colocataire), texte) == sorted(ROLES[role])


def test_a_volunteer_finds_the_person_entrusted_to_them(deux_structures, structure, benevole, client_de):
    brice = BeneficiaireFactory(prenom="Brice", nom="Lœuillet-Roy")
    ReferentFactory(beneficiaire=brice, utilisateur=benevole)

    assert trouvailles(client_de(benevole), "lœuillet")["Personnes"] == ["Brice Lœuillet-Roy"]


@cellules("texte", ["lœuillet", "loeuilet", "06 39 98", "0639981234", "12/03/1985", "cv loeuillet"])
def test_a_worker_of_another_structure_opens_none_of_ours(
    deux_structures, structure, cip, etranger, client_de, texte
):
    liens = [
        set(
            re.findall(
                r'<a href="([^"#]+)', client_de(qui).post(RECHERCHE, {"q": texte}, headers=HTMX).content.decode()
            )
        )
        for qui in (cip, etranger)
    ]
    siens, etrangers = ({lien for lien in ensemble if re.search(r"/\d+/", lien)} for ensemble in liens)

    assert siens
    assert len(siens) == len(etrangers)
    assert siens & etrangers == set()


@cellules(
    ("texte", "attendues"),
    [
        ("06 39 98", ["Élodie Lœuillet", "Brice Lœuillet"]),
        ("06 39 98 12", ["Élodie Lœuillet"]),
        ("+33 6 39 98 56 78", ["Brice Lœuillet"]),
        ("12/03/1985", ["Élodie Lœuillet"]),
        ("elo loeui", ["Élodie Lœuillet", "Brice Lœuillet"]),
    ],
)
def test_people_are_found_by_part_of_a_number_a_birth_or_a_name(deux_structures, cip, client_de, texte, attendues):
    personnes = trouvailles(client_de(cip), texte)["Personnes"]

    assert personnes[0] == attendues[0]
    assert set(personnes) <= set(attendues)


def test_documents_and_actions_are_found_with_the_name_of_the_person(deux_structures, cip, client_de):
    client = client_de(cip)

    assert trouvailles(client, "cv elodie")["Documents déposés"] == ["cv-loeuillet.pdf"]
    assert trouvailles(client, "apeler elodie")["Actions des plans"] == ["Appeler Mme Lœuillet"]
    assert "Documents déposés" not in trouvailles(client, "elodie")


def test_each_word_that_is_added_narrows_what_is_found(deux_structures, cip, client_de):
    """The SQL that is kept of one word is not that of two, and two searches of as many words do not mix."""
    client = client_de(cip)

    assert len(trouvailles(client, "loeuillet")["Actions des plans"]) == 2
    assert trouvailles(client, "soigner loeuillet")["Actions des plans"] == ["Soigner Mme Lœuillet"]
    assert trouvailles(client, "appeler loeuillet")["Actions des plans"] == ["Appeler Mme Lœuillet"]
    assert trouvailles(client, "loeuillet brice")["Personnes"][0] == "Brice Lœuillet"


def test_documents_made_are_found_by_whoever_asked_for_them(deux_structures, cip, chef, client_de):
    Production.objects.create(
        genre=GenreProduction.PLAN,
        demande_par=cip,
        role_demandeur=Role.CHARGE_INSERTION,
        etat=EtatTravail.TERMINE,
        termine_at=timezone.now(),
        fichier="x",
        empreinte="0" * 64,
    )

    assert trouvailles(client_de(cip), "plan a remetre")["Documents produits"] == ["Plan à remettre"]
    assert "Documents produits" not in trouvailles(client_de(chef), "plan a remettre")


def test_what_one_wants_to_do_is_found_too(deux_structures, cip, lecteur, client_de):
    client = client_de(cip)

    assert trouvailles(client, "rappels")["Faire"] == ["Mes rappels"]
    assert trouvailles(client, "nouv pers")["Faire"] == ["Nouvelle personne"]
    assert trouvailles(client, "entretien elodie")["Faire"][0] == "Nouvel entretien avec Élodie Lœuillet"
    assert next(iter(trouvailles(client, "entretien elodie"))) == "Faire"
    assert "Faire" not in trouvailles(client_de(lecteur), "nouv pers")
    assert "Faire" not in trouvailles(client_de(lecteur), "entretien elodie")


def test_a_group_shows_five_answers_then_all_of_them(structure, cip, client_de):
    BeneficiaireFactory.create_batch(12, prenom="Amina", nom="Benali")
    client = client_de(cip)

    page = client.post(RECHERCHE, {"q": "benali"}).content.decode()

    assert len(trouvailles(client, "benali")["Personnes"]) == 5
    assert 'name="groupe" value="personnes"' in page
    assert len(trouvailles(client, "benali", groupe="personnes")["Personnes"]) == 12


def test_the_page_opens_empty_and_keeps_what_was_typed_out_of_its_address(structure, cip, client_de):
    client = client_de(cip)

    vide, remplie = client.get(RECHERCHE, {"q": "benali"}), client.post(RECHERCHE, {"q": "benali"})

    assert "benali" not in vide.content.decode()
    assert 'value="benali"' in remplie.content.decode()
    assert "Rien ne correspond à «\xa0benali\xa0»" in remplie.content.decode()
    assert list(Lecture.objects.values_list("quoi", "chemin")) == [("recherche", RECHERCHE)]


@cellules("q", ["(", "<b>x</b>", "\\", "%", "_", "é" * 500, "a b c d e f g h i j", "9" * 80, "’ - /"])
def test_hostile_searches_are_inert(deux_structures, cip, client_de, q):
    reponse = client_de(cip).post(RECHERCHE, {"q": q, "groupe": q, "mode": q})

    assert reponse.status_code == 200
    assert "<b>x" not in reponse.content.decode()


@cellules("fois", [1, 8])
def test_search_asks_the_same_number_of_queries(structure, cip, client_de, requetes, fois):
    for _ in range(fois):
        peupler_une(cip)
    client = client_de(cip)
    client.post(RECHERCHE, {"q": "lœuillet"}, headers=HTMX)

    with requetes() as faites:
        client.post(RECHERCHE, {"q": "lœuillet"}, headers=HTMX)

    assert len(faites) == REQUETES, "\n".join(faites)


#: The session, the user, the membership, the context, the journal, and one for each of the six sources.
REQUETES = 11


def peupler_une(referent):
    parcours = ParcoursFactory(beneficiaire__nom="Lœuillet")
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent)
    EntrepriseFactory(raison_sociale="Garage Lœuillet")
    ActionFactory(parcours=parcours, intitule="Appeler Mme Lœuillet")


@cellules(
    "liste",
    [
        "beneficiaires:beneficiaire_list",
        "parcours:candidature_list",
        "parcours:passage_list",
        "pilotage:agenda_rendez_vous",
        "pilotage:file_active_list",
    ],
)
def test_whom_one_looks_for_in_a_list_is_in_no_address(structure, chef, client_de, liste):
    CandidatureFactory(beneficiaire=ParcoursFactory(beneficiaire__nom="Zelhaoui").beneficiaire)
    client, adresse = client_de(chef), reverse(liste)

    suite = client.post(adresse, {"q": "zelhaoui", "tri": "nom", "chercher": "1"})["Location"]
    page = client.get(suite).content.decode()

    adresses = [suite, *re.findall(r'(?:href|action|hx-\w+)="([^"]*)"', page)]
    assert [une for une in adresses if "zelhaoui" in une.lower()] == []
    assert ("Zelhaoui" in page, 'value="zelhaoui"' in page) == (True, True)
    assert client.get(adresse, {"q": "chiffre:1:abimé"}).status_code == 200


@cellules(
    ("mots", "titre"),
    [
        ("archiver", "Archiver, effacer un dossier"),
        ("effacer", "Archiver, effacer un dossier"),
        ("exporter", "Exporter une liste"),
        ("inviter", "Inviter un collègue"),
    ],
)
def test_the_palette_names_what_one_may_do_and_whom_to_ask_otherwise(client_de, structure, mots, titre):
    direction, administratif, lecteur = (
        membre(structure, role) for role in (Role.DIRECTION, Role.ADMINISTRATIF, Role.LECTURE)
    )

    pages = [
        client_de(qui).post(reverse("pilotage:recherche"), {"q": mots}).content.decode()
        for qui in (direction, lecteur)
    ]

    assert all(titre in page for page in pages)
    assert ["demandez à votre direction" in page for page in pages] == [False, True]
    if mots != "exporter":
        page = client_de(administratif).post(reverse("pilotage:recherche"), {"q": mots}).content.decode()
        assert "demandez à votre direction" in page
