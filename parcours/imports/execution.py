"""Running an import of people (insertion/imports/execution.py): in which order their lines are written."""

from dataclasses import replace

from insertion.enums import Choix
from insertion.imports import depot as commun
from insertion.imports.execution import ESSAIS, BailPerdu, Execution

from ..models import Dispositif
from . import depot
from .analyse import compter
from .connus import Annuaire
from .ecriture import prevoir
from .enregistrement import Lot, a_ecrire

__all__ = ["ESSAIS", "BailPerdu", "executer", "execution", "lancer", "reprendre"]

LOT = 200


def _ecrire(importation, maintenant):
    """Yield the `Lot`s of every line; return the `bilan`."""
    reglages = depot.reglages(importation, maintenant)
    analysees = commun.examiner(depot.FILIERE, importation, reglages)
    generales = commun.generales(depot.FILIERE, importation, analysees, reglages)
    reglages, dispositif_cree = _avec_dispositif(analysees, reglages, importation.structure_id)
    commun.noter(depot.FILIERE, importation, analysees)
    parcours = 0
    for lot in _lots(analysees, importation, reglages):
        yield lot
        parcours += sum(len(effet["crees"].get("parcours.parcours", ())) for effet in lot.effets.values())
    return {**compter(analysees), "parcours": parcours, "generales": generales, "dispositif": dispositif_cree}


def _avec_dispositif(analysees, reglages, structure_id):
    """The settings with a dispositif, created when the structure has none and a parcours needs one; and its id."""
    if reglages.dispositif_id or not any(ligne.ouvre_un_parcours for ligne in analysees):
        return reglages, None
    dispositif, cree = Dispositif.objects.get_or_create(
        structure_id=structure_id, nom=depot.DISPOSITIF_PAR_DEFAUT, defaults={"actif": True}
    )
    return replace(reglages, dispositif_id=dispositif.pk), dispositif.pk if cree else None


def _lots(analysees, importation, reglages):
    """Yield `Lot`s: the new people, then the known ones; a second line about somebody waits for the first."""
    restantes, personnes = a_ecrire(analysees), {}
    creations = [ligne for ligne in restantes if ligne.choix == Choix.CREER]
    for debut in range(0, len(creations), LOT):
        lot = Lot(creations[debut : debut + LOT], importation.structure_id, reglages)
        yield lot
        personnes |= {numero: personne.pk for numero, personne in lot.connus.items()}
    attente = [ligne for ligne in restantes if ligne.choix == Choix.METTRE_A_JOUR]
    while attente:
        premieres = {}
        for ligne in attente:
            pk = personnes.get(ligne.suite_de) or ligne.rapprochement.pk
            premieres.setdefault(pk or f"ligne {ligne.numero}", (pk, ligne))
        lignes = [ligne for _, ligne in premieres.values()]
        attente = [ligne for ligne in attente if ligne not in lignes]
        _reprevoir(premieres.values(), reglages)
        for debut in range(0, len(lignes), LOT):
            lot = Lot(lignes[debut : debut + LOT], importation.structure_id, reglages)
            yield lot
            personnes |= {numero: personne.pk for numero, personne in lot.connus.items()}


def _reprevoir(premieres, reglages):
    """Plan the lines about known people on what their files hold now, earlier lines of this import included."""
    connus = Annuaire.connus({pk for pk, _ in premieres if pk}, reglages.le)
    for pk, ligne in premieres:
        ligne.connu = connus.get(pk)
        ligne.ecriture = prevoir(ligne.fiche, ligne.connu, reglages)


execution = Execution(depot.FILIERE, _ecrire, "import")
executer, lancer, reprendre = (
    execution.executer,
    execution.lancer,
    execution.reprendre,
)
