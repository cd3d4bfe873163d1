from django.core.management.base import BaseCommand, CommandError

from insertion.changement_de_cle import colonnes, rechiffrer, rechiffrer_les_seconds_facteurs
from insertion.chiffrement import cle_active


class Command(BaseCommand):
    """Run as the owner of the tables (DATABASE_OWNER_URL), the new key first in CLES_CHIFFREMENT, then the old."""

    help = "Chiffre de nouveau avec la première clé de CLES_CHIFFREMENT ce que les autres ont chiffré."

    def handle(self, *args, **options):
        faits, echecs = rechiffrer_les_seconds_facteurs()
        self.stdout.write(f"Seconds facteurs : {faits} secret(s) chiffré(s) de nouveau.")
        for modele, champ in colonnes():
            faits, rates = rechiffrer(modele, champ)
            echecs += rates
            self.stdout.write(f"{modele._meta.db_table}.{champ.column} : {faits} texte(s) chiffré(s) de nouveau.")
        for raison in echecs[:20]:
            self.stderr.write(f"  - {raison}")
        if echecs:
            raise CommandError(
                f"{len(echecs)} texte(s) illisible(s), laissé(s) tels quels : gardez les anciennes clés."
            )
        self.stdout.write(
            f"Tout est chiffré avec la clé « {cle_active()} ». Les autres clés peuvent être retirées, mais gardez-les"
            " autant que vos sauvegardes."
        )
