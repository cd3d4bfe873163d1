from datetime import UTC, date, datetime

import pytest

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.enums import EtatAction, StatutRendezVous
from parcours.fil import FILTRES, evenements
from tests.usines import (
    ActionFactory,
    CompetenceMontreeFactory,
    DiagnosticFactory,
    EntretienFactory,
    NoteConfidentielleFactory,
    ObservationFactory,
    ParcoursFactory,
    RendezVousFactory,
)


@pytest.fixture
def parcours(structure):
    parcours = ParcoursFactory(date_entree=date(2026, 3, 12))
    entretien = EntretienFactory(parcours=parcours, themes=["mobilite"], convenu="Revenir avec le dossier.")
    ActionFactory(parcours=parcours, entretien=entretien, intitule="Appeler le GRETA")
    ActionFactory(parcours=parcours, intitule="Carte solidaire transport", faite=True)
    NoteConfidentielleFactory(parcours=parcours)
    ObservationFactory(parcours=parcours)
    DiagnosticFactory(parcours=parcours)
    RendezVousFactory(parcours=parcours, statut=StatutRendezVous.EXCUSE)
    return parcours


def test_thread_mixes_everything_newest_first(parcours):
    fil = evenements(parcours.beneficiaire)

    assert [e.genre for e in fil] == [
        "absence",
        "action",
        "entretien",
        "observation",
        "note",
        "diagnostic",
        "entree",
    ]
    assert [e.titre for e in fil][:3] == ["Absence excusée", "Action terminée", "Entretien sur place"]


def test_thread_is_one_query_whatever_its_length(parcours, django_assert_num_queries):
    EntretienFactory.create_batch(3, parcours=parcours)

    with django_assert_num_queries(1):
        fil = evenements(parcours.beneficiaire)

    assert fil[3].details["themes"] == ["mobilite"] or len(fil) == 10


def test_an_entretien_carries_the_actions_it_made(parcours):
    (entretien,) = [e for e in evenements(parcours.beneficiaire) if e.genre == "entretien"]

    assert entretien.details["actions"] == [{"intitule": "Appeler le GRETA", "echeance": "2026-11-24"}]
    assert entretien.details["convenu"] == "Revenir avec le dossier."


def test_filter_keeps_its_kinds_only(parcours):
    fil = evenements(parcours.beneficiaire, filtre="actions")

    assert [e.genre for e in fil] == ["action"]


def test_skill_shown_is_what_somebody_gained_not_an_entretien(parcours):
    CompetenceMontreeFactory(parcours=parcours)

    def dans(filtre):
        return "competence" in {e.genre for e in evenements(parcours.beneficiaire, filtre=filtre)}

    assert [filtre for filtre in FILTRES if dans(filtre)] == ["tout", "actions"]


def test_pages_follow_each_other_whatever_the_kinds_they_mix(parcours):
    for jour in range(1, 9):
        EntretienFactory(parcours=parcours, date=datetime(2026, 10, jour, 9, 30, tzinfo=UTC))
        ActionFactory(parcours=parcours, etat=EtatAction.FAIT, date_fin=date(2026, 10, jour))

    tout = evenements(parcours.beneficiaire)
    pages = [evenements(parcours.beneficiaire, nombre=5, depuis=depuis) for depuis in range(0, 25, 5)]

    assert [e.ancre for page in pages for e in page] == [e.ancre for e in tout]
    assert [e.quand for e in tout] == sorted((e.quand for e in tout), reverse=True)
    assert len(tout) == 7 + 16


def test_a_confidential_note_never_shows_its_text_in_the_thread(parcours):
    (note,) = [e for e in evenements(parcours.beneficiaire) if e.genre == "note"]

    assert note.texte == ""


def test_encadrant_reads_neither_comptes_rendus_nor_diagnostics(parcours, encadrant):
    with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=Role.ENCADRANT):
        fil = evenements(parcours.beneficiaire)

    assert [e.genre for e in fil] == ["observation", "entree"]
