"""The faults: mutmut's operators applied to each node of a module, and a few of ours for its tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

#: Calls that mutmut leaves alone too: with other arguments they only raise.
LAISSES = {"len", "isinstance", "hasattr"}


@dataclass(frozen=True)
class Mutant:
    """`source` is the module with one fault, at the line `ligne`; `dans_une_fonction` when no import runs it."""

    fichier: str
    ligne: int
    avant: str
    apres: str
    source: str
    dans_une_fonction: bool

    def __str__(self) -> str:
        return f"{self.fichier}:{self.ligne} : {self.avant} → {self.apres}"


def mutants(fichier: str) -> list[Mutant]:
    return list(_Marcheur(fichier).trouver())


class _Marcheur:
    def __init__(self, fichier: str) -> None:
        self.fichier = fichier
        self.enveloppe = MetadataWrapper(cst.parse_module(Path(fichier).read_text()))
        self.places = self.enveloppe.resolve(PositionProvider)
        self.module = self.enveloppe.module
        self.vus = {self.module.code}

    def trouver(self) -> Iterator[Mutant]:
        yield from self._marcher(self.module, dedans=False)

    def _marcher(self, noeud: cst.CSTNode, *, dedans: bool) -> Iterator[Mutant]:
        if _a_laisser(noeud):
            return
        for nouveau in _fautes(noeud):
            source = self._source(noeud, nouveau)
            if source and source not in self.vus:
                self.vus.add(source)
                yield Mutant(
                    self.fichier, self.places[noeud].start.line, *self._ecrits(noeud, nouveau), source, dedans
                )
        if isinstance(noeud, cst.Raise):
            return  # the words of an exception are for whoever mends it
        for enfant in noeud.children:
            corps = isinstance(noeud, cst.FunctionDef) and enfant is noeud.body
            yield from self._marcher(enfant, dedans=dedans or corps or isinstance(noeud, cst.Lambda))

    def _source(self, noeud: cst.CSTNode, nouveau: cst.CSTNode) -> str | None:
        source = self.module.deep_replace(noeud, nouveau).code
        try:
            compile(source, self.fichier, "exec")
        except SyntaxError:
            return None
        return source

    def _ecrits(self, noeud: cst.CSTNode, nouveau: cst.CSTNode) -> tuple[str, str]:
        return tuple(re.sub(r"\s+", " ", self.module.code_for_node(n)).strip()[:300] for n in (noeud, nouveau))


def _a_laisser(noeud: cst.CSTNode) -> bool:
    """What no test should see: annotations, imports, docstrings."""
    if isinstance(noeud, cst.Annotation | cst.Import | cst.ImportFrom | cst.Decorator):
        return True
    if isinstance(noeud, cst.Expr):
        return isinstance(noeud.value, cst.SimpleString | cst.ConcatenatedString)
    return isinstance(noeud, cst.Call) and isinstance(noeud.func, cst.Name) and noeud.func.value in LAISSES


def _fautes(noeud: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if isinstance(noeud, cst.SimpleString):
        yield from list(operator_string(noeud))[:1]  # another case is the same SQL, and nearly the same sentence
        return
    for genre, operateur in mutation_operators:
        if isinstance(noeud, genre):
            yield from operateur(noeud)
    yield from _sans_un_element(noeud)
    if isinstance(noeud, cst.FormattedStringText) and noeud.value.strip():
        yield noeud.with_changes(value=f"XX{noeud.value}")
    if isinstance(noeud, cst.If):
        yield noeud.with_changes(test=cst.Name("False"))
    if isinstance(noeud, cst.SimpleStatementLine) and isinstance(noeud.body[0], cst.Expr | cst.Raise):
        if _a_laisser(noeud.body[0]):
            return
        yield noeud.with_changes(body=[cst.Pass()])


def _sans_un_element(noeud: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A table that lost a line: a right, a key, a kind of contact."""
    if isinstance(noeud, cst.Set | cst.Dict | cst.Tuple | cst.List) and len(noeud.elements) > 1:
        for rang in range(len(noeud.elements)):
            yield noeud.with_changes(elements=[*noeud.elements[:rang], *noeud.elements[rang + 1 :]])
