"""The preview of a file of firms: what each line is, which firm it is about, what to do with it."""

from insertion.enums import Choix
from insertion.imports import analyse
from insertion.imports.analyse import LigneAnalysee
from insertion.imports.fiche import FicheLue
from insertion.texte import sans_accents

from ..doublons import radical
from .champs import CATALOGUE
from .connus import Annuaire
from .ecriture import contredits, prevoir
from .valeurs import LECTEURS


def analyser(lignes, entetes, colonnes, reglages):
    """Return a `LigneAnalysee` for each (numero, nature, cellules, choice of people or '') of `lignes`.

    `colonnes` maps ranks (text) to field keys. Four queries at most, whatever the number of lines.
    """
    analysees = [LigneAnalysee(*ligne) for ligne in lignes]
    donnees = [ligne for ligne in analysees if ligne.est_lue]
    for ligne in donnees:
        ligne.fiche = _comprendre(ligne, entetes, colonnes, reglages.le)
    valides = [ligne for ligne in donnees if not ligne.erreurs]
    _reperer_les_doublons(valides, entetes, colonnes)
    annuaire = Annuaire()
    for ligne in valides:
        ligne.rapprochement = annuaire.rapprocher(ligne.fiche.valeurs)
    connues = annuaire.connues({ligne.rapprochement.pk for ligne in valides if ligne.rapprochement.pk})
    for ligne in valides:
        if connue := connues.get(ligne.rapprochement.pk):
            ligne.differe = contredits(connue.entreprise, ligne.fiche.valeurs)
    for ligne in donnees:
        _decider(ligne, connues, reglages)
    return analysees


def _comprendre(ligne, entetes, colonnes, le):
    fiche = FicheLue(ligne.numero)
    fiche.lire(ligne.cellules, entetes, colonnes, CATALOGUE, LECTEURS, le)
    if not fiche.valeurs.get("raison_sociale"):
        fiche.erreur("raison_sociale", "La raison sociale manque : complétez-la pour garder cette ligne.")
    return fiche


def _reperer_les_doublons(valides, entetes, colonnes):
    """Mark the lines that repeat an earlier one: same SIRET, or same name in the same commune with no other SIRET."""
    par_siret, par_nom = {}, {}
    for ligne in valides:
        valeurs = ligne.fiche.valeurs
        siret = valeurs.get("siret")
        nom = (radical(valeurs["raison_sociale"]), sans_accents(valeurs.get("commune", "")))
        premiere = par_siret.get(siret) if siret else None
        if premiere is None and (autre := par_nom.get(nom)) and not (siret and autre.fiche.valeurs.get("siret")):
            premiere = autre
        if premiere:
            ligne.doublon_de = premiere.numero
            suite = analyse.differences(premiere, ligne, entetes, colonnes)
            message = f"Cette ligne répète la ligne {premiere.numero} : une seule entreprise est créée.{suite}"
            ligne.avertir("raison_sociale", message)
            continue
        par_nom.setdefault(nom, ligne)
        if siret:
            par_siret[siret] = ligne


def _decider(ligne, connues, reglages):
    ligne.avertissements[:0] = ligne.fiche.avertissements
    if ligne.erreurs:
        return
    proche = ligne.rapprochement
    if proche.raison and not ligne.doublon_de:
        ligne.avertir("raison_sociale", proche.raison)
    prevue = prevoir(ligne.fiche, connues.get(proche.pk) if proche.sur else None, reglages)
    ligne.choix = ligne.voulu if ligne.voulu in ligne.possibles else _proposer(ligne, prevue)
    ligne.connu = connues.get(proche.pk) if ligne.choix == Choix.METTRE_A_JOUR else None
    if ligne.choix != Choix.IGNORER:
        ligne.ecriture = prevoir(ligne.fiche, ligne.connu, reglages)
        ligne.avertissements += ligne.ecriture.avertissements
    if ligne.choix == Choix.CREER and proche.sur and ligne.fiche.valeurs.get("siret"):
        ligne.avertir("siret", "Ce SIRET est déjà dans le carnet : la fiche créée n’en portera pas.")
        ligne.ecriture.entreprise.pop("siret", None)


def _proposer(ligne, prevue):
    if ligne.doublon_de:
        return Choix.IGNORER
    if not ligne.rapprochement.sur:
        return Choix.CREER
    if not prevue.vide:
        return Choix.METTRE_A_JOUR
    ligne.avertissements += prevue.avertissements
    ligne.avertir("raison_sociale", "Entreprise déjà connue, rien de nouveau à reprendre.")
    return Choix.IGNORER
