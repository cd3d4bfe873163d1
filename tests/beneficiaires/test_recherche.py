import re
from datetime import date

import pytest
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.models import Lecture
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ReferentFactory

HTMX = {"HX-Request": "true"}
RECHERCHE = reverse("pilotage:recherche")


@pytest.fixture
def gens(structure):
    for prenom, nom, telephone in [
        ("Amina", "Benali", "06 12 34 56 78"),
        ("Benoît", "Carlier", "03 20 11 22 33"),
        ("Driss", "D’Almeida", ""),
        ("Inès", "D'Almeida", ""),
        ("Guy", "de La Tour", ""),
        ("Élodie", "Lœuillet", "+32 470 12 34 56"),
        ("Jean-Pierre", "Albenoit", ""),
    ]:
        BeneficiaireFactory(prenom=prenom, nom=nom, telephone=telephone)


def trouves(texte):
    return [str(personne) for personne in Beneficiaire.objects.cherche(texte)]


@cellules(
    ("texte", "attendu"),
    [
        ("ami", ["Amina Benali"]),
        ("benali ami", ["Amina Benali"]),
        ("AMINA", ["Amina Benali"]),
        ("amna benali", ["Amina Benali"]),
        ("bennali", ["Amina Benali"]),
        ("benoit", ["Benoît Carlier", "Jean-Pierre Albenoit"]),
        ("dalmeida", ["Driss D’Almeida", "Inès D'Almeida"]),
        ("d'almeida", ["Driss D’Almeida", "Inès D'Almeida"]),
        ("D’Almeida driss", ["Driss D’Almeida"]),
        ("de la tour", ["Guy de La Tour"]),
        ("la tour", ["Guy de La Tour"]),
        ("delatour", ["Guy de La Tour"]),
        ("tour", ["Guy de La Tour"]),
        ("loeuillet", ["Élodie Lœuillet"]),
        ("LŒUILLET", ["Élodie Lœuillet"]),
        ("leuillet", ["Élodie Lœuillet"]),
        ("jean pierre", ["Jean-Pierre Albenoit"]),
        ("jean-pierre", ["Jean-Pierre Albenoit"]),
        ("06 12 34", ["Amina Benali"]),
        ("0612345678", ["Amina Benali"]),
        ("06.12.34.56.78", ["Amina Benali"]),
        ("+33 6 12 34 56 78", ["Amina Benali"]),
        ("0033612", ["Amina Benali"]),
        ("5678", ["Amina Benali"]),
        ("03 20", ["Benoît Carlier"]),
        ("0470", []),
        ("470 12", ["Élodie Lœuillet"]),
        ("06 12 34 56 79", []),
        ("zzz", []),
    ],
)
def test_search_finds_people_as_one_types_them(gens, texte, attendu):
    assert trouves(texte)[: len(attendu) or 1] == attendu


@cellules("texte", ["12/03/1985", "12031985", "12 03 1985", "12-3-1985", "12/03/85", "1985-03-12", "03/1985", "1985"])
def test_search_finds_people_by_their_date_of_birth(gens, texte):
    BeneficiaireFactory(prenom="Karim", nom="Haddad", date_naissance=date(1985, 3, 12))

    assert trouves(texte) == ["Karim Haddad"]


@cellules("telephone", ["06 39 98 12 34", "+33639981234"])
def test_a_number_of_no_operator_is_found_however_it_was_kept(gens, telephone):
    BeneficiaireFactory(prenom="Karim", nom="Haddad", telephone=telephone)

    assert trouves("06 39 98") == trouves("0639981234") == ["Karim Haddad"]


