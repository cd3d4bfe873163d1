from django.core.management.base import BaseCommand, CommandError

from pilotage.fermetures import effacement as fermetures
from pilotage.fermetures.registre import faites
from pilotage.vie_privee import effacement


class Command(BaseCommand):
    """Run once a backup is restored, before the service opens: nobody erased since comes back, nor any structure."""

    help = (
        "Efface de nouveau les personnes et les structures effacées depuis la sauvegarde que l’on vient de restaurer."
    )

    def handle(self, *args, **options):
        lignes = effacement.lignes_du_registre()
        self.stdout.write(f"{effacement.rejouer(lignes)} dossiers effacés de nouveau, sur {len(lignes)} traces.")
        if fermees := faites():
            try:
                revenues = fermetures.rejouer(fermees)
            except fermetures.FermetureImpossible as erreur:
                raise CommandError(str(erreur)) from erreur
            self.stdout.write(f"{revenues} structures effacées de nouveau, sur {len(fermees)} fermées.")
