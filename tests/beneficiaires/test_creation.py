import uuid
from datetime import date

import pytest
from django.urls import reverse

from beneficiaires.models import Beneficiaire, Referent
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ReferentFactory

CREATION = reverse("beneficiaires:beneficiaire_create")
DOUBLONS = reverse("beneficiaires:doublons")


def saisie(referent, **champs):
    return {"prenom": "Amina", "nom": "Benali", "referent": referent.pk, "soumission": uuid.uuid4()} | champs


def test_a_name_is_enough_to_create_somebody(structure, cip, client_de):
    reponse = client_de(cip).post(CREATION, saisie(cip))

    amina = Beneficiaire.objects.get()
    assert (str(amina), amina.structure) == ("Amina Benali", structure)
    assert reponse.status_code == 302
    assert reponse.url == amina.get_absolute_url()


def test_whoever_creates_is_the_referent_unless_they_choose_a_colleague(structure, cip, collegue, client_de):
    page = client_de(cip).get(CREATION).content.decode()
    client_de(cip).post(CREATION, saisie(collegue))

    assert f'<option value="{cip.pk}" selected>Camille Dubois</option>' in page
    assert Referent.objects.get().utilisateur == collegue


def test_everything_typed_is_kept_cleaned(structure, cip, client_de):
    client_de(cip).post(
        CREATION,
        saisie(
            cip,
            nom="  D’Almeida   Costa ",
            prenom="Ine\u0300s\u202e",
            date_naissance="1992-03-12",
            telephone="06 12 34 56 78",
            email="ines@exemple.fr",
            code_postal="59 100",
            langues="français, portugais ; français",
        ),
    )

    ines = Beneficiaire.objects.get()
    assert (ines.nom, ines.prenom) == ("D’Almeida Costa", "Inès")
    assert (ines.date_naissance, ines.code_postal) == (date(1992, 3, 12), "59100")
    assert (ines.telephone.as_e164, ines.langues) == ("+33612345678", ["français", "portugais"])


@cellules(
    ("champs", "message"),
    [
        ({"nom": "  "}, "Le nom est nécessaire."),
        ({"nom": "\u202e\u200b"}, "Le nom est nécessaire."),
        ({"nom": "x" * 10_000}, "80"),
        ({"nom": "Ben\x00ali"}, "nul"),
        ({"date_naissance": "2999-01-01"}, "La date de naissance ne peut pas être dans le futur."),
        ({"date_naissance": "1850-01-01"}, "Cette date de naissance est trop ancienne."),
        ({"date_naissance": "30/02/1990"}, "Cette date n’existe pas."),
        ({"telephone": "06 12"}, "Ce numéro de téléphone n’existe pas."),
        ({"email": "amina@"}, "Cette adresse e-mail n’est pas complète."),
        ({"code_postal": "591"}, "Un code postal compte 5 chiffres."),
        ({"langues": "x" * 50}, "Séparez les langues par des virgules"),
        ({"referent": "999999"}, "choix"),
    ],
)
def test_a_refused_entry_says_why_in_french_and_keeps_the_rest(structure, cip, client_de, champs, message):
    reponse = client_de(cip).post(CREATION, saisie(cip, commune="Roubaix") | champs)

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert 'value="Roubaix"' in reponse.content.decode()
    assert not Beneficiaire.objects.exists()


def test_a_number_of_a_range_that_the_library_does_not_know_is_accepted(structure, cip, client_de):
    reponse = client_de(cip).post(CREATION, saisie(cip, telephone="06 39 98 24 23"))

    assert reponse.status_code == 302
    assert Beneficiaire.objects.get().telephone.as_e164 == "+33639982423"


def test_a_script_in_a_name_stays_text(structure, cip, client_de):
    client = client_de(cip)

    client.post(CREATION, saisie(cip, nom="<script>alert(1)</script>"))
    pages = [
        client.get(reverse("beneficiaires:beneficiaire_list")),
        client.get(reverse("beneficiaires:beneficiaire_detail", args=[Beneficiaire.objects.get().pk])),
    ]

    for page in pages:
        assert "<script>alert" not in page.content.decode()
        assert "&lt;script&gt;alert" in page.content.decode()


def test_the_same_form_sent_twice_makes_one_person(structure, cip, client_de):
    client, envoi = client_de(cip), saisie(cip, telephone="06 12 34 56 78")

    premiere, seconde = client.post(CREATION, envoi), client.post(CREATION, envoi)

    assert Beneficiaire.objects.count() == 1
    assert premiere.url == seconde.url


def test_colleague_may_create_reader_and_volunteer_may_not(structure, collegue, lecteur, benevole, client_de):
    codes = [client_de(qui).post(CREATION, saisie(qui)).status_code for qui in (collegue, lecteur, benevole)]

    assert codes == [302, 403, 403]


def test_referent_is_chosen_among_colleagues_of_the_structure(structure, cip, etranger, client_de):
    reponse = client_de(cip).post(CREATION, saisie(etranger))

    assert reponse.status_code == 422
    assert "Le Goff" not in client_de(cip).get(CREATION).content.decode()


