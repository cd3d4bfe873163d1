"""A1 to A11: the chargée d'insertion, in a room with somebody, then on a telephone."""

import re
import unicodedata
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from entreprises.models import Offre
from insertion.enums import Role
from insertion.models import Brouillon
from parcours.enums import EtatAction, StatutRendezVous
from parcours.models import Action, Diagnostic, MiseEnRelation, Production, RendezVous

from .mains import Main
from .terrain import Terrain
from .travaux import travail

#: Of this run, for a demonstration already running keeps what the last one wrote.
TEXTE = f"Nous avons relu l’offre ensemble ({timezone.now():%d/%m à %H:%M:%S})."
CIP = Role.CHARGE_INSERTION


def trois_lettres(personne) -> str:
    """The start of a name as one types it: no capital, no accent."""
    return unicodedata.normalize("NFD", personne.nom).encode("ascii", "ignore").decode().lower()[:3]


def descendre_jusqu_a(main: Main, personne) -> None:
    """Arrow down in the answers of Ctrl+K when somebody else bears a name that begins so; each arrow counts."""
    cherchee = main.page.locator(f"[role=option][href^='/beneficiaires/{personne.pk}/']").first
    main.attendre(cherchee)
    while cherchee.get_attribute("aria-selected") != "true":
        main.presser("ArrowDown")


