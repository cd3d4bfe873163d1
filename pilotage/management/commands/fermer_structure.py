import getpass
import socket
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insertion.models import Structure
from pilotage.exports.complet import libelle
from pilotage.fermetures import archive, certificat, effacement
from pilotage.fermetures.archive import ArchiveRefusee


class Command(BaseCommand):
    """Run where `migrate` is: only the owner of the tables (DATABASE_OWNER_URL) may erase journals."""

    help = "Écrit tout ce que garde une structure dans une archive ; avec --effacer, l’efface et le certifie."

    def add_arguments(self, parser):
        parser.add_argument("siret", help="le SIRET de la structure")
        parser.add_argument(
            "--archive", required=True, type=Path, metavar="ZIP", help="l’archive à écrire, ou écrite"
        )
        parser.add_argument("--effacer", action="store_true", help="efface tout ce que dit l’archive déjà écrite")
        parser.add_argument("--certificat", type=Path, metavar="PDF", help="le certificat à écrire une fois effacée")
        parser.add_argument("--par", help="qui efface : prénom, nom et fonction (par défaut, le compte du serveur)")

    def handle(self, *args, **options):
        siret, par = (
            "".join(options["siret"].split()),
            options["par"] or f"{getpass.getuser()}@{socket.gethostname()}",
        )
        structure = Structure.objects.filter(siret=siret).first()
        try:
            if options["effacer"]:
                self._effacer(structure, siret, options["archive"], options["certificat"], par)
            else:
                self._archiver(structure, siret, options["archive"], par)
        except (ArchiveRefusee, effacement.FermetureImpossible, OSError) as erreur:
            raise CommandError(str(erreur)) from erreur

    def _archiver(self, structure, siret, chemin, par):
        if structure is None:
            raise CommandError(f"Aucune structure n’a le SIRET {siret}.")
        contenu = archive.ecrire(structure, chemin, par)
        for modele, nombre in contenu.nombres.items():
            if nombre:
                self.stdout.write(f"  {libelle(modele)} : {nombre}")
        self.stdout.write(f"{structure} : {contenu.lignes} lignes, {contenu.documents} fichiers dans {chemin}.")
        for nom in contenu.manquants:
            self.stdout.write(f"Introuvable sur le disque, donc pas dans l’archive : {nom}")
        self.stdout.write(f"SHA-256 : {archive.sha256(chemin)}")
        self.stdout.write("Rien n’est effacé. L’archive se lit sans clé : chiffrez-la avant de la transporter.")

    def _effacer(self, structure, siret, chemin, certificat_pdf, par):
        if certificat_pdf is None or certificat_pdf.exists() or not certificat_pdf.absolute().parent.is_dir():
            raise CommandError(
                "Donnez à --certificat le nom d’un fichier qui n’existe pas, dans un dossier qui existe."
            )
        if structure:
            fermeture = effacement.fermer(structure, chemin, par, timezone.now())
        elif not (fermeture := effacement.reprendre(siret)):
            raise CommandError(f"Aucune structure n’a le SIRET {siret}, et aucune n’a été fermée sous ce SIRET.")
        effacement.finir(fermeture)
        certificat.ecrire(fermeture, certificat_pdf, timezone.now())
        self.stdout.write(
            f"{fermeture.nom} est effacée ({sum(fermeture.lignes.values())} lignes, {fermeture.fichiers} fichiers)."
            " Il reste 0 ligne et 0 fichier."
        )
        self.stdout.write(f"Certificat : {certificat_pdf} et {certificat_pdf.with_suffix('.json').name}")
