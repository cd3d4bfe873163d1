"""Where each thing stands in a column of hours: its height by classes of CSS, side by side when they overlap.

A strict Content-Security-Policy allows no `style` attribute: `static/css/agenda.css` holds a class per hour, per five
minutes, per length and per lane.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from .evenements import Evenement

DEBUT, FIN = 8, 19
PAS = 5
#: The least height of a card, in minutes: a line of text.
HAUTEUR_MIN = timedelta(minutes=25)
#: More than that at once would be too thin to read; the list says them all anyway.
VOIES_MAX = 6


@dataclass(frozen=True)
class Place:
    """An event in its column; `classes` puts it at its hour, in its lane."""

    evenement: Evenement
    classes: str


def heures_montrees(evenements):
    """Return (first hour, hour of the end) that hold these events of the day: 8 h to 19 h, further when needed."""
    horaires = [e for e in evenements if not e.journee]
    debuts = [timezone.localtime(e.debut).hour for e in horaires]
    fins = [_fin_locale(e) for e in horaires]
    return min([DEBUT, *debuts]), min(24, max([FIN, *fins]))


def _fin_locale(evenement):
    debut, fin = timezone.localtime(evenement.debut), timezone.localtime(evenement.fin)
    if fin.date() != debut.date():
        return 24
    return fin.hour + (fin.minute > 0)


def placer(evenements, premiere_heure):
    """Return the `Place` of each event of one day (Europe/Paris), in the order of the hours."""
    return [
        Place(evenement, f"{_hauteur(evenement, premiere_heure)} {_largeur(voie, sur)}")
        for evenement, voie, sur in voies(evenements)
    ]


def _largeur(voie, sur):
    return f"v{min(voie, VOIES_MAX - 1)} sur{min(sur, VOIES_MAX)}"


def voies(evenements):
    """Return (event, its lane from 0, lanes of its group): those that overlap share the width."""
    groupes, fin_du_groupe = [], None
    for evenement in sorted(evenements, key=lambda e: (e.debut, e.fin, e.cle)):
        if fin_du_groupe is None or evenement.debut >= fin_du_groupe:
            groupes.append([])
            fin_du_groupe = _fin_visible(evenement)
        fin_du_groupe = max(fin_du_groupe, _fin_visible(evenement))
        groupes[-1].append(evenement)
    return [place for groupe in groupes for place in _repartir(groupe)]


def _repartir(groupe):
    occupees, rangs = [], []
    for evenement in groupe:
        libre = next((rang for rang, fin in enumerate(occupees) if fin <= evenement.debut), len(occupees))
        occupees[libre : libre + 1] = [_fin_visible(evenement)]
        rangs.append(libre)
    return [(evenement, rang, len(occupees)) for evenement, rang in zip(groupe, rangs, strict=True)]


def _fin_visible(evenement):
    return max(evenement.fin, evenement.debut + HAUTEUR_MIN)


def _hauteur(evenement, premiere_heure):
    debut = timezone.localtime(evenement.debut)
    pas = ((debut.hour - premiere_heure) * 60 + debut.minute) // PAS
    duree = min(round((_fin_visible(evenement) - evenement.debut).total_seconds() / 60 / PAS), 24 * 60 // PAS - pas)
    return f"{_classes(pas, 'h', 'm')} {_classes(duree, 'dh', 'dm')}"


def _classes(pas, heure, minute):
    return f"{heure}{pas // (60 // PAS)} {minute}{pas % (60 // PAS)}"
