"""A placement in a browser: from a firm in a spreadsheet to the sixth month in the job (metier.md §1 row 44)."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from entreprises.models import Entreprise, Offre
from insertion import tableur
from insertion.enums import TypeStructure
from insertion.models import Rome
from parcours.enums import FormeEmploi
from parcours.models import Embauche, EtapeProjet, Immersion, MiseEnRelation, Sortie, SuiviPostSortie
from tests.usines import BeneficiaireFactory, DispositifFactory, MetierViseFactory, ParcoursFactory

from .test_parcours_entier import remplir, valider

ENTETES = ("Raison sociale", "SIRET", "Code postal", "Commune", "Téléphone", "Contact")
FIRME = ("Conserverie du Port", "", "59100", "Roubaix", "03 20 00 00 00", "Sylvie Lemoine")


@pytest.fixture
def jours():
    """The days of the story, counted back from today: the hire is seven months old."""
    sortie = timezone.localdate() - relativedelta(months=7)
    return {"aujourdhui": timezone.localdate(), "sortie": sortie, "immersion": sortie - timedelta(days=40)}


@pytest.fixture
def personnes(structure, dans, jours):
    """Two people who aim at the job, one of them with a permis that nobody noted."""
    structure.type = TypeStructure.EI
    structure.save()
    with dans():
        Rome.objects.get_or_create(code="H2102", defaults={"libelle": "Conduite de machines de conditionnement"})
        dispositif = DispositifFactory(nom="Conditionnement")
        gens = []
        for prenom in ("Awa", "Idriss"):
            beneficiaire = BeneficiaireFactory(prenom=prenom, nom="Sarr", commune="Roubaix", code_postal="59100")
            entree = jours["sortie"] - timedelta(days=400)
            ParcoursFactory(beneficiaire=beneficiaire, dispositif=dispositif, date_entree=entree)
            MetierViseFactory(beneficiaire=beneficiaire, rome_id="H2102", intitule="Agent de conditionnement")
            gens.append(beneficiaire)
        return gens


def importer(page, adresse, dossier):
    """The spreadsheet that the structure keeps its firms in."""
    fichier = Path(dossier) / "entreprises.xlsx"
    fichier.write_bytes(tableur.ecrire("Entreprises", ENTETES, [FIRME]))
    page.goto(f"{adresse}/entreprises/imports/nouveau/")
    page.get_by_label(re.compile("Déposez votre fichier")).set_input_files(fichier)
    page.get_by_role("button", name="Lire ce fichier").click()
    page.get_by_role("button", name="Vérifier les lignes").click()
    page.get_by_role("link", name="Voir le résumé").click()
    page.get_by_role("button", name="Lancer l’import").click()
    expect(page.get_by_role("button", name="Annuler cet import")).to_be_visible(timeout=30_000)


def echanger(page, adresse, firme, mode, resultat, texte):
    """Logged from the page of the firm: the mode, the result, a few words."""
    page.goto(f"{adresse}/entreprises/{firme}/")
    page.get_by_text(mode, exact=True).click()
    page.get_by_text(resultat, exact=True).click()
    page.locator("form.echange [name=texte]").fill(texte)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#fil")).to_contain_text(texte)


def noter_une_offre(page, adresse, firme):
    page.goto(f"{adresse}/entreprises/{firme}/offres/nouvelle/")
    remplir(page, intitule="Agent de conditionnement", code_rome="H2102", permis="permis_b", postes="2")
    valider(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Agent de conditionnement")


def proposer(page, personne):
    """One click says that the person agrees; the reasons stand beside it."""
    carte = page.locator("#offre-personnes .rapprochements > li", has_text=personne)
    expect(carte).to_contain_text("Agent de conditionnement")
    expect(carte).to_contain_text("permis B non renseigné")
    carte.get_by_role("button", name=re.compile("d’accord|Oui", re.IGNORECASE)).first.click()
    expect(carte).to_contain_text("Déjà proposée")


def accueillir(page, adresse, parcours, firme, jours):
    """The immersion, and the text of its convention."""
    page.goto(f"{adresse}/parcours/{parcours}/immersions/nouvelle/?entreprise={firme}")
    page.get_by_label("Confirmer un projet professionnel").check()
    fin = jours["immersion"] + timedelta(days=11)
    remplir(page, poste="Agent de conditionnement", metier={"index": 1}, debut=jours["immersion"], fin=fin)
    remplir(page, signee_le=jours["immersion"] - timedelta(days=3))
    valider(page)
    page.get_by_role("button", name="Imprimer la convention").click()
    with page.expect_download() as telechargement:
        page.get_by_role("link", name="Télécharger le PDF").click(timeout=30_000)
    contenu = Path(telechargement.value.path()).read_bytes()
    return " ".join("\n".join(p.extract_text() for p in PdfReader(io.BytesIO(contenu)).pages).split())


def tirer_le_bilan(page, adresse, immersion, jours):
    page.goto(f"{adresse}/immersions/{immersion}/bilan/")
    remplir(page, le=jours["immersion"] + timedelta(days=12), paroles="J’ai tenu le rythme.")
    page.get_by_label("Confirme le projet").check()
    valider(page)


def embaucher(page, adresse, mise, jours):
    page.goto(f"{adresse}/mises-en-relation/{mise}/embauche/")
    debut = jours["sortie"] + timedelta(days=1)
    fin = debut + relativedelta(months=8) - timedelta(days=1)
    remplir(page, poste="Agent de conditionnement", forme=FormeEmploi.CDD.value, debut=debut, fin=fin)
    valider(page)


def sortir(page, adresse, parcours, jours):
    """The exit knows the employer, the dates and the motive that fits: only its day is said."""
    page.goto(f"{adresse}/parcours/{parcours}/sortie/nouvelle/")
    expect(page.locator("[name=destination]")).to_have_value("Conserverie du Port")
    expect(page.locator("[name=motif]")).to_have_value("9")
    remplir(page, date=jours["sortie"])
    valider(page)


def prendre_des_nouvelles(page, adresse, parcours, jours):
    page.goto(f"{adresse}/parcours/{parcours}/nouvelles/ajout/")
    remplir(page, date=jours["aujourdhui"], echeance="6", situation="cdd")
    valider(page)


@pytest.mark.usefixtures("referentiels")
def test_from_a_firm_in_a_spreadsheet_to_the_sixth_month_in_the_job(
    page, connecter, cip, personnes, dans, jours, live_server, tmp_path
):
    adresse = live_server.url
    connecter(page, cip)
    awa, idriss = personnes

    importer(page, adresse, tmp_path)
    with dans():
        firme = Entreprise.objects.get().pk
        parcours = awa.parcours.get().pk
    echanger(page, adresse, firme, "Appel", "Rendez-vous pris", "Nous reçoit jeudi.")
    echanger(page, adresse, firme, "Visite", "A une offre", "Deux postes au conditionnement.")
    noter_une_offre(page, adresse, firme)
    proposer(page, "Sarr Awa")
    proposer(page, "Sarr Idriss")
    convention = accueillir(page, adresse, parcours, firme, jours)
    with dans():
        immersion = Immersion.objects.get().pk
        mise = MiseEnRelation.objects.get(parcours=parcours)
        MiseEnRelation.objects.update(proposee_le=jours["immersion"] - timedelta(days=10), accord_le=None)
    tirer_le_bilan(page, adresse, immersion, jours)
    embaucher(page, adresse, mise.pk, jours)
    sortir(page, adresse, parcours, jours)
    prendre_des_nouvelles(page, adresse, parcours, jours)

    assert "Conserverie du Port" in convention
    assert "Confirmer un projet professionnel" in convention
    with dans():
        assert {m.parcours.beneficiaire_id for m in MiseEnRelation.objects.all()} == {awa.pk, idriss.pk}
        assert all(m.raisons for m in MiseEnRelation.objects.all())
        assert EtapeProjet.objects.get().etape == "valide"
        assert (Offre.objects.count(), Embauche.objects.count()) == (1, 1)
        sortie = Sortie.objects.get()
        assert (sortie.categorie, sortie.entreprise_id) == ("durable", firme)
        assert SuiviPostSortie.objects.get().echeance == 6
    page.goto(f"{adresse}/entreprises/{firme}/")
    fait = page.locator("section.placements")
    expect(fait).to_contain_text(re.compile(r"Immersion\s*1"))
    expect(fait).to_contain_text(re.compile(r"Embauche\s*1"))
    expect(fait).to_contain_text("Contact à 6 mois")
    expect(page.locator("main .ph").first).to_contain_text("Partenaire")
    page.goto(f"{adresse}/beneficiaires/{awa.pk}/parcours/")
    expect(page.locator("#fil")).to_contain_text("Nouvelles à 6 mois")
    expect(page.locator("#fil")).to_contain_text("Embauche chez Conserverie du Port")
