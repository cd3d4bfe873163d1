"""What the printed documents hold, for whom, and what never gets in."""

import socket
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from beneficiaires.enums import NatureSituation
from insertion import pdf
from parcours import productions
from parcours.contenus import dossier
from parcours.enums import GenreProduction
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    DiagnosticFactory,
    EntretienFactory,
    EvaluationFactory,
    NoteConfidentielleFactory,
    ObjectifFactory,
    ObservationFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
    SituationFactory,
)

HOSTILE = (
    "<img src=http://127.0.0.1:9/pixel> <img src=file:///etc/hostname> <style>@import url(http://127.0.0.1:9/v.css)"
    "</style> <link rel=attachment href=file:///etc/passwd> {{ 7|add:7 }} ![x](http://127.0.0.1:9/y)"
)


class Muette:
    """A queue that nobody listens to: the tests work themselves."""

    name = "muette"

    def apply_async(self, **options):
        """Nothing rings."""


@pytest.fixture
def entretien(structure, cip):
    parcours = ParcoursFactory(
        beneficiaire__prenom="Amina", beneficiaire__nom="Benali", dispositif__nom="Blanchisserie"
    )
    return EntretienFactory(
        parcours=parcours,
        auteur=cip,
        themes=["famille"],
        compte_rendu="A visité **deux** crèches.",
        paroles="Je peux faire les matins.",
        convenu="Elle rappelle la directrice.",
    )


@pytest.fixture
def amina(entretien):
    return entretien.parcours.beneficiaire


def imprimer(beneficiaire, par, genre=GenreProduction.DOSSIER, **champs):
    """Produce for `par` and return the reader of the file and its whole text, on single spaces."""
    production = productions.demander(beneficiaire, genre=genre, par=par, tache=Muette(), **champs)
    productions.produire(production.structure_id, production.pk)
    production.refresh_from_db()
    assert production.est_pret, production.message
    lecteur = PdfReader(BytesIO(production.fichier.open().read()))
    return lecteur, " ".join(" ".join(page.extract_text() for page in lecteur.pages).split())


def compte_rendu(entretien, par):
    return imprimer(entretien.parcours.beneficiaire, par, genre=GenreProduction.COMPTE_RENDU, entretien=entretien)


def test_compte_rendu_says_who_when_what_and_what_next(entretien, cip):
    ActionFactory(parcours=entretien.parcours, entretien=entretien, intitule="Appeler la crèche")
    RendezVousFactory(parcours=entretien.parcours, utilisateur=cip)

    lecteur, texte = compte_rendu(entretien, cip)

    for attendu in (
        "Ressourcerie du Canal",
        "Amina Benali",
        "mardi 17 novembre 2026, 9 h 30",
        "45 minutes",
        "Camille Dubois",
        "Famille et garde d’enfants",
        "A visité deux crèches.",
        "Je peux faire les matins.",
        "Elle rappelle la directrice.",
        "Appeler la crèche",
        "lundi 23 novembre 2026 à 10 h 00",
        "Signatures",
        "Page 1 / ",
        "données au",
    ):
        assert attendu in texte
    assert lecteur.metadata.title == "Compte rendu d’entretien du 17/11/2026, Amina Benali"


