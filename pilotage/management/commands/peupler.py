from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from insertion.models import Structure

from ...demonstration.peuplement import peupler
from ...demonstration.structures import table_des_comptes
from ...demonstration.volume import amplifier


class Command(BaseCommand):
    help = "Crée les structures, les comptes et les personnes inventées de la démonstration."

    def add_arguments(self, parser):
        parser.add_argument("--si-vide", action="store_true", help="ne rien faire s’il y a déjà des structures")
        parser.add_argument("--comptes", action="store_true", help="afficher seulement les comptes par rôle")
        parser.add_argument("--structures", type=int, help="mode volume : nombre de structures")
        parser.add_argument("--personnes", type=int, default=200, help="personnes par structure (200)")
        parser.add_argument("--entretiens", type=int, default=10, help="entretiens par personne (10)")

    def handle(self, *args, **options):
        if options["comptes"]:
            self.stdout.write("\n".join(table_des_comptes()))
        elif not Structure.objects.exists():
            self._peupler(options)
        elif options["si_vide"]:
            self.stdout.write("Il y a déjà des structures : rien n’est changé.")
        else:
            raise CommandError("Il y a déjà des structures : la démonstration ne s’écrit que dans une base vide.")

    def _peupler(self, options):
        le = timezone.localdate()
        if options["structures"]:
            amplifier(options["structures"], options["personnes"], options["entretiens"], le, self.stdout.write)
        else:
            with transaction.atomic():
                peupler(le, self.stdout.write)
