"""Put a mutant in the functions that run already, wherever they were imported: their code is changed, not they."""

import functools
import gc
from collections import defaultdict
from pathlib import Path
from types import CodeType, FunctionType

from outillage.dossier import RACINE
from outillage.mutants.generation import Mutant

#: The code of the process in which a mutant cannot be put alive.
IMPOSSIBLE = 70


def recenser(fichiers: list[str]) -> dict[str, list]:
    """{module: its functions and their caches}, wherever they are held: looked for once, in everything that lives."""
    noms, trouves = {str(RACINE / fichier): fichier for fichier in fichiers}, defaultdict(list)
    gc.unfreeze()
    for objet in gc.get_objects():
        fonction = objet.__wrapped__ if type(objet) is functools._lru_cache_wrapper else objet
        if type(fonction) is FunctionType and fonction.__code__.co_filename in noms:
            trouves[noms[fonction.__code__.co_filename]].append(objet)
    return trouves


def appliquer(mutant: Mutant, siens: list) -> bool:
    """Return whether it could be done: a closure that lost one of its variables takes no other code."""
    fichier = str(RACINE / mutant.fichier)
    anciens = _codes(compile(Path(fichier).read_text(), fichier, "exec"))
    nouveaux = _codes(compile(mutant.source, fichier, "exec"))
    rangs = {
        (nom, code.co_firstlineno): (nom, rang) for nom, codes in anciens.items() for rang, code in enumerate(codes)
    }
    for objet in siens:
        if type(objet) is functools._lru_cache_wrapper:
            objet.cache_clear()  # what the untouched code answered
            continue
        nom, rang = rangs[objet.__code__.co_qualname, objet.__code__.co_firstlineno]
        try:
            objet.__code__ = nouveaux[nom][rang]
        except (ValueError, IndexError):
            return False
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
