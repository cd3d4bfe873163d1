"""Several people present, and who may then read (metier.md §1 rows 2, 38, 60, 66, 83)."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import DOMAINES_TUS_A_L_ENCADRANT, Role
from insertion.isolation.contexte import contexte
from parcours import contenus
from parcours.enums import GenreEntretien
from parcours.fil import evenements
from parcours.models import Action, Entretien, NoteConfidentielle, Objectif, Observation, Participant, RendezVous
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    EntretienFactory,
    ObjectifFactory,
    ObservationFactory,
    ParcoursFactory,
    ParticipantFactory,
)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5))


@pytest.fixture
def url(parcours):
    return reverse("parcours:entretien_create", args=[parcours.beneficiaire_id])


def note(*presents, **champs):
    """What the note box sends, with (name, quality) of who else was there."""
    lignes = {"present-TOTAL_FORMS": str(len(presents)), "present-INITIAL_FORMS": "0"}
    for rang, (nom, qualite) in enumerate(presents):
        lignes |= {f"present-{rang}-nom": nom, f"present-{rang}-qualite": qualite}
    date_heure = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    return (
        {"mode": "exterieur", "genre": "bilan", "date": date_heure, "compte_rendu": "Point à trois."}
        | {"action-TOTAL_FORMS": "0", "action-INITIAL_FORMS": "0"}
        | lignes
        | champs
    )


def test_colleague_is_recognised_and_anybody_else_kept_as_typed(client_de, cip, encadrant, url):
    client_de(cip).post(url, note(("louis ferrand", "encadrant"), ("Mme Lefort", "educateur")))

    presents = [(p.utilisateur, p.nom, p.qualite) for p in Participant.objects.pour_liste()]
    assert presents == [(encadrant, "", "encadrant"), (None, "Mme Lefort", "educateur")]


def test_place_travel_themes_and_unplanned_are_kept(client_de, cip, url):
    client_de(cip).post(
        url, note(lieu="Résidence des Lilas", trajet_minutes="40", imprevu="on", accompagnements=["rythme", "poste"])
    )

    entretien = Entretien.objects.get()
    assert (entretien.lieu, entretien.trajet_minutes, entretien.imprevu) == ("Résidence des Lilas", 40, True)
    assert entretien.accompagnements == ["rythme", "poste"]


@cellules(
    "champs",
    [
        {"trajet_minutes": "601"},
        {"trajet_minutes": "-1"},
        {"lieu": "x" * 121},
        {"accompagnements": ["inconnu"]},
        {"genre": "inconnu"},
    ],
    ids=str,
)
def test_bad_frame_is_refused(client_de, cip, url, champs):
    reponse = client_de(cip).post(url, note(**champs))

    assert reponse.status_code == 422
    assert "Point à trois." in reponse.content.decode()


def test_quality_without_a_name_is_refused_beside_it(client_de, cip, url):
    reponse = client_de(cip).post(url, note(("", "tuteur")))

    assert reponse.status_code == 422
    assert "Nommez cette personne" in reponse.content.decode()


def test_name_of_a_colleague_of_another_structure_stays_a_name(client_de, cip, etranger, url):
    client_de(cip).post(url, note(("Yann Le Goff", "")))

    assert Participant.objects.get().utilisateur is None


def test_name_typed_twice_counts_once(client_de, cip, encadrant, url):
    client_de(cip).post(
        url, note(("Louis Ferrand", ""), ("LOUIS FERRAND", ""), ("Mme Lefort", ""), ("Mme Lefort", ""))
    )

    assert Participant.objects.count() == 2


def test_correction_rewrites_who_was_there(client_de, cip, encadrant, parcours):
    entretien = EntretienFactory(parcours=parcours)
    ParticipantFactory(entretien=entretien)
    url = reverse("parcours:entretien_update", args=[entretien.pk])

    page = client_de(cip).get(url).content.decode()
    client_de(cip).post(url, note(("", ""), ("Louis Ferrand", ""), version="0", **{"present-INITIAL_FORMS": "1"}))

    assert "Mme Lefort" in page
    assert [p.utilisateur for p in entretien.participants.all()] == [encadrant]


def test_correction_that_says_nothing_of_them_leaves_them(client_de, cip, parcours):
    entretien = EntretienFactory(parcours=parcours)
    ParticipantFactory(entretien=entretien)
    envoi = {nom: valeur for nom, valeur in note(version="0").items() if not nom.startswith("present-")}

    client_de(cip).post(reverse("parcours:entretien_update", args=[entretien.pk]), envoi)

    entretien.refresh_from_db()
    assert (entretien.compte_rendu, entretien.participants.count()) == ("Point à trois.", 1)


@cellules(
    ("genre", "present", "lu"),
    [
        (GenreEntretien.TRIPARTITE, True, True),
        (GenreEntretien.TRIPARTITE, False, False),
        (GenreEntretien.RENOUVELLEMENT, True, True),
        (GenreEntretien.RENOUVELLEMENT, False, False),
        (GenreEntretien.RECRUTEMENT, True, True),
        (GenreEntretien.RECADRAGE, True, True),
        (GenreEntretien.BILAN, True, True),
        (GenreEntretien.BILAN, False, False),
        (GenreEntretien.INDIVIDUEL, True, False),
        (GenreEntretien.SORTIE, True, False),
        (GenreEntretien.CONTACT, True, False),
    ],
)
def test_encadrant_reads_the_entretiens_of_the_team_where_he_was(parcours, encadrant, genre, present, lu):
    entretien = EntretienFactory(parcours=parcours, genre=genre)
    if present:
        ParticipantFactory(entretien=entretien, utilisateur=encadrant, nom="")

    with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=Role.ENCADRANT):
        assert Entretien.objects.exists() is lu
        assert any(e.genre == "entretien" for e in evenements(parcours.beneficiaire)) is lu
        assert not Entretien.events.rel.related_model.objects.exists()


@cellules(
    ("champs", "lu"),
    [
        ({"themes": ["projet", "mobilite"], "accompagnements": ["poste"]}, True),
        *(({"themes": ["projet", domaine]}, False) for domaine in DOMAINES_TUS_A_L_ENCADRANT),
        ({"accompagnements": ["rythme", "acces_droits"]}, False),
    ],
)
def test_encadrant_reads_nothing_of_an_entretien_about_health_debts_or_papers(parcours, encadrant, champs, lu):
    """surete.md §5: work goals, never diagnosis, justice nor debts, even where he sat in the room."""
    entretien = EntretienFactory(parcours=parcours, genre=GenreEntretien.TRIPARTITE, **champs)
    ParticipantFactory(entretien=entretien, utilisateur=encadrant, nom="")

    with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=Role.ENCADRANT):
        assert Entretien.objects.exists() is lu
        assert any(e.genre == "entretien" for e in evenements(parcours.beneficiaire)) is lu


def test_what_was_taken_over_from_a_file_is_not_an_observation_for_everybody(parcours, encadrant):
    """The column « commentaire » of a former software may say anything (surete.md §2, T3)."""
    ObservationFactory(parcours=parcours, texte="Arrivé à l’heure.")
    ObservationFactory(parcours=parcours, texte="Suivi au CSAPA.", origine="ancien.xlsx, ligne 3")

    lues = {}
    for role in (Role.CHARGE_INSERTION, Role.ADMINISTRATIF, Role.ENCADRANT, Role.LECTURE):
        with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=role):
            lues[role] = (Observation.objects.count(), "CSAPA" in str(evenements(parcours.beneficiaire)))
    assert lues == {
        Role.CHARGE_INSERTION: (2, True),
        Role.ADMINISTRATIF: (2, True),
        Role.ENCADRANT: (1, False),
        Role.LECTURE: (1, False),
    }


@cellules(("domaine", "lu"), [("projet", True), ("budget", False), ("droits", False), ("sante", False)])
def test_encadrant_reads_the_work_goals_of_the_plan_only(parcours, encadrant, domaine, lu):
    objectif = ObjectifFactory(parcours=parcours, domaine=domaine)
    ActionFactory(parcours=parcours, objectif=objectif, domaine=domaine)

    with contexte(parcours.structure_id, utilisateur_id=encadrant.pk, role=Role.ENCADRANT):
        assert (Objectif.objects.exists(), Action.objects.exists()) == (lu, lu)


def test_lecture_reads_no_name_of_who_was_there(parcours, lecteur):
    ParticipantFactory(entretien=EntretienFactory(parcours=parcours))

    with contexte(parcours.structure_id, utilisateur_id=lecteur.pk, role=Role.LECTURE):
        assert not Participant.objects.exists()


def test_working_note_typed_in_the_same_form_is_kept_apart(client_de, cip, chef, collegue, parcours, url):
    client_de(cip).post(url, note(note_privee="Prendre du recul."))

    assert "recul" not in Entretien.objects.get().compte_rendu
    assert NoteConfidentielle.objects.get().texte == "Prendre du recul."
    lecteurs = {}
    for qui, role in ((cip, Role.CHARGE_INSERTION), (chef, Role.CHEF_SERVICE), (collegue, Role.CHARGE_INSERTION)):
        with contexte(parcours.structure_id, utilisateur_id=qui.pk, role=role):
            lecteurs[qui] = NoteConfidentielle.objects.exists()
    assert lecteurs == {cip: True, chef: True, collegue: False}


def test_absence_keeps_the_working_note_too(client_de, cip, parcours):
    url = reverse("parcours:absence_create", args=[parcours.beneficiaire_id])

    client_de(cip).post(url, {"statut": "excuse", "compte_rendu": "", "note_privee": "Troisième fois."})

    assert RendezVous.objects.get().statut == "excuse"
    assert NoteConfidentielle.objects.get().texte == "Troisième fois."


def test_thread_names_the_kind_and_who_was_there(parcours, encadrant):
    entretien = EntretienFactory(parcours=parcours, genre=GenreEntretien.RECADRAGE, lieu="Atelier")
    ParticipantFactory(entretien=entretien, utilisateur=encadrant, nom="", qualite="encadrant")

    (evenement,) = [e for e in evenements(parcours.beneficiaire) if e.genre == "entretien"]

    assert evenement.titre == "Entretien de recadrage, sur place"
    assert evenement.presents == ["Louis Ferrand (encadrant·e technique)"]


def test_compte_rendu_knows_who_signs(parcours):
    entretien = EntretienFactory(parcours=parcours, accompagnements=["rythme"])
    ParticipantFactory(entretien=entretien)

    contenu = contenus.compte_rendu(parcours.beneficiaire, entretien.pk)

    assert [str(p) for p in contenu["presents"]] == ["Mme Lefort"]
    assert contenu["themes"] == ["Rythme de travail"]
