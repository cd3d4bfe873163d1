from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pilotage.sauvegardes import archive, sauvegarde


class Command(BaseCommand):
    help = "Sauvegarde la base et les documents dans un fichier chiffré ; efface ceux de plus de 35 jours."

    def handle(self, *args, **options):
        le = timezone.now()
        try:
            faite = sauvegarde.sauvegarder(le)
        except (sauvegarde.SauvegardeImpossible, archive.CleIllisible, OSError) as erreur:
            raise CommandError(f"Aucune sauvegarde n’a été faite. {erreur}") from erreur
        self.stdout.write(
            f"{faite.fichier} : {faite.lignes} lignes, {faite.documents} documents, {faite.octets} octets."
        )
        for nom in sauvegarde.purger(le):
            self.stdout.write(f"{nom} effacé : plus de 35 jours.")
