"""What may go without loss: keys of old submissions, empty drafts of long ago, gestures past undoing."""

from datetime import timedelta

from django.utils import timezone

from .annulation import DELAI
from .isolation.contexte import contexte
from .models import Brouillon, Geste, Soumission, Structure

SOUMISSIONS = timedelta(days=7)
BROUILLONS_VIDES = timedelta(days=7)


def purger(le=None):
    """Delete, structure by structure, submission keys and empty drafts of 7 days, gestures of a day."""
    le = le or timezone.now()
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="purge des saisies"):
            Soumission.objects.filter(created_at__lt=le - SOUMISSIONS).delete()
            Brouillon.objects.filter(contenu="", updated_at__lt=le - BROUILLONS_VIDES).delete()
            Geste.objects.filter(fait_at__lt=le - DELAI).delete()
