"""A thread: what happened, newest first. How an event looks; which facts make one is in `fil.py` of each floor."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

#: Events of one page of a thread, and the pages that one may ask for: nobody's thread is as long.
PAR_PAGE, PAGES = 30, 170


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


class Evenement(NamedTuple):
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
    def jour(self):
        return self.quand.date()

    @property
    def ancre(self):
        """Its id on the page."""
        return f"{self.genre}-{self.pk}"

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
    tranche = tranche_du_fil(request, filtres)
    return montrer_le_fil(lire(**tranche), filtres, tranche)


def tranche_du_fil(request, filtres):
    """What of a thread `request` asks for: {filtre, nombre, depuis}, one event more than a page."""
    filtre, page = request.GET.get("filtre", "tout"), request.GET.get("page", "")
    page = min(max(int(page), 1), PAGES) if page.isdecimal() else 1
    return {
        "filtre": filtre if filtre in filtres else "tout",
        "nombre": PAR_PAGE + 1,
        "depuis": (page - 1) * PAR_PAGE,
    }


def montrer_le_fil(suite, filtres, tranche):
    """The context of `composants/fil_section.jinja` from the events read, a page and one more when others follow."""
    page = tranche["depuis"] // PAR_PAGE + 1
    return {
        "fil": _par_mois(suite[:PAR_PAGE]),
        "page_suivante": page + 1 if len(suite) > PAR_PAGE else None,
        "page": page,
        "filtre": tranche["filtre"],
        "filtres": filtres.items(),
    }


def _par_mois(fil):
    """[(first day of a month, its events)], in the same order."""
    return [(mois, list(suite)) for mois, suite in groupby(fil, lambda evenement: evenement.jour.replace(day=1))]
