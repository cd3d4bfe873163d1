"""Running an import: all or nothing, in one transaction; its progress shows from outside; twice is once.

A worker takes the row with a lease, renews it as it advances, and ends it in the transaction that writes the people.
Killed midway, it leaves nothing but a lease that runs out: the sweeper rings again (docs/decisions).
"""

import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from insertion.enums import Choix, EtatTravail
from insertion.isolation.contexte import contexte
from insertion.models import Structure
from insertion.travaux import sonner, sonner_apres_commit

from ..models import Dispositif, Import
from . import depot
from .analyse import compter
from .connus import Annuaire
from .ecriture import prevoir
from .enregistrement import Lot, a_ecrire

logger = logging.getLogger(__name__)

BAIL = timedelta(minutes=2)
ATTENTE = timedelta(minutes=1)  # a row that waits is left alone this long before the sweeper rings for it
ESSAIS = 3  # an import that killed so many workers is given up, until somebody asks for it again
LOT = 200
ECHEC = (
    "L’import s’est arrêté sur une erreur : rien n’a été enregistré. Relancez-le ; si cela recommence, signalez-le."
)


class BailPerdu(Exception):
    """Another worker took the import over: what this one wrote is undone."""


def lancer(importation, tache):
    """Queue an import that was checked; False when it runs already, has run, or was undone."""
    prets = Import.objects.filter(pk=importation.pk, etat__in=(EtatTravail.A_VERIFIER, EtatTravail.ECHEC))
    if not prets.update(etat=EtatTravail.EN_FILE, message="", lignes_faites=0, bail_at=None):
        return False
    sonner_apres_commit(tache, structure_id=importation.structure_id, import_id=importation.pk)
    return True


def executer(structure_id, import_id, horloge=timezone.now, suivre=None):
    """Run one import, once; return whether this call did it. `suivre(done)` hears of each batch written."""
    bail = _prendre(structure_id, import_id, horloge)
    if bail is None:
        return False
    avancement = Avancement(structure_id, import_id, bail, horloge)
    try:
        with contexte(structure_id, origine=origine(import_id)):
            _tout_ecrire(Import.objects.get(pk=import_id), avancement, horloge, suivre)
    except (OperationalError, InterfaceError, BailPerdu):
        raise  # the database comes back, the lease ends, the sweeper rings again
    except Exception:
        logger.exception("Import %s", import_id)
        _echouer(structure_id, import_id, avancement.bail)
        raise
    finally:
        avancement.fermer()
    return True


def origine(import_id):
    """What the change history names as the source of everything that an import writes."""
    return f"import {import_id}"


def reprendre(tache, maintenant):
    """Ring again for the imports that nobody works on: queue emptied, worker killed."""
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="reprise des imports"):
        oublies = Import.objects.a_reprendre(maintenant).filter(created_at__lt=maintenant - ATTENTE)
        for structure_id, import_id in oublies.values_list("structure_id", "pk"):
            sonner(tache, structure_id=structure_id, import_id=import_id)


def _prendre(structure_id, import_id, horloge):
    """Take the import; the end of the lease, or None when somebody else holds it or it is done."""
    maintenant = horloge()
    bail = maintenant + BAIL
    with contexte(structure_id, origine=origine(import_id)):
        libres = Import.objects.a_reprendre(maintenant).filter(pk=import_id)
        importation = libres.select_for_update(of=("self",)).first()
        if importation is None:
            return None
        perdus = importation.bilan.get("perdus", 0) + (importation.etat == EtatTravail.EN_COURS)
        etat = EtatTravail.EN_COURS if perdus < ESSAIS else EtatTravail.ECHEC
        bilan = {**importation.bilan, "perdus": perdus if etat == EtatTravail.EN_COURS else 0}
        message = "" if etat == EtatTravail.EN_COURS else ECHEC
        libres.update(etat=etat, bail_at=bail, lignes_faites=0, bilan=bilan, message=message)
        return bail if etat == EtatTravail.EN_COURS else None


