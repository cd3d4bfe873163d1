"""A file is laid down, then checked as often as people correct it: rows hold what was read, and what it would do."""

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.utils import timezone

from insertion.enums import EtatTravail
from insertion.models import Utilisateur
from insertion.texte import sans_accents

from ..models import Dispositif, Import, LigneImport
from . import champs, formats, lecture, valeurs
from .analyse import analyser, compter
from .ecriture import Reglages

DISPOSITIF_PAR_DEFAUT = "Accompagnement"
LOT = 500


def deposer(structure_id, contenu, nom, *, par=None, garder=True):
    """Read a file (bytes) and create its `Import` with one row per line. Raise `FichierRefuse` (French).

    The file itself is kept for the trace, unless `garder` is False or it held social security numbers.
    """
    tableau = lecture.lire(contenu, nom)
    memoire = formats.memorisee(tableau.entetes)
    importation = Import(
        structure_id=structure_id,
        demande_par=par,
        nom_fichier=nom[-160:],
        empreinte=hashlib.sha256(contenu).hexdigest(),
        format=formats.reconnaitre(tableau),
        lignes_total=len(tableau.lignes),
        correspondance={
            "entetes": tableau.entetes,
            "ligne_entete": tableau.ligne_entete,
            "source": tableau.source,
            "remarques": tableau.remarques,
            "nir": tableau.nir,
            "colonnes": (memoire or {}).get("colonnes") or formats.deviner_les_colonnes(tableau),
            "memorisee": memoire is not None,
        },
    )
    if garder and not tableau.nir:
        importation.fichier.save(nom, ContentFile(contenu), save=False)
    importation.save()
    _ranger_les_lignes(importation, tableau)
    return importation


