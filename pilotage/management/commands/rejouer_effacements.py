from django.core.management.base import BaseCommand

from pilotage.vie_privee import effacement


class Command(BaseCommand):
    """Run once a backup is restored, before the service opens: nobody erased since comes back."""

    help = "Efface de nouveau les personnes effacées depuis la sauvegarde que l’on vient de restaurer."

    def handle(self, *args, **options):
        lignes = effacement.lignes_du_registre()
        self.stdout.write(f"{effacement.rejouer(lignes)} dossiers effacés de nouveau, sur {len(lignes)} traces.")
