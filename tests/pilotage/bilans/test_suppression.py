"""Taking away a report that was only a draft: at once, undone for a day; what was produced stays."""

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import EtatTravail, Role
from insertion.models import Geste
from pilotage.bilans import production
from pilotage.models import Bilan, BilanProduit
from tests.cellules import cellules
from tests.conftest import membre

from .conftest import Sonnette


@pytest.fixture
def adresse(bilan):
    return reverse("pilotage:bilan_delete", args=[bilan.pk])


def test_a_draft_goes_at_once_and_comes_back_with_its_words(bilan, adresse, chef, client_de):
    bilan.ecrire("presentation", "Nous avons ouvert un second atelier.")
    client = client_de(chef)
    assert adresse in client.get(bilan.get_absolute_url()).content.decode()

    suite = client.post(adresse, follow=True)
    assert suite.redirect_chain == [(reverse("pilotage:bilan_list"), 302)]
    assert "est supprimé" in suite.content.decode()
    assert not Bilan.objects.exists()

    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))
    assert "Nous avons ouvert un second atelier." in client.get(bilan.get_absolute_url()).content.decode()


def test_the_deletion_and_the_words_stay_in_the_history(bilan, adresse, chef, client_de):
    bilan.ecrire("presentation", "Nous avons ouvert un second atelier.")

    client_de(chef).post(adresse)

    trace = Bilan.pgh_event_models["delete"].objects.get(pgh_obj_id=bilan.pk, pgh_label="delete")
    assert trace.pgh_context["utilisateur"] == chef.pk
    assert any(bloc["texte"] == "Nous avons ouvert un second atelier." for bloc in trace.blocs)


PRODUIT = {"fichier": "b.pdf", "tableur": "b.xlsx", "empreinte": "0a", "empreinte_tableur": "0b"}


@cellules("etat", [EtatTravail.EN_FILE, EtatTravail.ECHEC, EtatTravail.TERMINE])
def test_a_report_with_a_version_stays(bilan, adresse, chef, client_de, etat):
    production.demander(bilan, par=chef, tache=Sonnette())
    le = timezone.now()
    BilanProduit.objects.update(etat=etat, termine_at=le, donnees_at=le, **PRODUIT)
    client = client_de(chef)

    reponse = client.post(adresse, follow=True)
    assert reponse.redirect_chain == [(bilan.get_absolute_url(), 302)]
    assert "il ne peut plus être supprimé" in reponse.content.decode()
    assert adresse not in client.get(bilan.get_absolute_url()).content.decode()
    assert BilanProduit.objects.get().bilan_id == bilan.pk


@cellules("role", ["cip", "encadrant", "lecteur", "benevole"])
def test_who_does_not_write_reports_deletes_none(bilan, adresse, client_de, request, role):
    client = client_de(request.getfixturevalue(role))

    assert client.post(adresse).status_code == 403
    assert Bilan.objects.exists()


def test_readers_are_not_offered_the_deletion(bilan, adresse, cip, client_de):
    assert adresse not in client_de(cip).get(bilan.get_absolute_url()).content.decode()


def test_another_structure_finds_nothing_to_delete(bilan, adresse, autre_structure, client_de):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))

    assert client.post(adresse).status_code == 404
    assert Bilan.objects.exists()