@travail(
    "A1",
    "Écrire un entretien aussitôt",
    role=CIP,
    gestes=6,
    pages=2,
    cible="Ctrl+K, 3 letters, Enter → caret already in the note; type; Ctrl+Enter (issue 9: at most 6); the page of "
    "the person, then the thread with the note",
)
def ecrire_un_entretien(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        personne = terrain.suivie()
    main.ouvrir("/")
    main.presser("Control+k")
    main.ecrire(trois_lettres(personne))
    descendre_jusqu_a(main, personne)
    main.presser("Enter")
    main.page.wait_for_url(re.compile(r"/parcours/"))
    expect(main.page.get_by_label("Compte rendu", exact=True)).to_be_focused()
    main.ecrire(TEXTE)
    main.presser("Control+Enter")
    main.attendre(main.page.get_by_role("article").get_by_text(TEXTE))
    with terrain.dans():
        assert terrain.dernier_entretien(personne).compte_rendu == TEXTE


@travail(
    "A2",
    "Retrouver un texte interrompu",
    role=CIP,
    gestes=1,
    pages=1,
    cible="Saved on the server ≤ 2 s after a pause; survives logout; resume in 1 click from « Ma journée »",
)
def ne_rien_perdre(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        personne = terrain.suivies()[1]
    main.ouvrir(f"/beneficiaires/{personne.pk}/entretiens/nouveau/")
    champ = main.page.get_by_label("Compte rendu", exact=True)
    champ.focus()
    main.ecrire(TEXTE)
    main.attendre(main.page.locator("[data-etat=enregistre]"), delai=2)
    with terrain.dans():
        assert Brouillon.objects.get(cle=f"entretien:{personne.pk}").champs["compte_rendu"] == [TEXTE]
    _sortir_et_revenir(main, terrain)
    main.ouvrir("/")
    brouillons = main.page.get_by_role("region", name="Brouillons")
    main.activer(brouillons.get_by_role("link", name=re.compile(str(personne))))
    expect(main.page.get_by_label("Compte rendu", exact=True)).to_have_value(TEXTE)


def _sortir_et_revenir(main: Main, terrain: Terrain) -> None:
    from .__main__ import entrer  # noqa: PLC0415 -- it imports this module

    main.page.context.clear_cookies()
    entrer(main.page, main.site, terrain.comptes[CIP])


@travail(
    "A3",
    "Savoir ma journée",
    role=CIP,
    gestes=0,
    pages=0,
    cible="First screen, 0 clicks: today's appointments, late actions, open drafts, people unseen for too long",
)
def savoir_ma_journee(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        attendue = terrain.rendez_vous_a_noter().parcours.beneficiaire
    main.ouvrir("/")
    main.attendre(main.page.get_by_role("article", name=re.compile(str(attendue))))
    for bloc in ("Rendez-vous", "Brouillons", "À faire", "Sans nouvelles"):
        main.attendre(main.page.get_by_role("region", name=bloc, exact=True))


@travail(
    "A4",
    "Se rappeler quelqu’un avant l’entretien",
    role=CIP,
    gestes=1,
    pages=1,
    cible="1 click from the day; last 3 contacts, next steps, alerts with no tab and no scroll at 1360×768",
)
def se_rappeler(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        attendue = terrain.rendez_vous_a_noter().parcours.beneficiaire
    main.ouvrir("/")
    carte = main.page.get_by_role("article", name=re.compile(str(attendue)))
    main.activer(carte.get_by_role("link", name=str(attendue), exact=True))
    main.attendre(main.page.get_by_role("heading", name=str(attendue), level=1))
    contacts = main.page.get_by_role("region", name="Derniers contacts").get_by_role("listitem")
    for quoi in (*contacts.all()[:3], main.page.get_by_role("heading", name="Prochaines étapes")):
        boite = quoi.bounding_box()
        main.exiger(boite and boite["y"] + boite["height"] <= 768, f"{quoi} n’est pas à l’écran sans défiler")
    main.exiger(contacts.count() >= 3, "les trois derniers contacts ne sont pas ensemble")


@travail(
    "A5",
    "Noter une absence et reprendre rendez-vous",
    role=CIP,
    pouce=True,
    gestes=3,
    pages=0,
    cible="2 clicks: « Absence » → « excusée / non excusée »; slot proposed (the third takes it); reminder re-armed",
)
def noter_une_absence(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        manque = terrain.rendez_vous_a_noter()
    personne = manque.parcours.beneficiaire
    main.ouvrir("/")
    carte = main.page.get_by_role("article", name=re.compile(str(personne)))
    main.activer(carte.locator("summary"))
    main.activer(carte.get_by_role("button", name="Excusée", exact=True))
    main.activer(carte.get_by_role("button", name=re.compile("^Reprendre rendez-vous avec")))
    main.attendre(carte.get_by_text(re.compile("rendez-vous le")))
    with terrain.dans():
        manque.refresh_from_db()
        repris = RendezVous.objects.prevus().filter(parcours=manque.parcours, debut__gt=manque.debut)
        assert manque.statut == StatutRendezVous.EXCUSE
        assert repris.exists()


@travail(
    "A6",
    "Faire vivre le plan d’action",
    role=CIP,
    gestes=6,
    pages=3,
    cible="Add an action while writing the note (1 line + date: open, go to the line, go to the date, save); tick = "
    "1 click + Undo; the thread after each of the three",
)
def faire_vivre_le_plan(main: Main, terrain: Terrain) -> None:
    intitule = f"Rappeler la mission locale {timezone.now():%H%M%S}"
    demain = timezone.localdate() + timedelta(days=1)
    with terrain.dans():
        personne = terrain.suivies()[2]
    main.ouvrir(f"/beneficiaires/{personne.pk}/parcours/#id_compte_rendu")
    expect(main.page.get_by_label("Compte rendu", exact=True)).to_be_focused()
    main.ecrire(TEXTE)
    main.activer(main.page.locator("details.suite > summary"))
    main.remplir(main.page.get_by_label("Action", exact=True), intitule)
    main.remplir(main.page.locator("[name=action-0-echeance]"), f"{demain:%Y-%m-%d}")
    main.presser("Control+Enter")
    main.attendre(main.page.get_by_role("article").get_by_text(intitule).first)
    with terrain.dans():
        action = Action.objects.get(intitule=intitule)
        assert (action.echeance, action.etat) == (demain, EtatAction.A_FAIRE)
    etapes = main.page.get_by_role("region", name="Prochaines étapes")
    main.activer(etapes.get_by_role("button", name=f"Terminer : {intitule}"))
    main.attendre(main.page.locator("#annonces").get_by_text(intitule))  # the bar of « Annuler », with its page
    main.page.wait_for_load_state()
    expect(etapes.get_by_text(intitule)).to_have_count(0)
    with terrain.dans():
        assert Action.objects.get(pk=action.pk).etat == EtatAction.FAIT
    main.presser("Control+z")
    main.attendre(etapes.get_by_text(intitule))


@travail(
    "A7",
    "Faire le point avec la personne",
    role=CIP,
    gestes=12,
    pages=1,
    secondes=240,
    cible="8-10 domains, keys 0-4 (one each), last value visible, ≤ 4 min; then save",
)
def faire_le_point(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        evalue = Diagnostic.objects.filter(parcours__date_sortie=None).order_by("pk").first()
        avant = evalue.parcours.diagnostics.count()
    main.ouvrir(f"/parcours/{evalue.parcours_id}/diagnostics/nouveau/")
    groupes = main.page.locator("fieldset[data-niveaux]")
    combien = min(groupes.count(), 10)
    main.exiger(main.page.locator(".carte.derniere").count(), "le niveau de la dernière fois ne se voit pas")
    for rang in range(combien):
        niveau = groupes.nth(rang).locator("input[value='3']")
        main._atteindre(groupes.nth(rang).locator("input[type=radio]:checked").first)
        main.presser("3")
        assert niveau.is_checked()
    main.presser("Control+Enter")
    main.page.wait_for_url(re.compile(r"^(?!.*/nouveau/)"))
    with terrain.dans():
        assert evalue.parcours.diagnostics.count() == avant + 1
        dernier = evalue.parcours.diagnostics.order_by("-pk").first()
        assert dernier.evaluations.filter(niveau=3).count() >= combien


@travail(
    "A8",
    "Animer un atelier de douze personnes",
    role=CIP,
    pouce=True,
    gestes=14,
    pages=1,
    secondes=30,
    cible="Phone: 1 tap per person, 12 people in 30 s; printed sign-in sheet in 2 clicks",
)
def animer_un_atelier(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        seance = terrain.atelier_de_douze()
        douze = list(seance.participations.select_related("beneficiaire"))
        avant = Production.objects.count()
    main.ouvrir(f"/seances/{seance.pk}/")
    for participation in douze:
        groupe = main.page.get_by_role("group", name=f"Présence de {participation.beneficiaire}")
        main.activer(groupe.get_by_role("button", name="Présent"))
    main.attendre(main.page.get_by_role("status").filter(has_text="12 présents"))
    main.activer(main.page.get_by_role("button", name="Feuille d’émargement"))
    feuille = main.page.get_by_role("link", name=re.compile("Télécharger|Ouvrir|PDF"))
    main.attendre(feuille.first, delai=25)
    with terrain.dans():
        assert set(seance.participations.values_list("presence", flat=True)) == {"present"}
        assert Production.objects.count() == avant + 1


@travail(
    "A9",
    "Proposer quelqu’un à une entreprise",
    role=CIP,
    gestes=1,
    pages=1,
    cible="From an offer: ranked people with reasons; « Proposer » 1 click (the click says what the person answered)",
)
def proposer(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        avant, offres = MiseEnRelation.objects.count(), list(Offre.objects.order_by("-pk"))
    for offre in offres:
        main.ouvrir(f"/offres/{offre.pk}/")
        groupe = main.page.get_by_role("group", name=re.compile(r"^Proposer\s: ")).first
        if groupe.count():
            break
    main.attendre(main.page.get_by_text("Correspond").first)
    main.activer(groupe.get_by_role("button", name="Oui"))
    main.attendre(main.page.locator("#annonces").get_by_role("button", name="Annuler"))
    with terrain.dans():
        assert MiseEnRelation.objects.count() == avant + 1


@travail(
    "A10",
    "Voir ses rendez-vous dans Outlook",
    role=CIP,
    gestes=4,
    pages=2,
    cible="Subscribe once (copy a link): open the page, name the calendar, create, copy",
)
def voir_dans_outlook(main: Main, terrain: Terrain) -> None:
    main.ouvrir("/agenda/")
    main.activer(main.page.get_by_role("link", name=re.compile("Outlook")))
    main.remplir(main.page.get_by_label(re.compile("Pour quel agenda")), "Outlook du bureau")
    main.presser("Enter")
    main.activer(main.page.get_by_role("button", name="Copier").first)
    main.attendre(main.page.get_by_text("Adresse copiée."))
    adresse = main.page.evaluate("navigator.clipboard.readText()")
    flux = main.page.request.get(adresse).text()
    assert flux.startswith("BEGIN:VCALENDAR")
    assert "BEGIN:VEVENT" in flux


@travail(
    "A11",
    "Travailler d’une main, au téléphone",
    role=CIP,
    pouce=True,
    gestes=5,
    pages=2,
    cible="Note, absence, attendance, call: thumb-reachable, one hand, 390 px (absence is A5, attendance A8; here: "
    "open, choose, write, save, then the call)",
)
def travailler_d_une_main(main: Main, terrain: Terrain) -> None:
    with terrain.dans():
        personne = terrain.suivies().exclude(telephone="")[3]
    main.ouvrir("/")
    main.activer(main.page.get_by_role("link", name=re.compile("entretien$")).last)
    main.page.locator("#palette-q").fill(trois_lettres(personne))
    main.activer(main.page.locator(f"[role=option][href^='/beneficiaires/{personne.pk}/']").first)
    main.remplir(main.page.get_by_label("Compte rendu", exact=True), TEXTE)
    main.activer(main.page.locator("form.quick .qf").get_by_role("button", name=re.compile("Enregistrer")))
    main.attendre(main.page.get_by_role("article").get_by_text(TEXTE).first)
    assert main.page.evaluate("document.documentElement.scrollWidth") <= 390
    appel = main.page.locator("main a[href^='tel:']").first
    main.gestes += 1  # a browser of the desk telephones to nobody
    main._mesurer(appel)
    assert appel.get_attribute("href") == f"tel:{personne.telephone.as_e164}"
    with terrain.dans():
        assert terrain.dernier_entretien(personne).compte_rendu == TEXTE
