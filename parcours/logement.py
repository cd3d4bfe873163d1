"""The path towards a home, as a picture: one bar per step on a time scale, one line per kind of habitat."""

from dataclasses import dataclass
from datetime import date

from .enums import Habitat

#: The drawing, in its own units: one line per kind of habitat, its label above it.
LARGEUR, HAUT, PAS, EPAISSEUR = 700, 4, 52, 16
LIGNES = list(reversed(Habitat))


@dataclass(frozen=True)
class Barre:
    """One step: where its bar is, whether it still lasts, and what it says to who does not see it."""

    x: str
    y: str
    largeur: str
    en_cours: bool
    phrase: str


@dataclass(frozen=True)
class Ligne:
    """One kind of habitat: the height at which it is drawn."""

    libelle: str
    y: int


@dataclass(frozen=True)
class Chemin:
    """The whole picture: its bars, its lines, the two dates of its scale."""

    barres: list
    liaisons: list
    lignes: list
    debut: date
    fin: date
    hauteur: int
    largeur: int = LARGEUR


def chemin(etapes, le):
    """The `Chemin` of dated steps in order, a step that still lasts drawn up to the day `le`; None without any."""
    etapes = list(etapes)
    if not etapes:
        return None
    debut, fin = etapes[0].debut, max([le, *(e.fin or e.debut for e in etapes)])
    barres = [_barre(etape, debut, fin, le) for etape in etapes]
    return Chemin(
        barres=barres,
        liaisons=[_liaison(avant, apres) for avant, apres in zip(barres, barres[1:], strict=False)],
        lignes=[Ligne(habitat.label, _y(habitat)) for habitat in LIGNES],
        debut=debut,
        fin=fin,
        hauteur=HAUT + PAS * len(LIGNES) + 26,
    )


def _barre(etape, debut, fin, le):
    x, bout = _x(etape.debut, debut, fin), _x(etape.fin or max(le, etape.debut), debut, fin)
    jusque = f"jusqu’au {etape.fin:%d/%m/%Y}" if etape.fin else "toujours en cours"
    x = min(x, LARGEUR - 6)  # a step of one day, today, still shows
    return Barre(
        x=f"{x:.1f}",
        y=f"{_y(etape.habitat) - EPAISSEUR / 2:.1f}",
        largeur=f"{max(bout - x, 6):.1f}",
        en_cours=etape.fin is None,
        phrase=f"{etape.get_habitat_display()} depuis le {etape.debut:%d/%m/%Y}, {jusque}",
    )


def _liaison(avant, apres):
    """A thin vertical line from one step to the next."""
    milieu = EPAISSEUR / 2
    return {"x": apres.x, "y1": f"{float(avant.y) + milieu:.1f}", "y2": f"{float(apres.y) + milieu:.1f}"}


def _x(jour, debut, fin):
    duree = (fin - debut).days or 1
    return (jour - debut).days / duree * LARGEUR


def _y(habitat):
    return HAUT + PAS * LIGNES.index(Habitat(habitat)) + 36
