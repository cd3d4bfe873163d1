"""Running an import: all or nothing, in one transaction; its progress shows from outside; twice is once.

A worker takes the row with a lease, renews it as it advances, and ends it in the transaction that writes the rest.
Killed midway, it leaves nothing but a lease that runs out: the sweeper rings again (docs/decisions).
"""

import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import InterfaceError, OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from insertion.annulation import DELAI
from insertion.enums import EtatTravail
from insertion.gestes import noter
from insertion.isolation.contexte import contexte
from insertion.models import Structure
from insertion.travaux import sonner, sonner_apres_commit

from . import depot
from .apercu import raconter

logger = logging.getLogger(__name__)

BAIL = timedelta(minutes=2)
ATTENTE = timedelta(minutes=1)  # a row that waits is left alone this long before the sweeper rings for it
ESSAIS = 3  # an import that killed so many workers is given up, until somebody asks for it again
ECHEC = (
    "L’import s’est arrêté sur une erreur : rien n’a été enregistré. Relancez-le ; si cela recommence, signalez-le."
)


class BailPerdu(Exception):
    """Another worker took the import over: what this one wrote is undone."""


class Execution:
    """The running of the imports of one `filiere`.

    `ecrire(importation, maintenant)` yields the `Lot`s of an import, to be written one after the other, and returns
    its `bilan`. `source` is how the change history names such an import.
    """

    def __init__(self, filiere, ecrire, source):
        self.filiere, self.ecrire, self.source, self.modele = filiere, ecrire, source, filiere.modele

    def origine(self, import_id):
        """What the change history names as the source of everything that an import writes."""
        return f"{self.source} {import_id}"

    def lancer(self, importation, tache):
        """Queue an import that was checked, or undone in the last 24 hours; False when it runs already or has run."""
        prets = self.modele.objects.filter(pk=importation.pk).a_lancer(timezone.now())
        if not prets.update(etat=EtatTravail.EN_FILE, message="", lignes_faites=0, bail_at=None, annule_at=None):
            return False
        sonner_apres_commit(tache, structure_id=importation.structure_id, import_id=importation.pk)
        return True

    def executer(self, structure_id, import_id, horloge=timezone.now, suivre=None):
        """Run one import, once; return whether this call did it. `suivre(done)` hears of each batch written."""
        bail = self._prendre(structure_id, import_id, horloge)
        if bail is None:
            return False
        avancement = Avancement(self, structure_id, import_id, bail, horloge)
        try:
            with contexte(structure_id, origine=self.origine(import_id)):
                self._tout_ecrire(self.modele.objects.get(pk=import_id), avancement, horloge, suivre)
        except (OperationalError, InterfaceError, BailPerdu):
            raise  # the database comes back, the lease ends, the sweeper rings again
        except Exception:
            logger.exception("Import %s", import_id)
            self._echouer(structure_id, import_id, avancement.bail)
            raise
        finally:
            avancement.fermer()
        return True

    def reprendre(self, tache, maintenant):
        """Ring again for the imports that nobody works on: queue emptied, worker killed.

        Forget the lines of those undone more than 24 hours ago: nothing brings them back any more.
        """
        with contexte(*Structure.objects.values_list("pk", flat=True), origine="reprise des imports"):
            oublies = self.modele.objects.a_reprendre(maintenant).filter(created_at__lt=maintenant - ATTENTE)
            for structure_id, import_id in oublies.values_list("structure_id", "pk"):
                sonner(tache, structure_id=structure_id, import_id=import_id)
            annules = self.modele.objects.filter(etat=EtatTravail.ANNULE, annule_at__lt=maintenant - DELAI)
            self.filiere.lignes.objects.filter(importation__in=annules).delete()

    def _prendre(self, structure_id, import_id, horloge):
        """Take the import; the end of the lease, or None when somebody else holds it or it is done."""
        maintenant = horloge()
        bail = maintenant + BAIL
        with contexte(structure_id, origine=self.origine(import_id)):
            libres = self.modele.objects.a_reprendre(maintenant).filter(pk=import_id)
            importation = libres.select_for_update(of=("self",)).first()
            if importation is None:
                return None
            perdus = importation.bilan.get("perdus", 0) + (importation.etat == EtatTravail.EN_COURS)
            etat = EtatTravail.EN_COURS if perdus < ESSAIS else EtatTravail.ECHEC
            bilan = {**importation.bilan, "perdus": perdus if etat == EtatTravail.EN_COURS else 0}
            message = "" if etat == EtatTravail.EN_COURS else ECHEC
            libres.update(etat=etat, bail_at=bail, lignes_faites=0, bilan=bilan, message=message)
            return bail if etat == EtatTravail.EN_COURS else None

    def _tout_ecrire(self, importation, avancement, horloge, suivre):
        """Write every line. Imports of one structure go one after the other: the second knows what the first made."""
        Structure.objects.select_for_update(no_key=True).get(pk=importation.structure_id)
        faites, crees, lots = 0, Counter(), self.ecrire(importation, horloge())
        while True:
            try:
                lot = next(lots)
            except StopIteration as fin:
                bilan = fin.value
                break
            lot.enregistrer()
            self._garder_la_trace(importation, lot)
            faites += len(lot.effets)
            for effet in lot.effets.values():
                crees.update({modele: len(pks) for modele, pks in effet["crees"].items()})
            avancement.noter(faites)
            if suivre:
                suivre(faites)
        avancement.attendre()
        self._finir(importation, avancement.bail, {**bilan, "crees": dict(crees)}, horloge())

    def _garder_la_trace(self, importation, lot):
        rangees = list(importation.lignes.filter(numero__in=lot.effets))
        for rangee in rangees:
            rangee.effets = lot.effets[rangee.numero]
            setattr(rangee, self.filiere.lignes.CONNU, lot.connus[rangee.numero])
        depot.reecrire(self.filiere, rangees, ["effets", self.filiere.lignes.CONNU])

    def _finir(self, importation, bail, bilan, maintenant):
        """End the row in the transaction of what it wrote: it ends with it or not at all."""
        tenu = self.modele.objects.filter(pk=importation.pk, etat=EtatTravail.EN_COURS, bail_at=bail)
        fini = tenu.update(
            etat=EtatTravail.TERMINE,
            bilan=bilan,
            lignes_faites=importation.lignes_total,
            bail_at=None,
            termine_at=maintenant,
        )
        if not fini:
            raise BailPerdu(f"Import {importation.pk}")
        if importation.demande_par is not None:
            adresse = reverse(f"{importation.espace}:import_annulation", args=[importation.pk])
            phrase = f"Import de «\u00a0{importation.nom_fichier}\u00a0»\u00a0: {raconter(bilan)}"
            noter(importation.demande_par, maintenant, phrase=phrase, adresse=adresse)

    def _echouer(self, structure_id, import_id, bail):
        with contexte(structure_id, origine=self.origine(import_id)):
            self.modele.objects.filter(pk=import_id, etat=EtatTravail.EN_COURS, bail_at=bail).update(
                etat=EtatTravail.ECHEC, message=ECHEC, bail_at=None, lignes_faites=0
            )


