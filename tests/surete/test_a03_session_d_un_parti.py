"""A3: the session of somebody who left, the back button, an address kept: the entrance, and nothing in the cache."""

from django.urls import reverse

from insertion.models import Appartenance
from tests.usines import ParcoursFactory


def test_a_page_kept_by_somebody_who_left_opens_nothing_more(cip, client_de):
    personne = ParcoursFactory().beneficiaire
    client, adresse = client_de(cip), reverse("beneficiaires:beneficiaire_detail", args=[personne.pk])
    ouverte = client.get(adresse)
    Appartenance.objects.filter(utilisateur=cip).delete()

    apres, encore = client.get(adresse), client.get(adresse)

    assert ouverte.status_code == 200
    assert "no-store" in ouverte["Cache-Control"]
    assert apres.status_code == 403
    assert personne.nom not in apres.content.decode()
    assert encore["Location"].startswith("/compte/login/")


def test_the_address_of_a_document_kept_in_an_email_asks_to_sign_in(client, db):
    for nom in ("beneficiaires:document_fichier", "parcours:production_fichier", "pilotage:produit_pdf"):
        assert client.get(reverse(nom, args=[1]))["Location"].startswith("/compte/login/")


def test_a_suspended_account_is_out_at_its_next_page(cip, client_de):
    client = client_de(cip)
    type(cip).objects.filter(pk=cip.pk).update(is_active=False)

    assert client.get("/")["Location"].startswith("/compte/login/")
