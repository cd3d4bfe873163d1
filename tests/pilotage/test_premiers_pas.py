"""The first hour: steps that tick themselves, an example to try on, that leaves nothing behind."""

import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatPas
from insertion.isolation.models import ModeleIsole
from insertion.models import Appartenance, Structure
from tests.usines import BeneficiaireFactory, EntretienFactory
from tests.usines.bilans import BilanFactory

ACCUEIL = reverse("pilotage:accueil")
CHARGER, RETIRER = reverse("pilotage:exemple_chargement"), reverse("pilotage:exemple_retrait")


@pytest.fixture
def nouveau(cip):
    Appartenance.objects.filter(pk=cip.appartenance.pk).update(premiers_pas=EtatPas.OUVERTS)
    return cip


def tout_compter():
    modeles = [m for m in apps.get_models() if issubclass(m, ModeleIsole) and not m.__name__.endswith("Event")]
    return {m._meta.label: m.objects.count() for m in modeles if m._meta.model_name not in ("lecture", "geste")}


def test_step_is_ticked_by_what_was_done_and_put_aside_steps_come_back(client_de, nouveau):
    client = client_de(nouveau)
    avant = client.get(ACCUEIL).content.decode()
    EntretienFactory(auteur=nouveau)
    apres = client.get(ACCUEIL).content.decode()
    range_ = client.post(reverse("pilotage:premiers_pas_fermeture"), follow=True).content.decode()
    repris = client.post(reverse("pilotage:premiers_pas_reprise"), follow=True).content.decode()

    assert "<strong>Noter un entretien</strong>" in apres
    assert "<strong>Noter un entretien</strong>" not in avant
    assert ["Vos premiers pas</h2>" in page for page in (avant, range_, repris)] == [True, False, True]


def test_example_shows_everywhere_and_leaves_nothing_behind(client_de, cip):
    avant, client = tout_compter(), client_de(cip)

    client.post(CHARGER)
    client.post(CHARGER)
    personnes = [str(personne) for personne in Beneficiaire.objects.order_by("prenom")]
    page = client.get(Beneficiaire.objects.first().get_absolute_url()).content.decode()
    client.post(RETIRER)

    assert personnes == ["Amina Exemple", "Bruno Exemple", "Chloé Exemple"]
    assert "ces personnes sont inventées" in page
    assert tout_compter() == avant


def test_nobody_real_is_written_beside_an_example_nor_the_other_way_round(client_de, cip, chef):
    client = client_de(chef)
    client.post(CHARGER)
    with pytest.raises(IntegrityError, match="exemple"), transaction.atomic():
        BeneficiaireFactory()
    saisie = {"prenom": "Léa", "nom": "Petit", "referent": cip.pk, "soumission": uuid.uuid4()}
    page = client.post(reverse("beneficiaires:beneficiaire_create"), saisie)
    bilan = BilanFactory()
    client.post(reverse("pilotage:produit_create", args=[bilan.pk]))
    client.post(RETIRER)
    BeneficiaireFactory()
    refus = client.post(CHARGER, follow=True).content.decode()

    assert (page.status_code, "Retirez d’abord l’exemple" in page.content.decode()) == (409, True)
    assert not bilan.produits.exists()
    assert "suit déjà des personnes" in refus
    assert Structure.objects.get(pk=chef.appartenance.structure_id).exemple_at is None


def test_the_steps_fold_to_one_line_once_the_first_is_done(client_de, nouveau):
    client = client_de(nouveau)
    avant = client.get(ACCUEIL)
    EntretienFactory(auteur=nouveau)
    apres = client.get(ACCUEIL)

    assert [page.context["pas_replies"] for page in (avant, apres)] == [False, True]
    assert "1 sur 5" in apres.content.decode()
