"""What the search of everything (Ctrl+K) finds: each floor says its sources, `pilotage` asks them all."""

from collections.abc import Callable
from dataclasses import dataclass

from .droits import Droit


@dataclass(frozen=True)
class Trouvaille:
    """One answer: what it is called, where it leads, what tells it from its namesakes."""

    titre: str
    adresse: str
    precision: str = ""
    detail: str = ""  # beside the title: « né·e en 1992 »
    pk: int | None = None  # of somebody about whom one may at once do something


@dataclass(frozen=True)
class Source:
    """One kind of things that can be found, in one query.

    `chercher(utilisateur, texte, limite)` answers at most `limite` rows that this user may see, the best first.
    """

    code: str
    titre: str
    icone: str
    droit: Droit
    chercher: Callable
