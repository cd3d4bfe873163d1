"""What a role may not read, it reads by no door: query, search, export, message, calendar, error page."""

import pytest
from django.apps import apps
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Proche, Situation
from insertion import pdf
from insertion.droits import LECTURES, Droit, peut
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours import lots
from parcours.enums import FormeLot, GenreProduction
from parcours.lots_genres import A_PRODUIRE
from parcours.models import AideFinanciere, Demarche, Diagnostic, Entretien, Evaluation, NoteConfidentielle
from pilotage import courriels, rappels
from pilotage.exports import demandes
from pilotage.exports.listes import LISTES
from pilotage.models import Export
from tests.parcours.test_lots import tous_les_tours
from tests.parcours.test_productions import Sonnette

from .marche import POST, demander, mots_de
from .monde import AILLEURS, SUIVI, Monde
from .sensibles import CATEGORIES, PAR_DOMAINE, interdits, mot

SENSIBLES = tuple(PAR_DOMAINE.values())
HISTOIRES = ("parcours.EvaluationEvent", "parcours.DemarcheEvent", "parcours.ActionEvent", "parcours.ObjectifEvent")
#: line of `LECTURES` → the rows, as a careless view would ask for them; whoever is not on the line finds none.
QUESTIONS = {
    "Santé, handicap, addiction, justice": [
        lambda: Evaluation._base_manager.filter(domaine__in=SENSIBLES),
        lambda: Demarche._base_manager.filter(domaine__in=SENSIBLES),
        lambda: Entretien._base_manager.filter(themes__overlap=SENSIBLES),
        *(
            lambda label=label: apps.get_model(label)._base_manager.filter(domaine__in=SENSIBLES)
            for label in HISTOIRES
        ),
    ],
    "Notes confidentielles": [lambda: NoteConfidentielle._base_manager.all()],
    "Comptes rendus d’entretien, démarches": [lambda: Entretien._base_manager.filter(genre="individuel")],
    "Diagnostic partagé, hors santé et justice": [lambda: Diagnostic._base_manager.all()],
    "Aides financières": [lambda: AideFinanciere._base_manager.all()],
    "Foyer, ressources, droits (RSA, RQTH…)": [
        lambda: Proche._base_manager.all(),
        lambda: Situation._base_manager.all(),
    ],
}
#: What a role reads of a line but not of its first question (`LECTURES` says it in words).
EN_PARTIE = {
    (Role.ENCADRANT, "Comptes rendus d’entretien, démarches"): 0,
    (Role.LECTURE, "Comptes rendus d’entretien, démarches"): 0,
}


@pytest.fixture
def monde(db, referentiels, request):
    return Monde(request.param)


chaque_role = pytest.mark.parametrize("monde", list(Role), indirect=True, ids=lambda role: role.value)


@chaque_role
def test_unfiltered_questions_and_their_history_find_what_the_table_of_rights_says(monde, mesurer):
    role, posees = monde.moi.appartenance.role, 0
    for ligne, questions in QUESTIONS.items():
        attendu = bool(EN_PARTIE.get((role, ligne), LECTURES[ligne].get(role)))
        auteur = monde.collegue if LECTURES[ligne].get(role) == "" else monde.moi
        for question in questions:
            with contexte(monde.ici.pk, utilisateur_id=_sans_notes(auteur, ligne, role), role=role):
                assert question().exists() == attendu, (ligne, role)
            posees += 1
    mesurer("Sentinelles : questions sans filtre", posees)


def _sans_notes(utilisateur, ligne, role):
    """Who asks: the author of notes where the table says « les siennes », nobody in particular elsewhere."""
    return utilisateur.pk if LECTURES[ligne].get(role) else 0


@chaque_role
def test_search_finds_no_forbidden_word(monde, client_de, mesurer):
    client, essayes = client_de(monde.moi), 0
    for categorie in (*CATEGORIES, AILLEURS[2:]):
        debut = mot(categorie)[:-1]  # the word that is typed is shown again: it is not the one that is looked for
        for adresse, champ in (("pilotage:recherche", "q"), ("beneficiaires:beneficiaire_list", "q")):
            reponse = demander(client, reverse(adresse), POST, {champ: debut, "chercher": "1"})
            if reponse.statut == 302:  # a list that is searched has an address, where the word is encrypted
                assert debut not in reponse.entetes["Location"]
                reponse = demander(client, reponse.entetes["Location"], "GET")
            assert not reponse.mots & (interdits(monde.moi.appartenance.role) | {AILLEURS}), adresse
            essayes += 1
    mesurer("Sentinelles : recherches", essayes)


