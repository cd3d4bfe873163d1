"""Geometry of the bars of a report: one bar a line, its words on the left, its figure at its end.

`pilotage/_barres.jinja` draws it, on screen and in print; the table that stands beside says the same.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from textwrap import wrap

from ..indicateurs.chiffres import Unite

LARGEUR, MARGE, PLACE_FIGURE = 760, 4, 128
#: A drawing that a telephone shows as large as its words need.
LARGEUR_ECRAN = 440
RANG, EPAISSEUR, CORPS, INTERLIGNE = 24, 15, 13, 14
#: Mean width of a letter, in parts of the font size.
CHASSE = 0.52
LIBELLE_MAX = 250
#: Under two bars there is nothing to compare; above so many, the table reads better.
BARRES_MIN, BARRES_MAX = 2, 20
#: What can be drawn on one scale.
UNITES = (Unite.TAUX, Unite.PERSONNES, Unite.MINUTES)


@dataclass(frozen=True)
class Barre:
    """`x`, `y`, `largeur` in the unit of the drawing; `largeur` is 0 for a hidden or unknown value.

    `lignes` are the (words, y) of its name, one line or two.
    """

    libelle: str
    lignes: tuple[tuple[str, str], ...]
    mots: str
    x: str
    y: str
    largeur: str
    texte_x: str
    texte_y: str


@dataclass(frozen=True)
class Barres:
    """Everything the partial draws; `nom` makes its ids unique in the page."""

    nom: str
    titre: str
    description: str
    largeur: int
    hauteur: int
    axe: str
    corps: int
    epaisseur: int
    barres: tuple[Barre, ...]


def barres(table, nom, largeur=LARGEUR):
    """Return the `Barres` of one table of `contenu`, or None when its lines do not stand on one scale.

    `largeur` is that of the drawing, in pixels at its own size.
    """
    lignes = [ligne for ligne in table["lignes"] if ligne["unite"] == table["lignes"][0]["unite"]]
    if not BARRES_MIN <= len(lignes) <= BARRES_MAX or len(lignes) < len(table["lignes"]):
        return None
    if lignes[0]["unite"] not in UNITES or not any(_valeur(ligne) for ligne in lignes):
        return None
    depart = _place_des_mots(lignes)
    echelle = (largeur - MARGE - PLACE_FIGURE - depart) / _plein(lignes)
    hauts = list(accumulate(map(_hauteur, lignes), initial=MARGE))
    return Barres(
        nom=nom,
        titre=table["libelle"],
        description=" ; ".join(f"{ligne['libelle']} : {_mots(ligne)}" for ligne in lignes),
        largeur=largeur,
        hauteur=int(hauts[-1]) + MARGE,
        axe=f"{depart:.1f}",
        corps=CORPS,
        epaisseur=EPAISSEUR,
        barres=tuple(_barre(ligne, haut, depart, echelle) for ligne, haut in zip(lignes, hauts, strict=False)),
    )


def _barre(ligne, haut, depart, echelle):
    milieu, largeur = haut + _hauteur(ligne) / 2, _valeur(ligne) * echelle
    return Barre(
        libelle=ligne["libelle"],
        lignes=_lignes(ligne["libelle"], milieu),
        mots=_mots(ligne),
        x=f"{depart:.1f}",
        y=f"{milieu - EPAISSEUR / 2:.1f}",
        largeur=f"{largeur:.1f}",
        texte_x=f"{depart + largeur + 7:.1f}",
        texte_y=f"{milieu + CORPS * 0.35:.1f}",
    )


def _hauteur(ligne):
    """The room of a bar: that of its name, on one line or two."""
    return RANG + (len(_plier(ligne["libelle"])) - 1) * INTERLIGNE


def _valeur(ligne):
    return float(Decimal(ligne["valeur"] or 0))


def _plein(lignes):
    """The value of a bar that fills the drawing: 100 for shares, the largest for counts."""
    return 100 if lignes[0]["unite"] == Unite.TAUX else max(map(_valeur, lignes))


def _mots(ligne):
    return f"{ligne['en_mots']} ({ligne['fraction']})" if ligne["fraction"] else ligne["en_mots"]


def _place_des_mots(lignes):
    plus_long = max(len(morceau) for ligne in lignes for morceau in _plier(ligne["libelle"]))
    return min(LIBELLE_MAX, plus_long * CORPS * CHASSE) + 12


def _plier(libelle):
    """A name on one line or two, that stay in its column; a longer one is cut, and the table gives it whole."""
    place = int(LIBELLE_MAX / (CORPS * CHASSE))
    return wrap(libelle, place, max_lines=2, placeholder="…") or [libelle]


def _lignes(libelle, milieu):
    """The (words, y) of a name, its lines on either side of `milieu`."""
    morceaux = _plier(libelle)
    premiere = milieu + CORPS * 0.35 - (len(morceaux) - 1) * INTERLIGNE / 2
    return tuple((mots, f"{premiere + rang * INTERLIGNE:.1f}") for rang, mots in enumerate(morceaux))
