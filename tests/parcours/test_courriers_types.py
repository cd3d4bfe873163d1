"""Letters by template: fields from a list, read before they are printed, one for each person, kept with them."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from insertion.enums import EtatTravail
from parcours import lots
from parcours.courriers_types import CHAMPS, valider
from parcours.models import Lot, ModeleCourrier, Production
from tests.cellules import cellules
from tests.parcours.test_lots import tous_les_tours
from tests.parcours.test_productions import Sonnette
from tests.usines import BeneficiaireFactory, ParcoursFactory, ReferentFactory, RendezVousFactory
from tests.usines.parcours import PARIS

LISTE, NOUVEAU = reverse("parcours:courrier_list"), reverse("parcours:courrier_create")
CORPS = "{civilite} {nom},\n\nVenez {rendez_vous} voir {referent}.\n\n{signataire}"


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 24, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def courrier(structure):
    return ModeleCourrier.objects.create(titre="Invitation", corps=CORPS)


@pytest.fixture
def amina(structure, cip):
    """Somebody who has a référent and an appointment."""
    parcours = ParcoursFactory(beneficiaire__nom="Benali", beneficiaire__prenom="Amina", beneficiaire__civilite="mme")
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    RendezVousFactory(parcours=parcours, debut=datetime(2026, 12, 1, 14, 30, tzinfo=PARIS))
    return parcours.beneficiaire


def envoi(courrier, *personnes, **choix):
    parmi = ",".join(str(p.pk) for p in personnes)
    return (
        reverse("parcours:courrier_envoi", args=[courrier.pk])
        + f"?parmi={parmi}"
        + "".join(f"&{nom}={valeur}" for nom, valeur in choix.items())
    )


# --- Writing --------------------------------------------------------------------------------------


@cellules("qui", ["cip", "chef", "administratif"])
def test_the_team_writes_a_letter(qui, client_de, request, structure):
    reponse = client_de(request.getfixturevalue(qui)).post(
        NOUVEAU, {"titre": "Invitation", "corps": CORPS, "actif": "on", "version": 0}
    )

    assert reponse.url == LISTE
    assert (
        ModeleCourrier.objects.get().corps == CORPS.replace("\n", "\r\n")
        or ModeleCourrier.objects.get().corps == CORPS
    )


@cellules(
    ("corps", "phrase"),
    [
        ("Bonjour {prenon}", "Ce champ n’existe pas\u00a0: {prenon}."),
        ("Bonjour {}", "Ce champ n’existe pas\u00a0: {}."),
        ("Bonjour {prenom", "Une accolade n’est pas fermée."),
        ("Bonjour {{ beneficiaire.nom }}", "Ce champ n’existe pas"),
    ],
)
def test_unknown_field_is_refused_beside_the_text_which_is_kept(corps, phrase, cip, client_de):
    reponse = client_de(cip).post(NOUVEAU, {"titre": "Invitation", "corps": corps, "actif": "on", "version": 0})

    page = reponse.content.decode()
    assert reponse.status_code == 422
    assert phrase in page
    assert corps.replace("{{ ", "{{ ") in page


def test_same_title_twice_is_refused(cip, client_de, courrier):
    reponse = client_de(cip).post(NOUVEAU, {"titre": "Invitation", "corps": "x", "actif": "on", "version": 0})

    assert reponse.status_code == 422
    assert "Un courrier type porte déjà ce titre." in reponse.content.decode()


def test_page_lists_the_fields(cip, client_de):
    page = client_de(cip).get(NOUVEAU).content.decode()

    assert [nom for nom in CHAMPS if f"&#123;{nom}&#125;" not in page] == []


def test_two_colleagues_on_one_letter_see_both_versions(cip, client_de, courrier):
    client, url = client_de(cip), reverse("parcours:courrier_update", args=[courrier.pk])
    champs = {"titre": "Invitation", "actif": "on", "version": 0}
    client.post(url, champs | {"corps": "Le premier."})

    assert client.post(url, champs | {"corps": "Le second."}).status_code == 409


@cellules(("qui", "reponse"), [("etranger", 404), ("lecteur", 403), ("encadrant", 403), ("benevole", 403)])
@cellules("vue", ["courrier_update", "courrier_envoi"])
def test_letters_stay_in_the_structure(vue, qui, reponse, courrier, client_de, request):
    client = client_de(request.getfixturevalue(qui))

    assert client.get(reverse(f"parcours:{vue}", args=[courrier.pk])).status_code == reponse


def test_letter_put_aside_is_not_proposed(cip, client_de, courrier, amina):
    ModeleCourrier.objects.update(actif=False)

    assert "Invitation" not in client_de(cip).get(reverse("parcours:lot_create")).content.decode()


def test_every_field_of_the_list_is_accepted():
    assert valider(" ".join(f"{{{nom}}}" for nom in CHAMPS)) is None


# --- Reading before printing ----------------------------------------------------------------------


def test_letter_is_read_as_the_person_will(cip, client_de, courrier, amina):
    page = client_de(cip).get(envoi(courrier, amina)).content.decode().replace("\u00a0", " ")

    assert "Madame Benali," in page
    assert "Venez mardi 1er décembre 2026 à 14 h 30 voir Camille Dubois." in page


def test_next_person_is_read_too(cip, client_de, courrier, amina):
    autre = BeneficiaireFactory(nom="Zitouni", prenom="Samir")

    page = client_de(cip).get(envoi(courrier, amina, autre, rang=2)).content.decode()

    assert "Aperçu pour Samir Zitouni" in page
    assert "Il manque la date et l’heure de son prochain rendez-vous" in page
    assert "Personne précédente" in page


def test_what_was_typed_in_a_name_stays_a_text(cip, client_de, courrier, amina):
    type(amina).objects.filter(pk=amina.pk).update(nom="<script>alert(1)</script>{structure}")

    page = client_de(cip).get(envoi(courrier, amina)).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{structure}" in page


def test_page_asks_the_same_number_of_queries_whatever_the_list(cip, client_de, courrier, amina, requetes):
    client, nombres = client_de(cip), []
    for autres in ([], BeneficiaireFactory.create_batch(3)):
        with requetes() as faites:
            client.get(envoi(courrier, amina, *autres))
        nombres.append(len(faites))

    assert nombres[0] == nombres[1]


def test_whoever_reads_no_appointment_is_not_told_that_there_is_none(administratif, client_de, courrier, amina):
    page = client_de(administratif).get(envoi(courrier, amina)).content.decode().replace("\u00a0", " ")

    assert "Ce courrier dit le prochain rendez-vous, que votre rôle ne lit pas : demandez-le" in page
    assert "compléter son dossier" not in page


# --- Printing -------------------------------------------------------------------------------------


def test_letters_are_printed_for_the_list_and_kept_with_each_person(cip, client_de, courrier, amina):
    sans_rendez_vous = BeneficiaireFactory()
    client = client_de(cip)
    client.post(envoi(courrier, amina, sans_rendez_vous), {"forme": "pdf"})
    lot = Lot.objects.get()

    tous_les_tours()

    lot.refresh_from_db()
    texte = " ".join(page.extract_text() for page in PdfReader(lot.fichier.open()).pages).replace("\u00a0", " ")
    fiche = client.get(reverse("parcours:production_list", args=[amina.pk])).content.decode()
    assert (lot.etat, lot.total) == (EtatTravail.TERMINE, 2)
    assert "Venez mardi 1er décembre 2026 à 14 h 30" in texte
    assert "récapitulatif" not in texte.lower(), "what comes out of the printer goes into envelopes"
    suivi = client.get(reverse("parcours:lot_detail", args=[lot.pk])).content.decode()
    assert "Il manque la date et l’heure de son prochain rendez-vous (champ {rendez_vous})." in suivi
    assert "Invitation du 24 novembre 2026 (PDF)" in fiche.replace("\u00a0", " ")


def test_letter_stays_after_the_batch_is_gone(cip, courrier, amina):
    lots.demander([amina.pk], genre="courrier", forme="pdf", par=cip, tache=Sonnette(), courrier=courrier)
    tous_les_tours()
    Lot.objects.update(termine_at=datetime(2026, 11, 24, tzinfo=PARIS) - timedelta(days=3))

    lots.purger()

    assert Production.objects.get().fichier.open().read().startswith(b"%PDF")
    assert Lot.objects.get().purge_at is not None


def test_letter_already_printed_does_not_follow_its_template(cip, courrier, amina):
    lots.demander([amina.pk], genre="courrier", forme="pdf", par=cip, tache=Sonnette(), courrier=courrier)
    tous_les_tours()
    avant = Production.objects.get().fichier.open().read()
    ModeleCourrier.objects.update(corps="Tout autre chose", titre="Autre")

    assert Production.objects.get().fichier.open().read() == avant
    assert str(Production.objects.get()) == f"Invitation du {date(2026, 11, 24):%d/%m/%Y}"


def test_office_staff_print_letters_with_what_they_may_read(administratif, client_de, amina):
    simple = ModeleCourrier.objects.create(titre="Pièces", corps="{civilite} {nom}, apportez vos papiers.")
    client = client_de(administratif)
    client.post(envoi(simple, amina), {"forme": "pdf"})
    lot = Lot.objects.get()
    tous_les_tours()

    assert client.get(reverse("parcours:lot_fichier", args=[lot.pk])).status_code == 200
    assert client.get(reverse("parcours:production_list", args=[amina.pk])).status_code == 200
