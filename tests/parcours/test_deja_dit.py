"""What was said once is not asked for again on the way in (experience.md §4, 20; WCAG 3.3.7)."""

import re
import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from parcours.models import Candidature, Import, Parcours
from tests.usines import CandidatureFactory, DispositifFactory

IDENTITE = {"nom", "prenom", "date_naissance", "telephone", "email", "adresse", "nir"}
PASS = {"pass_numero": "999992400001", "pass_debut": date(2026, 1, 5), "pass_fin": date(2028, 1, 4)}


#: Of a list: its name and the value chosen.
CHOISI = re.compile(r'<select[^>]* name="(colonne_\d)"[^>]*>.*?<option value="(\w*)"[^>]*selected', re.DOTALL)


def demandes(page):
    """Names of the fields that one fills."""
    return set(re.findall(r"<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]* name=\"(\w+)\"", page))


@pytest.fixture
def candidature(structure):
    dispositif = DispositifFactory(nom="Chantier Nettoyage")
    return CandidatureFactory(
        dispositif=dispositif, orienteur="mission_locale", prescripteur="Mission locale du Val", **PASS
    )


def test_an_application_says_who_and_the_entry_asks_neither_that_nor_the_rest(client_de, cip, structure):
    client, dispositif = client_de(cip), DispositifFactory()
    saisie = {"nom": "Haddad", "prenom": "Samira", "telephone": "06 39 98 12 34", "date": "2026-11-02"}
    saisie |= {"dispositif": dispositif.pk, "prescripteur": "Mission locale", "soumission": uuid.uuid4()}

    fiche = client.post(reverse("parcours:candidat_create"), saisie, follow=True).content.decode()

    assert not demandes(fiche) & IDENTITE
    assert re.search(rf'<option value="{dispositif.pk}"[^>]*selected', fiche)
    demande = Candidature.objects.get()
    acceptation = {"dispositif": dispositif.pk, "date_entree": "2026-11-09", "derogation": "Vu avec la direction"}
    client.post(reverse("parcours:candidature_acceptation", args=[demande.pk]), acceptation)
    parcours = Parcours.objects.get()
    assert (parcours.beneficiaire.nom, parcours.prescripteur) == ("Haddad", "Mission locale")


def test_a_parcours_opened_without_the_application_has_what_the_application_says(client_de, cip, candidature):
    page = client_de(cip).get(reverse("parcours:parcours_create", args=[candidature.beneficiaire_id]))

    form = page.context["form"]
    assert {nom: form[nom].value() for nom in PASS} == PASS
    assert form["prescripteur"].value() == "Mission locale du Val"
    assert form["orienteur"].value() == "mission_locale"
    assert form["dispositif"].value() == candidature.dispositif_id
    assert not demandes(page.content.decode()) & IDENTITE


def test_an_application_that_was_answered_fills_in_nothing(client_de, cip, candidature):
    Candidature.objects.update(statut="annulee", decidee_le=date(2026, 11, 3))

    page = client_de(cip).get(reverse("parcours:parcours_create", args=[candidature.beneficiaire_id]))

    assert not page.context["form"]["prescripteur"].value()


def test_an_import_asks_for_its_file_once_and_each_step_knows_the_last(client_de, cip, structure):
    client = client_de(cip)
    contenu = b"Nom;Prenom;Ne le;Metier vise;Hobby\nBenali;Amina;12/03/1992;Cuisine;chorale\n;Luc;31/02/1990;;\n"

    def deposer(nom):
        fichier = SimpleUploadedFile(nom, contenu)
        return client.post(
            reverse("parcours:import_create"), {"fichier": fichier, "soumission": uuid.uuid4()}, follow=True
        ).content.decode()

    colonnes = deposer("liste.csv")
    assert "fichier" not in demandes(colonnes)
    choix = dict.fromkeys(("remplacer", "date_entree_defaut"), "")
    choix |= dict(CHOISI.findall(colonnes))
    assert (choix["colonne_0"], choix["colonne_2"]) == ("nom", "date_naissance")

    importation = Import.objects.get()
    refusee = client.post(
        reverse("parcours:import_correspondance", args=[importation.pk]), choix | {"colonne_4": "nom"}
    )
    assert refusee.status_code == 422
    assert dict(CHOISI.findall(refusee.content.decode()))["colonne_4"] == "nom"

    client.post(reverse("parcours:import_correspondance", args=[importation.pk]), choix | {"colonne_4": "projet"})
    for etape in ("lignes", "detail"):
        page = client.get(reverse(f"parcours:import_{etape}", args=[importation.pk]), follow=True).content.decode()
        assert not {"fichier", "colonne_0"} & demandes(page)
    assert dict(CHOISI.findall(deposer("autre.csv")))["colonne_4"] == "projet"
    assert not Beneficiaire.objects.exists()
