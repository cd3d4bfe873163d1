import logging

import pytest
import time_machine

from .rangees import MIDI

#: Short, and on the clock of the machine: `make test` runs them too.
RAPIDES = ("test_a01", "test_a03", "test_a08", "test_a10", "test_a11")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What is in this folder is run by `make surete` alone, but for what is short."""
    for item in items:
        if "tests/surete/" in item.nodeid and not est_rapide(item):
            item.add_marker("surete")


def est_rapide(item):
    return item.path.name.startswith(RAPIDES)


@pytest.fixture
def mesurer(record_property):
    """`mesurer("Cellules de la matrice", 12)`: a line of the table that `make surete` ends with."""

    def noter(quoi, combien):
        record_property("mesure", [quoi, combien])

    return noter


@pytest.fixture(autouse=True)
def ce_jour_la(request):
    """The world is of one day, so that what a page answers does not depend on when it is asked; nobody reads the log
    of the thousands of refusals that are expected."""
    if est_rapide(request.node):
        yield
        return
    logging.disable(logging.WARNING)
    with time_machine.travel(MIDI, tick=False):  # a session of thirty minutes must see the end of the matrix
        yield
    logging.disable(logging.NOTSET)