@cellules("texte", ["0528", "05 28", "05.28", "980528", "haddad 0528"])
def test_the_last_figures_of_a_number_find_whose_it_is_even_when_they_begin_with_a_zero(gens, cip, client_de, texte):
    karim = BeneficiaireFactory(prenom="Karim", nom="Haddad", telephone="06 12 98 05 28")
    client = client_de(cip)

    palette = client.post(RECHERCHE, {"q": texte, "mode": "entretien"}, headers=HTMX).content.decode()
    liste = client.get(reverse("beneficiaires:beneficiaire_list"), {"q": texte}).content.decode()

    assert trouves(texte) == ["Karim Haddad"]
    assert str(karim) in palette
    assert f"/{karim.pk}/" in liste


def test_a_year_of_birth_tells_namesakes_apart(gens):
    BeneficiaireFactory(prenom="Amina", nom="Benali", date_naissance=date(1985, 3, 12))

    premiere = Beneficiaire.objects.cherche("benali 1985").first()

    assert premiere.date_naissance == date(1985, 3, 12)


@cellules("texte", ["32/13/1985", "00/00/0000", "0000", "99/9999", "31/02/1985"])
def test_a_day_that_does_not_exist_finds_nobody(gens, texte):
    assert trouves(texte) == []


@cellules("texte", ["ami", "benali ami", "06 12 34", "de la tour", "zzz"])
def test_search_does_not_drown_the_answer(gens, texte):
    assert len(trouves(texte)) <= 1


def test_a_name_that_begins_as_typed_comes_first(structure):
    for nom in ("Albena", "Benali", "Ruben", "Abenza"):
        BeneficiaireFactory(prenom="", nom=nom)

    assert trouves("ben")[0] == "Benali"
    assert set(trouves("ben")) == {"Albena", "Benali", "Ruben", "Abenza"}


def test_of_namesakes_the_one_whom_i_follow_comes_first(structure, cip, collegue, client_de):
    """Enter opens the first answer: it was whoever came first in the alphabet, and the note went to their file."""
    for prenom, referent in [("Samir", collegue), ("Yasmina", cip), ("Toufik", None)]:
        personne = BeneficiaireFactory(prenom=prenom, nom="Cherif")
        if referent:
            ReferentFactory(beneficiaire=personne, utilisateur=referent)

    html = client_de(cip).post(RECHERCHE, {"q": "cherif", "mode": "entretien"}, headers=HTMX).content.decode()

    assert re.findall(r"(\w+) Cherif", html) == ["Yasmina", "Samir", "Toufik"]


def test_palette_shows_eight_people_at_most(structure, cip, client_de):
    BeneficiaireFactory.create_batch(10, nom="Benali")

    html = client_de(cip).post(RECHERCHE, {"q": "ben", "mode": "entretien"}, headers=HTMX).content.decode()

    assert html.count("<li>") == 8


def test_palette_says_which_one_is_meant(gens, cip, client_de):
    amina = Beneficiaire.objects.get(prenom="Amina")
    ReferentFactory(beneficiaire=amina, utilisateur=cip)

    html = client_de(cip).post(RECHERCHE, {"q": "ami"}).content.decode()

    assert re.search(rf'<a href="/beneficiaires/{amina.pk}/parcours/#id_compte_rendu">', html)
    assert "né·e en 1992" in html
    assert "suivi·e par Camille Dubois" in html


@cellules(
    ("texte", "proposee"),
    [
        ("amina benali", True),
        ("ami", True),
        ("samina benali", False),
        ("bennali", True),
        ("amina 5678", True),
        ("delatour", True),
    ],
)
def test_enter_opens_nobody_who_only_looks_like_what_is_typed(gens, cip, client_de, texte, proposee):
    """The palette chooses its first answer by itself, unless it is marked (palette.js)."""
    html = client_de(cip).post(RECHERCHE, {"q": texte, "mode": "entretien"}, headers=HTMX).content.decode()

    premiere = re.search(r"<li><a [^>]*>", html)[0]
    assert ("data-de-loin" not in premiere) is proposee


