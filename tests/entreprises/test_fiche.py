"""A firm: added once, corrected, closed; its contacts and its sites."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from entreprises.models import Contact, Entreprise, Etablissement
from tests.cellules import cellules
from tests.usines import ContactFactory, EchangeFactory, EntrepriseFactory
from tests.usines.socle import siret

NOUVELLE = reverse("entreprises:entreprise_create")
RESSEMBLANCES = reverse("entreprises:entreprise_ressemblances")


def saisie(**champs):
    return {
        "raison_sociale": "Menuiserie Lefort",
        "siret": "",
        "commune": "Roubaix",
        "remarques": "Livrer tôt",
    } | champs


@pytest.fixture
def entreprise(structure):
    return EntrepriseFactory(raison_sociale="Conserverie du Port", siret=siret(7), commune="Roubaix")


def vers(nom, *args):
    return reverse(f"entreprises:{nom}", args=args)


def test_firm_is_added_with_a_spaced_siret_and_a_bare_site(client_de, cip):
    numero = siret(3)
    espace = f"{numero[:3]} {numero[3:6]} {numero[6:9]} {numero[9:]}"

    response = client_de(cip).post(NOUVELLE, saisie(siret=espace, naf="3811z", site="lefort.exemple.fr"))

    entreprise = Entreprise.objects.get()
    assert response.url == entreprise.get_absolute_url()
    assert (entreprise.siret, entreprise.naf) == (numero, "38.11Z")
    assert entreprise.site == "https://lefort.exemple.fr"


@cellules(
    ("champs", "phrase"),
    [
        ({"raison_sociale": ""}, "La raison sociale est nécessaire."),
        ({"siret": "12345678901234"}, "Ce numéro SIRET n’est pas valide"),
        ({"siret": siret(7), "ecartees": "tous"}, "avec ce SIRET"),
        ({"code_postal": "591"}, "Un code postal compte 5 chiffres."),
        ({"naf": "menuiserie"}, "Un code NAF s’écrit 38.11Z."),
        ({"site": "javascript:alert(1)"}, "adresse"),
        ({"telephone": "demander"}, "Un numéro de téléphone compte des chiffres"),
    ],
)
def test_refused_firm_says_why_and_keeps_what_was_typed(client_de, cip, entreprise, champs, phrase):
    champs = champs | ({"ecartees": entreprise.pk} if "ecartees" in champs else {})

    response = client_de(cip).post(NOUVELLE, saisie(**champs))

    html = response.content.decode()
    assert (response.status_code, Entreprise.objects.count()) == (422, 1)
    assert phrase in html
    assert "Livrer tôt" in html


@cellules(
    ("champs", "vue"),
    [
        ({"raison_sociale": "Conserverie du port SARL", "commune": "roubaix"}, True),
        ({"raison_sociale": "Autre nom", "siret": siret(7, "0002")}, True),
        ({"raison_sociale": "Conserverie du Port", "commune": "Dunkerque"}, False),
        ({"raison_sociale": "Menuiserie Lefort", "commune": "Roubaix"}, False),
    ],
)
def test_double_is_noticed_while_typing(client_de, cip, entreprise, champs, vue):
    html = client_de(cip).post(RESSEMBLANCES, champs).content.decode()

    assert ("Conserverie du Port" in html) == vue


def test_double_is_proposed_once_never_imposed(client_de, cip, entreprise):
    client, donnees = client_de(cip), saisie(raison_sociale="Conserverie du Port", referent=cip.pk)

    premiere = client.post(NOUVELLE, donnees)
    seconde = client.post(NOUVELLE, donnees | {"ecartees": entreprise.pk})

    assert (premiere.status_code, seconde.status_code) == (422, 302)
    assert Entreprise.objects.count() == 2


def test_firm_sent_twice_is_written_once(client_de, cip):
    client, donnees = client_de(cip), saisie(soumission=uuid.uuid4())

    for _ in range(2):
        client.post(NOUVELLE, donnees)

    assert Entreprise.objects.count() == 1


def test_firm_followed_by_somebody_who_left_keeps_them_until_changed(client_de, cip, collegue, entreprise):
    Entreprise.objects.update(referent=collegue)
    collegue.appartenance.fin = date(2026, 1, 31)
    collegue.appartenance.save()
    url = vers("entreprise_update", entreprise.pk)

    page = client_de(cip).get(url).content.decode()
    client_de(cip).post(url, saisie(version=0, referent=collegue.pk, secteurs_verts=["nature"]))

    entreprise.refresh_from_db()
    assert "Karim Benzema-Morel" in page
    assert (entreprise.referent, entreprise.secteurs_verts) == (collegue, ["nature"])


def test_late_correction_of_a_firm_shows_both(client_de, cip, collegue, entreprise):
    url = vers("entreprise_update", entreprise.pk)
    client_de(collegue).post(url, saisie(version=0, raison_sociale="Conserverie Maes"))

    response = client_de(cip).post(url, saisie(version=0, raison_sociale="Conserverie du Nord"))

    assert response.status_code == 409
    assert "Conserverie Maes" in response.content.decode()


def test_page_of_a_firm_says_who_what_and_when(client_de, lecteur, entreprise):
    ContactFactory(entreprise=entreprise, fonction="Responsable RH")
    EchangeFactory(entreprise=entreprise, texte="Cherche deux personnes pour Noël.")

    html = client_de(lecteur).get(entreprise.get_absolute_url()).content.decode()

    for attendu in (
        "Prospectée",
        "Sylvie Lemoine",
        "Responsable RH",
        "Cherche deux personnes",
        "2 novembre 2026",
    ):
        assert attendu in html
    assert vers("echange_create", entreprise.pk) not in html


def test_page_costs_the_same_with_one_and_with_three_of_everything(client_de, cip, entreprise, requetes):
    client, url = client_de(cip), entreprise.get_absolute_url()
    EchangeFactory(entreprise=entreprise, auteur=cip, contact=ContactFactory(entreprise=entreprise))
    client.get(url)
    with requetes() as une:
        client.get(url)
    for _ in range(2):
        EchangeFactory(entreprise=entreprise, auteur=cip, contact=ContactFactory(entreprise=entreprise))

    with requetes() as trois:
        client.get(url)

    assert len(trois) == len(une)


def test_firm_that_ceased_says_so_and_comes_back(client_de, cip, entreprise):
    client = client_de(cip)

    client.post(vers("entreprise_fermeture", entreprise.pk))
    fermee = client.get(entreprise.get_absolute_url()).content.decode()
    client.post(vers("entreprise_reouverture", entreprise.pk))

    assert "A cessé son activité" in fermee
    assert vers("echange_create", entreprise.pk) not in fermee
    entreprise.refresh_from_db()
    assert entreprise.fermee_le is None


def test_contact_is_added_corrected_and_leaves(client_de, cip, entreprise):
    client = client_de(cip)
    client.post(vers("contact_create", entreprise.pk), {"nom": "Aubert", "telephone": "03 20 11 22 33"})
    contact = Contact.objects.get()

    client.post(vers("contact_update", contact.pk), {"nom": "Aubert", "prenom": "Léa", "version": 0})
    client.post(vers("contact_depart", contact.pk))
    html = client.get(entreprise.get_absolute_url()).content.decode()

    assert "Léa Aubert" in html
    assert "Parti·e en" in html
    client.post(vers("contact_retour", contact.pk))
    contact.refresh_from_db()
    assert contact.parti_le is None


def test_contact_without_a_name_is_refused_and_keeps_the_rest(client_de, cip, entreprise):
    response = client_de(cip).post(vers("contact_create", entreprise.pk), {"nom": "", "fonction": "Cheffe d’atelier"})

    assert response.status_code == 422
    assert "Cheffe d’atelier" in response.content.decode()


def test_late_correction_of_a_contact_shows_both(client_de, cip, collegue, entreprise):
    contact = ContactFactory(entreprise=entreprise)
    url = vers("contact_update", contact.pk)
    client_de(collegue).post(url, {"nom": "Lemoine", "prenom": "Solange", "version": 0})

    assert client_de(cip).post(url, {"nom": "Lemoine", "version": 0}).status_code == 409


def test_site_is_added_then_closed(client_de, cip, entreprise):
    client = client_de(cip)
    client.post(vers("etablissement_create", entreprise.pk), {"nom": "Dépôt nord", "commune": "Tourcoing"})
    site = Etablissement.objects.get()

    client.post(vers("etablissement_update", site.pk), {"nom": "Dépôt nord", "fermee_le": "2026-06-30", "version": 0})

    assert "Fermé" in client.get(entreprise.get_absolute_url()).content.decode()


def adresses(entreprise, contact):
    """Every page that writes on a firm."""
    return [
        *(vers(nom, entreprise.pk) for nom in ("entreprise_update", "contact_create", "etablissement_create")),
        *(vers(nom, entreprise.pk) for nom in ("echange_create", "entreprise_fermeture", "entreprise_reouverture")),
        *(vers(nom, contact.pk) for nom in ("contact_update", "contact_depart", "contact_retour")),
    ]


def test_stranger_finds_no_such_firm(client_de, etranger, entreprise):
    client = client_de(etranger)
    codes = {client.post(url, {}).status_code for url in adresses(entreprise, ContactFactory(entreprise=entreprise))}

    assert codes == {404}
    assert client.get(entreprise.get_absolute_url()).status_code == 404


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_reader_writes_nothing(request, client_de, role, entreprise):
    client = client_de(request.getfixturevalue(role))
    urls = [NOUVELLE, RESSEMBLANCES, *adresses(entreprise, ContactFactory(entreprise=entreprise))]

    assert {client.post(url, saisie()).status_code for url in urls} == {403}


def test_palette_finds_a_firm(client_de, cip, etranger, entreprise):
    url = reverse("pilotage:recherche")

    assert "Conserverie du Port" in client_de(cip).post(url, {"q": "conserv"}).content.decode()
    assert "Conserverie" not in client_de(etranger).post(url, {"q": "conserv"}).content.decode()
