from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from pilotage.vie_privee import effacement


class Command(BaseCommand):
    """Run once a backup is restored, before the service opens: nobody erased since comes back."""

    help = "Efface de nouveau les personnes effacées depuis la sauvegarde que l’on vient de restaurer."

    def add_arguments(self, parser):
        parser.add_argument(
            "--registre",
            type=Path,
            metavar="FICHIER",
            help="le registre des effacements (par défaut, celui du dossier des données)",
        )

    def handle(self, *args, **options):
        lignes = effacement.lignes_du_registre(options["registre"] or settings.EFFACEMENTS)
        self.stdout.write(f"{effacement.rejouer(lignes)} dossiers effacés de nouveau, sur {len(lignes)} traces.")
