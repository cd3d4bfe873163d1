"""The pages of health: alive, ready, and the same in words."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from insertion import sceau
from insertion.models import Battement, Lecture, Sauvegarde
from insertion.tasks import battre
from parcours.models import Production
from pilotage.sante import sonder
from tests.usines import BeneficiaireFactory, NoteConfidentielleFactory


@pytest.fixture
def tout_va_bien(db):
    """Beat has just rung, and a backup was proved yesterday."""
    battre()
    hier = timezone.now() - timedelta(days=1)
    return Sauvegarde.objects.create(fichier="s", octets=1, lignes=1, documents=0, faite_at=hier, prouvee_at=hier)


def mauvaises(dans=timedelta()):
    return {sonde.nom for sonde in sonder(timezone.now() + dans) if not sonde.bien}


def test_alive_asks_nobody(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get(reverse("pilotage:sante")).status_code == 200


def test_ready_says_a_word_for_each_part_and_nothing_else(client, tout_va_bien):
    reponse = client.get(reverse("pilotage:pret"))

    assert (reponse.status_code, set(reponse.json().values())) == (200, {"bien"})
    assert "no-store" in reponse["Cache-Control"]


def test_each_part_that_stops_turns_red(tout_va_bien, settings, structure, cip):
    assert mauvaises() == set()

    assert mauvaises(timedelta(minutes=4)) == {"taches"}
    assert mauvaises(timedelta(days=7)) == {"taches", "sauvegardes"}
    settings.REDIS_URL, settings.CLAMD = "redis://127.0.0.1:1/0", "127.0.0.1:1"
    assert mauvaises() == {"file", "antivirus"}


def test_a_red_part_says_what_waits_and_what_still_works(tout_va_bien, settings, structure, cip):
    NoteConfidentielleFactory(texte="Elle a quitté le foyer.", auteur=cip)
    settings.REDIS_URL, settings.CLAMD = "redis://127.0.0.1:1/0", "127.0.0.1:1"
    settings.CLES_CHIFFREMENT = f"autre:{'0' * 32}"
    cache.set("passerelle:sms", True)

    dites = {sonde.nom: sonde.dit for sonde in sonder(timezone.now()) if not sonde.bien}

    assert dites.keys() == {"file", "antivirus", "cles", "messages"}
    assert "Les pages fonctionnent\u00a0; documents et messages attendent, rien n’est perdu." in dites["file"]
    assert "Les documents déposés attendent en quarantaine." in dites["antivirus"]
    assert "absente de CLES_CHIFFREMENT. Remettez-la." in dites["cles"]
    assert dites["messages"].startswith("Les SMS ne partent plus\u00a0: leur serveur ne répond pas.")


def test_a_document_that_no_worker_takes_is_seen(tout_va_bien, structure, cip):
    Production.objects.create(
        beneficiaire=BeneficiaireFactory(), genre="dossier", demande_par=cip, role_demandeur="charge_insertion"
    )

    assert mauvaises() == set()
    assert "documents" in mauvaises(timedelta(minutes=16))


def test_readings_that_wait_for_their_seal_are_seen(tout_va_bien, structure, cip):
    Lecture.objects.create(utilisateur_id=cip.pk, quoi="fiche", chemin="/")

    assert "sceau" in mauvaises(timedelta(minutes=16))
    sceau.sceller(timezone.now())
    assert "sceau" not in mauvaises(timedelta(minutes=16))


def test_never_proved_is_red(db):
    battre()
    Sauvegarde.objects.create(fichier="s", octets=1, lignes=1, documents=0, faite_at=timezone.now())

    assert mauvaises() == {"sauvegardes"}


def test_who_answers_for_the_structure_reads_it_in_words(client_de, chef, cip, tout_va_bien):
    Battement.objects.all().delete()
    adresse = reverse("pilotage:etat_service")

    page = client_de(chef).get(adresse).content.decode()

    assert "N’ont jamais tourné." in page
    assert client_de(cip).get(adresse).status_code == 403


JETON = "jeton-de-prometheus"


@pytest.fixture
def metriques(settings):
    """`metriques(client)`: {series: value} of what Prometheus reads."""
    settings.JETON_METRIQUES = JETON

    def lire(client):
        page = client.get("/metriques/", headers={"Authorization": f"Bearer {JETON}"})
        lignes = (ligne for ligne in page.content.decode().splitlines() if not ligne.startswith("#"))
        return {serie: float(valeur) for serie, _, valeur in (ligne.rpartition(" ") for ligne in lignes)}

    return lire


def test_the_figures_are_there_for_who_brings_the_token_and_for_nobody_else(client, db, settings, metriques):
    assert metriques(client)
    for refuse in ("", JETON, f"Bearer {JETON}x", "Bearer ", "Bearer é"):
        assert client.get("/metriques/", headers={"Authorization": refuse}).status_code == 404

    settings.JETON_METRIQUES = ""
    assert client.get("/metriques/", headers={"Authorization": "Bearer "}).status_code == 404


def test_the_pages_are_counted_by_route_and_by_how_they_end(structure, cip, client_de, metriques):
    amina, client = BeneficiaireFactory(nom="Zelhaoui"), client_de(cip)
    avant = metriques(client)
    client.get(f"/beneficiaires/{amina.pk}/")
    client.get("/beneficiaires/0/")
    client.get("/zelhaoui/")
    client.generic("ZELHAOUI", "/sante/")
    apres = metriques(client)

    def de_plus(serie):
        return apres.get(serie, 0) - avant.get(serie, 0)

    assert (
        de_plus('tremplin_requetes_total{methode="GET",route="beneficiaires:beneficiaire_detail",status="200"}') == 1
    )
    assert (
        de_plus('tremplin_requetes_total{methode="GET",route="beneficiaires:beneficiaire_detail",status="404"}') == 1
    )
    assert de_plus('tremplin_requetes_total{methode="GET",route="aucune",status="404"}') == 1
    assert de_plus('tremplin_requetes_total{methode="autre",route="aucune",status="405"}') == 1
    assert de_plus('tremplin_duree_secondes_bucket{le="+Inf",route="beneficiaires:beneficiaire_detail"}') == 2
    assert not [serie for serie in apres if "elhaoui" in serie.lower() or structure.nom in serie or "/" in serie]


def test_whichever_web_process_is_asked_adds_up_the_figures_of_all(tmp_path):
    un_processus = f"""if True:
        from pathlib import Path
        from django.conf import settings
        settings.configure(JETON_METRIQUES="oui", MESURES=Path({str(tmp_path)!r}) / "mesures")
        from insertion import mesures
        mesures.REQUETES.labels("une", "GET", 200).inc()
        print(mesures.exposer().decode())
    """
    dits = [subprocess.check_output([sys.executable, "-c", un_processus], text=True) for _ in range(2)]

    serie = 'tremplin_requetes_total{methode="GET",route="une",status="200"}'
    assert [f"{serie} {n}.0" in dit for n, dit in enumerate(dits, 1)] == [True, True]


def test_the_figures_of_the_instance_are_those_that_the_page_of_health_judges(tout_va_bien, client, cip, metriques):
    Production.objects.create(
        beneficiaire=BeneficiaireFactory(), genre="dossier", demande_par=cip, role_demandeur="charge_insertion"
    )
    Production.objects.update(created_at=timezone.now() - timedelta(minutes=20))

    lues = metriques(client)

    assert {sonde for sonde in lues if sonde.startswith("tremplin_sonde") and not lues[sonde]} == {
        'tremplin_sonde{nom="documents"}'
    }
    assert lues['tremplin_en_attente{genre="parcours.production"}'] == 1
    assert lues['tremplin_en_attente_age_secondes{genre="parcours.production"}'] == pytest.approx(1200, abs=60)
    assert lues['tremplin_en_attente{genre="pilotage.envoi"}'] == 0
    assert lues['tremplin_age_secondes{quoi="sauvegarde_prouvee"}'] == pytest.approx(86400, abs=60)
    assert lues['tremplin_age_secondes{quoi="battement"}'] < 60
