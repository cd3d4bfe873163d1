"""Lists that somebody else publishes (exit motives, eligibility criteria…): codes that stay, rows that retire."""

import csv
from pathlib import Path

from django.apps import apps
from django.db import models
from django.db.models import Q


class ReferentielQuerySet(models.QuerySet):
    def en_vigueur(self, le):
        """What may be chosen on the day `le`; older rows stay for older facts."""
        return self.filter(Q(debut__isnull=True) | Q(debut__lte=le), Q(fin__isnull=True) | Q(fin__gte=le))


class Referentiel(models.Model):
    """One line of a published list. Its rows come from a file, never from a form.

    The file is `<floor>/referentiels/<model>.csv`: first line « # » and the source with its edition, then the names
    of the columns, then the rows, separated by semicolons.
    """

    code = models.CharField("code", max_length=40, primary_key=True)
    libelle = models.CharField("libellé", max_length=255)
    debut = models.DateField("en vigueur depuis le", null=True, blank=True)
    fin = models.DateField("jusqu’au", null=True, blank=True)

    objects = ReferentielQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self):
        return self.libelle

    @classmethod
    def fichier(cls):
        """The path of the list that we ship; it may not exist (a list too large to ship)."""
        return Path(apps.get_app_config(cls._meta.app_label).path) / "referentiels" / f"{cls._meta.model_name}.csv"

    @classmethod
    def charger(cls, fichier=None):
        """Write the rows of `fichier` (ours by default), changing those that are known; return how many it holds.

        A row that the file no longer has is left alone: old records point to it.
        """
        with (fichier or cls.fichier()).open(encoding="utf-8", newline="") as lignes:
            sans_source = (ligne for ligne in lignes if not ligne.startswith("#"))
            rangees = [cls._rangee(champs) for champs in csv.DictReader(sans_source, delimiter=";")]
        colonnes = [champ.name for champ in cls._meta.fields if not champ.primary_key]
        cls.objects.bulk_create(
            rangees, update_conflicts=True, unique_fields=["code"], update_fields=colonnes, batch_size=1000
        )
        return len(rangees)

    @classmethod
    def _rangee(cls, champs):
        """An unsaved row; an empty cell is the field's default, an unknown column a `FieldDoesNotExist`."""
        return cls(**{nom: cls._meta.get_field(nom).to_python(texte) for nom, texte in champs.items() if texte})


def referentiels():
    """Every model of a published list, in the order of their names."""
    modeles = (modele for modele in apps.get_models() if issubclass(modele, Referentiel))
    return sorted(modeles, key=lambda modele: modele._meta.label)
