"""Ma journée: one's own day, with the rights of one's role, in a number of queries that does not grow."""

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from insertion.context_processors import tremplin
from insertion.enums import Domaine, TypeStructure
from insertion.models import Brouillon, Lecture, Structure
from parcours.enums import EtatAction, StatutRendezVous
from parcours.models import Intervenant, Parcours
from pilotage import journee
from pilotage.enums import MotifRappel
from pilotage.models import Rappel
from tests.cellules import cellules
from tests.parcours.test_entretien import note
from tests.usines import (
    AbsenceFactory,
    ActionFactory,
    BeneficiaireFactory,
    ContratFactory,
    EntretienFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
    RenouvellementFactory,
    ReunionFactory,
    SeanceFactory,
)
from tests.usines.parcours import ValidationPlanFactory

PARIS = ZoneInfo("Europe/Paris")
LUNDI = date(2026, 11, 23)
MIDI = datetime(2026, 11, 23, 12, 0, tzinfo=PARIS)
URL = "/"


@pytest.fixture(autouse=True)
def a_midi():
    """It is noon on Monday 23 November 2026."""
    with time_machine.travel(MIDI, tick=False):
        yield


def rendez_vous(utilisateur, heure=10, minute=0, jour=LUNDI, **champs):
    champs.setdefault("parcours", ParcoursFactory())
    debut = datetime(jour.year, jour.month, jour.day, heure, minute, tzinfo=PARIS)
    return RendezVousFactory(utilisateur=utilisateur, debut=debut, **champs)


def suivi_par(utilisateur, **champs):
    parcours = ParcoursFactory(**champs)
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=utilisateur)
    return parcours


def cartes(utilisateur, jour=LUNDI):
    heures = journee.composer(utilisateur, jour, MIDI).heures
    return {heure.heure: [(c.rendez_vous.pk, c.etat) for c in heure.cartes] for heure in heures if heure.cartes}


def test_the_day_line_shows_one_s_own_rendez_vous_at_their_hour(structure, cip, collegue):
    passe, prevu = rendez_vous(cip, 9, 30), rendez_vous(cip, 14)
    rendez_vous(collegue, 15)
    rendez_vous(cip, 10, jour=LUNDI + timedelta(days=1))

    assert cartes(cip) == {9: [(passe.pk, "a_completer")], 14: [(prevu.pk, "prevu")]}


def test_the_day_line_goes_from_8_to_19_and_further_when_needed(structure, cip):
    ordinaire = [h.heure for h in journee.composer(cip, LUNDI, MIDI).heures]
    rendez_vous(cip, 6, 45)
    rendez_vous(cip, 20)

    assert ordinaire == list(range(8, 19))
    assert [h.heure for h in journee.composer(cip, LUNDI, MIDI).heures] == list(range(6, 21))


@cellules(
    ("heure", "minute", "statut", "etat"),
    [
        (11, 30, StatutRendezVous.PREVU, "a_completer"),
        (11, 31, StatutRendezVous.PREVU, "prevu"),
        (9, 0, StatutRendezVous.VENU, "a_completer"),
        (9, 0, StatutRendezVous.EXCUSE, "absence"),
        (9, 0, StatutRendezVous.ABSENT, "absence"),
        (9, 0, StatutRendezVous.ANNULE, "annule"),
    ],
)
def test_a_rendez_vous_that_is_over_asks_what_became_of_it(structure, cip, heure, minute, statut, etat):
    rdv = rendez_vous(cip, heure, minute, statut=statut)

    assert cartes(cip) == {heure: [(rdv.pk, etat)]}


def test_a_noted_rendez_vous_is_settled(structure, cip):
    parcours = ParcoursFactory()
    note = EntretienFactory(parcours=parcours)
    rdv = rendez_vous(cip, 9, parcours=parcours, statut=StatutRendezVous.VENU, entretien=note)

    assert cartes(cip) == {9: [(rdv.pk, "note")]}


