"""Reminders computed by hand for 23 November 2026, then read from the facts."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from insertion.enums import Domaine, Role
from insertion.isolation.contexte import contexte
from parcours.enums import CategorieSortie, EtatAction, StatutRendezVous
from pilotage.enums import MotifRappel
from pilotage.models import Rappel
from pilotage.rappels import en_lettres, rappels_dus, recalculer
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
    SortieFactory,
    SuiviPostSortieFactory,
    UtilisateurFactory,
)

PARIS = ZoneInfo("Europe/Paris")
LUNDI = date(2026, 11, 23)


def suivi_par(utilisateur, vu=None, **champs):
    """A parcours whose référent is `utilisateur`, last seen on the day `vu`; nothing else is due."""
    sans_terme = {} if "dispositif" in champs else {"dispositif__duree_max_mois": None}
    parcours = ParcoursFactory(**sans_terme | champs)
    DiagnosticFactory(parcours=parcours, date=date(2026, 11, 2))
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=utilisateur)
    if vu:
        EntretienFactory(parcours=parcours, date=datetime(vu.year, vu.month, vu.day, 9, tzinfo=PARIS))
    return parcours


def resumes(structure, le=LUNDI):
    return [(r.motif, r.objet_id, r.echeance) for r in rappels_dus(structure, le)]


def test_rendez_vous_of_tomorrow_is_for_whoever_receives_the_person(structure, cip, collegue):
    parcours = suivi_par(collegue, vu=LUNDI)
    demain = RendezVousFactory(
        parcours=parcours, utilisateur=cip, debut=datetime(2026, 11, 24, 10, 5, tzinfo=PARIS), lieu="CMP"
    )
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=datetime(2026, 11, 25, 0, 0, tzinfo=PARIS))

    (rappel,) = rappels_dus(structure, LUNDI)

    assert (rappel.utilisateur_id, rappel.objet_id, rappel.echeance) == (cip.pk, demain.pk, date(2026, 11, 24))
    assert rappel.texte == "Rendez-vous prévu mardi 24 novembre 2026 à 10 h 05 : pensez à le préparer."
    assert rappel.url == parcours.beneficiaire.get_absolute_url()


@cellules("statut", [s for s in StatutRendezVous if s != StatutRendezVous.PREVU])
def test_rendez_vous_no_longer_planned_asks_for_nothing(structure, cip, statut):
    RendezVousFactory(
        parcours=suivi_par(cip, vu=LUNDI),
        utilisateur=cip,
        debut=datetime(2026, 11, 24, 10, tzinfo=PARIS),
        statut=statut,
    )

    assert resumes(structure) == []


@cellules(("jours", "attendus"), [(29, 0), (30, 0), (31, 1), (400, 1)])
def test_entretien_is_late_the_day_after_the_structure_s_rhythm(structure, cip, jours, attendus):
    suivi_par(cip, vu=LUNDI - timedelta(days=jours), date_entree=date(2025, 1, 6))

    assert len(resumes(structure)) == attendus


def test_entretien_follows_the_person_s_own_rhythm(structure, cip):
    parcours = suivi_par(cip, vu=date(2026, 11, 13), rythme_entretiens=7)

    (rappel,) = rappels_dus(structure, LUNDI)

    assert (rappel.objet_id, rappel.echeance) == (parcours.pk, date(2026, 11, 20))
    assert rappel.texte == (
        "Pas d’entretien depuis le 13 novembre 2026 (rythme prévu : 7 jours) : proposez un rendez-vous."
    )


def test_without_any_entretien_the_entry_counts(structure, cip):
    parcours = suivi_par(cip, date_entree=date(2026, 10, 1))

    (rappel,) = rappels_dus(structure, LUNDI)

    assert (rappel.objet_id, rappel.echeance) == (parcours.pk, date(2026, 10, 31))
    assert rappel.texte.startswith("Pas encore d’entretien depuis l’entrée le 1er octobre 2026")


def test_late_entretien_says_that_a_rendez_vous_is_already_taken(structure, cip):
    parcours = suivi_par(cip, vu=date(2026, 9, 1))
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=datetime(2026, 12, 2, 9, tzinfo=PARIS))

    (rappel,) = rappels_dus(structure, LUNDI)

    assert rappel.texte.endswith("rendez-vous déjà pris le 2 décembre 2026.")


def test_an_entretien_in_another_parcours_counts_and_a_person_asks_once(structure, cip):
    parcours = suivi_par(cip, vu=date(2026, 9, 1))
    sans_terme = DispositifFactory(duree_max_mois=None)
    second = ParcoursFactory(beneficiaire=parcours.beneficiaire, dispositif=sans_terme)
    DiagnosticFactory(parcours=second, date=date(2026, 11, 2))

    une_fois = resumes(structure)
    EntretienFactory(parcours=second, date=datetime(2026, 11, 20, 9, tzinfo=PARIS))

    assert une_fois == [(MotifRappel.ENTRETIEN_EN_RETARD, parcours.pk, date(2026, 10, 1))]
    assert resumes(structure) == []


def test_late_action_is_for_the_referents_and_quotes_nothing(structure, cip, collegue):
    parcours = suivi_par(cip, vu=LUNDI)
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=collegue)
    action = ActionFactory(parcours=parcours, intitule="Prendre rendez-vous au CMP", echeance=date(2026, 11, 22))
    ActionFactory(parcours=parcours, echeance=LUNDI)
    ActionFactory(parcours=parcours, echeance=None)
    ActionFactory(parcours=parcours, echeance=date(2026, 11, 1), faite=True)

    rappels = rappels_dus(structure, LUNDI)

    assert {(r.utilisateur_id, r.objet_id) for r in rappels} == {(cip.pk, action.pk), (collegue.pk, action.pk)}
    assert "CMP" not in rappels[0].texte


def test_ended_parcours_and_former_referents_ask_for_nothing(structure, cip, collegue):
    clos = SortieFactory(parcours=suivi_par(cip, clos=True)).parcours
    ActionFactory(parcours=clos, echeance=date(2026, 9, 1))
    confie = suivi_par(cip, vu=date(2026, 9, 1))
    confie.beneficiaire.confier_a(collegue, le=LUNDI)

    assert [r.utilisateur_id for r in rappels_dus(structure, LUNDI)] == [collegue.pk]


@cellules("role", [Role.ENCADRANT, Role.ADMINISTRATIF, Role.LECTURE, Role.BENEVOLE])
def test_who_may_not_write_the_follow_up_is_reminded_of_their_own_rendez_vous_only(structure, role):
    utilisateur = membre(structure, role)
    parcours = suivi_par(utilisateur, vu=date(2026, 9, 1))
    ActionFactory(parcours=parcours, domaine=Domaine.SANTE, echeance=date(2026, 11, 1))
    RendezVousFactory(parcours=parcours, utilisateur=utilisateur, debut=datetime(2026, 11, 24, 10, tzinfo=PARIS))

    (rappel,) = rappels_dus(structure, LUNDI)

    assert rappel.motif == MotifRappel.RENDEZ_VOUS
    if role == Role.BENEVOLE:
        assert rappel.url == "/?jour=2026-11-24"


def test_a_colleague_who_left_is_reminded_of_nothing(structure, cip):
    suivi_par(cip, vu=date(2026, 9, 1))
    cip.appartenance.fin = date(2026, 11, 22)
    cip.appartenance.save()

    assert resumes(structure) == []


def test_twice_the_same_computation_writes_once(structure, cip):
    suivi_par(cip, vu=date(2026, 9, 1))

    recalculer(structure.pk, LUNDI)
    avant = list(Rappel.objects.values())
    recalculer(structure.pk, LUNDI)

    assert len(avant) == 1
    assert list(Rappel.objects.values()) == avant


def test_a_vanished_fact_withdraws_its_reminder_and_its_return_asks_again(structure, cip):
    action = ActionFactory(parcours=suivi_par(cip, vu=LUNDI), echeance=date(2026, 11, 12))
    recalculer(structure.pk, LUNDI)
    Rappel.objects.get().faire(datetime(2026, 11, 23, 9, tzinfo=PARIS))

    action.passer_a(EtatAction.FAIT, le=LUNDI)
    recalculer(structure.pk, LUNDI)
    retire = Rappel.objects.get()
    action.passer_a(EtatAction.A_FAIRE, le=LUNDI)
    recalculer(structure.pk, LUNDI)
    revenu = Rappel.objects.get()

    assert retire.retire_at is not None
    assert (revenu.retire_at, revenu.fait_at, revenu.lu_at) == (None, None, None)


def test_done_stays_done_while_the_fact_lasts(structure, cip):
    suivi_par(cip, vu=date(2026, 9, 1))
    recalculer(structure.pk, LUNDI)
    Rappel.objects.get().faire(datetime(2026, 11, 23, 9, tzinfo=PARIS))

    recalculer(structure.pk, LUNDI + timedelta(days=1))

    assert not Rappel.objects.actifs().exists()


def test_a_moved_rendez_vous_moves_its_reminder(structure, cip):
    rendez_vous = RendezVousFactory(
        parcours=suivi_par(cip, vu=LUNDI), utilisateur=cip, debut=datetime(2026, 11, 24, 10, tzinfo=PARIS)
    )
    recalculer(structure.pk, LUNDI)

    rendez_vous.debut += timedelta(hours=4)
    rendez_vous.save()
    recalculer(structure.pk, LUNDI)
    meme_jour = Rappel.objects.actifs().get()
    rendez_vous.debut += timedelta(days=7)
    rendez_vous.save()
    recalculer(structure.pk, LUNDI)

    assert "à 14 h 00" in meme_jour.texte
    assert not Rappel.objects.actifs().exists()


def test_a_missed_night_is_caught_up_in_the_morning(structure, cip):
    RendezVousFactory(
        parcours=suivi_par(cip, vu=LUNDI), utilisateur=cip, debut=datetime(2026, 11, 24, 10, tzinfo=PARIS)
    )

    recalculer(structure.pk, date(2026, 11, 24))
    le_jour_meme = Rappel.objects.actifs().count()
    recalculer(structure.pk, date(2026, 11, 25))

    assert le_jour_meme == 1
    assert not Rappel.objects.actifs().exists()


@cellules(
    ("veille", "debut"),
    [
        (date(2026, 10, 24), datetime(2026, 10, 25, 23, 30, tzinfo=PARIS)),  # the day of 25 hours
        (date(2027, 3, 27), datetime(2027, 3, 28, 23, 30, tzinfo=PARIS)),  # the day of 23 hours
        (date(2026, 10, 24), datetime(2026, 10, 25, 0, 0, tzinfo=PARIS)),
    ],
)
def test_tomorrow_is_a_day_of_paris_even_when_the_clock_changes(structure, cip, veille, debut):
    parcours = suivi_par(cip, vu=veille)
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=debut)
    lendemain = debut.replace(hour=0, minute=0) + timedelta(days=1)
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=lendemain)

    assert [echeance for _motif, _objet, echeance in resumes(structure, veille)] == [debut.date()]


def test_another_structure_is_never_mixed(structure, cip, autre_structure, etranger):
    suivi_par(cip, vu=date(2026, 9, 1))
    with contexte(autre_structure.pk):
        suivi_par(etranger, vu=date(2026, 9, 1))

    recalculer(structure.pk, LUNDI)

    assert [r.utilisateur_id for r in Rappel.objects.all()] == [cip.pk]
    with contexte(autre_structure.pk):
        assert not Rappel.objects.exists()


@cellules("nombre", [1, 3])
def test_computation_takes_as_many_queries_for_one_as_for_many(structure, cip, nombre):
    for _ in range(nombre):
        parcours = suivi_par(cip, vu=date(2026, 9, 1))
        ActionFactory(parcours=parcours, echeance=date(2026, 11, 1))
        RendezVousFactory(parcours=parcours, utilisateur=cip, debut=datetime(2026, 11, 24, 10, tzinfo=PARIS))

    with CaptureQueriesContext(connection) as requetes:
        recalculer(structure.pk, LUNDI)

    lues = [r for r in requetes.captured_queries if "SAVEPOINT" not in r["sql"]]
    assert Rappel.objects.count() == 3 * nombre
    assert len(lues) == 37


@cellules(
    ("jour", "texte"),
    [(date(2026, 11, 1), "dimanche 1er novembre 2026"), (date(2027, 3, 28), "dimanche 28 mars 2027")],
)
def test_days_are_written_in_french(jour, texte):
    assert en_lettres(jour, semaine=True) == texte


def test_unknown_people_are_not_reminded(structure):
    RendezVousFactory(
        parcours=ParcoursFactory(beneficiaire=BeneficiaireFactory(), date_entree=LUNDI),
        utilisateur=UtilisateurFactory(),
        debut=datetime(2026, 11, 24, 10, tzinfo=PARIS),
    )

    assert resumes(structure) == []


@cellules(
    ("le", "echeances"),
    [
        pytest.param(date(2026, 3, 14), [], id="J+14"),
        pytest.param(date(2026, 3, 15), [date(2026, 3, 15)], id="J+15"),
        pytest.param(date(2026, 3, 24), [date(2026, 3, 15)], id="J+24"),
        pytest.param(date(2026, 3, 25), [date(2026, 3, 25)], id="J+25-remplace-J+15"),
        pytest.param(date(2026, 5, 29), [date(2026, 3, 25)], id="J+90"),
        pytest.param(date(2026, 5, 30), [], id="J+91-la-liste-suffit"),
    ],
)
def test_exit_without_a_motive_is_chased_at_15_and_25_days(structure, cip, le, echeances):
    parcours = suivi_par(cip, date_entree=date(2025, 6, 2), date_sortie=date(2026, 2, 28))

    attendus = [(MotifRappel.SORTIE_A_DOCUMENTER, parcours.pk, echeance) for echeance in echeances]

    assert resumes(structure, le) == attendus


def test_exit_with_its_motive_is_chased_no_more(structure, cip):
    parcours = suivi_par(cip, date_entree=date(2025, 6, 2), date_sortie=date(2026, 11, 5))

    SortieFactory(parcours=parcours)

    assert resumes(structure) == []


@cellules(
    ("le", "echeance"),
    [
        pytest.param(date(2026, 5, 27), None, id="la-veille-des-3-mois"),
        pytest.param(date(2026, 5, 28), date(2026, 5, 28), id="3-mois"),
        pytest.param(date(2026, 8, 28), date(2026, 8, 28), id="6-mois"),
        pytest.param(date(2027, 2, 28), date(2027, 2, 28), id="12-mois"),
        pytest.param(date(2027, 4, 30), None, id="au-dela"),
    ],
)
def test_news_are_asked_for_after_the_exit(structure, cip, le, echeance):
    sortie = SortieFactory(parcours=suivi_par(cip, date_entree=date(2025, 6, 2), date_sortie=date(2026, 2, 28)))

    attendus = [(MotifRappel.SUIVI_POST_SORTIE, sortie.pk, echeance)] if echeance else []

    assert resumes(structure, le) == attendus


def test_news_already_taken_a_return_and_a_withdrawn_exit_ask_nothing(structure, cip):
    prises, revenue, retraite = (
        SortieFactory(parcours=suivi_par(cip, date_entree=date(2025, 6, 2), date_sortie=date(2026, 8, 20)))
        for _ in range(3)
    )
    SuiviPostSortieFactory(parcours=prises.parcours, echeance=3)
    ParcoursFactory(beneficiaire=revenue.parcours.beneficiaire, date_entree=date(2026, 11, 16))
    retraite.categorie = CategorieSortie.RETRAIT
    retraite.save()

    assert resumes(structure) == []


def test_the_last_referent_is_asked_when_nobody_follows_the_person_any_more(structure, cip, collegue):
    parcours = suivi_par(cip, date_entree=date(2025, 6, 2), date_sortie=date(2026, 11, 1))
    parcours.beneficiaire.referents.update(fin=date(2026, 1, 31))
    ReferentFactory(
        beneficiaire=parcours.beneficiaire, utilisateur=collegue, debut=date(2026, 1, 31), fin=date(2026, 11, 1)
    )

    assert [r.utilisateur_id for r in rappels_dus(structure, LUNDI)] == [collegue.pk]