class Avancement:
    """Writes the progress and renews the lease in a thread, hence on a connection of its own: the page sees it while
    the transaction that writes the rest is still open.
    """

    def __init__(self, execution, structure_id, import_id, bail, horloge):
        self.execution, self.structure_id, self.import_id = execution, structure_id, import_id
        self.bail, self.horloge = bail, horloge
        self._fil = ThreadPoolExecutor(max_workers=1)
        self._dernier = None

    def noter(self, faites):
        if self._dernier is None or self._dernier.done():
            self._dernier = self._fil.submit(self._ecrire, faites)

    def _ecrire(self, faites):
        suivant = self.horloge() + BAIL
        with contexte(self.structure_id, origine=self.execution.origine(self.import_id)):
            tenu = self.execution.modele.objects.filter(
                pk=self.import_id, etat=EtatTravail.EN_COURS, bail_at=self.bail
            )
            if tenu.update(lignes_faites=faites, bail_at=suivant):
                self.bail = suivant

    def attendre(self):
        """Wait for the last note, so that the transaction of the rest can end the row."""
        if self._dernier is not None:
            self._dernier.result()

    def fermer(self):
        self._fil.submit(_fermer_la_connexion)
        self._fil.shutdown(wait=True)


def _fermer_la_connexion():
    connection.close()  # looked up here: each thread has its own
