"""One person's whole story in a browser: from the application received to the news three months after the exit."""

import io
import re
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from insertion.enums import TypeStructure
from parcours.models import Contrat, Parcours, Participation, Prolongation, Sortie, SuiviPostSortie, Suspension
from tests.usines import DispositifFactory, SeanceFactory

from .test_premier_jour import convenir_d_un_plan, partager_un_diagnostic


@pytest.fixture
def dates():
    """The days of the story, counted back from today: the exit is three months old."""
    aujourdhui = timezone.localdate()
    return {
        "aujourdhui": aujourdhui,
        "candidature": aujourdhui - timedelta(days=620),
        "entree": aujourdhui - timedelta(days=600),
        "sortie": aujourdhui - relativedelta(months=3),
    }


@pytest.fixture
def chantier(structure, dans, dates):
    """An entreprise d’insertion with one dispositif and one atelier that took place."""
    structure.type = TypeStructure.EI
    structure.save()
    with dans():
        DispositifFactory(nom="Nettoyage")
        debut = timezone.make_aware(datetime.combine(dates["entree"] + timedelta(days=40), time(14)))
        return SeanceFactory(debut=debut, fin=debut + timedelta(hours=2), atelier__titre="Préparer un entretien")


def remplir(page, **champs):
    """Fill the fields by their names, choose where the field is a list (by value, or `label=`, `index=`), tick."""
    for nom, valeur in champs.items():
        champ = page.locator(f"main [name={nom}]").first
        if champ.evaluate("e => e.tagName") == "SELECT":
            champ.select_option(**valeur if isinstance(valeur, dict) else {"value": valeur})
        elif valeur is True:
            champ.check()
        else:
            champ.fill(valeur.isoformat() if hasattr(valeur, "isoformat") else valeur)


def valider(page, bouton="Enregistrer"):
    with page.expect_navigation():  # a form waits for the draft that it is sending
        page.get_by_role("main").get_by_role("button", name=re.compile(bouton)).first.click()


def candidater(page, adresse, dates):
    """Application, then a criterion with its proof and a PASS; accepted, the parcours opens."""
    page.goto(f"{adresse}/candidatures/nouvelle/")
    with page.expect_response(re.compile("ressemblances")):  # likely doubles are looked for as one types
        remplir(page, prenom="Awa", nom="Sarr", date=dates["candidature"])
    valider(page, "Enregistrer la demande")
    page.get_by_role("link", name="Critères et justificatifs").click()
    remplir(
        page,
        diagnostic_auteur="prescripteur",
        diagnostic_le=dates["entree"] - timedelta(days=10),
        pass_numero="999992400001",
        pass_debut=dates["entree"],
        pass_fin=dates["entree"] + timedelta(days=729),
        critere_RSA=True,
        preuve_RSA=dates["entree"] - timedelta(days=20),
    )
    valider(page)
    remplir(page, dispositif={"label": "Nettoyage"}, date_entree=dates["entree"])
    valider(page, "Accepter et ouvrir le parcours")
    expect(page.get_by_role("heading", level=1)).to_have_text("Awa Sarr")


def signer(page, adresse, parcours, dates):
    """A CDDI of four months."""
    page.goto(f"{adresse}/parcours/{parcours}/contrats/nouveau/")
    fin = dates["entree"] + relativedelta(months=4) - timedelta(days=1)
    remplir(page, type="cddi", date_debut=dates["entree"], date_fin=fin, heures="26")
    valider(page)
    expect(page.get_by_role("main")).to_contain_text("CDDI")


def recevoir(page, adresse, personne, dates):
    """Three entretiens, one of them with the encadrant."""
    for rang, genre in enumerate(("individuel", "tripartite", "individuel")):
        quand = datetime.combine(dates["entree"] + timedelta(days=30 * (rang + 1)), time(10))
        page.goto(f"{adresse}/beneficiaires/{personne}/entretiens/nouveau/")
        page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        remplir(page, compte_rendu=f"Entretien numéro {rang + 1}.", genre=genre)
        page.locator("main [name=date]").fill(quand.strftime("%Y-%m-%dT%H:%M"))
        page.keyboard.press("Control+Enter")
        expect(page.locator("#fil")).to_contain_text(f"Entretien numéro {rang + 1}.", timeout=15_000)