@pytest.fixture
def connue(structure, collegue):
    connue = BeneficiaireFactory(
        prenom="Amina", nom="Benali", telephone="06 12 34 56 78", date_naissance=date(1992, 3, 12)
    )
    ReferentFactory(beneficiaire=connue, utilisateur=collegue)
    return connue


def test_somebody_already_known_is_shown_before_creating(connue, cip, client_de):
    reponse = client_de(cip).post(CREATION, saisie(cip, nom="Bennali", date_naissance="1992-03-12"))

    html = reponse.content.decode()
    assert Beneficiaire.objects.count() == 1
    assert f'href="/beneficiaires/{connue.pk}/"' in html
    assert "suivi·e par Karim Benzema-Morel" in html
    assert "C’est une autre personne, continuer" in html
    assert 'value="Bennali"' in html


def test_the_same_name_asks_even_when_nothing_else_is_typed(connue, cip, client_de):
    client = client_de(cip)

    html = client.post(DOUBLONS, {"prenom": "Amina", "nom": "Benali"}).content.decode()
    reponse = client.post(CREATION, saisie(cip))

    assert f'href="/beneficiaires/{connue.pk}/"' in html
    assert reponse.status_code == 422
    assert Beneficiaire.objects.count() == 1


def test_the_number_of_somebody_else_asks_whatever_the_range(structure, cip, client_de):
    client = client_de(cip)
    client.post(CREATION, saisie(cip, prenom="Bruno", nom="Lecomte", telephone="06.39.98.05.28"))

    reponse = client.post(CREATION, saisie(cip, telephone="06 39 98 05 28"))

    assert reponse.status_code == 422
    assert "Bruno Lecomte" in reponse.content.decode()


def test_saying_that_it_is_somebody_else_creates_them(connue, cip, client_de):
    envoi = saisie(cip, telephone="06 12 34 56 78", ecartees=[connue.pk])

    reponse = client_de(cip).post(CREATION, envoi)

    assert reponse.status_code == 302
    assert Beneficiaire.objects.count() == 2


def test_the_same_form_confirmed_after_the_question_is_saved(connue, cip, client_de):
    client, envoi = client_de(cip), saisie(cip, telephone="06 12 34 56 78")

    client.post(CREATION, envoi)
    reponse = client.post(CREATION, envoi | {"ecartees": [connue.pk]})

    assert reponse.status_code == 302
    assert Beneficiaire.objects.count() == 2


def test_setting_somebody_aside_does_not_set_the_others_aside(connue, cip, client_de):
    autre = BeneficiaireFactory(nom="Ziani", email="amina@exemple.fr")
    envoi = saisie(cip, telephone="06 12 34 56 78", email="amina@exemple.fr", ecartees=[connue.pk, "abc", "9" * 30])

    reponse = client_de(cip).post(CREATION, envoi)

    html = reponse.content.decode()
    assert f'href="/beneficiaires/{autre.pk}/"' in html
    assert f'href="/beneficiaires/{connue.pk}/"' not in html
    assert f'<input type="hidden" name="ecartees" value="{connue.pk}">' in html


def test_doubles_are_noticed_while_typing(connue, cip, client_de):
    client = client_de(cip)

    html = client.post(DOUBLONS, {"nom": "", "telephone": "0612345678", "date_naissance": "19"}).content.decode()

    assert f'href="/beneficiaires/{connue.pk}/"' in html
    assert "<html" not in html


@cellules(
    "champs",
    [{}, {"nom": "Benali"}, {"email": "x@"}, {"nom": "\x00"}, {"telephone": "9" * 5000}, {"ecartees": "\x00"}],
)
def test_nothing_to_compare_shows_nothing(connue, cip, client_de, champs):
    reponse = client_de(cip).post(DOUBLONS, champs)

    assert reponse.status_code == 200
    assert "avis" not in reponse.content.decode()


def test_doubles_of_another_structure_are_never_shown(connue, etranger, lecteur, client_de):
    html = client_de(etranger).post(DOUBLONS, {"telephone": "0612345678"}).content.decode()

    assert "Benali" not in html
    assert client_de(lecteur).post(DOUBLONS, {}).status_code == 403


def test_what_is_typed_never_travels_in_an_address(connue, cip, client_de):
    assert client_de(cip).get(DOUBLONS, {"telephone": "0612345678"}).status_code == 405


def test_a_file_is_put_in_the_charge_of_somebody_who_writes_in_it(structure, cip, administratif, lecteur, client_de):
    page = client_de(cip).get(CREATION).content.decode()

    assert f'<option value="{cip.pk}" selected>' in page
    assert f'<option value="{lecteur.pk}"' not in page
    assert f'<option value="{administratif.pk}"' not in page


def test_whoever_writes_in_no_file_says_who_is_in_charge(structure, administratif, cip, client_de):
    page = client_de(administratif).get(CREATION).content.decode()
    refusee = client_de(administratif).post(CREATION, saisie(cip) | {"referent": ""})
    client_de(administratif).post(CREATION, saisie(cip))

    assert '<option value="" selected>' in page
    assert refusee.status_code == 422
    assert Referent.objects.get().utilisateur == cip
