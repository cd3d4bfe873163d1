from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.models import Sceau, Structure
from insertion.sceau import restaurations, verifier


class Command(BaseCommand):
    help = (
        "Vérifie que le journal des consultations est intact : ni ligne modifiée, ni ligne effacée, ni ligne ajoutée."
    )

    def add_arguments(self, parser):
        parser.add_argument("--structure", help="SIRET de la structure ; toutes sans cela")

    def handle(self, *args, structure=None, **options):
        structures = Structure.objects.filter(siret=structure) if structure else Structure.objects.all()
        if not structures:
            raise CommandError("Aucune structure n’a ce SIRET.")
        if sum([self._verifier(une) for une in structures]):
            raise CommandError("Le journal n’est pas intact.")

    def _verifier(self, structure):
        with contexte(structure.pk, origine="vérification du journal"):
            ecarts, sceaux, reprises = verifier(timezone.now()), Sceau.objects.count(), restaurations()
        self.stdout.write(f"{structure} : {sceaux} sceaux, {'journal intact' if not ecarts else 'JOURNAL TOUCHÉ'}.")
        for phrase in [*reprises, *ecarts]:
            self.stdout.write(f"  - {phrase}")
        return len(ecarts)
