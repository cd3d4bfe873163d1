"""Put a mutant in the functions that run already, wherever they were imported: their code is changed, not they."""

import functools
import gc
import sys
from collections import defaultdict
from pathlib import Path
from types import CodeType, FunctionType

from outillage.dossier import RACINE
from outillage.mutants.generation import Mutant

#: The code of the process in which a mutant cannot be put alive.
IMPOSSIBLE = 70


def appliquer(mutant: Mutant) -> bool:
    """Return whether it could be done: a closure that lost one of its variables takes no other code."""
    fichier = str(RACINE / mutant.fichier)
    anciens = _codes(compile(Path(fichier).read_text(), fichier, "exec"))
    nouveaux = _codes(compile(mutant.source, fichier, "exec"))
    rangs = {
        (nom, code.co_firstlineno): (nom, rang) for nom, codes in anciens.items() for rang, code in enumerate(codes)
    }
    gc.unfreeze()
    for objet in gc.get_objects():
        if type(objet) is FunctionType and objet.__code__.co_filename == fichier:
            nom, rang = rangs[objet.__code__.co_qualname, objet.__code__.co_firstlineno]
            try:
                objet.__code__ = nouveaux[nom][rang]
            except (ValueError, IndexError):
                return False
    _oublier(fichier)
    return True


def _codes(code: CodeType) -> dict[str, list[CodeType]]:
    """{qualified name: the codes that bear it, in the order of the file}."""
    trouves, file = defaultdict(list), [code]
    while file:
        courant = file.pop(0)
        dedans = [c for c in courant.co_consts if isinstance(c, CodeType)]
        for fils in dedans:
            trouves[fils.co_qualname].append(fils)
        file += dedans
    return trouves


def _oublier(fichier: str) -> None:
    """Empty the caches that the untouched code filled."""
    for objet in gc.get_objects():
        if type(objet) is functools._lru_cache_wrapper and hasattr(objet.__wrapped__, "__code__"):
            module = sys.modules.get(objet.__wrapped__.__module__)
            if module and getattr(module, "__file__", "") == fichier:
                objet.cache_clear()
