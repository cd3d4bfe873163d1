from django.core.management.base import BaseCommand

from insertion.models.referentiels import referentiels


class Command(BaseCommand):
    """Run at each deployment; twice the same files change nothing."""

    help = "Charge les listes publiées par d’autres (motifs de sortie, critères d’éligibilité…)."

    def handle(self, *args, **options):
        for modele in referentiels():
            if modele.fichier().exists():
                nombre = modele.charger()
                if options["verbosity"]:
                    self.stdout.write(f"{modele._meta.verbose_name_plural} : {nombre} lignes")
