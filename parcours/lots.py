"""One document for each person of a list: the workers make them one by one, the last puts them together.

Nothing is queued for each document: a few chains of short turns go on as long as some remain. A turn makes one
document, for the structure that had its last turn longest ago (`Tour`), of the batch that did among its own: a
thousand files of one structure hold back those of another by one document. Each is taken with a lease and written to
disk before the next: what a worker holds in memory is one document, and a worker killed midway loses one.
"""

import logging
from datetime import timedelta
from functools import partial
from hashlib import file_digest

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.utils import timezone

from insertion import productions as travaux
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from insertion.models import Structure
from insertion.stockage import Injoignable
from insertion.travaux import sonner

from . import assemblage, productions
from .enums import GenreProduction
from .lots_genres import A_PRODUIRE
from .models import Lot, Production, Tour
from .models.productions import ESSAIS, chemin_production

logger = logging.getLogger(__name__)

#: How many chains of turns a batch starts: alone, as many workers at most work for it.
CHAINES = 2
#: A batch that no worker gave a sign of for this long is rung for again.
SILENCE = timedelta(minutes=1)
ENSEMBLE = 500  # rows written at once

RIEN = "Aucun document n’a pu être produit : la liste ci-dessous dit pourquoi, personne par personne."
ECHEC = "Les documents n’ont pas pu être réunis. Demandez-les de nouveau ; si cela recommence, signalez-le."


def demander(personnes, *, genre, forme, par, tache, courrier=None, selection="", non_visibles=0):
    """Create the batch of `par`, one `Production` for each of `personnes` (ids, in the order to print); ring for it.

    `courrier` is the `ModeleCourrier` of a letter. Somebody who lacks the document is set aside at once, with the
    reason. `selection` says in French how the list was narrowed, `non_visibles` how many of those asked for the
    reader may not see. Return the `Lot`.
    """
    a_produire = A_PRODUIRE[genre]
    lot = Lot.objects.create(
        genre=genre,
        intitule=courrier.titre if courrier else GenreProduction(genre).label,
        forme=forme,
        selection=selection,
        total=len(personnes),
        non_visibles=non_visibles,
        demande_par=par,
        role_demandeur=par.appartenance.role,
    )
    objets = dict.fromkeys(personnes, courrier.pk) if courrier else a_produire.objets(personnes)
    rangees = (_rangee(lot, rang, personne, a_produire, objets) for rang, personne in enumerate(personnes, start=1))
    Production.objects.bulk_create(rangees, batch_size=ENSEMBLE)
    _attendre(lot, tache)
    return lot


def avancer(tache):
    """One turn: make a document, or put a batch together, for the structure whose turn it is; then ring for the next.

    Return whether there was anything to do: a chain of turns ends when nobody waits. Two workers never make the same
    document, and one of them alone puts a batch together.
    """
    passees = set()
    while tour := Tour.objects.donner(sauf=passees):
        if _servir(tour):
            sonner(tache)
            return True
        passees.add(tour.pk)
    return False


def reunir(structure_id, lot_id):
    """Put the documents of a batch together, once; False when some are still being made or somebody does it."""
    lot = _prendre_le_lot(structure_id, lot_id)
    if lot is None:
        return False
    try:
        with contexte(structure_id, origine=f"lot {lot_id}"):
            pieces = list(Production.objects.du_lot(lot))
        if not any(piece.est_pret for piece in pieces):
            _echouer(lot, RIEN)
            return True
        with assemblage.assembler(lot, pieces) as fichier:
            _ranger(lot, fichier)
    except (DatabaseError, Injoignable):
        raise  # what does not answer comes back, the lease ends, the sweeper rings again
    except Exception:
        logger.exception("Lot %s", lot.pk)
        _echouer(lot, ECHEC)
    return True


def purger(le=None):
    """Delete what batches ended more than 48 hours ago hold, structure by structure; their rows stay, and letters."""
    le = le or timezone.now()
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="purge des lots"):
            for lot in Lot.objects.expires(le):
                passageres = Production.objects.filter(lot=lot)
                if lot.genre == GenreProduction.COURRIER:
                    passageres = passageres.exclude(etat=EtatTravail.TERMINE)
                noms = [lot.fichier.name, *passageres.values_list("fichier", flat=True)]
                passageres.delete()
                Lot.objects.filter(pk=lot.pk).update(fichier="", purge_at=le)
                transaction.on_commit(partial(_effacer, noms))


