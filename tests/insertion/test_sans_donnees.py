"""A log says where something failed, never whom it was about (surete.md P1-23)."""

import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string

from insertion.sans_donnees import CELERY, SansDonnees
from tests.usines import BeneficiaireFactory


@pytest.fixture
def refus(structure):
    """An error that quotes what was typed, because the database refused a row."""
    personne = BeneficiaireFactory(nom="Zorglubine")
    try:
        try:
            with transaction.atomic():
                type(personne).objects.filter(pk=personne.pk).update(email=None)
        except IntegrityError as cause:
            raise ValueError(f"« {personne.nom} » n’a pas été enregistrée") from cause
    except ValueError as erreur:
        return erreur


def ligne(message, *args, nom="django.request", erreur=None):
    infos = erreur and (type(erreur), erreur, erreur.__traceback__)
    return SansDonnees().format(logging.LogRecord(nom, logging.ERROR, "", 0, message, args, infos))


def test_an_error_is_told_by_its_kind_its_rule_and_its_lines(refus):
    dit = ligne("Internal Server Error: %s", "/beneficiaires/", erreur=refus)

    assert "Zorglubine" not in dit
    assert "psycopg.errors.NotNullViolation (23502, beneficiaires_beneficiaire)" in dit
    assert dit.endswith("builtins.ValueError")
    assert f'File "{__file__}"' in dit


def test_the_sentence_of_the_worker_does_not_quote_it_either(refus):
    faits = {"name": "parcours.tasks.produire", "id": "1", "description": "raised unexpected", "exc": repr(refus)}

    assert ligne("Task %(name)s[%(id)s] %(description)s: %(exc)s", faits, nom=CELERY) == (
        "Task parcours.tasks.produire[1] raised unexpected: "
    )


def test_every_line_of_the_application_is_written_so():
    journaux = settings.LOGGING
    faiseurs = {journaux["formatters"][porte["formatter"]]["()"] for porte in journaux["handlers"].values()}

    assert all(issubclass(import_string(faiseur), SansDonnees) for faiseur in faiseurs)
