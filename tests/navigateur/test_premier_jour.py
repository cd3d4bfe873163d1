"""The first day: a caseload imported, a person opened, a diagnostic, a plan, a note, its PDF, and its reminder."""

import io
import re
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from parcours.models import Entretien, Evaluation, RendezVous
from pilotage import courriels, rappels
from pilotage.models import Rappel
from tests.pilotage.test_courriels_smtp import boite  # noqa: F401 -- a local SMTP server
from tests.usines import DispositifFactory

CLASSEUR = Path(__file__).parent.parent / "parcours" / "exemples" / "suivi-asp-maison.xlsx"
COMPTE_RENDU = "A déposé le dossier de logement. Prête à reprendre la conduite."


def importer(page, adresse):
    page.goto(f"{adresse}/imports/nouveau/")
    page.get_by_label(re.compile("choisissez-le")).set_input_files(CLASSEUR)
    page.get_by_role("button", name="Lire ce fichier").click()
    page.get_by_role("button", name=re.compile("Vérifier|Continuer|lignes")).click()
    page.get_by_role("link", name=re.compile("Résumé|Continuer|Suite|résumé")).click()
    expect(page.locator(".bilan .phrase")).to_contain_text("38 créations")
    page.get_by_role("button", name="Lancer l’import").click()
    expect(page.get_by_role("heading", name=re.compile("Import terminé"))).to_be_visible(timeout=30_000)


def ouvrir(page, nom):
    page.keyboard.press("Control+k")
    page.keyboard.type(nom[:5].lower())
    expect(page.get_by_role("option", name=re.compile(nom, re.IGNORECASE))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(nom, ignore_case=True)


def partager_un_diagnostic(page):
    page.get_by_role("link", name=re.compile("Mettre à jour|Faire le diagnostic")).click()
    logement = page.get_by_role("group", name="Niveau : Logement")
    logement.locator("input[value='3']").check()
    logement.locator("xpath=ancestor::section").get_by_label("Avec ses mots").fill("J’ai enfin mes clés.")
    page.get_by_role("button", name="Enregistrer le diagnostic").click()
    page.wait_for_url(re.compile(r"^(?!.*nouveau).*$"))


def convenir_d_un_plan(page):
    page.get_by_role("link", name="Plan", exact=True).click()
    page.get_by_role("link", name="Ajouter un objectif").click()
    page.locator("#id_intitule").fill("Repasser le code")
    page.get_by_role("button", name=re.compile("Enregistrer|Ajouter")).click()
    expect(page.get_by_text("Repasser le code").first).to_be_visible()


def noter(page, jour):
    page.get_by_role("link", name="Parcours", exact=True).click()
    page.get_by_label("Compte rendu", exact=True).fill(COMPTE_RENDU)
    page.get_by_text("Thèmes, suite à donner, prochain rendez-vous").click()
    page.get_by_label("Action", exact=True).fill("Appeler l’auto-école sociale")
    page.get_by_label("Jour", exact=True).fill(jour.isoformat())
    page.get_by_label("Heure", exact=True).fill("10:30")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fil")).to_contain_text(COMPTE_RENDU, timeout=15_000)
    expect(page.locator("#fil")).to_contain_text("Appeler l’auto-école sociale")


def imprimer(page):
    page.locator("#fil").get_by_role("link", name=re.compile("Modifier l’entretien")).first.click()
    page.get_by_role("button", name="Imprimer le compte rendu").click()
    with page.expect_download() as telechargement:
        page.get_by_role("link", name="Télécharger le PDF").click(timeout=30_000)
    contenu = Path(telechargement.value.path()).read_bytes()
    return "\n".join(p.extract_text() for p in PdfReader(io.BytesIO(contenu)).pages)


@pytest.mark.usefixtures("boite")
def test_from_an_imported_caseload_to_the_reminder_of_the_next_rendez_vous(
    page, se_connecter, cip, structure, dans, live_server, request
):
    smtp = request.getfixturevalue("boite")
    jour = timezone.localdate() + timedelta(days=9)
    with dans():
        DispositifFactory(nom="Chantier")
    se_connecter(page, cip)

    importer(page, live_server.url)
    ouvrir(page, "Toussaint")
    partager_un_diagnostic(page)
    convenir_d_un_plan(page)
    noter(page, jour)
    texte = imprimer(page)

    assert "Prête à reprendre la conduite" in re.sub(r"\s+", " ", texte)
    with dans():
        assert Entretien.objects.filter(compte_rendu=COMPTE_RENDU).count() == 1
        assert Evaluation.objects.filter(domaine="logement", niveau=3, paroles="J’ai enfin mes clés.").count() == 1
        assert RendezVous.objects.get().debut.date() == jour
    rappeler_la_veille(page, structure, cip, jour, dans, live_server, smtp)


def rappeler_la_veille(page, structure, cip, jour, dans, live_server, smtp):
    """Move the clock to the day before: the reminder shows in the application, and its e-mail leaves once."""
    veille = timezone.make_aware(datetime.combine(jour - timedelta(days=1), time(8, 0)))
    with time_machine.travel(veille, tick=False), dans():
        rappels.recalculer(structure.pk, veille.date())
        rappels.recalculer(structure.pk, veille.date())
        assert Rappel.objects.filter(utilisateur=cip, motif="rendez_vous").count() == 1
    for _ in range(2):
        for courriel in courriels.preparer(structure.pk, veille):
            courriels.envoyer(structure.pk, courriel, veille)

    assert len(smtp.messages) == 1
    assert cip.email in smtp.messages[0]
    page.goto(f"{live_server.url}/rappels/")
    expect(page.get_by_role("main")).to_contain_text("Toussaint", ignore_case=True)
