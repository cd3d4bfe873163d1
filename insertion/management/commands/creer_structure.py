from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from insertion.comptes import inviter_la_direction
from insertion.enums import TypeStructure
from insertion.models import Appartenance, Structure


class Command(BaseCommand):
    """Run again with the same SIRET while nobody has come, it sends another link."""

    help = "Ouvre une structure et invite par courriel sa première direction, qui règle le reste."

    def add_arguments(self, parser):
        parser.add_argument("siret")
        parser.add_argument("nom")
        parser.add_argument("--type", required=True, choices=TypeStructure.values, help="ce qu’elle est")
        parser.add_argument("--direction", required=True, metavar="EMAIL", help="l’adresse de sa première direction")

    def handle(self, *args, siret, nom, type, direction, **options):
        siret = "".join(siret.split())
        structure = Structure.objects.filter(siret=siret).first() or Structure(siret=siret, nom=nom, type=type)
        if structure.pk and Appartenance.objects.filter(structure=structure).exists():
            raise CommandError(f"{structure} est déjà ouverte, et quelqu’un y travaille : les invitations s’y font.")
        try:
            validate_email(direction)
            structure.full_clean(validate_unique=False)
        except ValidationError as erreur:
            raise CommandError(" ".join(erreur.messages)) from erreur
        structure.save()
        if not inviter_la_direction(structure, direction, timezone.now()):
            raise CommandError(
                f"{structure} est ouverte, mais le courriel n’est pas parti : relancez cette commande."
            )
        self.stdout.write(f"{structure} est ouverte. Invitation partie à {direction}, valable sept jours.")
