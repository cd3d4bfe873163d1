"""Geometry of the radar: entry dashed in grey, now solid in petrol; `_radar_svg.jinja` draws it."""

from dataclasses import dataclass
from math import cos, pi, sin

from insertion.texte import en_mots

MARGE = 4
#: Mean width of a letter, in parts of the font size: enough to know whether a label leaves the drawing.
CHASSE = 0.56
#: Under three known levels there is no surface to draw: the table alone says it better.
AXES_MINIMUM = 3
NIVEAUX = 4


@dataclass(frozen=True)
class Cadre:
    """The box of a drawing, in its own unit; `corps` is the size of letters, `ecart` from a spoke to its label."""

    largeur: int
    hauteur: int
    x: int
    y: int
    rayon: int
    rayon_minimal: int
    corps: float
    interligne: int
    ecart: float
    dense: bool = False


ORDINAIRE = Cadre(400, 330, 200, 160, rayon=112, rayon_minimal=88, corps=12.5, interligne=14, ecart=14.6)
#: Above so many spokes, neighbours would write on each other: a larger box, in which the letters keep their size.
AXES_ORDINAIRES = 12
DENSE = Cadre(480, 432, 240, 212, rayon=148, rayon_minimal=124, corps=16, interligne=17, ecart=18, dense=True)


@dataclass(frozen=True)
class Point:
    """A place in the drawing; both numbers are texts, with a dot whatever the language."""

    x: str
    y: str


@dataclass(frozen=True)
class Axe:
    """One spoke and its label; `sens` is « mieux », « moins » or empty."""

    bout: Point
    libelle: Point
    ancre: str
    lignes: tuple[str, ...]
    sens: str


@dataclass(frozen=True)
class Radar:
    """Everything the partial draws. `nom` makes the ids unique when a page holds several radars."""

    nom: str
    cadre: Cadre
    titre: str
    description: str
    anneaux: tuple[str, ...]
    axes: tuple[Axe, ...]
    polygone_entree: str
    polygone_actuel: str
    points_entree: tuple[Point, ...]
    points_actuels: tuple[Point, ...]


def radar(evolution, nom="radar"):
    """Return the `Radar` of an `Evolution`, or None when fewer than three domains have a known level."""
    domaines = evolution.domaines
    if len(domaines) - len(evolution.sans_niveau) < AXES_MINIMUM:
        return None
    cadre = DENSE if len(domaines) > AXES_ORDINAIRES else ORDINAIRE
    angles = [2 * pi * rang / len(domaines) for rang in range(len(domaines))]
    rayon = _rayon(cadre, angles, domaines)
    entree = [d.entree for d in domaines] if evolution.compare else []
    actuels = _points(cadre, angles, [d.actuel for d in domaines], rayon)
    entrees = _points(cadre, angles, entree, rayon)
    return Radar(
        nom=nom,
        cadre=cadre,
        titre=_titre(evolution),
        description=" ; ".join(_phrase(d, evolution.compare) for d in domaines),
        anneaux=tuple(
            _polygone([_point(cadre, a, rayon * n / NIVEAUX) for a in angles]) for n in range(1, NIVEAUX + 1)
        ),
        axes=tuple(_axe(cadre, angle, domaine, rayon) for angle, domaine in zip(angles, domaines, strict=True)),
        polygone_entree=_polygone(entrees),
        polygone_actuel=_polygone(actuels),
        points_entree=tuple(entrees),
        points_actuels=tuple(actuels),
    )


def _titre(evolution):
    dernier = f"{evolution.dernier.nom.lower()} du {en_mots(evolution.dernier.date)}"
    if not evolution.compare:
        return f"Situation par domaine, {dernier}"
    return f"Situation par domaine, du {en_mots(evolution.premier.date)} au {dernier}"


def _phrase(domaine, compare):
    if domaine.actuel is None:
        return f"{domaine.nom} : {domaine.actuel_en_mots.lower()}"
    if not compare:
        return f"{domaine.nom} : {domaine.actuel} sur 4"
    depart = domaine.entree_en_mots.lower() if domaine.entree is None else domaine.entree
    return f"{domaine.nom} : {depart} puis {domaine.actuel} sur 4"


def _points(cadre, angles, niveaux, rayon):
    """Known points only: an answer without a level has no place on its spoke, least of all the centre."""
    return [_point(cadre, a, rayon * n / NIVEAUX) for a, n in zip(angles, niveaux, strict=False) if n is not None]


def _point(cadre, angle, distance, descente=0):
    """Return the point at `distance` from the centre, `angle` turning from noon, lowered by `descente`."""
    x, y = cadre.x + distance * sin(angle), cadre.y - distance * cos(angle) + descente
    return Point(f"{x:.1f}", f"{y:.1f}")


def _polygone(points):
    return " ".join(f"{p.x},{p.y}" for p in points) if len(points) >= AXES_MINIMUM else ""


def _axe(cadre, angle, domaine, rayon):
    lignes = _lignes(cadre, angle, domaine, rayon)
    descente = 4 - cadre.interligne / 2 * (len(lignes) - 1)
    return Axe(
        bout=_point(cadre, angle, rayon),
        libelle=_point(cadre, angle, rayon + cadre.ecart, descente),
        ancre=_ancre(angle),
        lignes=lignes,
        sens="mieux" if (domaine.ecart or 0) > 0 else "moins" if (domaine.ecart or 0) < 0 else "",
    )


def _ancre(angle):
    if abs(sin(angle)) < 0.1:
        return "middle"
    return "start" if sin(angle) > 0 else "end"


def _place(cadre, angle, rayon):
    """Width left for a label beside the spoke, in the unit of the drawing."""
    if _ancre(angle) == "middle":
        return cadre.largeur
    return cadre.largeur - MARGE - cadre.x - (rayon + cadre.ecart) * abs(sin(angle))


def _lignes(cadre, angle, domaine, rayon):
    """The label on one line, or its name above its change when one line would leave the drawing."""
    if domaine.signe and _largeur(cadre, domaine.libelle) > _place(cadre, angle, rayon):
        return (domaine.court, domaine.signe)
    return (domaine.libelle,)


def _rayon(cadre, angles, domaines):
    """The largest radius at which each name fits beside its spoke."""
    manques = (
        _largeur(cadre, d.court) - _place(cadre, a, cadre.rayon) for a, d in zip(angles, domaines, strict=True)
    )
    return max(cadre.rayon_minimal, cadre.rayon - max(0, *manques))


def _largeur(cadre, texte):
    return len(texte) * cadre.corps * CHASSE
