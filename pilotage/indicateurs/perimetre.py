"""What a figure is about: a structure, a period, and perhaps some of its dispositifs or of its people."""

from dataclasses import dataclass, field
from datetime import date

from insertion.models import Structure

from .cohorte import Cohorte


@dataclass(frozen=True)
class Perimetre:
    """The period goes from the day `du` to the day `au`, both included; no `dispositifs` (ids) means all of them.

    No `personnes` (ids) means everybody; with some, the facts of the others are not read at all.

    Facts dated after `au` are not read, so that a past year keeps its figures (metier.md §5 « Common rules »).
    """

    structure: Structure
    du: date
    au: date
    dispositifs: frozenset[int] = frozenset()
    cohorte: Cohorte = field(default_factory=Cohorte)
    personnes: frozenset[int] = frozenset()

    def __post_init__(self):
        if self.au < self.du:
            raise ValueError("La période finit avant de commencer.")

    def contient(self, jour):
        """Whether `jour` (or None) falls in the period."""
        return jour is not None and self.du <= jour <= self.au

    def recoupe(self, debut, fin):
        """Whether [debut, fin] (`fin` None: still) shares a day with the period."""
        return debut is not None and debut <= self.au and (fin is None or fin >= self.du)

    def retient(self, dispositif):
        """Whether the dispositif of that id is one of the perimeter."""
        return not self.dispositifs or dispositif in self.dispositifs

    @property
    def en_mots(self):
        return f"du {self.du:%d/%m/%Y} au {self.au:%d/%m/%Y}"
