"""Geometry of the radar: entry dashed in grey, now solid in petrol; `_radar_dessin.html` draws it."""

from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.formats import date_format

LARGEUR, HAUTEUR = 400, 330
CENTRE_X, CENTRE_Y = 200, 160
RAYON, RAYON_MINIMAL = 112, 88
ECART_LIBELLE = 14.6
MARGE = 4
CORPS = 12.5
#: Mean width of a letter, in parts of the font size: enough to know whether a label leaves the drawing.
CHASSE = 0.56
INTERLIGNE = 14
#: Under three known levels there is no surface to draw: the table alone says it better.
AXES_MINIMUM = 3
NIVEAUX = 4


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
    if len(domaines) - len(evolution.non_abordes) < AXES_MINIMUM:
        return None
    angles = [2 * pi * rang / len(domaines) for rang in range(len(domaines))]
    rayon = _rayon(angles, domaines)
    entree = [d.entree for d in domaines] if evolution.compare else []
    actuels = _points(angles, [d.actuel for d in domaines], rayon)
    entrees = _points(angles, entree, rayon)
    return Radar(
        nom=nom,
        titre=_titre(evolution),
        description=" ; ".join(_phrase(d, evolution.compare) for d in domaines),
        anneaux=tuple(_polygone([_point(a, rayon * n / NIVEAUX) for a in angles]) for n in range(1, NIVEAUX + 1)),
        axes=tuple(_axe(angle, domaine, rayon) for angle, domaine in zip(angles, domaines, strict=True)),
        polygone_entree=_polygone(entrees),
        polygone_actuel=_polygone(actuels),
        points_entree=tuple(entrees),
        points_actuels=tuple(actuels),
    )


def _titre(evolution):
    dernier = f"{evolution.dernier.nom.lower()} du {date_format(evolution.dernier.date, 'j F Y')}"
    if not evolution.compare:
        return f"Situation par domaine, {dernier}"
    return f"Situation par domaine, du {date_format(evolution.premier.date, 'j F Y')} au {dernier}"


def _phrase(domaine, compare):
    if domaine.actuel is None:
        return f"{domaine.domaine.label} : non abordé"
    if not compare:
        return f"{domaine.domaine.label} : {domaine.actuel} sur 4"
    depart = "non abordé" if domaine.entree is None else domaine.entree
    return f"{domaine.domaine.label} : {depart} puis {domaine.actuel} sur 4"


def _points(angles, niveaux, rayon):
    """Known points only: « non abordé » has no place on its spoke, least of all the centre."""
    return [_point(a, rayon * n / NIVEAUX) for a, n in zip(angles, niveaux, strict=False) if n is not None]


def _point(angle, distance, descente=0):
    """Return the point at `distance` from the centre, `angle` turning from noon, lowered by `descente`."""
    x, y = CENTRE_X + distance * sin(angle), CENTRE_Y - distance * cos(angle) + descente
    return Point(f"{x:.1f}", f"{y:.1f}")


def _polygone(points):
    return " ".join(f"{p.x},{p.y}" for p in points) if len(points) >= AXES_MINIMUM else ""


def _axe(angle, domaine, rayon):
    lignes = _lignes(angle, domaine, rayon)
    descente = 4 - INTERLIGNE / 2 * (len(lignes) - 1)
    return Axe(
        bout=_point(angle, rayon),
        libelle=_point(angle, rayon + ECART_LIBELLE, descente),
        ancre=_ancre(angle),
        lignes=lignes,
        sens="mieux" if (domaine.ecart or 0) > 0 else "moins" if (domaine.ecart or 0) < 0 else "",
    )


def _ancre(angle):
    if abs(sin(angle)) < 0.1:
        return "middle"
    return "start" if sin(angle) > 0 else "end"


def _place(angle, rayon):
    """Width left for a label beside the spoke, in the unit of the drawing."""
    if _ancre(angle) == "middle":
        return LARGEUR
    return LARGEUR - MARGE - CENTRE_X - (rayon + ECART_LIBELLE) * abs(sin(angle))


def _lignes(angle, domaine, rayon):
    """The label on one line, or its name above its change when one line would leave the drawing."""
    if domaine.signe and _largeur(domaine.libelle) > _place(angle, rayon):
        return (domaine.court, domaine.signe)
    return (domaine.libelle,)


def _rayon(angles, domaines):
    """The largest radius at which each name fits beside its spoke."""
    manque = max(_largeur(d.court) - _place(a, RAYON) for a, d in zip(angles, domaines, strict=True))
    return max(RAYON_MINIMAL, RAYON - max(0, manque))


def _largeur(texte):
    return len(texte) * CORPS * CHASSE
