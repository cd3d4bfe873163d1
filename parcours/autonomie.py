"""The autonomy that démarches show over time: done by, with or for the person (metier.md §1 rows 33, 40)."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from .enums import Fait

#: Quarters shown at most: three years, longer than any parcours of metier.md §4.4.
TRIMESTRES = 12


@dataclass(frozen=True)
class Trimestre:
    """One quarter: how many démarches of each kind, and their shares in whole percents that add up to 100."""

    debut: date
    par: int
    avec: int
    pour: int

    @property
    def total(self):
        return self.par + self.avec + self.pour

    @property
    def libelle(self):
        """« T4 2026 »."""
        return f"T{(self.debut.month + 2) // 3} {self.debut.year}"

    @property
    def parts(self):
        """(par, avec, pour) in percents; None for a quarter without any: nothing is known, which is not 0."""
        return en_pourcents((self.par, self.avec, self.pour)) if self.total else None

    @property
    def phrase(self):
        if not self.total:
            return f"{self.libelle} : aucune démarche notée"
        par, avec, pour = self.parts
        return f"{self.libelle} : {par} % par la personne, {avec} % avec elle, {pour} % pour elle"


@dataclass(frozen=True)
class Autonomie:
    """The quarters from the first démarche to now, gaps included; empty when nothing was noted."""

    trimestres: list[Trimestre]

    @property
    def est_vide(self):
        return not any(t.total for t in self.trimestres)

    @property
    def description(self):
        return "\N{NO-BREAK SPACE}; ".join(t.phrase for t in self.trimestres)


def suivre(demarches, le):
    """Return the `Autonomie` drawn from (date, fait) of each démarche, seen on the day `le`.

    Only the last three years are kept; what is dated after `le` is left out.
    """
    depuis = debut_du_trimestre(le) - relativedelta(months=3 * (TRIMESTRES - 1))
    retenues = [(debut_du_trimestre(jour), fait) for jour, fait in demarches if depuis <= jour <= le]
    if not retenues:
        return Autonomie([])
    trimestres, debut = [], min(jour for jour, _ in retenues)
    while debut <= le:
        faits = [fait for jour, fait in retenues if jour == debut]
        trimestres.append(Trimestre(debut, *(faits.count(fait) for fait in (Fait.PAR, Fait.AVEC, Fait.POUR))))
        debut += relativedelta(months=3)
    return Autonomie(trimestres)


def debut_du_trimestre(jour):
    """The first day of the calendar quarter of `jour`."""
    return date(jour.year, 3 * ((jour.month - 1) // 3) + 1, 1)


def en_pourcents(nombres):
    """Whole percents that add up to 100: what rounding leaves goes to the largest remainders."""
    total = sum(nombres)
    entiers = [100 * n // total for n in nombres]
    restes = sorted(range(len(nombres)), key=lambda rang: (-(100 * nombres[rang] % total), rang))
    for rang in restes[: 100 - sum(entiers)]:
        entiers[rang] += 1
    return tuple(entiers)


# --- Its drawing: one bar per quarter, three bands told apart by their texture and their place, not by colour alone.

LARGEUR_BARRE, ECART, GAUCHE, HAUT, HAUTEUR, PIED = 36, 12, 50, 12, 140, 24
MINIMUM_LISIBLE = 12


@dataclass(frozen=True)
class Bande:
    """One band of a bar; `nombre` is written on it when it fits."""

    fait: str
    x: int
    y: float
    hauteur: float
    texte: str

    @property
    def milieu_x(self):
        return self.x + LARGEUR_BARRE / 2

    @property
    def milieu_y(self):
        return self.y + self.hauteur / 2 + 4


@dataclass(frozen=True)
class Dessin:
    """What the template draws, in the units of its viewBox."""

    largeur: int
    hauteur: int
    bandes: list[Bande]
    libelles: list[tuple[float, str]]
    reperes: list[tuple[float, int]]


def dessiner(autonomie):
    """Return the `Dessin` of an `Autonomie`, or None when there is nothing to draw."""
    if autonomie.est_vide:
        return None
    bandes, libelles = [], []
    for rang, trimestre in enumerate(autonomie.trimestres):
        x = GAUCHE + rang * (LARGEUR_BARRE + ECART)
        libelles.append((x + LARGEUR_BARRE / 2, f"T{(trimestre.debut.month + 2) // 3} {trimestre.debut:%y}"))
        bandes += _bandes(x, trimestre.parts or ())
    largeur = GAUCHE + max(4, len(autonomie.trimestres)) * (LARGEUR_BARRE + ECART)
    reperes = [(HAUT + HAUTEUR * (100 - part) / 100, part) for part in (0, 50, 100)]
    return Dessin(largeur, HAUT + HAUTEUR + PIED, bandes, libelles, reperes)


def _bandes(x, parts):
    bas = HAUT + HAUTEUR
    for fait, part in zip(Fait.values, parts, strict=False):
        if part:
            hauteur = HAUTEUR * part / 100
            bas -= hauteur
            yield Bande(fait, x, bas, hauteur, str(part) if hauteur >= MINIMUM_LISIBLE else "")