@cellules(
    ("jour", "heures"),
    [(date(2026, 10, 25), [0, 23]), (date(2027, 3, 28), [0, 23])],
)
def test_a_day_that_changes_its_clock_keeps_all_its_rendez_vous(structure, cip, jour, heures):
    for heure in heures:
        rendez_vous(cip, heure, 30, jour=jour)
    rendez_vous(cip, 0, jour=jour + timedelta(days=1))
    rendez_vous(cip, 23, 59, jour=jour - timedelta(days=1))

    assert list(cartes(cip, jour)) == heures


def test_the_first_line_of_the_last_note_reminds_of_the_person(structure, cip, client_de):
    rdv = rendez_vous(cip, 14)
    EntretienFactory(parcours=rdv.parcours, date=datetime(2026, 10, 1, 9, tzinfo=PARIS), compte_rendu="Ancienne.")
    EntretienFactory(parcours=rdv.parcours, compte_rendu="\n- **A visité** deux crèches.\nDossier déposé.")

    page = client_de(cip).get(URL).content.decode()

    assert "A visité deux crèches." in page
    assert "Ancienne" not in page
    assert "Dossier déposé" not in page


def test_the_encadrant_sees_their_own_rendez_vous_and_no_note(structure, encadrant, client_de):
    rdv = rendez_vous(encadrant, 14)
    EntretienFactory(parcours=rdv.parcours, compte_rendu="Suivi au CMP.")
    rendez_vous(encadrant, 9)

    reponse = client_de(encadrant).get(URL)

    page = reponse.content.decode()
    assert reponse.context["journee"].sans_nouvelles is None
    assert str(rdv.parcours.beneficiaire) in page
    assert "CMP" not in page
    assert "Noter l’entretien" not in page
    assert "À compléter" not in page


def test_the_volunteer_sees_neither_plan_nor_parcours(structure, benevole, client_de):
    rdv = rendez_vous(benevole, 14)
    ReferentFactory(beneficiaire=rdv.parcours.beneficiaire, utilisateur=benevole)
    ActionFactory(parcours=rdv.parcours, intitule="Prendre rendez-vous au CMP", domaine=Domaine.SANTE)

    reponse = client_de(benevole).get(URL)

    page = reponse.content.decode()
    assert reponse.context["journee"].actions is None
    assert reverse("beneficiaires:beneficiaire_detail", args=[rdv.parcours.beneficiaire_id]) in page
    assert rdv.parcours.beneficiaire.get_absolute_url() not in page
    assert "CMP" not in page


def test_a_stranger_s_day_holds_nothing_of_this_structure(structure, cip, etranger, client_de):
    rendez_vous(cip, 14)
    Brouillon.objects.create(utilisateur=cip, cle="entretien:1", titre="Entretien avec Amina", url="/")

    page = client_de(etranger).get(URL).content.decode()

    assert "Amina" not in page
    assert "Rien de prévu" in page


def test_actions_to_do_late_first_then_undated_last(structure, cip, collegue):
    siens = suivi_par(cip)
    sans_date = ActionFactory(parcours=siens, echeance=None)
    demain = ActionFactory(parcours=siens, echeance=date(2026, 11, 24))
    en_retard = ActionFactory(parcours=siens, echeance=date(2026, 11, 2))
    ActionFactory(parcours=siens, faite=True)
    ActionFactory(parcours=suivi_par(collegue))
    ActionFactory(parcours=suivi_par(cip, clos=True))

    assert journee.composer(cip, LUNDI, MIDI).actions == [en_retard, demain, sans_date]


def test_ticking_an_action_comes_back_to_the_day_and_offers_the_undo(structure, cip, client_de):
    action = ActionFactory(parcours=suivi_par(cip), intitule="Appeler le GRETA")
    url, client = reverse("parcours:action_etat", args=[action.pk]), client_de(cip)
    envoi = {"etat": "fait", "suite": "/?jour=2026-11-24"}

    simple = client.post(url, envoi)
    sur_place = client.post(url, envoi, headers={"HX-Request": "true", "HX-Target": "a-faire"}, follow=True)

    action.refresh_from_db()
    assert simple.headers["Location"] == "/?jour=2026-11-24"
    assert sur_place.redirect_chain == [("/?jour=2026-11-24", 302)]
    assert action.etat == EtatAction.FAIT
    assert "Annuler" in sur_place.content.decode()


