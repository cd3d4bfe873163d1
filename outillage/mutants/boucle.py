"""The plugin of pytest that tries the mutants: one process sets Django and the database up, each mutant is a fork.

The tests run once untouched, while coverage.py notes which lines each one reaches. A mutant in a function is put in
the running functions of a child (`vivant.py`), which then runs the tests of its line, the quickest first, up to one
that fails. A mutant that lives at import needs a process of its own (`substitut.py`).
"""

import gc
import json
import os
import random
import signal
import subprocess
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import coverage
import pytest
from _pytest.runner import runtestprotocol
from _pytest.subtests import failed_subtests_key
from django.db.backends.base.base import BaseDatabaseWrapper

from outillage.affichage import dire
from outillage.dossier import RACINE
from outillage.mutants import vivant
from outillage.mutants.generation import Mutant, mutants

TUE, VIVANT = "tué", "vivant"
#: Seconds before a mutant that turns round for ever is stopped, beyond three times what its tests take.
PATIENCE = 20


def reglages() -> dict[str, list[str]]:
    """{module: its tests} of pyproject.toml, for the modules that MODULES asks for (patterns, all by default)."""
    modules = tomllib.loads((RACINE / "pyproject.toml").read_text())["tool"]["mutants"]
    demandes = os.environ.get("MODULES", "").split() or ["*"]
    return {m: essais for m, essais in modules.items() if any(fnmatch(m, f"*{d}*") for d in demandes)}


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    essais = Essais(session)
    if session.testsfailed or not essais.reussis():
        dire("Les essais échouent sans aucune faute : rien n’est mesuré.")
        session.testsfailed = 1
        return True
    resultats, fichier = [], Path(os.environ.get("JSON") or RACINE / ".tremplin" / "mutants.json")
    for module in reglages():
        resultats += _un_module(module, essais)
        fichier.write_text(json.dumps(resultats, indent=1, ensure_ascii=False))
    return True


def _un_module(module: str, essais: "Essais") -> Iterator[dict]:
    if not essais.tiennent(module):
        dire(f"{module} : ses essais échouent dans un processus fils sans aucune faute, rien n’est mesuré")
        return
    sorts, debut = defaultdict(list), time.monotonic()
    for mutant in _echantillon(mutants(module)):
        sort = essais.eprouver(mutant)
        sorts[sort].append(mutant)
        yield {"module": module, "ligne": mutant.ligne, "sort": sort, "mutant": str(mutant)}
    nombre, tues = sum(map(len, sorts.values())), len(sorts[TUE])
    dire(f"{module:<46} {tues:>4} tués sur {nombre:>4}, en {time.monotonic() - debut:.0f} s")
    for mutant in sorts[VIVANT]:
        dire(f"    {VIVANT} : {mutant}")


def _echantillon(tous: list[Mutant]) -> list[Mutant]:
    """PART=4 keeps one mutant in four, IMPORT=4 one in four of those that live at import; always the same ones."""
    tirage = random.Random(1)
    parts = {
        True: int(os.environ.get("PART", "1")),
        False: int(os.environ.get("IMPORT", os.environ.get("PART", "1"))),
    }
    return [mutant for mutant in tous if tirage.random() * parts[mutant.dans_une_fonction] < 1]