def reprendre(tache, le=None):
    """Ring again for the batches that no worker gives a sign of: queue emptied, workers killed."""
    le = le or timezone.now()
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="reprise des lots"):
        for lot in Lot.objects.delaisses(le, SILENCE).only("pk", "structure_id", "signe_at"):
            if Lot.objects.filter(pk=lot.pk, signe_at=lot.signe_at).update(signe_at=le):
                _attendre(lot, tache)


def _attendre(lot, tache):
    """Once the batch is committed, give its structure a place in the queue, and ring."""
    transaction.on_commit(partial(_sonner, lot.structure_id, tache))


def _sonner(structure_id, tache):
    Tour.objects.placer(structure_id)
    for _ in range(CHAINES):
        sonner(tache)


def _servir(tour):
    """Do one thing for the structure whose turn it is, its batch served longest ago first; False if there is none."""
    with contexte(tour.pk, origine="lots"):
        lots = list(Lot.objects.en_travail().order_by("signe_at").values_list("pk", flat=True))
    if not lots:
        tour.rendre()
    for lot_id in lots:
        if production := _prendre(tour.pk, lot_id):
            travaux.mener(production, productions.faire)
            return True
        if reunir(tour.pk, lot_id):
            return True
    return False


def _rangee(lot, rang, personne, a_produire, objets):
    """The row of one document; its file has a name from the start, so that none is ever without a row."""
    production = Production(
        structure_id=lot.structure_id,
        lot=lot,
        rang=rang,
        beneficiaire_id=personne,
        genre=lot.genre,
        intitule=lot.intitule if lot.genre == GenreProduction.COURRIER else "",
        demande_par_id=lot.demande_par_id,
        role_demandeur=lot.role_demandeur,
    )
    production.fichier.name = chemin_production(production, "")
    objet = objets.get(personne)
    if objet is None and a_produire.absence:
        production.etat, production.message = EtatTravail.ECHEC, a_produire.absence
    a_produire.pointer(production, objet)
    return production


def _prendre(structure_id, lot_id):
    """Take the next document of the batch; None when there is none left to take."""
    le = timezone.now()
    with contexte(structure_id, origine=f"lot {lot_id}"):
        if not Lot.objects.en_travail().filter(pk=lot_id).update(etat=EtatTravail.EN_COURS, signe_at=le):
            return None
        while production := Production.objects.a_prendre_du_lot(lot_id, le).first():
            if production.essais < ESSAIS:
                production.prendre(le)
                return production
            Production.objects.filter(pk=production.pk).update(
                etat=EtatTravail.ECHEC, message=production.ECHEC, bail_at=None
            )
    return None


def _prendre_le_lot(structure_id, lot_id):
    with contexte(structure_id, origine=f"lot {lot_id}"):
        lot = Lot.objects.select_related("demande_par", "structure").filter(pk=lot_id).first()
        return lot if lot and lot.prendre(timezone.now()) else None


def _ranger(lot, fichier):
    """Keep the file (open, on disk) and end the row together; a worker that lost its lease keeps nothing."""
    empreinte = file_digest(fichier, "sha256").hexdigest()
    fichier.seek(0)
    with contexte(lot.structure_id):
        if not Lot.objects.tenus(lot).select_for_update().exists():
            return
        default_storage.delete(lot.fichier.name)
        default_storage.save(lot.fichier.name, File(fichier))
        Lot.objects.tenus(lot).update(
            etat=EtatTravail.TERMINE, empreinte=empreinte, message="", bail_at=None, termine_at=timezone.now()
        )


def _effacer(noms):
    for nom in filter(None, noms):
        default_storage.delete(nom)


def _echouer(lot, message):
    with contexte(lot.structure_id):
        Lot.objects.tenus(lot).update(etat=EtatTravail.ECHEC, message=message, bail_at=None)
