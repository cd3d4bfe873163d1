"""One test that walks the cells of a table over one world, when building it again costs more than a cell does."""

import copy
import functools
import inspect
from contextlib import contextmanager, suppress

import pytest
from django.core import mail
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

TABLES = {}  # test that walks its cells → what it calls in each, and the cells


def cellules(noms, lignes, ids=None):
    """As `pytest.mark.parametrize`, in one test: each cell that fails is named by `subtests`, none stops the rest.

    What a cell writes is rolled back, and it works on a copy of what the fixtures gave: it finds what a test of its
    own would find. Not for a test that commits, or that a fixture watches (`monkeypatch`, `mailoutbox`…).
    """
    noms = [nom.strip() for nom in noms.split(",")] if isinstance(noms, str) else list(noms)
    lignes = [_case(noms, ligne, n, ids) for n, ligne in enumerate(lignes)]

    def decorer(essai):
        dans, interieures = TABLES.get(essai, (essai, [("", {})]))  # two tables make one, of all their pairs
        cases = [(f"{a}-{b}" if a else b, {**x, **y}) for a, x in interieures for b, y in lignes]
        signature = inspect.signature(dans)
        demandes = [p for nom, p in signature.parameters.items() if nom not in cases[0][1]]
        compte_rendu = inspect.Parameter("subtests", inspect.Parameter.KEYWORD_ONLY)

        @functools.wraps(essai)
        def parcourir(*, subtests, **fixtures):
            _preparer(fixtures.get("request"), cases)
            for nom, valeurs in cases:
                with subtests.test(msg=nom), sans_suite():
                    dans(**_copies(fixtures), **valeurs)

        parcourir.__signature__ = signature.replace(parameters=[*demandes, compte_rendu])
        TABLES[parcourir] = dans, cases
        return parcourir

    return decorer


def _case(noms, ligne, n, ids):
    if hasattr(ligne, "marks"):  # pytest.param(…, id=…)
        valeurs, nom = ligne.values, ligne.id
    else:
        valeurs, nom = [ligne] if len(noms) == 1 else ligne, None
    if nom is None and ids:
        nom = ids(valeurs[0]) if callable(ids) else ids[n]
    return str(nom or ", ".join(_mot(valeur) for valeur in valeurs)), dict(zip(noms, valeurs, strict=True))


def _mot(valeur):
    return getattr(valeur, "__name__", None) or str(valeur)[:60]


def _preparer(request, cases):
    """Ask beforehand for the fixtures that the cells name: asked for in a cell, they would go with it."""
    for _, valeurs in cases if request else ():
        for valeur in valeurs.values():
            if isinstance(valeur, str):
                with suppress(pytest.FixtureLookupError):
                    request.getfixturevalue(valeur)


@contextmanager
def sans_suite():
    """Forget what was sent before the block and, when a transaction is open, undo what is written."""
    if hasattr(mail, "outbox"):
        mail.outbox.clear()
    if not connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _copies(fixtures):
    deja = {}
    return {nom: _copie(valeur, deja) for nom, valeur in fixtures.items()}


def _copie(valeur, deja):
    if isinstance(valeur, Client):
        navigateur = copy.copy(valeur)
        navigateur.cookies = copy.deepcopy(valeur.cookies)
        return navigateur
    return copy.deepcopy(valeur, deja) if isinstance(valeur, Model) or type(valeur) in (list, dict, tuple) else valeur
