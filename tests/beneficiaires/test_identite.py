from datetime import date

import pytest
from django.urls import reverse

from beneficiaires.enums import SITUATIONS_OUVERTES, NatureSituation
from beneficiaires.models import Beneficiaire
from insertion.enums import Role
from insertion.models import Lecture
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, ParcoursFactory, ReferentFactory, SituationFactory


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali", commune="Roubaix", telephone="06 12 34 56 78")


def page(nom, *args):
    return reverse(f"beneficiaires:{nom}", args=args)


def saisie(beneficiaire, **champs):
    return {"prenom": "Amina", "nom": "Benali", "version": beneficiaire.version} | champs


def test_identity_says_who_somebody_is(amina, cip, client_de):
    SituationFactory(beneficiaire=amina)
    ReferentFactory(beneficiaire=amina, utilisateur=cip)

    html = client_de(cip).get(page("beneficiaire_detail", amina.pk)).content.decode()

    assert "<h1>Amina Benali</h1>" in html
    assert '<a class="tn text-nowrap" href="tel:+33612345678">06 12 34 56 78</a>' in html
    assert "RSA depuis mars 2024" in html
    assert "référent·e\u00a0: Camille Dubois" in html


def test_the_heading_says_that_several_follow_somebody(amina, cip, collegue, client_de):
    for referent in (cip, collegue):
        ReferentFactory(beneficiaire=amina, utilisateur=referent)

    assert "référent·es\u00a0: " in client_de(cip).get(page("beneficiaire_detail", amina.pk)).content.decode()


def test_reading_the_identity_leaves_a_trace(amina, cip, client_de):
    client_de(cip).get(page("beneficiaire_detail", amina.pk))

    assert list(Lecture.objects.values_list("utilisateur_id", "beneficiaire_id", "quoi")) == [
        (cip.pk, amina.pk, "identité")
    ]


@cellules("nombre", [1, 3])
def test_identity_asks_the_same_number_of_queries(
    amina, cip, collegue, chef, client_de, django_assert_max_num_queries, nombre
):
    natures = [NatureSituation.RSA, NatureSituation.PERMIS_B, NatureSituation.QPV]
    for nature, collegue_n in list(zip(natures, (cip, collegue, chef), strict=True))[:nombre]:
        SituationFactory(beneficiaire=amina, nature=nature)
        ReferentFactory(beneficiaire=amina, utilisateur=collegue_n)
        amina.documents.create(structure_id=amina.structure_id, nom="cv.pdf", taille=1, depose_par=cip)
    client = client_de(cip)
    client.get(page("beneficiaire_detail", amina.pk))

    with django_assert_max_num_queries(17) as requetes:
        client.get(page("beneficiaire_detail", amina.pk))

    utiles = [r["sql"] for r in requetes.captured_queries if "SAVEPOINT" not in r["sql"]]
    assert len(utiles) - 1 <= 13, "\n".join(utiles)


def test_tabs_are_those_that_the_role_may_open(amina, cip, encadrant, benevole, client_de):
    ParcoursFactory(beneficiaire=amina)
    ReferentFactory(beneficiaire=amina, utilisateur=benevole)

    onglets = []
    for qui in (cip, encadrant, benevole):
        html = client_de(qui).get(page("beneficiaire_detail", amina.pk)).content.decode()
        nav = html[html.index('class="onglets"') :].partition("</nav>")[0]
        onglets.append([nom for nom in ("Parcours", "Identité", "Diagnostic", "Plan") if f">{nom}</a>" in nav])

    assert onglets == [["Parcours", "Identité", "Diagnostic", "Plan"], ["Parcours", "Identité", "Plan"], ["Identité"]]


def test_stranger_gets_404_and_volunteer_only_those_entrusted(amina, etranger, benevole, client_de):
    adresse = page("beneficiaire_detail", amina.pk)

    avant = [client_de(qui).get(adresse).status_code for qui in (etranger, benevole)]
    amina.confier_a(benevole, date(2026, 11, 1))

    assert avant == [404, 404]
    assert client_de(benevole).get(adresse).status_code == 200


