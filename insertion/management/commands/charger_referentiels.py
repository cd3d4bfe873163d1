from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Run at each deployment. No page reads a list that somebody else publishes yet, so there is nothing to load."""

    help = "Charge les référentiels publiés par d’autres (aucun à ce jour)."

    def handle(self, *args, **options):
        if options["verbosity"]:
            self.stdout.write("Aucun référentiel à charger dans cette version.")
