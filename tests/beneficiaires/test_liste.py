import re
from datetime import date

import pytest
from django.urls import reverse

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire
from insertion.models import Lecture
from tests.cellules import cellules
from tests.usines import (
    BeneficiaireFactory,
    CandidatureFactory,
    ParcoursFactory,
    ReferentFactory,
    SituationFactory,
)

LISTE = reverse("beneficiaires:beneficiaire_list")


def noms(reponse):
    """The names shown, in the order of the rows."""
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', reponse.content.decode())


@cellules("nombre", [1, 3])
def test_list_of_people_asks_the_same_number_of_queries(
    structure, cip, client_de, django_assert_max_num_queries, nombre
):
    for n in range(nombre):
        ReferentFactory(beneficiaire=BeneficiaireFactory(nom=f"Benali {n}"), utilisateur=cip)
    client = client_de(cip)
    client.get(LISTE)

    with django_assert_max_num_queries(13) as requetes:
        reponse = client.get(LISTE)

    utiles = [r["sql"] for r in requetes.captured_queries if "SAVEPOINT" not in r["sql"]]
    # the context of the test itself is put back once more than in a real request
    assert len(utiles) - 1 <= 9, "\n".join(utiles)
    assert len(noms(reponse)) == nombre


def test_list_says_how_many_people_it_found(structure, cip, client_de):
    BeneficiaireFactory.create_batch(2)

    reponse = client_de(cip).get(LISTE)

    assert "<span data-dire>2 personnes</span>" in reponse.content.decode()


def test_list_shows_who_somebody_is(structure, cip, client_de):
    amina = BeneficiaireFactory(
        prenom="Amina", nom="Benali", commune="Roubaix", telephone="06 12 34 56 78", date_naissance=date(1992, 3, 12)
    )
    ReferentFactory(beneficiaire=amina, utilisateur=cip)

    html = client_de(cip).get(LISTE).content.decode()

    assert f'<a href="/beneficiaires/{amina.pk}/parcours/">Benali Amina</a>' in html
    assert "34 ans" in html
    assert '<a href="tel:+33612345678">06 12 34 56 78</a>' in html
    assert '<td class="qui">Camille Dubois</td>' in html


def test_fifty_people_a_page(structure, cip, client_de):
    BeneficiaireFactory.create_batch(51)
    client = client_de(cip)

    premiere, seconde = client.get(LISTE), client.get(LISTE, {"page": 2})

    assert (len(noms(premiere)), len(noms(seconde))) == (50, 1)
    assert "51 personnes, 1 à 50" in premiere.content.decode()


@cellules("page", ["0", "-1", "abc", "999999999999999999999999", "\x00"])
def test_an_absurd_page_number_still_answers(structure, cip, client_de, page):
    BeneficiaireFactory(nom="Benali", prenom="Amina")

    assert noms(client_de(cip).get(LISTE, {"page": page})) == ["Benali Amina"]


@cellules(
    ("tri", "attendu"),
    [
        ("nom", ["Abadie", "Élan", "Zola"]),
        ("-nom", ["Zola", "Élan", "Abadie"]),
        ("age", ["Zola", "Abadie", "Élan"]),
        ("-age", ["Abadie", "Zola", "Élan"]),
        ("commune", ["Élan", "Zola", "Abadie"]),
        ("creation", ["Zola", "Abadie", "Élan"]),
        ("nimporte", ["Abadie", "Élan", "Zola"]),
    ],
)
def test_list_is_sorted_as_asked(structure, cip, client_de, tri, attendu):
    BeneficiaireFactory(nom="Zola", prenom="", date_naissance=date(2001, 1, 1), commune="Lille")
    BeneficiaireFactory(nom="Abadie", prenom="", date_naissance=date(1980, 1, 1), commune="Tourcoing")
    BeneficiaireFactory(nom="Élan", prenom="", date_naissance=None, commune="Armentières")

    reponse = client_de(cip).get(LISTE, {"tri": tri})

    assert [nom.strip() for nom in noms(reponse)] == attendu


