import logging

import pytest

from .rangees import MIDI


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """All that is in this folder is run by `make surete` alone."""
    for item in items:
        if "tests/surete/" in item.nodeid:
            item.add_marker("surete")


@pytest.fixture
def mesurer(record_property):
    """`mesurer("Cellules de la matrice", 12)`: a line of the table that `make surete` ends with."""

    def noter(quoi, combien):
        record_property("mesure", [quoi, combien])

    return noter


@pytest.fixture(autouse=True)
def ce_jour_la(time_machine):
    """The world is of one day, so that what a page answers does not depend on when it is asked."""
    time_machine.move_to(MIDI)


@pytest.fixture(autouse=True)
def en_silence():
    """Thousands of refusals are expected: nobody reads their log."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)
