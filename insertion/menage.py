"""What may go without loss: keys of old submissions, drafts left empty or untouched for a long time."""

from datetime import timedelta

from django.utils import timezone

from .isolation.contexte import contexte
from .models import Brouillon, Soumission, Structure

SOUMISSIONS = timedelta(days=7)
BROUILLONS_VIDES = timedelta(days=7)


def purger(le=None):
    """Delete, structure by structure, submission keys older than 7 days and empty drafts untouched for 7 days."""
    le = le or timezone.now()
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="purge des saisies"):
            Soumission.objects.filter(created_at__lt=le - SOUMISSIONS).delete()
            Brouillon.objects.filter(contenu="", updated_at__lt=le - BROUILLONS_VIDES).delete()
