from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from insertion.models import Commune, Rome
from insertion.models.referentiels import referentiels


class Command(BaseCommand):
    """Run at each deployment; twice the same files change nothing."""

    help = "Charge les listes publiées par d’autres (motifs de sortie, critères d’éligibilité…)."

    def add_arguments(self, parser):
        parser.add_argument(
            "--rome", type=Path, metavar="FICHIER", help="le fichier CSV des codes ROME, publié par France Travail"
        )
        parser.add_argument(
            "--sans-communes", action="store_true", help="laisser la table des communes comme elle est"
        )

    def handle(self, *args, **options):
        for modele in referentiels():
            if modele.fichier().exists():
                self._dire(options, modele, modele.charger())
        if not options["sans_communes"]:
            self._dire(options, Commune, Commune.charger())
        if options["rome"]:
            self._dire(options, Rome, self._charger_rome(options["rome"]))

    def _charger_rome(self, fichier):
        try:
            return Rome.charger(fichier)
        except (OSError, ValueError) as erreur:
            raise CommandError(f"{fichier} : {erreur}") from erreur

    def _dire(self, options, modele, nombre):
        if options["verbosity"]:
            self.stdout.write(f"{modele._meta.verbose_name_plural} : {nombre} lignes")
