"""A thread: what happened, newest first. How an event looks; which facts make one is in `fil.py` of each floor."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

#: Events of one page of a thread.
PAR_PAGE = 50


@dataclass(frozen=True)
class Genre:
    """How one kind of event looks. `titre` is a sentence, or a function of the event.

    `corps` says where its text goes: "texte" (below the title), "titre" (after it) or "" (nowhere).
    `mots` returns the few words that stand below it, from its details.
    """

    icone: str
    classe: str
    titre: str | Callable
    filtre: str
    corps: str = "texte"
    date_seule: bool = False
    mots: Callable | None = None


class Details(dict):
    """What is particular to an event; what its kind does not have is None."""

    def __missing__(self, nom):
        return None


@dataclass(frozen=True)
class Evenement:
    """One mark on a thread. `details` holds what is particular to its `genre`; `quand` is local."""

    genre: str
    pk: int
    quand: datetime
    auteur: str
    texte: str
    details: Details
    aspect: Genre

    @property
    def titre(self):
        titre = self.aspect.titre
        return titre if isinstance(titre, str) else titre(self)

    @property
    def mois(self):
        return self.quand.year, self.quand.month

    @property
    def mots(self):
        """The few words that its kind adds below the text."""
        return self.aspect.mots(self.details) if self.aspect.mots else []

    @property
    def date_seule(self):
        """Whether the fact has a day and no hour."""
        return self.aspect.date_seule


def page_du_fil(request, filtres, lire):
    """The page of a thread that `request` asks for, as `composants/fil_section.jinja` shows it.

    `filtres` is {slug: label}, with « tout »; `lire(filtre, nombre, depuis)` returns the events.
    """
    filtre = request.GET.get("filtre", "tout")
    filtre = filtre if filtre in filtres else "tout"
    page = int(request.GET["page"]) if request.GET.get("page", "").isdecimal() else 1
    suite = lire(filtre, nombre=PAR_PAGE + 1, depuis=(page - 1) * PAR_PAGE)
    return {
        "fil": suite[:PAR_PAGE],
        "page_suivante": page + 1 if len(suite) > PAR_PAGE else None,
        "page": page,
        "filtre": filtre,
        "filtres": filtres.items(),
    }