def test_an_absence_is_noted_from_the_day(structure, cip, client_de):
    rdv = rendez_vous(cip, 9)

    reponse = client_de(cip).post(
        reverse("parcours:rendez_vous_statut", args=[rdv.pk]), {"statut": "excuse", "suite": "/"}
    )

    assert reponse.headers["Location"] == "/"
    assert cartes(cip) == {9: [(rdv.pk, "absence")]}


def test_a_note_is_opened_from_its_line_and_comes_back_to_the_day(structure, cip, client_de):
    prevu, client = rendez_vous(cip, heure=9, duree_minutes=45), client_de(cip)
    ici = f"/?jour=2026-11-23#rdv-{prevu.pk}"
    adresse = reverse("parcours:entretien_create", args=[prevu.parcours.beneficiaire_id])

    def vers(retour):
        return f"{adresse}?{urlencode({'rendez_vous': prevu.pk, 'retour': retour})}"

    sur_place, page = client.get(vers(ici), headers={"HX-Request": "true"}), client.get(vers(ici))
    suites = [client.post(vers(retour), note(date="2026-11-23T09:00")).url for retour in (ici, "//ailleurs.fr/")]

    assert "<body" not in sur_place.text
    for reponse in (sur_place, page):  # it is dated from its appointment, and goes back to its day
        assert 'value="2026-11-23T09:00"' in reponse.text
        assert urlencode({"retour": ici}) in reponse.text
    assert suites == [ici, f"{prevu.parcours.beneficiaire.get_absolute_url()}#fil"]


def test_absence_is_undone_in_one_click(structure, cip, client_de):
    rdv, client = rendez_vous(cip, 9), client_de(cip)
    url = reverse("parcours:rendez_vous_statut", args=[rdv.pk])
    page = client.post(url, {"statut": "absent", "suite": "/"}, follow=True).content.decode()

    client.post(re.search(r'action="(/activite/\d+/annulation/)"', page)[1])

    assert cartes(cip) == {9: [(rdv.pk, "a_completer")]}


def creneaux(utilisateur, jour=LUNDI):
    heures = journee.composer(utilisateur, jour, MIDI).heures
    return [(c.creneau, c.prochain) for heure in heures for c in heure.cartes]


def a(heure, jour):
    return datetime(2026, 11, jour, heure, tzinfo=PARIS)


@cellules("statut", [StatutRendezVous.EXCUSE, StatutRendezVous.ABSENT, StatutRendezVous.ANNULE])
def test_who_did_not_come_is_proposed_the_same_hour_a_week_later(structure, cip, statut):
    rendez_vous(cip, 9, statut=statut)

    assert creneaux(cip) == [(a(9, 30), None)]


def test_slot_proposed_avoids_what_takes_the_time_of_the_colleague(structure, cip, collegue):
    """On the 30th an appointment, on the 1st a day off, on the 2nd a séance; what is cancelled is free."""
    rendez_vous(cip, 9, statut=StatutRendezVous.ABSENT)
    rendez_vous(cip, 8, 45, jour=date(2026, 11, 30))
    decembre = [datetime(2026, 12, jour, tzinfo=PARIS) for jour in (1, 2)]
    AbsenceFactory(utilisateur=cip, debut=decembre[0], fin=decembre[1])
    seance = SeanceFactory(debut=decembre[1] + timedelta(hours=8), fin=decembre[1] + timedelta(hours=10))
    Intervenant.objects.create(seance=seance, utilisateur=cip)
    rendez_vous(cip, 9, jour=date(2026, 12, 3), statut=StatutRendezVous.ANNULE)
    rendez_vous(collegue, 9, jour=date(2026, 12, 3))

    assert creneaux(cip) == [(datetime(2026, 12, 3, 9, tzinfo=PARIS), None)]


