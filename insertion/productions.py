"""Files made by the worker, once each: asked for by a page, kept as they were on that day.

Each step is a short transaction of its own, so that the page sees the progress and a worker killed midway leaves a
row (`insertion.models.Travail`) whose lease ends by itself.
"""

import logging
from datetime import timedelta
from functools import partial

from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.utils import timezone

from .enums import EtatTravail
from .isolation.contexte import contexte
from .models import Appartenance, Structure
from .stockage import Injoignable, PlusDePlace
from .travaux import sonner

logger = logging.getLogger(__name__)

#: A row that waits is left alone this long before the sweeper rings for it, and again between two rings.
ATTENTE = timedelta(minutes=1)


class Impossible(Exception):
    """The document cannot be made; the message is for whoever asked for it."""


def produire(modele, structure_id, pk, faire):
    """Make the row `pk` of `modele` (a `Travail`), once: `faire(row)` does the work and ends with `ranger`.

    A second worker, or a second ring, finds it taken or done and does nothing. What goes wrong is written in the row.
    """
    travail = _prendre(modele, structure_id, pk)
    if travail is not None:
        mener(travail, faire)


def purger(modele, le, origine):
    """Delete the files of the rows of `modele` that may be kept no longer at the instant `le`; the rows stay."""
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine=origine):
            for travail in modele.objects.expires(le):
                modele.objects.filter(pk=travail.pk).update(fichier="", purge_at=le)
                transaction.on_commit(partial(default_storage.delete, travail.fichier.name))


def mener(travail, faire):
    """Do the work of a row that this worker has taken, and end it, whatever happens."""
    try:
        faire(travail)
    except (DatabaseError, Injoignable):
        raise  # what does not answer comes back, the lease ends, the sweeper rings again
    except (Impossible, PlusDePlace) as raison:
        _echouer(travail, str(raison))
    except SoftTimeLimitExceeded:
        _echouer(travail, travail.TROP_LONG)
    except Exception:
        logger.exception("%s %s", type(travail).__name__, travail.pk)
        _echouer(travail, travail.ECHEC)


def reprendre(modele, tache, parametre, le, **lesquels):
    """Ring again, at the instant `le`, for what nobody works on: queue emptied, worker killed.

    `parametre` is what `tache` calls the id of the row, `lesquels` narrows the rows. Two rings make one document.
    """
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="reprise des documents"):
        oublies = modele.objects.a_prendre(le).filter(created_at__lt=le - ATTENTE, **lesquels)
        if modele.ABANDON:
            oublies.filter(etat=EtatTravail.EN_COURS, created_at__lt=le - modele.ABANDON).update(
                etat=EtatTravail.ECHEC, message=modele.ECHEC, bail_at=None
            )
        for travail in oublies.only("pk", "structure_id", "etat", "bail_at"):
            if _reserver(travail, le):
                sonner(tache, structure_id=travail.structure_id, **{parametre: travail.pk})


def _reserver(travail, le):
    """For a waiting row, `bail_at` says until when its last ring counts; a lost one is simply rung for."""
    if travail.etat != EtatTravail.EN_FILE:
        return True
    if travail.bail_at and travail.bail_at > le:
        return False
    memes = type(travail).objects.filter(pk=travail.pk, etat=EtatTravail.EN_FILE, bail_at=travail.bail_at)
    return bool(memes.update(bail_at=le + ATTENTE))


def _prendre(modele, structure_id, pk):
    with contexte(structure_id, origine="production de document"):
        travail = modele.objects.select_related("demande_par", "structure").filter(pk=pk).first()
        return travail if travail and travail.prendre(timezone.now()) else None


def demandeur(travail, le):
    """Who asked for `travail`, with the membership of that day; raises `Impossible` when they have it no more."""
    utilisateur = travail.demande_par
    utilisateur.appartenance = (
        Appartenance.objects.actives(timezone.localdate(le))
        .filter(utilisateur=utilisateur, structure_id=travail.structure_id, role=travail.role_demandeur)
        .first()
    )
    if utilisateur.appartenance is None:
        raise Impossible(travail.DROITS_CHANGES)
    return utilisateur


def avancer(travail, progression, message):
    """Say how far the work is, in percent and in French."""
    with contexte(travail.structure_id):
        type(travail).objects.tenus(travail).update(progression=progression, message=message)


def ranger(travail, fichiers, **fin):
    """Write `fichiers` ({field: bytes or `File`}) and the end of the row (`fin`: its other fields) together.

    A worker that lost its lease writes nothing.
    """
    with contexte(travail.structure_id):
        tenus = type(travail).objects.tenus(travail)
        if not tenus.select_for_update().exists():
            return
        for nom, contenu in fichiers.items():
            chemin = getattr(travail, nom).name
            default_storage.delete(chemin)
            default_storage.save(chemin, ContentFile(contenu) if isinstance(contenu, bytes) else contenu)
        tenus.update(
            etat=EtatTravail.TERMINE, progression=100, message="", bail_at=None, termine_at=timezone.now(), **fin
        )


def _echouer(travail, message):
    with contexte(travail.structure_id):
        type(travail).objects.tenus(travail).update(etat=EtatTravail.ECHEC, message=message, bail_at=None)
