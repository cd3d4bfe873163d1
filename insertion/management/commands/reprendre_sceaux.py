from django.core.management.base import BaseCommand
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.models import Structure
from insertion.sceau import reprendre


class Command(BaseCommand):
    """Run once a backup is restored, before the service opens: the seals laid since went with the readings."""

    help = "Note au témoin des sceaux que chaque structure reprend après le dernier sceau de la sauvegarde restaurée."

    def handle(self, *args, **options):
        structures = Structure.objects.all()
        for structure in structures:
            with contexte(structure.pk, origine="restauration"):
                reprendre(timezone.now())
        self.stdout.write(f"{len(structures)} journaux repris après leur dernier sceau.")