def test_slot_proposed_is_never_past_nor_on_a_holiday_nor_twice_the_same(structure, cip):
    """25 December 2026 is a Friday: what was missed on the 18th comes on Monday 28th."""
    for _ in range(2):
        rendez_vous(cip, 9, jour=date(2026, 12, 18), statut=StatutRendezVous.ABSENT)
    rendez_vous(cip, 9, jour=date(2026, 10, 1), statut=StatutRendezVous.ABSENT)

    proposes = creneaux(cip, date(2026, 12, 18))
    assert [creneau.date() for creneau, _ in proposes] == [date(2026, 12, 28), date(2026, 12, 29)]
    assert creneaux(cip, date(2026, 10, 1)) == [(a(9, 24), None)]


def test_slot_proposed_keeps_its_hour_over_the_change_of_clock(structure, cip):
    rendez_vous(cip, 9, jour=date(2027, 3, 25), statut=StatutRendezVous.ABSENT)

    ((creneau, _),) = creneaux(cip, date(2027, 3, 25))

    assert creneau == datetime(2027, 4, 1, 9, tzinfo=PARIS)


def test_rebooking_takes_one_click_twice_is_once_and_comes_undone(structure, cip, client_de):
    manque = rendez_vous(cip, 9, statut=StatutRendezVous.ABSENT, duree_minutes=45, lieu="Bureau 2")
    url, client = reverse("parcours:rendez_vous_report", args=[manque.pk]), client_de(cip)

    for _ in range(2):
        page = client.post(url, {"debut": "2026-11-30T09:00", "suite": "/"}, follow=True).content.decode()

    pris = manque.parcours.rendez_vous.prevus().get()
    assert (pris.debut, pris.duree_minutes, pris.lieu, pris.utilisateur) == (a(9, 30), 45, "Bureau 2", cip)
    assert creneaux(cip) == [(None, a(9, 30))]
    client.post(re.findall(r'action="(/activite/\d+/annulation/)"', page)[-1])
    assert creneaux(cip) == [(a(9, 30), None)]


@cellules("debut", ["", "hier", "2026-11-23T11:00"])
def test_rebooking_in_the_past_is_refused(structure, cip, client_de, debut):
    manque = rendez_vous(cip, 9, statut=StatutRendezVous.ABSENT)
    url = reverse("parcours:rendez_vous_report", args=[manque.pk])

    page = client_de(cip).post(url, {"debut": debut, "suite": "/"}, follow=True).content.decode()

    assert "Choisissez une heure à venir." in page
    assert not manque.parcours.rendez_vous.prevus().exists()


