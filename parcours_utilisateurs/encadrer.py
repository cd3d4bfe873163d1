"""B1 to B6: the chef de service, in the weekly review."""

import io
import re

from playwright.sync_api import expect
from pypdf import PdfReader

from beneficiaires.models import Beneficiaire, Referent
from insertion.enums import Role, Touches
from parcours.enums import DecisionPlan
from parcours.models import ValidationPlan

from .mains import Main
from .terrain import Terrain
from .travaux import travail

CHEF = Role.CHEF_SERVICE


@travail(
    "B1",
    "Voir qui a besoin d’attention",
    role=CHEF,
    gestes=2,
    pages=0,
    cible="One table sorted by « à regarder »; reason in words; open the person in a side panel (1 click, back = "
    "Esc)",
)
def voir_qui_a_besoin(main: Main, terrain: Terrain) -> None:
    main.ouvrir("/equipe/")
    premiere = main.page.locator("table.file-active tbody tr").first
    assert premiere.locator("td strong").first.inner_text(), "la raison ne se lit pas"
    lien = premiere.get_by_role("rowheader").get_by_role("link")
    main.activer(lien)
    main.attendre(main.page.locator("#panneau h2"))
    main.presser("Escape")
    expect(main.page.locator("#panneau h2")).to_have_count(0)
    expect(lien).to_be_focused()


@travail(
    "B2",
    "Confier quarante personnes à un collègue",
    role=CHEF,
    gestes=6,
    pages=4,
    cible="Filter → select all *results* → reassign → Undo bar; ≤ 6 clicks for 40 people",
)
def confier_quarante(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        depart, vers = terrain.compte(Role.CHARGE_INSERTION), terrain.compte(CHEF)
        terrain.confier(depart, 40)
        suivies = set(terrain.suivies().values_list("pk", flat=True))
    main.ouvrir("/equipe/")
    charges = main.page.get_by_role("region", name="Charge de l’équipe")
    main.activer(charges.get_by_role("link", name=re.compile(f"^{depart}")))
    main.activer(main.page.get_by_role("link", name=re.compile("^Sélectionner tous les résultats")))
    main.choisir(main.page.get_by_label("Confier à"), str(vers))
    main.activer(main.page.get_by_role("button", name="Réattribuer"))
    main.attendre(main.page.get_by_text(re.compile(f"dossiers confiés à {vers}")))
    with terrain.dans():
        confiees = Referent.objects.filter(utilisateur=vers, fin=None, beneficiaire__in=suivies)
        assert confiees.count() >= 40
        assert not Referent.objects.filter(utilisateur=depart, fin=None, beneficiaire__in=suivies).exists()
    main.presser("Control+z")
    main.attendre(main.page.get_by_text(re.compile("rendus à qui les avait")))
    with terrain.dans():
        assert set(terrain.suivies().values_list("pk", flat=True)) == suivies


@travail(
    "B3",
    "Approuver un plan, en renvoyer un autre",
    role=CHEF,
    gestes=3,
    pages=0,
    cible="Queue; approve = 1 key, return with a comment = 2 (single keys turned on in « Mes préférences »)",
)
def approuver(main: Main, terrain: Terrain) -> None:
    terrain.regler_les_touches(CHEF, Touches.SEULES)
    with terrain.dans():
        avant = ValidationPlan.objects.filter(decision=DecisionPlan.VALIDE).count()
    main.ouvrir("/approbations/plans/")
    attente = main.page.locator("#file .ch .meta")
    combien = int(attente.first.inner_text().split()[0])
    main.presser("a")
    expect(attente.first).to_have_text(f"{combien - 1} en attente")
    main.presser("r")
    expect(main.page.locator("#renvoi textarea")).to_be_focused()
    main.ecrire("Ajoutez l’échéance du logement.")
    main.presser("Control+Enter")
    expect(attente.first).to_have_text(f"{combien - 2} en attente")
    terrain.regler_les_touches(CHEF, Touches.AIDE)
    with terrain.dans():
        assert ValidationPlan.objects.filter(decision=DecisionPlan.VALIDE).count() == avant + 1
        assert ValidationPlan.objects.filter(motif="Ajoutez l’échéance du logement.").exists()


@travail(
    "B4",
    "Savoir qui a lu, qui a changé",
    role=CHEF,
    gestes=1,
    pages=1,
    cible="From any record, 1 click, French sentences",
)
def savoir_qui_a_lu(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        personne = Beneficiaire.objects.order_by("pk").first()
    main.ouvrir(f"/beneficiaires/{personne.pk}/parcours/")
    main.activer(main.page.get_by_role("link", name=re.compile("Qui a consulté")))
    main.attendre(main.page.get_by_text(re.compile("a ouvert le dossier")).first)


@travail(
    "B5",
    "Lire les chiffres de l’équipe",
    role=CHEF,
    gestes=2,
    pages=2,
    cible="Same engine as reports, filter « mon équipe » (1), then who is behind a figure (1)",
)
def lire_les_chiffres(main: Main, terrain: Terrain) -> None:
    main.ouvrir("/bilans/chiffres/")
    main.activer(main.page.get_by_role("navigation", name="Quels chiffres").get_by_role("link", name="Équipe"))
    main.activer(
        main.page.get_by_role("region", name="Équipe").get_by_role("link", name=re.compile("qui est compté")).first
    )
    main.page.wait_for_url(re.compile(r"/bilans/chiffres/.+/"))
    main.attendre(main.page.get_by_role("table").first)


@travail(
    "B6",
    "Préparer un entretien avec un collègue",
    role=CHEF,
    gestes=2,
    pages=1,
    cible="Printable caseload sheet (A4 landscape), no confidential notes: open it, Ctrl+P",
)
def preparer_un_entretien(main: Main, terrain: Terrain) -> None:
    charge = terrain.compte(Role.CHARGE_INSERTION)
    main.ouvrir("/equipe/")
    main.activer(main.page.get_by_role("link", name=f"Fiche d’entretien avec {charge}"))
    main.attendre(main.page.get_by_role("heading", name=f"Fiche d’entretien : {charge}"))
    main.gestes += 1  # Ctrl+P is the browser's: what it would print is asked for
    feuille = PdfReader(io.BytesIO(main.page.pdf(prefer_css_page_size=True))).pages[0]
    assert feuille.mediabox.width > feuille.mediabox.height, "la feuille n’est pas en paysage"
    with terrain.dans():
        note = terrain.dernier_entretien(terrain.suivie()).compte_rendu
    assert note[:40] not in feuille.extract_text()