def _ranger_les_lignes(importation, tableau):
    LigneImport.objects.bulk_create(
        (
            LigneImport(
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


def reglages(importation, maintenant):
    """Return the `Reglages` of an import at the moment `maintenant`: colleagues, dispositifs, choices of people."""
    options, le = importation.correspondance, timezone.localdate(maintenant)
    collegues = Utilisateur.objects.de_la_structure(importation.structure_id, le)
    noms = [(sans_accents(f"{c.prenom} {c.nom}"), c.pk) for c in collegues]
    dispositifs = {sans_accents(d.nom): d.pk for d in Dispositif.objects.filter(actif=True).order_by("nom")}
    choisi = options.get("dispositif_id")
    entree = options.get("date_entree_defaut")
    return Reglages(
        origine=importation.nom_fichier,
        maintenant=maintenant,
        dispositif_id=choisi if choisi in dispositifs.values() else next(iter(dispositifs.values()), None),
        dispositifs=dispositifs,
        collegues={nom: pk for nom, pk in noms if [n for n, _ in noms].count(nom) == 1},
        date_entree_defaut=date.fromisoformat(entree) if entree else None,
        remplacer=bool(options.get("remplacer")),
    )


def examiner(importation, choix):
    """Return the `LigneAnalysee`s of an import as its rows and its choices stand now."""
    correspondance = importation.correspondance
    lignes = importation.lignes.order_by("numero").values_list("numero", "nature", "donnees")
    return analyser(
        [(numero, nature, donnees["cellules"], donnees.get("voulu", "")) for numero, nature, donnees in lignes],
        correspondance["entetes"],
        correspondance["colonnes"],
        choix,
    )


def verifier(importation, maintenant):
    """Examine an import again and keep the result on its rows; return the `LigneAnalysee`s."""
    choix = reglages(importation, maintenant)
    analysees = examiner(importation, choix)
    noter(importation, analysees)
    importation.bilan = {**compter(analysees), "generales": generales(importation, analysees, choix)}
    importation.lignes_total = importation.bilan["creations"] + importation.bilan["mises_a_jour"]
    importation.save(update_fields=["bilan", "correspondance", "lignes_total"])
    return analysees


def noter(importation, analysees):
    """Keep on each row what the examination says of it."""
    rangees = {ligne.numero: ligne for ligne in importation.lignes.all()}
    changees = []
    for analysee in analysees:
        ligne = rangees[analysee.numero]
        avant = (ligne.erreurs, ligne.avertissements, ligne.choix, ligne.beneficiaire_id, dict(ligne.donnees))
        ligne.erreurs, ligne.avertissements = analysee.erreurs, analysee.avertissements
        ligne.choix, ligne.beneficiaire_id = str(analysee.choix), analysee.rapprochement.pk
        ligne.donnees["repete"] = analysee.doublon_de or analysee.suite_de
        ligne.donnees["possibles"] = [str(possible) for possible in analysee.possibles]
        if avant != (ligne.erreurs, ligne.avertissements, ligne.choix, ligne.beneficiaire_id, ligne.donnees):
            changees.append(ligne)
    reecrire(changees, ["erreurs", "avertissements", "choix", "beneficiaire", "donnees"])


def reecrire(lignes, champs_changes):
    """Write these fields of many `LigneImport`: an upsert, several times faster than `bulk_update` on thousands."""
    LigneImport.objects.bulk_create(
        lignes, batch_size=LOT, update_conflicts=True, unique_fields=["pk"], update_fields=champs_changes
    )


def generales(importation, analysees, choix):
    """What concerns the whole file, as [{ligne, champ, message}] on the line of headings: nothing is left unsaid."""
    correspondance = importation.correspondance
    dites = [("fichier", remarque) for remarque in correspondance["remarques"]]
    if correspondance["nir"]:
        dites.append(("fichier", "Les numéros de sécurité sociale ont été retirés : Tremplin ne les garde jamais."))
    dites += [
        (entete, "Colonne ignorée : ses valeurs ne sont pas reprises.") for entete in colonnes_ignorees(importation)
    ]
    dites += _dire_les_sources(analysees)
    if any(ligne.ouvre_un_parcours for ligne in analysees):
        dites += _dire_le_dispositif(correspondance, choix)
    return [{"ligne": correspondance["ligne_entete"], "champ": champ, "message": message} for champ, message in dites]


def _dire_les_sources(analysees):
    """« Orienteur », « Prescripteur habilité » have no field of their own: what becomes of them is said."""
    sources = {ligne.fiche.valeurs.get("source", "") for ligne in analysees if ligne.fiche}
    dites = sorted(source for source in sources if source and not valeurs.est_spontanee(source))
    if not dites:
        return []
    mots = ", ".join(f"«\u00a0{source}\u00a0»" for source in dites)
    suite = "l’orientation est déduite du nom de l’organisation, et laissée vide sans organisation."
    return [("source", f"{mots}\u00a0: {suite}")]


def _dire_le_dispositif(correspondance, choix):
    if not choix.dispositifs:
        return [("dispositif", f"Aucun dispositif dans la structure : « {DISPOSITIF_PAR_DEFAUT} » sera créé.")]
    if len(choix.dispositifs) > 1 and correspondance.get("dispositif_id") != choix.dispositif_id:
        nom = Dispositif.objects.get(pk=choix.dispositif_id).nom
        return [("dispositif", f"Plusieurs dispositifs, aucun choisi : les parcours s’ouvrent dans « {nom} ».")]
    return []


def colonnes_ignorees(importation):
    """The headings of the columns that hold something and feed nothing."""
    correspondance = importation.correspondance
    remplies = set()
    for donnees in importation.lignes.filter(nature=lecture.DONNEE).values_list("donnees", flat=True):
        remplies |= {rang for rang, cellule in enumerate(donnees["cellules"]) if cellule}
    return [
        entete
        for rang, entete in enumerate(correspondance["entetes"])
        if rang in remplies and correspondance["colonnes"].get(str(rang), champs.IGNORER) == champs.IGNORER
    ]


def deja_importe(importation):
    """The last import of the very same file that was neither undone nor abandoned, or None."""
    return (
        Import.objects.filter(empreinte=importation.empreinte, etat=EtatTravail.TERMINE)
        .exclude(pk=importation.pk)
        .order_by("-created_at")
        .first()
    )
