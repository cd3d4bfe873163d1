"""Busy, and nothing more: what the policies hide from a role, reduced to hours before it reaches the page."""

from datetime import datetime, timedelta
from typing import NamedTuple

from insertion.droits import Droit, peut
from insertion.isolation.contexte import contexte
from parcours.enums import StatutRendezVous
from parcours.models import Intervenant, RendezVous

TIENNENT = (StatutRendezVous.PREVU, StatutRendezVous.VENU, StatutRendezVous.ABSENT)


class Occupation(NamedTuple):
    """Some hours: no name, no subject, no id."""

    debut: datetime
    fin: datetime


def occupations(lecteur, pks, periode, lus):
    """Return [(id of the colleague, `Occupation`)] of `pks`, without `lus`: keys of what `lecteur` reads already.

    The roles that follow people read everything of an agenda: nothing is asked for them. For the others, the rows
    are read as the system does, in the same structure, and only their hours come out of this function.
    """
    if peut(lecteur, Droit.VOIR_SUIVI):
        return []
    with contexte(lecteur.appartenance.structure_id, utilisateur_id=lecteur.pk, origine="agenda : créneaux occupés"):
        cachees = [*_rendez_vous(pks, periode), *_seances(pks, periode)]
    return sorted({(qui, occupation) for cle, qui, occupation in cachees if cle not in lus})


def _rendez_vous(pks, periode):
    lignes = RendezVous.objects.filter(utilisateur__in=pks, statut__in=TIENNENT).qui_occupent()
    colonnes = lignes.entre(periode.debut, periode.fin).values_list("pk", "debut", "duree_minutes", "utilisateur_id")
    return [
        (f"rendez-vous-{pk}", qui, Occupation(debut, debut + timedelta(minutes=duree)))
        for pk, debut, duree, qui in colonnes
    ]


def _seances(pks, periode):
    debut, fin = periode.instants
    tenues = Intervenant.objects.filter(utilisateur__in=pks, seance__annulee_le=None)
    tenues = tenues.filter(seance__debut__lt=fin, seance__fin__gt=debut)
    colonnes = tenues.values_list("seance_id", "utilisateur_id", "seance__debut", "seance__fin")
    return [(f"seance-{pk}", qui, Occupation(debut, fin)) for pk, qui, debut, fin in colonnes]