@chaque_role
def test_exports_hold_no_forbidden_word(monde, mesurer):
    role, faits = monde.moi.appartenance.role, 0
    if not peut(monde.moi, Droit.EXPORTER):
        pytest.skip("ce rôle n’exporte rien : la matrice le montre")
    reglages = {"utilisateur_id": monde.moi.pk, "role": role}
    for slug, liste in LISTES.items():
        if not liste.ouverte_a(monde.moi):
            continue
        with contexte(monde.ici.pk, **reglages):
            parametres = {"du": "2026-01-01", "au": "2026-12-31"}
            export = demandes.demander(
                genre=slug, intitule=slug, par=monde.moi, tache=Sonnette(), parametres=parametres
            )
        demandes.produire(monde.ici.pk, export.pk)
        with contexte(monde.ici.pk, **reglages):
            export = Export.objects.get(pk=export.pk)
            assert export.etat == "termine", (slug, export.message)
            contenu = export.fichier.open().read()
        assert not mots_de(contenu) & (interdits(role) | {AILLEURS}), slug
        faits += 1
    mesurer("Sentinelles : exports", faits)


@chaque_role
def test_printed_documents_hold_no_forbidden_word(monde, mesurer):
    role, personne = monde.moi.appartenance.role, monde.dossiers[SUIVI]["beneficiaires.Beneficiaire"]
    if not peut(monde.moi, Droit.PRODUIRE_DOCUMENTS):
        pytest.skip("ce rôle n’imprime rien : la matrice le montre")
    genres = [genre for genre in A_PRODUIRE if genre != GenreProduction.COURRIER]
    for genre in genres:
        with contexte(monde.ici.pk, utilisateur_id=monde.moi.pk, role=role):
            lot = lots.demander([personne.pk], genre=genre, forme=FormeLot.PDF, par=monde.moi, tache=Sonnette())
        tous_les_tours()
        with contexte(monde.ici.pk, utilisateur_id=monde.moi.pk, role=role):
            lot.refresh_from_db()
            imprime = lot.fichier.open().read() if lot.fichier.storage.exists(lot.fichier.name) else b""
        assert not mots_de(imprime) & (interdits(role) | {AILLEURS}), genre
        mesurer("Sentinelles : documents imprimés", int(bool(imprime)))


def test_a_word_printed_in_a_document_is_seen(db):
    assert mots_de(pdf.imprimer(f'<html lang="fr"><title>Essai</title><p>{AILLEURS}</html>')) == {AILLEURS}


@chaque_role
def test_reminders_their_email_and_the_calendar_hold_no_sensitive_word(monde, client_de, client, mesurer):
    role, tous = monde.moi.appartenance.role, {mot(categorie) for categorie in CATEGORIES}
    with contexte(monde.ici.pk):
        rappels.recalculer(monde.ici.pk, timezone.localdate())
    for pk in courriels.preparer(monde.ici.pk, timezone.now()):
        courriels.envoyer(monde.ici.pk, pk, timezone.now())

    envoyes = " ".join(f"{m.subject} {m.body} {m.alternatives}" for m in mail.outbox)
    page = demander(client_de(monde.moi), reverse("pilotage:rappel_list"), "GET")
    jeton = monde.texte(SUIVI, "pilotage:agenda_flux", "jeton")
    flux = demander(client, reverse("pilotage:agenda_flux", args=[jeton]), "GET")

    assert not mots_de(envoyes.encode()) & (tous | {AILLEURS})
    assert not page.mots & (interdits(role) | {AILLEURS})
    assert flux.statut == 200
    assert not flux.mots & (tous | {AILLEURS})
    mesurer("Sentinelles : courriels, notifications, agendas", 2 + len(mail.outbox))


@pytest.mark.urls("tests.isolation.urls_fautives")
@pytest.mark.parametrize("monde", [Role.DIRECTION], indirect=True)
def test_an_error_page_holds_nothing(monde, client_de, settings, mesurer):
    client = client_de(monde.moi)
    client.raise_request_exception = settings.DEBUG_PROPAGATE_EXCEPTIONS = False

    reponse = client.get(f"/faute/insertion/{monde.ailleurs.pk}/")

    assert reponse.status_code == 500
    assert not mots_de(reponse.content)
    assert not any(mot in reponse.text for mot in ("Traceback", "urls_fautives", "Intrus", "INSERT", "psycopg"))
    mesurer("Sentinelles : pages d’erreur", 1)
