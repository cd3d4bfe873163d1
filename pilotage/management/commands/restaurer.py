from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insertion.models import Sauvegarde
from pilotage.sauvegardes import restauration
from pilotage.sauvegardes.archive import ArchiveIllisible


class Command(BaseCommand):
    help = "Restaure une sauvegarde dans une base et un dossier vides, ou la prouve (--prouver) sans toucher à rien."

    def add_arguments(self, parser):
        parser.add_argument("fichier", help="la sauvegarde")
        parser.add_argument("--cle", required=True, help="le fichier qui contient la clé privée (AGE-SECRET-KEY-…)")
        parser.add_argument(
            "--prouver", action="store_true", help="restaurer dans une base d’essai, comparer, et l’effacer"
        )

    def handle(self, *args, fichier, cle, prouver, **options):
        try:
            privee = Path(cle).read_text().strip().splitlines()[-1]
            (restauration.prouver if prouver else restauration.restaurer)(fichier, privee)
        except (ArchiveIllisible, restauration.RestaurationImpossible, OSError) as erreur:
            raise CommandError(str(erreur)) from erreur
        Sauvegarde.objects.filter(fichier=Path(fichier).name).update(prouvee_at=timezone.now())
        if not prouver:
            call_command("reprendre_sceaux", stdout=self.stdout)
            call_command("rejouer_effacements", stdout=self.stdout)
        self.stdout.write(
            "Prouvée : tout est revenu, identique." if prouver else "Restaurée : tout est là, identique."
        )
