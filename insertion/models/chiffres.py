"""Encrypted columns: the application reads and writes them as any text, the database never sees what they say."""

from django.db import connections, models
from django.db.models.query_utils import DeferredAttribute

from .. import chiffrement
from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole


class Chiffre(str):
    """An encrypted text as the database holds it; `clair` is what it says, once read."""

    clair = None


class AttributChiffre(DeferredAttribute):
    """Reads the text when it is asked for, and never writes over one that it cannot read."""

    def __get__(self, instance, classe=None):
        valeur = super().__get__(instance, classe)
        return self._clair(instance, valeur) if isinstance(valeur, Chiffre) else valeur

    def __set__(self, instance, valeur):
        ecrit = instance.__dict__.get(self.field.attname)
        if isinstance(ecrit, Chiffre) and not isinstance(valeur, Chiffre) and self._clair(instance, ecrit) == valeur:
            return
        instance.__dict__[self.field.attname] = valeur

    def _clair(self, instance, valeur):
        if valeur.clair is None:
            valeur.clair = chiffrement.dechiffrer(valeur, self.field.ligne(instance))
        return valeur.clair


class TexteChiffre(models.TextField):
    """A text encrypted for its row. An empty one stays empty, so that it can be looked for; no other can."""

    descriptor_class = AttributChiffre

    def ligne(self, instance):
        """What the text is bound to: an event speaks of the row whose history it is."""
        suivi, cle = suivi_par(type(instance))
        pk = getattr(instance, cle)
        if pk is None or instance.structure_id is None:
            raise ValueError(f"{suivi._meta.label} : un texte se chiffre quand sa ligne a son numéro.")
        return chiffrement.ligne_de(suivi._meta.db_table, self.column, instance.structure_id, pk)

    def from_db_value(self, valeur, expression, connection):
        return Chiffre(valeur) if valeur else valeur

    def pre_save(self, instance, add):
        valeur = instance.__dict__.get(self.attname)
        if not valeur or isinstance(valeur, Chiffre):
            return valeur
        return Chiffre(chiffrement.chiffrer(valeur, self.ligne(instance)))

    def get_prep_value(self, valeur):
        if valeur and not isinstance(valeur, Chiffre):
            raise TypeError(
                f"{self.model._meta.label}.{self.name} : on ne cherche ni n’écrit un texte chiffré en clair."
            )
        return super().get_prep_value(valeur)

    def get_lookup(self, nom):
        return super().get_lookup(nom) if nom in ("exact", "isnull") else None


class QuerySetChiffre(QuerySetIsole):
    def bulk_create(self, objs, *args, **options):
        """Give each new row its number first: its text is bound to it."""
        objs = list(objs)
        neuves = [objet for objet in objs if objet.pk is None]
        for objet, pk in zip(neuves, numeros(self.model, len(neuves), self.db), strict=True):
            objet.pk = pk
        return super().bulk_create(objs, *args, **options)


class ModeleChiffre(ModeleIsole):
    """A row with an encrypted text: it has its number before it is written."""

    objects = ManagerIsole.from_queryset(QuerySetChiffre)()

    class Meta(ModeleIsole.Meta):
        abstract = True

    def save(self, *args, **options):
        if self.pk is None:
            (self.pk,) = numeros(type(self), 1, options.get("using") or "default")
            options["force_insert"] = True
        super().save(*args, **options)


def numeros(modele, nombre, base):
    """Reserve `nombre` numbers for rows of `modele`."""
    if not nombre:
        return []
    with connections[base].cursor() as curseur:
        suite = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
        curseur.execute(suite, [modele._meta.db_table, nombre])
        return [numero for (numero,) in curseur]


def suivi_par(modele):
    """(model whose rows the texts are bound to, attribute that names the row): an event is bound to its object."""
    suivi = getattr(modele, "pgh_tracked_model", modele)
    return suivi, modele._meta.pk.attname if suivi is modele else "pgh_obj_id"


def dechiffrer_la_ligne(modele, noms, valeurs):
    """The `valeurs` of a row read as a tuple, its encrypted texts read; `noms` are those of its columns."""
    colonnes = colonnes_chiffrees(modele)
    if not colonnes:
        return valeurs
    ligne = dict(zip(noms, valeurs, strict=True))
    suivi, cle = suivi_par(modele)
    for champ in colonnes:
        if ligne[champ.attname]:
            de = chiffrement.ligne_de(suivi._meta.db_table, champ.column, ligne["structure_id"], ligne[cle])
            ligne[champ.attname] = chiffrement.dechiffrer(ligne[champ.attname], de)
    return tuple(ligne.values())


def colonnes_chiffrees(modele):
    """The encrypted fields of a model."""
    return [champ for champ in modele._meta.concrete_fields if isinstance(champ, TexteChiffre)]
