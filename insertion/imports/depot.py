"""A file is laid down, then checked as often as people correct it: rows hold what was read, and what it would do."""

import hashlib

from django.core.files.base import ContentFile

from insertion.enums import EtatTravail

from . import formats, lecture
from .champs import IGNORER

LOT = 500


def deposer(filiere, structure_id, contenu, nom, *, par=None, garder=True):
    """Read a file (bytes) and create its import with one row per line. Raise `FichierRefuse` (French).

    The file itself is kept for the trace, unless `garder` is False or it held social security numbers.
    """
    tableau = lecture.lire(contenu, nom, filiere.catalogue)
    memoire = formats.memorisee(filiere, tableau.entetes)
    importation = filiere.modele(
        structure_id=structure_id,
        demande_par=par,
        nom_fichier=nom[-160:],
        empreinte=hashlib.sha256(contenu).hexdigest(),
        format=filiere.reconnaitre(tableau),
        lignes_total=len(tableau.lignes),
        correspondance={
            "entetes": tableau.entetes,
            "ligne_entete": tableau.ligne_entete,
            "source": tableau.source,
            "remarques": tableau.remarques,
            "nir": tableau.nir,
            "colonnes": memoire or formats.deviner_les_colonnes(tableau, filiere.catalogue),
            "memorisee": memoire is not None,
        },
    )
    if garder and not tableau.nir:
        importation.fichier.save(nom, ContentFile(contenu), save=False)
    importation.save()
    _ranger_les_lignes(filiere, importation, tableau)
    return importation


def _ranger_les_lignes(filiere, importation, tableau):
    filiere.lignes.objects.bulk_create(
        (
            filiere.lignes(
                structure_id=importation.structure_id,
                importation=importation,
                numero=ligne.numero,
                nature=ligne.nature,
                donnees={"cellules": ligne.cellules},
            )
            for ligne in tableau.lignes
        ),
        batch_size=LOT,
    )


def examiner(filiere, importation, reglages):
    """Return the analysed lines of an import as its rows and its choices stand now."""
    correspondance = importation.correspondance
    lignes = importation.lignes.order_by("numero").values_list("numero", "nature", "donnees")
    return filiere.analyser(
        [(numero, nature, donnees["cellules"], donnees.get("voulu", "")) for numero, nature, donnees in lignes],
        correspondance["entetes"],
        correspondance["colonnes"],
        reglages,
    )


def verifier(filiere, importation, maintenant):
    """Examine an import again and keep the result on its rows; return the analysed lines."""
    reglages = filiere.reglages(importation, maintenant)
    analysees = examiner(filiere, importation, reglages)
    noter(filiere, importation, analysees)
    dites = generales(filiere, importation, analysees, reglages)
    importation.bilan = {**filiere.compter(analysees), "generales": dites}
    importation.lignes_total = importation.bilan["creations"] + importation.bilan["mises_a_jour"]
    importation.save(update_fields=["bilan", "correspondance", "lignes_total"])
    return analysees


def noter(filiere, importation, analysees):
    """Keep on each row what the examination says of it."""
    connu = f"{filiere.lignes.CONNU}_id"
    rangees = {ligne.numero: ligne for ligne in importation.lignes.all()}
    changees = []
    for analysee in analysees:
        ligne = rangees[analysee.numero]
        avant = (ligne.erreurs, ligne.avertissements, ligne.choix, getattr(ligne, connu), dict(ligne.donnees))
        ligne.erreurs, ligne.avertissements = analysee.erreurs, analysee.avertissements
        ligne.choix = str(analysee.choix)
        setattr(ligne, connu, analysee.rapprochement.pk)
        ligne.donnees["repete"] = analysee.repete
        ligne.donnees["differe"] = analysee.differe
        ligne.donnees["possibles"] = [str(possible) for possible in analysee.possibles]
        if avant != (ligne.erreurs, ligne.avertissements, ligne.choix, getattr(ligne, connu), ligne.donnees):
            changees.append(ligne)
    reecrire(filiere, changees, ["erreurs", "avertissements", "choix", filiere.lignes.CONNU, "donnees"])


def reecrire(filiere, lignes, champs_changes):
    """Write these fields of many lines: an upsert, several times faster than `bulk_update` on thousands."""
    filiere.lignes.objects.bulk_create(
        lignes, batch_size=LOT, update_conflicts=True, unique_fields=["pk"], update_fields=champs_changes
    )


def generales(filiere, importation, analysees, reglages):
    """What concerns the whole file, as [{ligne, champ, message}] on the line of headings: nothing is left unsaid."""
    correspondance = importation.correspondance
    dites = [("fichier", remarque) for remarque in correspondance["remarques"]]
    if correspondance["nir"]:
        dites.append(("fichier", "Les numéros de sécurité sociale ont été retirés : Tremplin ne les garde jamais."))
    dites += [
        (entete, "Colonne ignorée : ses valeurs ne sont pas reprises.") for entete in _colonnes_ignorees(importation)
    ]
    dites += filiere.generales(importation, analysees, reglages)
    return [{"ligne": correspondance["ligne_entete"], "champ": champ, "message": message} for champ, message in dites]


def _colonnes_ignorees(importation):
    """The headings of the columns that hold something and feed nothing."""
    correspondance = importation.correspondance
    remplies = set()
    for donnees in importation.lignes.filter(nature=lecture.DONNEE).values_list("donnees", flat=True):
        remplies |= {rang for rang, cellule in enumerate(donnees["cellules"]) if cellule}
    return [
        entete
        for rang, entete in enumerate(correspondance["entetes"])
        if rang in remplies and correspondance["colonnes"].get(str(rang), IGNORER) == IGNORER
    ]


def deja_importe(importation):
    """The last import of the very same file that was neither undone nor abandoned, or None."""
    return (
        type(importation)
        .objects.filter(empreinte=importation.empreinte, etat=EtatTravail.TERMINE)
        .exclude(pk=importation.pk)
        .order_by("-created_at")
        .first()
    )
