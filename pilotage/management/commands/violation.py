from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.jours import bornes
from insertion.models import Structure, Utilisateur
from pilotage.journal.violation import expositions


class Command(BaseCommand):
    help = "Qui a été exposé : les personnes dont un compte a pu lire les données entre deux jours."

    def add_arguments(self, parser):
        parser.add_argument("--utilisateur", required=True, metavar="COURRIEL", help="le compte en cause")
        parser.add_argument("--du", required=True, type=date.fromisoformat, metavar="AAAA-MM-JJ")
        parser.add_argument("--au", required=True, type=date.fromisoformat, metavar="AAAA-MM-JJ", help="compris")

    def handle(self, *args, utilisateur, du, au, **options):
        try:
            compte = Utilisateur.objects.get_by_natural_key(utilisateur)
        except Utilisateur.DoesNotExist:
            raise CommandError(f"Aucun compte n’a l’adresse {utilisateur}.") from None
        debut, fin = bornes(du, au)
        self.stdout.write(f"{compte}, du {du:%d/%m/%Y} au {au:%d/%m/%Y} compris")
        structures = Structure.objects.filter(appartenances__utilisateur=compte).distinct()
        self.stdout.write(f"{sum(self._dire(une, compte, debut, fin) for une in structures)} personne(s) exposée(s)")

    def _dire(self, structure, compte, debut, fin):
        """Write the lines of one structure; return how many people they name."""
        with contexte(structure.pk, origine="violation de données"):
            lues = expositions(compte.pk, debut, fin)
        for lue in lues:
            qui = lue.beneficiaire or (
                "Listes, sans une personne" if lue.beneficiaire_id is None else "Dossier effacé"
            )
            numero = f" (n° {lue.beneficiaire_id})" if lue.beneficiaire_id else ""
            periode = " → ".join(f"{timezone.localtime(at):%d/%m/%Y %H:%M}" for at in (lue.premiere, lue.derniere))
            self.stdout.write(f"{structure};{qui}{numero};{lue.lectures};{periode};{', '.join(lue.quoi)}")
        return sum(lue.beneficiaire_id is not None for lue in lues)
