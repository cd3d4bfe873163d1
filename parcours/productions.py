"""Documents produced as PDF: asked for by a page, made by the worker, kept as they were on that day.

Each step is a short transaction of its own, so that the page sees the progress and a worker killed midway
leaves a row whose lease ends by itself.
"""

import logging
from datetime import timedelta
from functools import partial
from hashlib import sha256

from celery.exceptions import SoftTimeLimitExceeded
from django.core.exceptions import ObjectDoesNotExist
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion import pdf
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Lecture, Structure
from insertion.travaux import sonner, sonner_apres_commit

from .courriers_types import ChampVide
from .documents import DOCUMENTS
from .models import Production

logger = logging.getLogger(__name__)

#: A row that waits is left alone this long before the sweeper rings for it, and again between two rings.
ATTENTE = timedelta(minutes=1)
#: A document that kills its worker again and again is given up after this long.
ABANDON = timedelta(hours=1)

DROITS_CHANGES = "Vos droits ont changé depuis la demande. Demandez de nouveau le document."
DISPARU = "Ce que vous vouliez imprimer n’existe plus, ou vous n’y avez plus accès."
TROP_LONG = "Le document est trop long à mettre en page. Prévenez la personne qui gère Tremplin."
ECHEC = "Le document n’a pas pu être produit. Demandez-le de nouveau ; si cela recommence, signalez-le."


class Impossible(Exception):
    """The document cannot be made; the message is for whoever asked for it."""


def demander(beneficiaire, *, genre, par, tache, objet_id=None, entretien=None, avec_confidentiel=False, intitule=""):
    """Create the row of a document for `par`, and ring for `tache` once it is committed; return the `Production`.

    `beneficiaire` is whom it is about (None: nobody in particular), `objet_id` the row that it prints (a renewal, a
    séance…) as its `Document` understands it, `intitule` what it is called when its kind does not say enough.
    """
    production = Production.objects.create(
        beneficiaire=beneficiaire,
        entretien=entretien,
        objet_id=objet_id,
        genre=genre,
        intitule=intitule,
        avec_confidentiel=avec_confidentiel,
        demande_par=par,
        role_demandeur=par.appartenance.role,
    )
    sonner_apres_commit(tache, structure_id=production.structure_id, production_id=production.pk)
    return production


def produire(structure_id, production_id):
    """Make one document, once: a second worker, or a second ring, finds it taken or done and does nothing."""
    production = _prendre(structure_id, production_id)
    if production is not None:
        rediger(production)


def rediger(production):
    """Make the document that this worker has taken, and end its row, whatever happens to it."""
    try:
        document = DOCUMENTS[production.genre]
        contenu, titre = charger(production, document)
        if not production.lot_id:  # the page of a batch counts its documents
            _avancer(production, 40, "Mise en page")
        _ranger(production, pdf.rendre(document.gabarit, contenu, titre=titre))
    except DatabaseError:
        raise  # the database comes back, the lease ends, the sweeper rings again
    except Impossible as raison:
        _echouer(production, str(raison))
    except SoftTimeLimitExceeded:
        _echouer(production, TROP_LONG)
    except Exception:
        logger.exception("Production %s", production.pk)
        _echouer(production, ECHEC)


def reprendre(tache, le=None):
    """Ring again for what nobody works on: queue emptied, worker killed. Two rings make one document."""
    le = le or timezone.now()
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="reprise des documents"):
        oubliees = Production.objects.a_prendre(le).filter(lot=None, created_at__lt=le - ATTENTE)
        oubliees.filter(etat=EtatTravail.EN_COURS, created_at__lt=le - ABANDON).update(
            etat=EtatTravail.ECHEC, message=ECHEC, bail_at=None
        )
        for production in oubliees.only("pk", "structure_id", "etat", "bail_at"):
            if _reserver(production, le):
                sonner(tache, structure_id=production.structure_id, production_id=production.pk)


def _reserver(production, le):
    """For a waiting row, `bail_at` says until when its last ring counts; a lost one is simply rung for."""
    if production.etat != EtatTravail.EN_FILE:
        return True
    if production.bail_at and production.bail_at > le:
        return False
    meme = Production.objects.filter(pk=production.pk, etat=EtatTravail.EN_FILE, bail_at=production.bail_at)
    return bool(meme.update(bail_at=le + ATTENTE))


def _prendre(structure_id, production_id):
    with contexte(structure_id, origine="production de document"):
        production = Production.objects.select_related("demande_par", "structure").filter(pk=production_id).first()
        return production if production and production.prendre(timezone.now()) else None


def charger(production, document):
    """Read, under the role of whoever asked, all that the document holds; return its context and its title."""
    demandeur, le = production.demande_par, timezone.now()
    demandeur.appartenance = (
        Appartenance.objects.actives(timezone.localdate(le))
        .filter(utilisateur=demandeur, structure_id=production.structure_id, role=production.role_demandeur)
        .first()
    )
    if demandeur.appartenance is None:
        raise Impossible(DROITS_CHANGES)
    lecture = partial(contexte, production.structure_id, utilisateur_id=demandeur.pk, role=production.role_demandeur)
    try:
        with lecture(origine=f"production {production.pk}"):
            beneficiaire = _personne(production, demandeur, timezone.localdate(le))
            if production.lot_id:
                _consigner(production)
            contenu = document.contenu(production, beneficiaire, timezone.localdate(le))
    except ObjectDoesNotExist as absent:
        raise Impossible(DISPARU) from absent
    except ChampVide as manque:
        raise Impossible(str(manque)) from manque
    contenu.update(structure=production.structure, demandeur=demandeur, edite_at=le, production=production)
    return contenu, document.titre(contenu, beneficiaire)


def _personne(production, demandeur, le):
    if production.beneficiaire_id is None:
        return None
    return Beneficiaire.objects.visibles_par(demandeur).pour_fiche(le).get(pk=production.beneficiaire_id)


def _consigner(production):
    """A document of a batch is read here, not on a page: the journal says so in the transaction that reads."""
    Lecture.objects.create(
        utilisateur_id=production.demande_par_id,
        beneficiaire_id=production.beneficiaire_id,
        quoi=f"lot de documents : {production.libelle.lower()}"[:60],
        chemin=f"lot {production.lot_id}",
    )


def _avancer(production, progression, message):
    with contexte(production.structure_id):
        Production.objects.tenues(production).update(progression=progression, message=message)


def _ranger(production, contenu):
    """Write the file and the end of the row together; a worker that lost its lease writes nothing."""
    with contexte(production.structure_id):
        if not Production.objects.tenues(production).select_for_update().exists():
            return
        default_storage.delete(production.fichier.name)
        default_storage.save(production.fichier.name, ContentFile(contenu))
        Production.objects.tenues(production).update(
            etat=EtatTravail.TERMINE,
            progression=100,
            message="",
            empreinte=sha256(contenu).hexdigest(),
            bail_at=None,
            termine_at=timezone.now(),
        )


def _echouer(production, message):
    with contexte(production.structure_id):
        Production.objects.tenues(production).update(etat=EtatTravail.ECHEC, message=message, bail_at=None)
