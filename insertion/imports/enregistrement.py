"""Writing lines to the database, many at a time: the number of queries does not grow with the lines."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.db.models import F

from insertion.enums import Choix

from .valeurs import e164


def cle(modele):
    """How a model is named in the trace that the undo reads (`LigneDeFichier.effets`)."""
    return modele._meta.label_lower


def en_json(valeur):
    """A value as the trace keeps it; the field's `to_python` reads it back."""
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, Decimal):
        return str(valeur)
    return valeur if isinstance(valeur, str | int | list | None) else e164(valeur)


class Lot:
    """Some lines written together. After `enregistrer`, `effets[numero]` tells what each line made and changed, and
    `connus[numero]` what it is about now.
    """

    def __init__(self, lignes, structure_id, reglages):
        self.lignes, self.structure_id, self.reglages = lignes, structure_id, reglages
        self.effets = {ligne.numero: {"crees": defaultdict(list), "changes": {}} for ligne in lignes}
        self.connus = {}

    def enregistrer(self):
        """Write the lines; each floor says in which order."""
        raise NotImplementedError

    def creer(self, modele, paires):
        """Insert the objects of [(line, object)]; return [(number of the line, object with its key)]."""
        paires = list(paires)
        modele.objects.bulk_create([objet for _, objet in paires])
        for ligne, objet in paires:
            self.effets[ligne.numero]["crees"][cle(modele)].append(objet.pk)
        return [(ligne.numero, objet) for ligne, objet in paires]

    def changer(self, modele, triplets):
        """Write the changes of [(line, object, {field: (before, after)})]; forms already open are out of date."""
        triplets = [triplet for triplet in triplets if triplet[2]]
        champs = {champ for *_, changements in triplets for champ in changements}
        for ligne, objet, changements in triplets:
            for champ, (_, valeur) in changements.items():
                setattr(objet, champ, valeur)
            self.effets[ligne.numero]["changes"].setdefault(cle(modele), {})[str(objet.pk)] = {
                champ: [en_json(avant), en_json(apres)] for champ, (avant, apres) in changements.items()
            }
        if not triplets:
            return
        objets = [objet for _, objet, _ in triplets]
        modele.objects.bulk_update(objets, sorted(champs))
        if hasattr(modele, "version"):
            modele.objects.filter(pk__in=[objet.pk for objet in objets]).update(version=F("version") + 1)


def a_ecrire(analysees):
    """The lines that write something, creations first."""
    return [ligne for choix in (Choix.CREER, Choix.METTRE_A_JOUR) for ligne in analysees if ligne.choix == choix]