class Essais:
    """The collected tests, what each takes, and which lines it reaches."""

    def __init__(self, session: pytest.Session) -> None:
        self.session, self.durees, self.par_ligne, self.vivants = session, {}, {}, {}

    def reussis(self) -> bool:
        """Run everything once, untouched; return whether all is green."""
        mesure = coverage.Coverage(data_file=None, include=[str(RACINE / m) for m in reglages()], messages=False)
        mesure.start()
        verts = [self._un_essai(item, mesure) for item in self.session.items]
        mesure.stop()
        donnees = mesure.get_data()
        self.par_ligne = {str(m): donnees.contexts_by_lineno(str(RACINE / m)) for m in reglages()}
        self.vivants = vivant.recenser(list(reglages()))
        dire(f"{len(verts)} essais, {sum(self.durees.values()):.0f} s, sans aucune faute")
        return all(verts)

    def _un_essai(self, item: pytest.Item, mesure: coverage.Coverage) -> bool:
        debut = time.monotonic()
        mesure.switch_context(item.nodeid)
        rapports = runtestprotocol(item, log=False, nextitem=self.session)  # which stays set up
        self.durees[item.nodeid] = time.monotonic() - debut
        for rapport in rapports:
            if rapport.failed:
                dire(f"{rapport.nodeid} : {rapport.longreprtext[-2000:]}")
        return not any(rapport.failed for rapport in rapports)

    def eprouver(self, mutant: Mutant) -> str:
        if not mutant.dans_une_fonction:
            return substituer(mutant)
        items = self._passent_par(mutant)
        if not items:
            return substituer(mutant)  # what runs at import, or nowhere
        return self._juger(mutant, items)

    def tiennent(self, module: str) -> bool:
        """Whether its tests pass in a child where nothing was changed: else every fault would look found."""
        intact = Mutant(module, 0, "", "", (RACINE / module).read_text(), dans_une_fonction=True)
        return self._juger(intact, self._siens(module)) == VIVANT

    def _siens(self, module: str) -> list[pytest.Item]:
        """The tests of a module; a `TestCase` of unittest runs once in a process, and stays out."""
        siens = tuple(reglages()[module])
        return [i for i in self.session.items if i.nodeid.startswith(siens) and type(i) is pytest.Function]

    def _juger(self, mutant: Mutant, items: list[pytest.Item]) -> str:
        _fermer_les_connexions()
        fils = os.fork()
        if fils == 0:
            self._dans_le_fils(mutant, items)
        code = os.waitstatus_to_exitcode(os.waitpid(fils, 0)[1])
        if code == vivant.IMPOSSIBLE:
            return substituer(mutant)
        return VIVANT if code == 0 else TUE

    def _passent_par(self, mutant: Mutant) -> list[pytest.Item]:
        """The tests of its module that reach its line, the quickest first."""
        noms = set(self.par_ligne[mutant.fichier].get(mutant.ligne, ()))
        items = [i for i in self._siens(mutant.fichier) if i.nodeid in noms]
        return sorted(items, key=lambda i: self.durees[i.nodeid])

    def _dans_le_fils(self, mutant: Mutant, items: list[pytest.Item]) -> None:
        with suppress(BaseException):
            if mutant.ligne:  # the control says what fails in it
                _se_taire()
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(PATIENCE + int(3 * sum(self.durees[item.nodeid] for item in items)))
            if not vivant.appliquer(mutant, self.vivants[mutant.fichier]):
                os._exit(vivant.IMPOSSIBLE)
            for item in items:
                item._initrequest()  # its fixtures anew
                if echec := self._echec(item):
                    dire(f"{item.nodeid} : {echec}")
                    os._exit(1)
            os._exit(0)
        os._exit(1)

    def _echec(self, item: pytest.Item) -> str:
        """What fails in a test, or in a cell of it, which pytest counts apart; nothing when all holds."""
        rapports = runtestprotocol(item, log=False, nextitem=self.session)
        cellules = self.session.config.stash[failed_subtests_key][item.id]
        return "".join(r.longreprtext[-2000:] for r in rapports if r.failed) or f"{cellules} cellules" * bool(
            cellules
        )


def substituer(mutant: Mutant) -> str:
    """Try a mutant in a process of its own, in the database that this one made."""
    source = RACINE / ".tremplin" / f"mutant-{os.getpid()}.py"
    source.parent.mkdir(exist_ok=True)
    source.write_text(mutant.source)
    commande = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", "-p", "outillage.mutants.substitut"]
    environnement = {**os.environ, "MUTANT": str(RACINE / mutant.fichier), "MUTANT_SOURCE": str(source)}
    _fermer_les_connexions()
    try:
        fini = subprocess.run(
            [*commande, "--reuse-db", "-m", "", *reglages()[mutant.fichier]],
            cwd=RACINE,
            env=environnement,
            capture_output=True,
            timeout=300,
        )
    except subprocess.TimeoutExpired:
        return TUE
    return VIVANT if fini.returncode == 0 else TUE


def _se_taire() -> None:
    rien = os.open(os.devnull, os.O_WRONLY)
    os.dup2(rien, 1)
    os.dup2(rien, 2)


def _fermer_les_connexions() -> None:
    """Neither a child nor another process may speak through ours."""
    for base in _bases():
        if base.connection is not None:
            base.connection.close()
            base.connection = None


@cache
def _bases() -> list[BaseDatabaseWrapper]:
    """All of them, once the tests have run."""
    return [objet for objet in gc.get_objects() if issubclass(type(objet), BaseDatabaseWrapper)]
