from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from ...habilitations import page


class Command(BaseCommand):
    help = "Écrit docs/habilitations.md : qui peut faire, lire et ouvrir quoi, d’après le code."

    def handle(self, **options):
        fichier = Path(settings.BASE_DIR) / "docs" / "habilitations.md"
        fichier.write_text(page(), encoding="utf-8")
        self.stdout.write(f"Écrit : {fichier.relative_to(settings.BASE_DIR)}")
