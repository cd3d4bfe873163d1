from django.core.management.base import BaseCommand

from insertion.models import Utilisateur


class Command(BaseCommand):
    help = "Ouvre un compte de dépannage : il n’entre nulle part tant qu’une structure ne l’y autorise pas."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("prenom")
        parser.add_argument("nom")

    def handle(self, *args, email, prenom, nom, **options):
        Utilisateur.objects.create_user(email, prenom=prenom, nom=nom, depannage=True)
        self.stdout.write("Compte ouvert. Son mot de passe se choisit par « Mot de passe oublié ».")
