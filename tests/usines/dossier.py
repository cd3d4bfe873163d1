"""Somebody who went through everything: one row at least of each table that the declarations call theirs."""

from datetime import UTC, date, datetime
from decimal import Decimal

import factory
from django.contrib.postgres.fields import ArrayField
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, models, transaction
from phonenumber_field.modelfields import PhoneNumberField

import tests.usines as usines
from insertion.models import Utilisateur
from insertion.models.chiffres import TexteChiffre
from pilotage.vie_privee.declarations import personnelles

LE, INSTANT = date(2024, 3, 4), datetime(2024, 3, 4, 9, tzinfo=UTC)
#: What a row needs to be accepted, where the first value of each kind is not enough.
VALEURS = {
    "AccordObjectif": {"paroles": ""},
    "Avenant": {"date_fin": None, "date_fin_avant": None, "heures": 20, "heures_avant": 26},
    "DemandeDroit": {
        "prolongee_le": None,
        "prolongation_motif": "",
        "reponse_motif": "",
        "reponse": "",
        "repondue_le": None,
    },
    "Depart": {"transmis_at": None, "transmis_par": None},
    "ExtraitDossier": {"motif": "Demande de la personne"},
    "FusionDossiers": {"absorbee_id": 999_999},
    "GelSuppression": {"levee_le": LE},
    "Limitation": {"levee_le": LE},
    "Production": {"genre": "dossier", "entretien": None},
    "Prolongation": {"date_debut": date(2028, 4, 9), "date_fin": date(2028, 7, 9)},  # the suspension moved the end
    "Rappel": {"entreprise": None, "convention": None},
}


def dossier_complet(personne, sentinelle):
    """Give `personne` a row of each of their tables, every text of which holds `sentinelle`; return {model: row}."""
    fabriques = {f._meta.model: f for f in vars(usines).values() if isinstance(f, factory.base.FactoryMetaClass)}
    rangees = {type(personne): personne}
    rangees |= {fabriques[Utilisateur]._meta.model: fabriques[Utilisateur]()}
    for declaration in personnelles():
        if declaration.chemin:
            rangees[declaration.modele] = _rangee(declaration, rangees, fabriques)
    for declaration in personnelles():
        _marquer(rangees[declaration.modele], declaration, sentinelle)
    return rangees


def _rangee(declaration, rangees, fabriques):
    modele, cle = declaration.modele, declaration.modele._meta.get_field(declaration.chemin[0])
    if modele in fabriques:
        if modele.__name__ == "Parcours":
            return usines.ParcoursAvecPassFactory(beneficiaire=rangees[cle.related_model], clos=True)
        if modele.__name__ in ("Prolongation", "Suspension"):  # of the PASS: the person is that of the parcours
            return fabriques[modele](parcours=rangees[_parcours(rangees)], **VALEURS.get(modele.__name__, {}))
        return fabriques[modele](**{cle.name: rangees[cle.related_model]})
    valeurs = {c.name: _valeur(c, rangees, fabriques) for c in modele._meta.concrete_fields if _a_donner(c)}
    (rangee,) = modele.objects.bulk_create(
        [modele(structure=_structure(rangees), **valeurs | VALEURS.get(modele.__name__, {}))]
    )
    return rangee


def _parcours(rangees):
    return next(modele for modele in rangees if modele.__name__ == "Parcours")


def _structure(rangees):
    return next(rangee.structure for rangee in rangees.values() if hasattr(rangee, "structure"))


def _a_donner(champ):
    return not champ.primary_key and champ.name != "structure" and not champ.generated


def _valeur(champ, rangees, fabriques):
    if champ.is_relation:
        return None if champ.null and champ.related_model not in rangees else _liee(champ, rangees, fabriques)
    if champ.null:
        return None
    if champ.has_default():
        return champ.get_default()
    if champ.choices:
        return champ.choices[0][0]
    for genre, valeur in (
        (models.DateTimeField, INSTANT),
        (models.DateField, LE),
        (models.DecimalField, Decimal(1)),
        (models.BooleanField, False),
        (models.IntegerField, 1),
        (ArrayField, []),
        (models.UUIDField, None),
    ):
        if isinstance(champ, genre):
            return valeur
    return ""


def _liee(champ, rangees, fabriques):
    if champ.related_model not in rangees:
        modele = champ.related_model
        if modele in fabriques:
            rangees[modele] = fabriques[modele]()
        else:
            valeurs = {c.name: _valeur(c, rangees, fabriques) for c in modele._meta.concrete_fields if _a_donner(c)}
            valeurs |= VALEURS.get(modele.__name__, {})
            (rangees[modele],) = modele.objects.bulk_create([modele(structure=_structure(rangees), **valeurs)])
    return rangees[champ.related_model]


def _marquer(rangee, declaration, sentinelle):
    """Write the sentinel in each text that no list of values restricts, and in a file for each file."""
    for nom in (*declaration.sujet, *declaration.tiers):
        champ = declaration.modele._meta.get_field(nom)
        valeur = _marque(champ, rangee, sentinelle)
        if isinstance(champ, TexteChiffre):
            setattr(rangee, nom, sentinelle)
            rangee.save()
        elif valeur is not None:
            try:
                with transaction.atomic():
                    type(rangee).objects.filter(pk=rangee.pk).update(**{nom: valeur})
            except IntegrityError:
                continue  # a text that the state of this row forbids


def _marque(champ, rangee, sentinelle):
    if isinstance(champ, models.FileField):
        nom = f"{rangee.structure_id}/essai-{champ.model._meta.model_name}"
        return default_storage.save(nom, ContentFile(b"%PDF"))
    if isinstance(champ, PhoneNumberField) or champ.choices or champ.is_relation:
        return None
    if isinstance(champ, models.JSONField):
        return [sentinelle]
    texte = isinstance(champ, models.CharField | models.TextField) and champ.model.__name__ != "Beneficiaire"
    return sentinelle[: champ.max_length] if texte else None
