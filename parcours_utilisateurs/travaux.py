"""The jobs, in the order of experience.md §1, each with its targets."""

from collections.abc import Callable
from dataclasses import dataclass

from insertion.enums import Role


@dataclass(frozen=True)
class Travail:
    """What somebody comes to do. `gestes` and `pages` are targets; `cible` is the « Target interaction » of
    experience.md §1 that they come from, with what was added to make a number of it."""

    code: str
    titre: str
    role: Role
    pouce: bool
    gestes: int
    pages: int
    secondes: float | None
    cible: str
    faire: Callable


TRAVAUX: dict[str, Travail] = {}


def travail(code: str, titre: str, *, role: Role, gestes: int, pages: int, cible: str, pouce=False, secondes=None):
    """Declare a job: `@travail("A1", …)` over `def ecrire(main, terrain)`."""

    def declarer(faire: Callable) -> Callable:
        TRAVAUX[code] = Travail(code, titre, role, pouce, gestes, pages, secondes, cible, faire)
        return faire

    return declarer