@cellules(
    ("demande", "offerte"),
    [
        ({"q": "Ouardia Zemmouri", "mode": "entretien"}, True),
        ({"q": "samina benali", "mode": "entretien"}, True),
        ({"q": "Ouardia Zemmouri"}, True),
        ({"q": "amina benali", "mode": "entretien"}, False),
        ({"q": "samina benali"}, False),
        ({"q": "06 99", "mode": "entretien"}, False),
    ],
)
def test_somebody_whom_nobody_knows_yet_can_be_added_from_the_search(gens, cip, client_de, demande, offerte):
    html = client_de(cip).post(RECHERCHE, demande, headers=HTMX).content.decode()

    assert (f"Ajouter « {demande['q']} »" in html) is offerte


def test_whoever_may_not_add_people_is_not_offered_to(gens, lecteur, client_de):
    html = client_de(lecteur).post(RECHERCHE, {"q": "Ouardia Zemmouri"}, headers=HTMX).content.decode()

    assert "Rien ne correspond" in html
    assert "Ajouter" not in html


def test_the_name_looked_for_fills_the_new_file_then_the_note_opens_and_no_address_says_it(structure, cip, client_de):
    client, creation = client_de(cip), reverse("beneficiaires:beneficiaire_create")

    vers = client.post(creation, {"q": "ouardia zemmouri", "chercher": "1", "ensuite": "entretien"}).url
    page = client.get(vers).content.decode()
    reponse = client.post(vers, {"prenom": "Ouardia", "nom": "Zemmouri", "referent": cip.pk})

    ouardia = Beneficiaire.objects.get()
    assert "zemmouri" not in vers.lower()
    assert 'value="Ouardia"' in page
    assert 'value="Zemmouri"' in page
    assert reponse.url == reverse("parcours:entretien_create", args=[ouardia.pk])


def test_a_list_that_finds_nobody_offers_to_add_whom_it_was_asked_for(gens, cip, client_de):
    client, liste = client_de(cip), reverse("beneficiaires:beneficiaire_list")

    html = client.post(liste, {"q": "Ouardia Zemmouri", "chercher": "1"}, follow=True).content.decode()
    vers = re.search(r'href="(/beneficiaires/nouveau/[^"]+)"', html)[1]

    assert "Ajouter « Ouardia Zemmouri »" in html
    assert 'value="Zemmouri"' in client.get(vers).content.decode()


def test_palette_leads_to_a_new_note(gens, cip, lecteur, client_de):
    amina = Beneficiaire.objects.get(prenom="Amina")
    demande = {"q": "ami", "mode": "entretien"}

    html, html_lecteur = (client_de(qui).post(RECHERCHE, demande).content.decode() for qui in (cip, lecteur))

    assert f"/beneficiaires/{amina.pk}/entretiens/nouveau/" in html
    assert f"/beneficiaires/{amina.pk}/parcours/" in html_lecteur


def test_volunteer_finds_only_the_people_entrusted_to_them(gens, benevole, client_de):
    html = client_de(benevole).post(RECHERCHE, {"q": "amina"}).content.decode()

    assert "Benali" not in html
    assert "Rien ne correspond" in html


def test_people_of_another_structure_are_not_found(gens, etranger, client_de):
    assert "Benali" not in client_de(etranger).post(RECHERCHE, {"q": "amina"}).content.decode()


def test_a_search_leaves_a_trace_without_what_was_typed(gens, cip, client_de):
    client_de(cip).post(RECHERCHE, {"q": "amina"})

    assert list(Lecture.objects.values_list("quoi", "chemin")) == [("recherche", RECHERCHE)]


@cellules("q", ["", "   ", "\x00", "(", "<b>x</b>", "y" * 10_000, "‮", "\\", "%", "é" * 500])
def test_hostile_searches_are_inert(gens, cip, client_de, q):
    reponse = client_de(cip).post(RECHERCHE, {"q": q})

    assert reponse.status_code == 200
    assert "<b>x" not in reponse.content.decode()
