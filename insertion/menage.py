"""What may go without loss: old submission keys, empty drafts, gestures past undoing, measures of other years."""

from datetime import timedelta

from django.utils import timezone

from .annulation import DELAI
from .isolation.contexte import contexte
from .models import Brouillon, Geste, Saisie, Soumission, Structure

SOUMISSIONS = timedelta(days=7)
BROUILLONS_VIDES = timedelta(days=7)
SAISIES = timedelta(days=2 * 365)  # the page of the measures compares a year with the one before


def purger(le=None):
    """Delete, structure by structure, what is older than the delays above."""
    le = le or timezone.now()
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="purge des saisies"):
            Soumission.objects.filter(created_at__lt=le - SOUMISSIONS).delete()
            Brouillon.objects.filter(contenu="", updated_at__lt=le - BROUILLONS_VIDES).delete()
            Geste.objects.filter(fait_at__lt=le - DELAI).delete()
            Saisie.objects.filter(commencee_at__lt=le - SAISIES).delete()