def test_documents_are_tagged_with_headings_and_table_headers(entretien, cip):
    ActionFactory(parcours=entretien.parcours, entretien=entretien)

    lecteur, _ = compte_rendu(entretien, cip)

    balises = set(_balises(lecteur.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD"} <= balises


def test_dossier_holds_identity_diagnostic_plan_and_thread(entretien, amina, cip):
    ReferentFactory(beneficiaire=amina, utilisateur=cip)
    SituationFactory(beneficiaire=amina, precision="CAF du Nord")
    diagnostic = DiagnosticFactory(parcours=entretien.parcours, auteur=cip)
    for domaine in ("logement", "mobilite", "budget"):
        EvaluationFactory(diagnostic=diagnostic, domaine=domaine, paroles="Je dors mal.")
    ActionFactory(parcours=entretien.parcours, objectif=ObjectifFactory(parcours=entretien.parcours))
    ObservationFactory(parcours=entretien.parcours)

    lecteur, texte = imprimer(amina, cip)

    for attendu in (
        "Identité",
        "12 mars 1992",
        "CAF du Nord",
        "Blanchisserie",
        "Diagnostic partagé",
        "1 · Frein fort",
        "Je dors mal.",
        "Passer le code",
        "Appeler le GRETA",
        "Fil du parcours",
        "Novembre 2026",
        "À l’heure toute la semaine.",
        "A visité deux crèches.",
    ):
        assert attendu in texte
    assert "/Figure" in set(_balises(lecteur.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def test_confidential_note_is_left_out_unless_asked(entretien, amina, chef, cip):
    NoteConfidentielleFactory(parcours=entretien.parcours, auteur=cip, texte="Violences passées.")

    _, texte = imprimer(amina, chef)

    assert "Violences passées." not in texte
    assert "onfidentiel" not in texte


def test_chef_who_asks_gets_the_notes_and_a_watermark_on_each_page(entretien, amina, chef, cip):
    NoteConfidentielleFactory(parcours=entretien.parcours, auteur=cip, texte="Violences passées.")

    lecteur, texte = imprimer(amina, chef, avec_confidentiel=True)

    assert "Violences passées." in texte
    assert all(page.extract_text().count("Confidentiel") >= 2 for page in lecteur.pages)


def test_colleague_who_asks_gets_their_own_notes_only(entretien, amina, cip, collegue):
    NoteConfidentielleFactory(parcours=entretien.parcours, auteur=cip, texte="Violences passées.")
    NoteConfidentielleFactory(parcours=entretien.parcours, auteur=collegue, texte="Dort peu.")

    _, texte = imprimer(amina, collegue, avec_confidentiel=True)

    assert "Dort peu." in texte
    assert "Violences passées." not in texte


def test_dossier_of_an_encadrant_never_holds_what_they_may_not_read(entretien, amina, encadrant):
    EvaluationFactory(diagnostic__parcours=entretien.parcours, paroles="Je dors mal.")
    EvaluationFactory(diagnostic__parcours=entretien.parcours, sante=True)
    SituationFactory(beneficiaire=amina, nature=NatureSituation.RQTH)
    ObservationFactory(parcours=entretien.parcours)

    _, texte = imprimer(amina, encadrant, avec_confidentiel=True)

    assert "À l’heure toute la semaine." in texte
    for interdit in ("Diagnostic", "Je dors mal.", "hôpital", "RQTH", "crèches", "matins"):
        assert interdit not in texte


def test_hostile_note_is_printed_as_text_and_fetches_nothing(entretien, amina, cip, monkeypatch):
    demandes = []
    fetch = pdf.PolicesSeulement.fetch

    def noter(self, url, headers=None):
        if not url.startswith(pdf.SCHEME):
            demandes.append(url)
        return fetch(self, url, headers)

    monkeypatch.setattr(pdf.PolicesSeulement, "fetch", noter)
    for champ in ("compte_rendu", "paroles", "convenu"):
        setattr(entretien, champ, HOSTILE)
    entretien.save()
    amina.nom = '"><img src=http://127.0.0.1:9/nom>'
    amina.save()
    connexions = []
    monkeypatch.setattr(socket, "create_connection", lambda *args, **kwargs: connexions.append(args))

    for lecteur, texte in (compte_rendu(entretien, cip), imprimer(amina, cip)):
        assert not lecteur.attachments
        assert "<link rel=attachment" in texte
        assert "{{ 7|add:7 }}" in texte
    assert demandes == []
    assert connexions == []


@cellules("nombre", [1, 3])
def test_dossier_is_loaded_in_a_constant_number_of_queries(nombre, entretien, amina, cip, requetes):
    for n in range(nombre):
        EntretienFactory(parcours=entretien.parcours, auteur=cip)
        SituationFactory(beneficiaire=amina, nature=list(NatureSituation)[n])
        EvaluationFactory(diagnostic=DiagnosticFactory(parcours=entretien.parcours, auteur=cip))
        ActionFactory(parcours=entretien.parcours, objectif=ObjectifFactory(parcours=entretien.parcours))
        ReferentFactory(beneficiaire=amina)
        NoteConfidentielleFactory(parcours=entretien.parcours, auteur=cip)

    with requetes() as faites:
        dossier(amina, entretien.date.date(), avec_confidentiel=True)

    assert len(faites) == 10


def test_nothing_is_asked_of_the_database_while_the_pages_are_drawn(entretien, amina, cip, monkeypatch):
    """Outside any context a forgotten lazy query would raise; here none may be made at all."""
    DiagnosticFactory(parcours=entretien.parcours)
    ActionFactory(parcours=entretien.parcours, objectif=ObjectifFactory(parcours=entretien.parcours))
    ActionFactory(parcours=entretien.parcours, entretien=entretien)
    ReferentFactory(beneficiaire=amina)
    toutes, dessiner = [], pdf.rendre

    def observer(*args, **kwargs):
        with CaptureQueriesContext(connection) as faites:
            contenu = dessiner(*args, **kwargs)
        toutes.extend(faites.captured_queries)
        return contenu

    monkeypatch.setattr(pdf, "rendre", observer)
    compte_rendu(entretien, cip)
    imprimer(amina, cip)

    assert toutes == []


def _balises(noeud):
    """Every structure type under `noeud` of the tag tree."""
    noeud = noeud.get_object() if hasattr(noeud, "get_object") else noeud
    if isinstance(noeud, list):
        for enfant in noeud:
            yield from _balises(enfant)
    elif isinstance(noeud, dict) and "/S" in noeud:
        yield noeud["/S"]
        yield from _balises(noeud.get("/K", []))