def test_the_sorted_column_says_so(structure, cip, client_de):
    BeneficiaireFactory()

    html = client_de(cip).get(LISTE, {"tri": "-age", "q": ""}).content.decode()

    assert re.findall(r'aria-sort="(\w+)"', html) == ["none", "descending", "none", "none"]


@pytest.fixture
def quatre(structure, cip, collegue):
    """Amina followed by cip, Bruno by a colleague, Chloé by nobody now, Driss on RSA in Lille."""
    amina, bruno, chloe, driss = (
        BeneficiaireFactory(prenom=prenom, nom=nom, commune=commune)
        for prenom, nom, commune in [
            ("Amina", "Benali", "Roubaix"),
            ("Bruno", "Carlier", "Roubaix"),
            ("Chloé", "Lœuillet", "Hem"),
            ("Driss", "D’Almeida", "Lille"),
        ]
    )
    ReferentFactory(beneficiaire=amina, utilisateur=cip)
    ReferentFactory(beneficiaire=bruno, utilisateur=collegue)
    ReferentFactory(beneficiaire=chloe, utilisateur=cip, fin=date(2026, 2, 1))
    ReferentFactory(beneficiaire=driss, utilisateur=collegue)
    SituationFactory(beneficiaire=driss)
    SituationFactory(beneficiaire=bruno, fin=date(2025, 1, 1))
    SituationFactory(beneficiaire=amina, nature=NatureSituation.RQTH)


@cellules(
    ("filtres", "attendu"),
    [
        ({"referent": "moi"}, ["Benali Amina"]),
        ({"referent": "personne"}, ["Lœuillet Chloé"]),
        ({"referent": "zzz"}, ["Benali Amina", "Carlier Bruno", "D’Almeida Driss", "Lœuillet Chloé"]),
        ({"situation": "rsa"}, ["D’Almeida Driss"]),
        ({"situation": "rqth"}, ["Benali Amina"]),
        ({"commune": "roub"}, ["Benali Amina", "Carlier Bruno"]),
        ({"q": "loeuil"}, ["Lœuillet Chloé"]),
        ({"q": "roub"}, []),
        ({"commune": "ROUBAIX", "referent": "moi", "q": "ami"}, ["Benali Amina"]),
    ],
)
def test_list_is_narrowed_by_its_filters(quatre, cip, client_de, filtres, attendu):
    assert noms(client_de(cip).get(LISTE, filtres)) == attendu


def test_list_of_a_colleague(quatre, cip, collegue, client_de):
    assert noms(client_de(cip).get(LISTE, {"referent": collegue.pk})) == ["Carlier Bruno", "D’Almeida Driss"]


def test_a_filter_on_health_tells_nothing_to_who_may_not_know(quatre, encadrant, client_de):
    reponse = client_de(encadrant).get(LISTE, {"situation": "rqth"})

    assert noms(reponse) == []
    assert 'value="rqth"' not in reponse.content.decode()


def test_volunteer_sees_only_the_people_entrusted_to_them(quatre, structure, benevole, client_de):
    confie = ReferentFactory(beneficiaire=BeneficiaireFactory(nom="Vasseur", prenom="Éric"), utilisateur=benevole)
    client = client_de(benevole)

    reponse = client.get(LISTE)

    assert noms(reponse) == ["Vasseur Éric"]
    assert f'href="/beneficiaires/{confie.beneficiaire_id}/"' in reponse.content.decode()


def test_people_of_another_structure_never_show(quatre, etranger, client_de):
    assert noms(client_de(etranger).get(LISTE)) == []


def test_htmx_gets_the_table_alone(quatre, cip, client_de):
    client = client_de(cip)

    html = client.get(LISTE, {"q": "ben"}, headers={"HX-Request": "true"}).content.decode()

    assert html.strip().startswith('<section id="tableau"')
    assert "<html" not in html


