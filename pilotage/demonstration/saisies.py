"""When the notes of the last year were begun and saved, and a few that nobody finished: what « Saisie » measures."""

from datetime import timedelta

from insertion.jours import minuit
from insertion.models import Saisie
from parcours.models import Entretien

#: One note out of so many was begun beside and never saved.
ABANDONNEE = 14


def saisir(structure, le):
    """A note is typed in four to twenty-six minutes, whoever writes it."""
    ecrites = Entretien.objects.filter(created_at__gte=minuit(le) - timedelta(days=400)).order_by("pk")
    saisies = []
    for rang, fin in enumerate(ecrites.values_list("created_at", flat=True)):
        debut = fin - timedelta(minutes=4 + rang * 7 % 23)
        saisies.append(Saisie(structure=structure, commencee_at=debut, enregistree_at=fin))
        if rang % ABANDONNEE == 0:
            saisies.append(Saisie(structure=structure, commencee_at=debut))
    Saisie.objects.bulk_create(saisies, batch_size=500)
