"""An export from the request to its end: asked for by a page, made by the worker, gone after 48 hours.

Each step is a short transaction of its own, as for a document (parcours/productions.py): the page sees the progress,
and a worker killed midway leaves a row whose lease ends by itself.
"""

import logging
import tempfile
from datetime import timedelta
from functools import partial
from hashlib import file_digest

from celery.exceptions import SoftTimeLimitExceeded
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.http import QueryDict
from django.utils import timezone

from insertion import tableur
from insertion.droits import Droit, peut
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Structure
from insertion.travaux import sonner, sonner_apres_commit

from ..models import Export
from ..models.exports import COMPLET
from . import complet
from .listes import LISTES, Demande

logger = logging.getLogger(__name__)

#: A row that waits is left alone this long before the sweeper rings for it.
ATTENTE = timedelta(minutes=1)
#: An export that ended so many workers is given up.
ESSAIS = 3
#: Rows read at once, and written between two marks of progress.
PAQUET = 500

DROITS_CHANGES = "Vos droits ont changé depuis la demande : rien n’a été exporté."
TROP_LONG = "L’export est trop long à préparer. Prévenez la personne qui gère Tremplin."
ECHEC = "L’export n’a pas pu être préparé. Demandez-le de nouveau ; si cela recommence, signalez-le."


class Impossible(Exception):
    """The export cannot be made; the message is for whoever asked for it."""


def demander(*, genre, intitule, par, tache, parametres=None, filtres=""):
    """Create the row of an export of `par`, and ring for `tache` once it is committed; return the `Export`.

    `genre` is a list of `LISTES` or `COMPLET`, `parametres` a dict of what its address narrows it by, `filtres` the
    same in French.
    """
    export = Export.objects.create(
        genre=genre,
        intitule=intitule,
        filtres=filtres,
        parametres=parametres or {},
        demande_par=par,
        role_demandeur=par.appartenance.role,
    )
    sonner_apres_commit(tache, structure_id=export.structure_id, export_id=export.pk)
    return export


def produire(structure_id, export_id):
    """Make one export, once: a second worker, or a second ring, finds it taken or done and does nothing."""
    export = _prendre(structure_id, export_id)
    if export is None:
        return
    try:
        if export.essais >= ESSAIS:
            raise Impossible(ECHEC)
        demandeur = _demandeur(export)
        with tempfile.TemporaryFile() as fichier:
            ecrire = complet.ecrire if export.est_complet else _ecrire_liste
            lignes = ecrire(fichier, export, demandeur, partial(_avancer, export))
            fichier.seek(0)
            _ranger(export, fichier, lignes)
    except DatabaseError:
        raise  # the database comes back, the lease ends, the sweeper rings again
    except Impossible as raison:
        _echouer(export, str(raison))
    except SoftTimeLimitExceeded:
        _echouer(export, TROP_LONG)
    except Exception:
        logger.exception("Export %s", export.pk)
        _echouer(export, ECHEC)


def reprendre(tache, le=None):
    """Ring again for what nobody works on: queue emptied, worker killed. Two rings make one export."""
    le = le or timezone.now()
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="reprise des exports"):
        for export in Export.objects.a_prendre(le).filter(created_at__lt=le - ATTENTE).only("pk", "structure_id"):
            sonner(tache, structure_id=export.structure_id, export_id=export.pk)


def purger(le=None):
    """Delete the files of the exports ended more than 48 hours ago, structure by structure; the rows stay."""
    le = le or timezone.now()
    for structure_id in Structure.objects.values_list("pk", flat=True):
        with contexte(structure_id, origine="purge des exports"):
            for export in Export.objects.expires(le):
                Export.objects.filter(pk=export.pk).update(fichier="", purge_at=le)
                transaction.on_commit(partial(default_storage.delete, export.fichier.name))


def _prendre(structure_id, export_id):
    le = timezone.now()
    with contexte(structure_id, origine="export"):
        export = Export.objects.select_related("demande_par", "structure").filter(pk=export_id).first()
        return export if export and export.prendre(le) else None


def _demandeur(export):
    """Who asked, with the membership of the day; raise `Impossible` when they may not export any more."""
    demandeur = export.demande_par
    demandeur.appartenance = (
        Appartenance.objects.actives()
        .select_related("structure")
        .filter(utilisateur=demandeur, structure_id=export.structure_id, role=export.role_demandeur)
        .first()
    )
    droit = Droit.EXPORTER_TOUT if export.genre == COMPLET else Droit.EXPORTER
    if not peut(demandeur, droit) or not export.est_complet and not LISTES[export.genre].ouverte_a(demandeur):
        raise Impossible(DROITS_CHANGES)
    return demandeur


def _ecrire_liste(fichier, export, demandeur, avancer):
    """Write a list as a spreadsheet, read under the role of whoever asked; return its number of rows."""
    liste = LISTES[export.genre]
    parametres = QueryDict(mutable=True)
    parametres.update(export.parametres)
    demande = Demande(demandeur, parametres, timezone.localdate())
    avancer(10, "Lecture des données")
    with contexte(
        export.structure_id, utilisateur_id=demandeur.pk, role=export.role_demandeur, origine=f"export {export.pk}"
    ):
        lignes = [liste.cellules(rangee) for rangee in liste.rangees(demande).iterator(chunk_size=PAQUET)]
    avancer(60, "Mise en forme")
    tableur.ecrire_en_flux(fichier, liste.titre, [colonne.titre for colonne in liste.colonnes], lignes)
    return len(lignes)


def _avancer(export, progression, message):
    with contexte(export.structure_id):
        Export.objects.tenus(export).update(progression=progression, message=message)


def _ranger(export, fichier, lignes):
    """Keep the file and end the row together; a worker that lost its lease keeps nothing."""
    empreinte = file_digest(fichier, "sha256").hexdigest()
    fichier.seek(0)
    with contexte(export.structure_id):
        if not Export.objects.tenus(export).select_for_update().exists():
            return
        default_storage.delete(export.fichier.name)
        default_storage.save(export.fichier.name, File(fichier))
        Export.objects.tenus(export).update(
            etat=EtatTravail.TERMINE,
            progression=100,
            message="",
            lignes=lignes,
            empreinte=empreinte,
            bail_at=None,
            termine_at=timezone.now(),
        )


def _echouer(export, message):
    with contexte(export.structure_id):
        Export.objects.tenus(export).update(etat=EtatTravail.ECHEC, message=message, bail_at=None)