class Avancement:
    """Writes the progress and renews the lease in a thread, hence on a connection of its own: the page sees it while
    the transaction that writes the people is still open.
    """

    def __init__(self, structure_id, import_id, bail, horloge):
        self.structure_id, self.import_id, self.bail, self.horloge = structure_id, import_id, bail, horloge
        self._fil = ThreadPoolExecutor(max_workers=1)
        self._dernier = None

    def noter(self, faites):
        if self._dernier is None or self._dernier.done():
            self._dernier = self._fil.submit(self._ecrire, faites)

    def _ecrire(self, faites):
        suivant = self.horloge() + BAIL
        with contexte(self.structure_id, origine=origine(self.import_id)):
            tenu = Import.objects.filter(pk=self.import_id, etat=EtatTravail.EN_COURS, bail_at=self.bail)
            if tenu.update(lignes_faites=faites, bail_at=suivant):
                self.bail = suivant

    def attendre(self):
        """Wait for the last note, so that the transaction of the people can end the row."""
        if self._dernier is not None:
            self._dernier.result()

    def fermer(self):
        self._fil.submit(_fermer_la_connexion)
        self._fil.shutdown(wait=True)


def _fermer_la_connexion():
    connection.close()  # looked up here: each thread has its own


def _tout_ecrire(importation, avancement, horloge, suivre):
    """Write every line. Imports of one structure go one after the other: the second knows whom the first made."""
    Structure.objects.select_for_update(no_key=True).get(pk=importation.structure_id)
    reglages = depot.reglages(importation, horloge())
    analysees = depot.examiner(importation, reglages)
    generales = depot.generales(importation, analysees, reglages)
    reglages, dispositif_cree = _avec_dispositif(analysees, reglages, importation.structure_id)
    depot.noter(importation, analysees)
    effets = {}
    for lot in _lots(analysees, importation, reglages):
        lot.enregistrer()
        _garder_la_trace(importation, lot)
        effets |= lot.effets
        avancement.noter(len(effets))
        if suivre:
            suivre(len(effets))
    bilan = {
        **compter(analysees),
        **_compter_les_effets(effets),
        "generales": generales,
        "dispositif": dispositif_cree,
    }
    avancement.attendre()
    _finir(importation, avancement.bail, bilan, horloge())


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
        personnes |= {numero: personne.pk for numero, personne in lot.personnes.items()}
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
            personnes |= {numero: personne.pk for numero, personne in lot.personnes.items()}


def _reprevoir(premieres, reglages):
    """Plan the lines about known people on what their files hold now, earlier lines of this import included."""
    connus = Annuaire.connus({pk for pk, _ in premieres if pk}, reglages.le)
    for pk, ligne in premieres:
        ligne.connu = connus.get(pk)
        ligne.ecriture = prevoir(ligne.fiche, ligne.connu, reglages)


def _garder_la_trace(importation, lot):
    rangees = list(importation.lignes.filter(numero__in=lot.effets))
    for rangee in rangees:
        rangee.effets = lot.effets[rangee.numero]
        rangee.beneficiaire = lot.personnes[rangee.numero]
    depot.reecrire(rangees, ["effets", "beneficiaire"])


def _compter_les_effets(effets):
    crees = Counter()
    for effet in effets.values():
        crees.update({modele: len(pks) for modele, pks in effet["crees"].items()})
    return {"parcours": crees["parcours.parcours"], "crees": dict(crees)}


def _finir(importation, bail, bilan, maintenant):
    """End the row in the transaction of the people: it ends with them or not at all."""
    tenu = Import.objects.filter(pk=importation.pk, etat=EtatTravail.EN_COURS, bail_at=bail)
    fini = tenu.update(
        etat=EtatTravail.TERMINE,
        bilan=bilan,
        lignes_faites=importation.lignes_total,
        bail_at=None,
        termine_at=maintenant,
    )
    if not fini:
        raise BailPerdu(f"Import {importation.pk}")


def _echouer(structure_id, import_id, bail):
    with contexte(structure_id, origine=origine(import_id)):
        Import.objects.filter(pk=import_id, etat=EtatTravail.EN_COURS, bail_at=bail).update(
            etat=EtatTravail.ECHEC, message=ECHEC, bail_at=None, lignes_faites=0
        )
