"""manage.py indicateurs: the figures of a structure over a period, as a table or as JSON."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from insertion.models import Structure
from pilotage.indicateurs import INDICATEURS, Cohorte, Perimetre, calculer
from pilotage.indicateurs.chiffres import en_mots
from pilotage.indicateurs.cohorte import PUBLICS


class Command(BaseCommand):
    help = "Affiche les indicateurs d’une structure sur une période."

    def add_arguments(self, parser):
        parser.add_argument("--structure", required=True, help="SIRET de la structure")
        parser.add_argument("--du", type=date.fromisoformat, required=True, help="premier jour, AAAA-MM-JJ")
        parser.add_argument("--au", type=date.fromisoformat, required=True, help="dernier jour, AAAA-MM-JJ")
        parser.add_argument("--entres-du", type=date.fromisoformat, help="seulement les entrées à partir de ce jour")
        parser.add_argument("--entres-au", type=date.fromisoformat, help="seulement les entrées jusqu’à ce jour")
        parser.add_argument(
            "--public", action="append", default=[], choices=list(PUBLICS), help="seulement ce public"
        )
        parser.add_argument("--indicateur", action="append", choices=list(INDICATEURS), help="seulement celui-là")
        parser.add_argument("--json", action="store_true", help="une ligne JSON par indicateur, dans une liste")

    def handle(self, *, structure, du, au, indicateur, entres_du, entres_au, public, **options):
        trouvee = Structure.objects.filter(siret=structure.replace(" ", "")).first()
        if trouvee is None:
            raise CommandError(f"Aucune structure ne porte le SIRET {structure}.")
        try:
            cohorte = Cohorte(entres_du, entres_au, frozenset(public))
            resultats = calculer(Perimetre(trouvee, du, au, cohorte=cohorte), indicateur)
        except ValueError as erreur:
            raise CommandError(str(erreur)) from erreur
        if options["json"]:
            fiches = [en_json(resultat) for resultat in resultats.values()]
            self.stdout.write(json.dumps(fiches, ensure_ascii=False, indent=1))
            return
        for resultat in resultats.values():
            self.stdout.write(f"\n{resultat.definition.libelle}")
            for ligne in resultat.lignes:
                fraction = f" ({ligne.chiffre.fraction})" if ligne.chiffre.fraction else ""
                repere = resultat.definition.repere(ligne.code)
                suite = f", référence {en_mots(repere.valeur, ligne.chiffre.unite)}" if repere else ""
                self.stdout.write(f"  {ligne.libelle} : {ligne.chiffre.en_mots}{fraction}{suite}")


def en_json(resultat):
    """What the command prints of one `Resultat`: figures as numbers, the ids left out (they are names to whoever has
    the base)."""
    return {
        "code": resultat.definition.code,
        "libelle": resultat.definition.libelle,
        "definition": resultat.definition.definition,
        "source": resultat.definition.source,
        "reperes": [
            {"ligne": r.ligne, "valeur": float(r.valeur), "source": r.source} for r in resultat.definition.reperes
        ],
        "lignes": [_ligne(ligne) for ligne in resultat.lignes],
    }


def _ligne(ligne):
    chiffre = ligne.chiffre
    nombres = (chiffre.valeur, chiffre.numerateur, chiffre.denominateur)
    valeur, numerateur, denominateur = (None if n is None else float(n) if n != int(n) else int(n) for n in nombres)
    return {
        "code": ligne.code,
        "libelle": ligne.libelle,
        "valeur": valeur,
        "unite": str(chiffre.unite),
        "numerateur": numerateur,
        "denominateur": denominateur,
        "exclus": [{"raison": exclusion.raison, "nombre": exclusion.nombre} for exclusion in chiffre.exclus],
    }