def participer(page, adresse, seance, personne):
    """Registered and present."""
    page.goto(f"{adresse}/seances/{seance.pk}/venues/nouvelle/?q=sarr")
    page.locator(f"main input[value='{personne}']").first.check()
    valider(page, "Noter|Ajouter|Enregistrer")


def suspendre(page, adresse, parcours, dates):
    page.goto(f"{adresse}/parcours/{parcours}/suspensions/nouvelle/")
    debut = dates["sortie"] - timedelta(days=60)
    remplir(page, motif={"index": 1}, date_debut=debut, date_fin=debut + timedelta(days=29))
    valider(page)


def renouveler(page, adresse, contrat):
    """The dossier filled by three, printed for their signatures; return the text of the PDF."""
    page.goto(f"{adresse}/contrats/{contrat}/renouvellement/")
    page.wait_for_load_state()
    remplir(page, paroles="Je veux continuer, j’apprends le métier.", avis={"index": 1})
    valider(page)
    page.get_by_role("main").get_by_role("button", name=re.compile("Imprimer|PDF")).first.click()
    with page.expect_download() as telechargement:
        page.get_by_role("link", name="Télécharger le PDF").click(timeout=30_000)
    contenu = Path(telechargement.value.path()).read_bytes()
    return " ".join("\n".join(p.extract_text() for p in PdfReader(io.BytesIO(contenu)).pages).split())


def prolonger(page, adresse, parcours, dates):
    """Refused for a reason kept for other structures (metier.md §4.6), accepted for one of theirs."""
    fin = dates["entree"] + timedelta(days=729 + 30 + 300)
    page.goto(f"{adresse}/parcours/{parcours}/prolongations/nouvelle/")
    remplir(page, motif="difficultes", date_fin=fin, demandee_le=dates["sortie"])
    remplir(page, prescripteur="Mission locale", avis_le=dates["sortie"])
    valider(page)
    expect(page.locator("main form")).to_contain_text("réservé")
    remplir(page, motif="rqth")
    valider(page)


def sortir(page, adresse, parcours, dates):
    page.goto(f"{adresse}/parcours/{parcours}/sortie/nouvelle/")
    debut = dates["sortie"] + timedelta(days=1)
    fin = debut + relativedelta(months=6) - timedelta(days=1)
    remplir(page, date=dates["sortie"], motif="9", destination="Blanchisserie du Nord", forme_emploi={"index": 2})
    remplir(page, emploi_debut=debut, emploi_fin=fin)
    valider(page)


def donner_des_nouvelles(page, adresse, parcours, dates):
    page.goto(f"{adresse}/parcours/{parcours}/nouvelles/ajout/")
    remplir(page, date=dates["aujourdhui"], situation={"index": 1})
    valider(page)


@pytest.mark.usefixtures("referentiels")
def test_from_the_application_to_the_news_three_months_after_the_exit(
    page, se_connecter, cip, structure, chantier, dans, dates, live_server
):
    adresse = live_server.url
    se_connecter(page, cip)

    candidater(page, adresse, dates)
    with dans():
        parcours = Parcours.objects.get()
    personne = parcours.beneficiaire_id
    signer(page, adresse, parcours.pk, dates)
    page.goto(f"{adresse}/beneficiaires/{personne}/parcours/")
    partager_un_diagnostic(page)
    convenir_d_un_plan(page)
    recevoir(page, adresse, personne, dates)
    participer(page, adresse, chantier, personne)
    suspendre(page, adresse, parcours.pk, dates)
    with dans():
        contrat = Contrat.objects.get().pk
    dossier = renouveler(page, adresse, contrat)
    prolonger(page, adresse, parcours.pk, dates)
    sortir(page, adresse, parcours.pk, dates)
    donner_des_nouvelles(page, adresse, parcours.pk, dates)

    assert "Je veux continuer, j’apprends le métier." in dossier
    with dans():
        assert Participation.objects.get().presence == "present"
        assert (Suspension.objects.count(), Prolongation.objects.count()) == (1, 1)
        assert Sortie.objects.get().categorie == "durable"
        assert SuiviPostSortie.objects.get().date == dates["aujourdhui"]
    page.goto(f"{adresse}/beneficiaires/{personne}/parcours/")
    expect(page.locator("#fil")).to_contain_text("Préparer un entretien")