@cellules(("role", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_rebooking_is_for_those_who_follow(request, structure, cip, client_de, role, attendu):
    url = reverse("parcours:rendez_vous_report", args=[rendez_vous(cip, 9, statut=StatutRendezVous.ABSENT).pk])

    assert client_de(request.getfixturevalue(role)).post(url, {"debut": "2026-11-30T09:00"}).status_code == attendu


def test_planned_and_closed_have_nothing_to_rebook(structure, cip, client_de):
    prevu = rendez_vous(cip, 14)
    clos = rendez_vous(cip, 9, parcours=ParcoursFactory(clos=True), statut=StatutRendezVous.ABSENT)
    client = client_de(cip)

    assert creneaux(cip) == [(None, None)] * 2
    for rdv in (prevu, clos):
        url = reverse("parcours:rendez_vous_report", args=[rdv.pk])
        assert client.post(url, {"debut": "2026-11-30T09:00"}).status_code == 404


def test_absences_cost_the_same_whatever_their_number(structure, cip, client_de, requetes):
    client = client_de(cip)
    rendez_vous(cip, 9, statut=StatutRendezVous.ABSENT)
    with requetes() as une:
        client.get(URL)
    for heure in (10, 11, 14):
        rendez_vous(cip, heure, statut=StatutRendezVous.EXCUSE)

    with requetes() as quatre:
        client.get(URL)

    assert len(quatre) == len(une)


def test_without_news_are_those_seen_longer_ago_than_their_rhythm(structure, cip):
    ancien, jamais, recent = (suivi_par(cip, date_entree=date(2026, 8, j)) for j in (1, 2, 3))
    EntretienFactory(parcours=ancien, date=datetime(2026, 9, 1, 9, tzinfo=PARIS))
    EntretienFactory(parcours=recent, date=datetime(2026, 11, 17, 9, tzinfo=PARIS))

    assert journee.composer(cip, LUNDI, MIDI).sans_nouvelles == [jamais, ancien]


def test_the_due_day_counts_from_the_last_entretien_or_the_entry(structure, cip):
    ParcoursFactory(date_entree=date(2026, 11, 1), rythme_entretiens=10)
    vu = ParcoursFactory(date_entree=date(2026, 11, 1))
    EntretienFactory(parcours=vu, date=datetime(2026, 11, 20, 23, 30, tzinfo=PARIS))

    attendus = Parcours.objects.avec_entretien_attendu().order_by("pk").values_list("attendu_le", flat=True)

    assert list(attendus) == [date(2026, 11, 11), date(2026, 12, 20)]


@cellules(
    ("demande", "jour"),
    [("2026-11-24", date(2026, 11, 24)), ("", LUNDI), ("2026-02-31", LUNDI), ("hier", LUNDI)],
)
def test_the_address_chooses_the_day(structure, cip, client_de, demande, jour):
    reponse = client_de(cip).get(URL, {"jour": demande})

    assert reponse.context["journee"].jour == jour


def test_reading_one_s_day_leaves_a_trace(structure, cip, client_de):
    client_de(cip).get(URL)

    assert Lecture.objects.get().quoi == "Ma journée du 23/11/2026"


@cellules("nombre", [1, 3])
def test_the_page_takes_as_many_queries_for_one_as_for_many(structure, cip, client_de, nombre):
    for rang in range(nombre):
        rdv = rendez_vous(cip, 9 + rang, parcours=suivi_par(cip))
        EntretienFactory(parcours=rdv.parcours, date=datetime(2026, 9, 1, 9, tzinfo=PARIS))
        ActionFactory(parcours=rdv.parcours)
        Brouillon.objects.create(utilisateur=cip, cle=f"entretien:{rang}", titre="Entretien", url="/")
    client = client_de(cip)

    with CaptureQueriesContext(connection) as requetes:
        reponse = client.get(URL)

    faites = [r for r in requetes.captured_queries if "SAVEPOINT" not in r["sql"]]
    vue = reponse.context["journee"]
    assert [len(vue.brouillons), len(vue.actions), len(vue.sans_nouvelles)] == [nombre] * 3
    assert len(faites) == 15


def test_unread_reminders_are_counted_only_when_shown(structure, cip, rf, django_assert_num_queries):
    for rang, lu_at in enumerate([None, None, MIDI]):
        Rappel.objects.create(
            utilisateur=cip,
            beneficiaire=BeneficiaireFactory(),
            motif=MotifRappel.RENDEZ_VOUS,
            objet_id=rang,
            echeance=LUNDI,
            lu_at=lu_at,
        )
    requete = rf.get(URL)
    requete.user = cip

    with django_assert_num_queries(0):
        contexte = tremplin(requete)
    with django_assert_num_queries(1):
        affiche = Template("{% if n %}{{ n }} rappel{{ n|pluralize }}{% endif %}").render(
            Context({"n": contexte["rappels_non_lus"]})
        )

    assert affiche == "2 rappels"


def dit(page):
    return page.content.decode().replace("\xa0", " ")


def _a_renouveler(structure, fin):
    Structure.objects.filter(pk=structure.pk).update(type=TypeStructure.ACI)
    contrat = ContratFactory(date_debut=date(2026, 3, 2), date_fin=fin, parcours__date_entree=date(2026, 3, 2))
    return RenouvellementFactory(contrat=contrat, avis="favorable", annonce_le=date(2026, 11, 20))


def test_who_answers_for_the_team_finds_what_waits_for_them_and_where(structure, chef, client_de):
    _a_renouveler(structure, date(2026, 11, 24))
    ValidationPlanFactory(demandee_at=datetime(2026, 11, 20, 9, tzinfo=PARIS))

    page = client_de(chef).get(URL)

    attendus = {attendu.quoi: (attendu.combien, attendu.url) for attendu in page.context["a_decider"]}
    assert attendus == {
        "renouvellement à décider": (1, reverse("pilotage:approbation_list")),
        "plan à valider": (1, reverse("pilotage:approbation_plan_list")),
    }
    assert "le premier finit demain" in dit(page)
    equipe = {attendu.quoi: attendu.url for attendu in page.context["dans_l_equipe"]}
    assert equipe["dossiers sans référent"].endswith("?motif=sans_referent")
    assert '<b id="a-decider-rail">2<span class="visually-hidden"> à décider</span></b>' in dit(page)


def test_what_was_granted_waits_for_its_contract_in_the_day_of_who_granted_it(structure, chef, client_de):
    _a_renouveler(structure, date(2026, 12, 20)).approuver(0, chef, date(2026, 11, 23))

    page = client_de(chef).get(URL)

    assert page.context["a_decider"] == []
    assert "Rien n’attend votre décision" in dit(page)
    assert "1 renouvellement accordé, contrat à établir" in strip_tags(dit(page))


def test_who_decides_nothing_is_told_of_no_decision(structure, cip, client_de):
    _a_renouveler(structure, date(2026, 11, 24))

    page = client_de(cip).get(URL)

    assert ("a_decider" in page.context, "à décider" in dit(page)) == (False, False)


def test_what_waits_costs_the_same_whatever_its_number(structure, chef, client_de, requetes):
    client = client_de(chef)
    _a_renouveler(structure, date(2026, 11, 24))
    client.get(URL)
    with requetes() as un:
        client.get(URL)
    for _ in range(4):
        _a_renouveler(structure, date(2026, 11, 24))
        ValidationPlanFactory(demandee_at=datetime(2026, 11, 20, 9, tzinfo=PARIS))
    with requetes() as neuf:
        client.get(URL)

    assert len(neuf) == len(un)


def test_the_day_holds_the_seances_one_holds_the_meeting_and_what_clashes(structure, cip, collegue, client_de):
    atelier = SeanceFactory(
        atelier__titre="CV et lettre",
        debut=datetime(2026, 11, 23, 14, tzinfo=PARIS),
        fin=datetime(2026, 11, 23, 16, tzinfo=PARIS),
    )
    d_un_autre = SeanceFactory(
        debut=datetime(2026, 11, 23, 9, tzinfo=PARIS), fin=datetime(2026, 11, 23, 10, tzinfo=PARIS)
    )
    Intervenant.objects.create(seance=atelier, utilisateur=cip)
    Intervenant.objects.create(seance=d_un_autre, utilisateur=collegue)
    reunion = ReunionFactory(date=LUNDI)
    rendez_vous(cip, 15)

    page = client_de(cip).get(URL)

    jour = page.context["journee"]
    tenues = {heure.heure: [str(s.evenement.titre) for s in heure.seances] for heure in jour.heures if heure.seances}
    assert (tenues, jour.reunions, jour.est_vide) == ({14: ["CV et lettre"]}, [reunion], False)
    assert [("tombe en même temps" in phrase) for phrase in jour.conflits] == [True]
    assert page.content.decode().count("En même temps") == 2


def test_an_absence_noted_too_fast_is_corrected_from_its_card(structure, cip, client_de):
    manque = rendez_vous(cip, 9, statut=StatutRendezVous.ABSENT)
    client = client_de(cip)
    assert "Corriger" in client.get(URL).content.decode()

    page = client.post(
        reverse("parcours:rendez_vous_statut", args=[manque.pk]), {"statut": "prevu", "suite": "/"}, follow=True
    )

    assert f"Absence annulée : {manque.parcours.beneficiaire}" in dit(page)
    assert cartes(cip) == {9: [(manque.pk, "a_completer")]}
