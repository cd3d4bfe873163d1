"""Time spent: what was done with and for somebody, in minutes, individual work apart from collective.

(metier.md §1 rows 60, 78, 83, 84.)
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from insertion.enums import Domaine
from insertion.isolation.preparees import en_liste

from .enums import Accompagnement, Famille, Mode, StatutRendezVous
from .models import Demarche, Entretien, Parcours, RendezVous

INDIVIDUEL, COLLECTIF, EXTERIEUR = "individuel", "collectif", "exterieur"
#: Held away from the office: counted as outside (metier.md §1 row 60).
MODES_EXTERIEURS = (Mode.DOMICILE, Mode.EXTERIEUR)
SANS_THEME = "Sans thème noté"

#: The family of each theme (metier.md §1 row 84); what is not named here is social.
PROFESSIONNELS = {
    Domaine.FORMATION,
    Domaine.PROJET,
    Domaine.DISPONIBILITE,
    Domaine.AGE,
    Accompagnement.RYTHME,
    Accompagnement.DROITS_DEVOIRS,
    Accompagnement.CODES_ENTREPRISE,
    Accompagnement.PROJET_PRO,
}
TECHNIQUES = {Accompagnement.POSTE}
LIBELLES = dict(Domaine.choices) | dict(Accompagnement.choices)


class Mesure(NamedTuple):
    """One fact that took time. `minutes` None: nobody noted how long; `themes`: codes of domains and themes.

    `parcours` (id) is whose time it was.
    """

    nature: str
    minutes: int | None
    trajet: int = 0
    themes: tuple[str, ...] = ()
    parcours: int | None = None


@dataclass(frozen=True)
class Source:
    """One table of such facts: `lignes(parcours, du, au)` asks for rows, `mesurer` reads one (None: no `Mesure`).

    `parcours` are ids in one text (`en_liste`).
    """

    nom: str
    lignes: Callable
    mesurer: Callable


@dataclass(frozen=True)
class LigneTemps:
    """The minutes of one theme, by nature; travel apart."""

    libelle: str
    famille: str
    individuel: int
    exterieur: int
    collectif: int
    trajet: int

    @property
    def total(self):
        return self.individuel + self.exterieur + self.collectif


@dataclass(frozen=True)
class Temps:
    """Minutes by nature, by theme and by family (of the three, plus « » when no theme was noted).

    `individuel` (at our place, by telephone…), `exterieur` and `collectif` never overlap; `trajet` is apart from all
    three. `sans_duree` counts the facts whose length nobody noted: they weigh nothing in the minutes.
    """

    du: date
    au: date
    individuel: int
    exterieur: int
    collectif: int
    trajet: int
    lignes: list[LigneTemps]
    familles: dict[str, int]
    sans_duree: int

    @property
    def total(self):
        return self.individuel + self.exterieur + self.collectif + self.trajet

    @property
    def par_famille(self):
        """(label, minutes) of each family that took time."""
        return [(Famille(code).label if code else SANS_THEME, minutes) for code, minutes in self.familles.items()]


def passe(parcours, du, au):
    """Return the `Temps` of one parcours, or of several, from the day `du` to the day `au`, both included.

    Under the role of the open context: who may not read a fact does not count it. One query per source.
    """
    parcours = [parcours] if isinstance(parcours, Parcours) else parcours
    return mesurer(mesures(parcours, du, au), du, au)


def mesures(parcours, du, au):
    """Return the `Mesure`s of these parcours (instances or ids) from the day `du` to the day `au`, both included."""
    parcours = en_liste(getattr(un, "pk", un) for un in parcours)
    lues = (source.mesurer(*ligne) for source in SOURCES for ligne in source.lignes(parcours, du, au))
    return [mesure for mesure in lues if mesure]


def mesurer(mesures: Iterable[Mesure], du, au):
    """Return the `Temps` of these `mesures`: the minutes of a fact are shared between its themes, none lost."""
    total, par_theme, sans_duree = Counter(), {}, 0
    for mesure in mesures:
        sans_duree += mesure.minutes is None
        themes = mesure.themes or ("",)
        for quoi, minutes in ((mesure.nature, mesure.minutes or 0), ("trajet", mesure.trajet)):
            total[quoi] += minutes
            for theme, part in zip(themes, partager(minutes, len(themes)), strict=True):
                par_theme.setdefault(theme, Counter())[quoi] += part
    lignes = sorted((_ligne(theme, c) for theme, c in par_theme.items()), key=lambda li: (-li.total, li.libelle))
    familles = Counter()
    for ligne in lignes:
        familles[ligne.famille] += ligne.total
    return Temps(
        du=du,
        au=au,
        individuel=total[INDIVIDUEL],
        exterieur=total[EXTERIEUR],
        collectif=total[COLLECTIF],
        trajet=total["trajet"],
        lignes=[ligne for ligne in lignes if ligne.total or ligne.trajet],
        familles={f: familles[f] for f in (*Famille.values, "") if familles[f]},
        sans_duree=sans_duree,
    )


def partager(minutes, parts):
    """Share whole `minutes` in so many equal `parts`; the minutes left over go to the first ones."""
    entier, reste = divmod(minutes, parts)
    return [entier + (rang < reste) for rang in range(parts)]


def famille(theme):
    """The family of a theme, « » for none (metier.md §1 row 84)."""
    if not theme:
        return ""
    if theme in TECHNIQUES:
        return Famille.TECHNIQUE
    return Famille.PROFESSIONNEL if theme in PROFESSIONNELS else Famille.SOCIAL


def _ligne(theme, compte):
    return LigneTemps(
        libelle=LIBELLES.get(theme, theme) or SANS_THEME,
        famille=famille(theme),
        individuel=compte[INDIVIDUEL],
        exterieur=compte[EXTERIEUR],
        collectif=compte[COLLECTIF],
        trajet=compte["trajet"],
    )


def _entretiens(parcours, du, au):
    entretiens = Entretien.objects.filter(parcours__pk__parmi=parcours, date__date__gte=du, date__date__lte=au)
    champs = ("parcours_id", "mode", "duree_minutes", "trajet_minutes", "themes", "accompagnements")
    return entretiens.values_list(*champs)


def _entretien(pk, mode, duree, trajet, themes, accompagnements):
    nature = EXTERIEUR if mode in MODES_EXTERIEURS else INDIVIDUEL
    return Mesure(nature, duree, trajet or 0, (*themes, *accompagnements), pk)


def _demarches(parcours, du, au):
    demarches = Demarche.objects.filter(parcours__pk__parmi=parcours, date__gte=du, date__lte=au)
    return demarches.values_list("parcours_id", "fait", "duree_minutes", "trajet_minutes", "domaine")


def _demarche(pk, fait, duree, trajet, domaine):
    """What the person did alone takes nobody's time unless a length was noted."""
    if fait == "par" and not duree and not trajet:
        return None
    themes = (domaine,) if domaine else ()
    return Mesure(EXTERIEUR if trajet else INDIVIDUEL, duree, trajet or 0, themes, pk)


def _accompagnements(parcours, du, au):
    """Appointments outside to which a colleague went along; one that has its entretien is counted there."""
    tenus = RendezVous.objects.filter(parcours__pk__parmi=parcours, statut=StatutRendezVous.VENU, entretien=None)
    tenus = tenus.exterieurs().qui_occupent().entre(du, au)
    return tenus.values_list("parcours_id", "duree_minutes", "trajet_minutes")


def _accompagnement(pk, duree, trajet):
    return Mesure(EXTERIEUR, duree, trajet or 0, (), pk)


#: Collective work (séances attended) would be one more source, whose measures have the nature `COLLECTIF`.
SOURCES = (
    Source("entretiens", _entretiens, _entretien),
    Source("demarches", _demarches, _demarche),
    Source("accompagnements", _accompagnements, _accompagnement),
)
