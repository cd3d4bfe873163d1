"""A pytest plugin for `make test`: the table of durations, just above pytest's closing line."""

import json
import os
import time
from collections.abc import Iterator

import pytest

from outillage.affichage import duree

NAVIGATEUR = "tests/navigateur"


DEBUT = pytest.StashKey[float]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[DEBUT] = time.monotonic()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> Iterator[None]:
    yield  # pytest's own summaries come first
    parties = json.loads(os.environ["TREMPLIN_PARTIES"])
    temps = {True: 0.0, False: 0.0}
    for rapports in terminalreporter.stats.values():
        for rapport in rapports:
            if type(rapport) is pytest.TestReport:  # a sub-test is part of one
                temps[rapport.nodeid.startswith(NAVIGATEUR)] += rapport.duration
    terminalreporter.section("Durées")
    for partie in parties:
        _ligne(terminalreporter, partie["titre"], partie["secondes"], "ÉCHEC" if partie["echec"] else "")
    _ligne(terminalreporter, "pytest", time.monotonic() - config.stash[DEBUT])
    _ligne(terminalreporter, "  dont essais sans navigateur", temps[False], "(cumulé sur les deux files)")
    _ligne(terminalreporter, "  dont essais dans un navigateur", temps[True], "(cumulé sur les deux files)")


def _ligne(terminalreporter, titre: str, secondes: float, note: str = "") -> None:
    terminalreporter.write_line(f"{titre:<40}{duree(secondes):>10}  {note}".rstrip())
