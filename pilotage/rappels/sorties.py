"""After the exit: its missing motive, then the news to take."""

from datetime import timedelta

from django.urls import reverse

from parcours.models import Parcours, Sortie
from parcours.sorties import echeance_due

from ..enums import MotifRappel
from .dus import aux, en_lettres

#: Days after an exit during which its missing motive is still asked for.
DERNIERE_RELANCE = 90


def sorties(equipe, le):
    """« Sortie non documentée »: asked for 15 days after the exit, again at 25 (delays of the structure), then left
    to the list.

    An exit of long ago (an imported file) asks nothing: the list « Sorties à documenter » holds it.
    """
    relances = (equipe.structure.sortie_relance_jours, equipe.structure.sortie_alerte_jours)
    recents = Parcours.objects.sans_motif_de_sortie(le).filter(date_sortie__gte=le - timedelta(days=DERNIERE_RELANCE))
    for parcours in recents.order_by("date_sortie", "pk"):
        jours = max((j for j in relances if parcours.date_sortie + timedelta(days=j) <= le), default=None)
        if jours is None:
            continue
        yield from aux(
            equipe.au_depart(parcours.beneficiaire_id),
            beneficiaire_id=parcours.beneficiaire_id,
            motif=MotifRappel.SORTIE_A_DOCUMENTER,
            objet_id=parcours.pk,
            echeance=parcours.date_sortie + timedelta(days=jours),
            texte=f"Parcours terminé le {en_lettres(parcours.date_sortie)} : le motif de sortie n’est pas noté.",
            url=reverse("parcours:sortie_create", args=[parcours.pk]),
        )


def nouvelles(equipe, le):
    """News to take 3, 6 and 12 months after the exit (metier.md §1 row 22, §5 « Maintien post-sortie »)."""
    sorties = Sortie.objects.a_suivre(le).select_related("parcours").prefetch_related("parcours__suivis_sortie")
    for sortie in sorties.order_by("date", "pk"):
        du = echeance_due(sortie.date, sortie.parcours.suivis_sortie.all(), le)
        if du is None:
            continue
        adresse = reverse("parcours:suivi_sortie_create", args=[sortie.parcours_id])
        yield from aux(
            equipe.au_depart(sortie.parcours.beneficiaire_id),
            beneficiaire_id=sortie.parcours.beneficiaire_id,
            motif=MotifRappel.SUIVI_POST_SORTIE,
            objet_id=sortie.pk,
            echeance=du.le,
            texte=f"Sortie le {en_lettres(sortie.date)} : prenez des nouvelles, {du.echeance.label.lower()}.",
            url=f"{adresse}?echeance={du.echeance.value}",
        )
