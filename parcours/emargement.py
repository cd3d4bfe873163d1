"""What the attendance sheet of a séance holds (metier.md §1 row 45): printed before it, signed during it."""

from datetime import time

from django.utils import timezone

from .models import Seance

MIDI, APRES_MIDI = time(12, 0), time(13, 30)
#: Empty lines for those who come without being registered.
LIGNES_LIBRES = 4


def feuille(seance_id):
    """Return the context of `pdf/emargement.html`; raise `Seance.DoesNotExist` when it may not be read.

    A séance that begins before noon and ends in the afternoon is signed twice.
    """
    seance = Seance.objects.pour_fiche().get(pk=seance_id)
    debut, fin = timezone.localtime(seance.debut).time(), timezone.localtime(seance.fin).time()
    inscrits = [p.beneficiaire for p in seance.participations.avec_place().pour_feuille()]
    venus = [p.beneficiaire for p in seance.participations.presentes().filter(inscrit_at=None).pour_feuille()]
    return {
        "seance": seance,
        "intervenants": list(seance.intervenants.all()),
        "inscrits": inscrits + venus,
        "colonnes": ("Matin", "Après-midi") if debut < MIDI and fin > APRES_MIDI else ("Signature",),
        "libres": range(LIGNES_LIBRES),
    }


def titre(contenu, beneficiaire):
    """What a reader of PDF announces; nobody's name."""
    seance = contenu["seance"]
    return f"Feuille d’émargement, {seance.atelier}, {timezone.localdate(seance.debut):%d/%m/%Y}"
