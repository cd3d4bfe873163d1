import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from insertion.enums import EtatTravail
from insertion.imports.analyse import raconter
from insertion.isolation.contexte import contexte
from insertion.models import Structure
from insertion.tableur import FichierRefuse
from insertion.texte import sans_accents
from parcours.imports import depot, execution, formats
from parcours.models import Import, LigneImport

COMPTES = ("lignes", "creations", "mises_a_jour", "doublons", "ignorees")


class Command(BaseCommand):
    help = "Importe un fichier de suivi (xlsx, xls, ods, csv) dans une structure : tout, ou rien."

    def add_arguments(self, parser):
        parser.add_argument("fichier", type=Path, help="le fichier à importer")
        parser.add_argument("--structure", required=True, metavar="SIRET", help="le SIRET de la structure")
        parser.add_argument("--dispositif", metavar="NOM", help="le dispositif où ouvrir les parcours")
        parser.add_argument(
            "--remplacer", action="store_true", help="remplacer ce qui diffère dans les fiches connues"
        )
        parser.add_argument("--simuler", action="store_true", help="dire ce qui serait fait, sans rien écrire")
        parser.add_argument("--json", action="store_true", help="répondre en JSON")

    def handle(self, fichier, structure, **options):
        siret = "".join(structure.split())
        structure_id = Structure.objects.filter(siret=siret).values_list("pk", flat=True).first()
        if structure_id is None:
            raise CommandError(f"Aucune structure n’a le SIRET {siret}.")
        importation, bilan = self._importer(fichier, structure_id, options)
        if options["json"]:
            self.stdout.write(json.dumps(bilan, ensure_ascii=False))
        else:
            self._raconter(importation, bilan, simule=options["simuler"])

    def _importer(self, fichier, structure_id, options):
        maintenant = timezone.now()
        with contexte(structure_id, origine=f"importer {fichier.name}"):
            importation = self._deposer(fichier, structure_id, options, maintenant)
            bilan = self._bilan(importation)
            if options["simuler"]:
                transaction.set_rollback(True)
                return importation, bilan
            Import.objects.filter(pk=importation.pk).update(etat=EtatTravail.EN_FILE)
        execution.executer(structure_id, importation.pk)
        with contexte(structure_id, origine=f"importer {fichier.name}"):
            importation.refresh_from_db()
            return importation, self._bilan(importation)

    def _deposer(self, fichier, structure_id, options, maintenant):
        try:
            contenu = fichier.read_bytes()
            importation = depot.deposer(structure_id, contenu, fichier.name, garder=not options["simuler"])
        except OSError as erreur:
            raise CommandError(f"Le fichier {fichier} ne peut pas être ouvert : {erreur.strerror}.") from erreur
        except FichierRefuse as refus:
            raise CommandError(str(refus)) from refus
        if not {"nom", "nom_complet"} & set(importation.correspondance["colonnes"].values()):
            raise CommandError("Aucune colonne « Nom » n’a été reconnue dans ce fichier.")
        importation.correspondance["remplacer"] = options["remplacer"]
        if options["dispositif"]:
            importation.correspondance["dispositif_id"] = self._dispositif(importation, options, maintenant)
        depot.verifier(importation, maintenant)
        return importation

    def _dispositif(self, importation, options, maintenant):
        connus = depot.reglages(importation, maintenant).dispositifs
        try:
            return connus[sans_accents(options["dispositif"])]
        except KeyError:
            raise CommandError(f"Le dispositif « {options['dispositif']} » n’existe pas dans la structure.") from None

    def _bilan(self, importation):
        """The answer of `--json`: its keys are a promise (issue 2 §4)."""
        lignes = LigneImport.objects.filter(importation=importation).order_by("numero")
        dits = {
            nom: [{"ligne": ligne.numero, **dit} for ligne in lignes for dit in getattr(ligne, nom)]
            for nom in ("erreurs", "avertissements")
        }
        return {
            "format": importation.format,
            **{cle: importation.bilan[cle] for cle in COMPTES},
            "erreurs": dits["erreurs"],
            "avertissements": importation.bilan["generales"] + dits["avertissements"],
        }

    def _raconter(self, importation, bilan, *, simule):
        self.stdout.write(f"{formats.LIBELLES[bilan['format']]} ({importation.correspondance['source']})")
        self.stdout.write(f"{bilan['lignes']} lignes lues\u00a0: {raconter(importation.bilan)}.")
        for titre, dits in (("Erreurs", bilan["erreurs"]), ("Avertissements", bilan["avertissements"])):
            if dits:
                self.stdout.write(f"{titre} :")
            for (champ, message), lignes in _regrouper(dits).items():
                mot = "ligne" if len(lignes) == 1 else "lignes"
                self.stdout.write(f"  {mot} {', '.join(map(str, lignes))}, {champ} : {message}")
        self.stdout.write("Simulation : rien n’a été écrit." if simule else "Import terminé.")


def _regrouper(dits):
    """The same message about several lines is said once: {(field, message): [lines]}."""
    groupes = {}
    for dit in dits:
        groupes.setdefault((dit["champ"], dit["message"]), []).append(dit["ligne"])
    return groupes