def test_health_and_justice_show_only_to_the_roles_that_need_them(amina, cip, encadrant, lecteur, client_de):
    SituationFactory(beneficiaire=amina, nature=NatureSituation.MESURE_JUSTICE)
    SituationFactory(beneficiaire=amina, nature=NatureSituation.PERMIS_B)

    pages = [
        client_de(qui).get(page("beneficiaire_detail", amina.pk)).content.decode()
        for qui in (cip, encadrant, lecteur)
    ]

    assert ["Mesure de justice" in html for html in pages] == [True, False, False]
    assert all("Permis B" in html for html in pages)


def test_resources_address_and_numbers_show_only_to_those_who_hold_the_file(
    amina, cip, encadrant, lecteur, benevole, structure, client_de
):
    """surete.md §5, minimisation: the others have the telephone and the commune."""
    administratif = membre(structure, Role.ADMINISTRATIF)
    ReferentFactory(beneficiaire=amina, utilisateur=benevole)
    SituationFactory(beneficiaire=amina, nature=NatureSituation.RSA)
    Beneficiaire.objects.update(adresse="3 rue des Lilas", commune="Lille", identifiant_france_travail="1234567A")

    pages = {
        qui: client_de(qui).get(page("beneficiaire_detail", amina.pk)).content.decode()
        for qui in (cip, administratif, encadrant, lecteur, benevole)
    }

    assert all("Lille" in html for html in pages.values())
    for tu in ("rue des Lilas", "1234567A", "RSA"):
        assert [qui for qui, html in pages.items() if tu in html] == [cip, administratif], tu


def test_the_list_offers_to_each_only_the_situations_that_they_read(amina, cip, encadrant, client_de):
    liste = reverse("beneficiaires:beneficiaire_list")

    proposees = [
        {code for code in NatureSituation.values if f'value="{code}"' in client_de(qui).get(liste).content.decode()}
        for qui in (cip, encadrant)
    ]

    assert proposees == [set(NatureSituation.values), set(SITUATIONS_OUVERTES)]


def test_identity_is_corrected(amina, cip, client_de):
    reponse = client_de(cip).post(
        page("beneficiaire_update", amina.pk), saisie(amina, nom="Benali-Costa", telephone="0320112233")
    )

    corrigee = Beneficiaire.objects.get()
    assert reponse.status_code == 302
    assert (corrigee.nom, corrigee.telephone.as_e164, corrigee.version) == ("Benali-Costa", "+33320112233", 1)


def test_the_telephone_is_shown_as_one_says_it(amina, cip, client_de):
    html = client_de(cip).get(page("beneficiaire_update", amina.pk)).content.decode()

    assert 'value="06 12 34 56 78"' in html


def test_two_versions_are_shown_when_a_colleague_saved_first(amina, cip, collegue, client_de):
    adresse = page("beneficiaire_update", amina.pk)
    client_de(collegue).post(adresse, saisie(amina, commune="Lille"))

    reponse = client_de(cip).post(adresse, saisie(amina, commune="Tourcoing"))

    html = reponse.content.decode()
    assert reponse.status_code == 409
    assert "<strong>Votre version</strong>Tourcoing" in html
    assert "<strong>Version déjà enregistrée</strong>Lille" in html
    assert html.count('class="versions"') == 1
    assert Beneficiaire.objects.get().commune == "Lille"


def test_after_the_conflict_ones_own_version_can_be_kept(amina, cip, collegue, client_de):
    adresse = page("beneficiaire_update", amina.pk)
    client_de(collegue).post(adresse, saisie(amina, commune="Lille"))

    reponse = client_de(cip).post(adresse, saisie(amina, commune="Tourcoing", version=1))

    assert reponse.status_code == 302
    assert Beneficiaire.objects.get().commune == "Tourcoing"


def test_update_refused_to_stranger_reader_and_bad_data(amina, etranger, lecteur, collegue, client_de):
    adresse = page("beneficiaire_update", amina.pk)

    codes = [
        client_de(etranger).post(adresse, saisie(amina)).status_code,
        client_de(lecteur).post(adresse, saisie(amina)).status_code,
        client_de(collegue).post(adresse, saisie(amina, nom="")).status_code,
        client_de(collegue).post(adresse, saisie(amina, version="")).status_code,
    ]

    assert codes == [404, 403, 422, 422]
    assert Beneficiaire.objects.get().version == 0


def test_a_refused_correction_does_not_change_the_heading(amina, cip, client_de):
    html = client_de(cip).post(page("beneficiaire_update", amina.pk), saisie(amina, nom="Zzz", email="x")).content

    assert "<h1>Amina Benali</h1>" in html.decode()