def test_reading_the_list_leaves_a_trace(quatre, cip, client_de):
    client_de(cip).get(LISTE)

    assert list(Lecture.objects.values_list("utilisateur_id", "quoi")) == [(cip.pk, "liste des personnes")]


def test_an_empty_structure_is_shown_what_to_do(structure, cip, client_de):
    html = client_de(cip).get(LISTE).content.decode()

    assert "Aucune personne n’est encore suivie ici" in html
    assert "/beneficiaires/nouveau/" in html


def test_no_result_says_what_to_try(quatre, cip, client_de):
    html = client_de(cip).get(LISTE, {"q": "wxyz"}).content.decode()

    assert "Personne ne correspond" in html
    assert "Aucune personne n’est encore suivie" not in html


@cellules("q", ["<script>alert(1)</script>", "x" * 10_000, "\x00", "‮", "%_\\", "' OR 1=1 --", "(", "🙂"])
def test_hostile_searches_are_inert(quatre, cip, client_de, q):
    reponse = client_de(cip).get(LISTE, {"q": q})

    assert reponse.status_code == 200
    assert "<script>alert" not in reponse.content.decode()


# --- What is done with the people found -----------------------------------------------------------


@cellules(
    ("bouton", "page"),
    [
        ("documents", reverse("parcours:lot_create")),
        ("export", reverse("pilotage:export_create", args=["personnes"])),
    ],
)
def test_what_is_typed_goes_along_with_the_people_found(quatre, cip, client_de, bouton, page):
    tape = {"chercher": "1", "q": "", "commune": "roubaix", "vers": bouton}

    reponse = client_de(cip).post(LISTE, tape)

    assert reponse.url.startswith(f"{page}?")
    assert "commune=roubaix" in reponse.url
    assert "vers=" not in reponse.url


def test_whom_one_looks_for_stays_sealed_on_the_way_to_documents(quatre, cip, client_de):
    client = client_de(cip)

    reponse = client.post(LISTE, {"chercher": "1", "q": "Amina", "vers": "documents"})

    assert "Amina" not in reponse.url
    assert "<strong>1 personne</strong>" in client.get(reponse.url).content.decode()


def test_a_button_of_the_list_leads_nowhere_else(quatre, cip, client_de):
    reponse = client_de(cip).post(LISTE, {"chercher": "1", "q": "", "vers": "//ailleurs.example"})

    assert reponse.url.startswith(f"{LISTE}?")


@pytest.fixture
def stades(quatre):
    """Amina is in a parcours, Bruno left, Chloé applied, Driss has nothing here."""
    amina, bruno, chloe, _ = Beneficiaire.objects.order_by("pk")
    ParcoursFactory(beneficiaire=amina)
    ParcoursFactory(beneficiaire=bruno, date_entree=date(2024, 1, 1), date_sortie=date(2025, 1, 1))
    CandidatureFactory(beneficiaire=chloe)
    CandidatureFactory(beneficiaire=amina)


@cellules(
    ("suivi", "attendu"),
    [
        ("en_parcours", ["Benali Amina"]),
        ("sortie", ["Carlier Bruno"]),
        ("candidature", ["Lœuillet Chloé"]),
        ("sans_parcours", ["D’Almeida Driss"]),
    ],
)
def test_list_of_those_who_are_here_who_left_or_who_applied(stades, cip, client_de, suivi, attendu):
    assert noms(client_de(cip).get(LISTE, {"suivi": suivi})) == attendu


def test_each_row_says_where_the_person_stands(stades, cip, client_de):
    html = client_de(cip).get(LISTE).content.decode()

    dits = re.findall(r'<td class="stade">([^<]*)</td>', html)
    assert dits == ["En parcours", "Sortie", "Sans parcours", "Candidature"]
