import csv
import re

from .referentiels import Referentiel

CODE = re.compile(r"[A-N]\d{4}")


class Rome(Referentiel):
    """A job family of the ROME (France Travail). About 600 lines that we do not ship: the published file is loaded.

    Its columns are named `code_rome` and `libelle_rome`, separated by commas; our own small files are read as well.
    """

    class Meta(Referentiel.Meta):
        verbose_name = "fiche ROME"
        verbose_name_plural = "fiches ROME"

    def __str__(self):
        return f"{self.code} {self.libelle}"

    @classmethod
    def charger(cls, fichier=None):
        """Write the rows of `fichier`, changing those that are known; return how many it holds.

        Raises `ValueError` (French) for a file that holds no job: nothing is written.
        """
        with (fichier or cls.fichier()).open(encoding="utf-8-sig", newline="") as lignes:
            textes = [ligne for ligne in lignes if not ligne.startswith("#")]
        separateur = ";" if textes and textes[0].count(";") > textes[0].count(",") else ","
        rangees = {
            fiche.code: fiche for ligne in csv.DictReader(textes, delimiter=separateur) for fiche in cls._lire(ligne)
        }
        if not rangees:
            raise ValueError("Aucune fiche ROME dans ce fichier : il faut les colonnes code_rome et libelle_rome.")
        cls.objects.bulk_create(
            rangees.values(),
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["libelle"],
            batch_size=1000,
        )
        return len(rangees)

    @classmethod
    def _lire(cls, ligne):
        code = (ligne.get("code_rome") or ligne.get("code") or "").strip().upper()
        libelle = (ligne.get("libelle_rome") or ligne.get("libelle") or "").strip()
        return [cls(code=code, libelle=libelle[:255])] if CODE.fullmatch(code) and libelle else []
