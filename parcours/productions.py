"""Documents about people produced as PDF by the worker (`insertion.productions` says how)."""

from functools import partial
from hashlib import sha256

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion import pdf
from insertion import productions as travaux
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from insertion.travaux import sonner_apres_commit

from .courriers_types import ChampVide
from .documents import DOCUMENTS
from .models import Production

DISPARU = "Ce que vous vouliez imprimer n’existe plus, ou vous n’y avez plus accès."


def demander(beneficiaire, *, par, tache, **document):
    """Create the row of a document for `par`, and ring for `tache` once it is committed; return the `Production`.

    `beneficiaire` is whom it is about (None: nobody in particular). `document` are fields of the row: its `genre`,
    the `objet_id` that it prints (a renewal, a séance…) as its `Document` understands it, its `langue`, an
    `entretien`, an `intitule` when its kind does not say enough.
    """
    production = Production.objects.create(
        beneficiaire=beneficiaire, demande_par=par, role_demandeur=par.appartenance.role, **document
    )
    sonner_apres_commit(tache, structure_id=production.structure_id, production_id=production.pk)
    return production


def produire(structure_id, production_id):
    """Make one document, once."""
    travaux.produire(Production, structure_id, production_id, faire)


def faire(production):
    """Make the document that this worker has taken, and keep it."""
    document = DOCUMENTS[production.genre]
    contenu, titre = charger(production, document)
    if not production.lot_id:  # the page of a batch counts its documents
        travaux.avancer(production, 40, "Mise en page")
    _ranger(production, pdf.rendre(document.gabarit, contenu, titre=titre))


def reprendre(tache, le=None):
    """Ring again for the documents that nobody works on; those of a batch are the matter of `lots.py`."""
    travaux.reprendre(Production, tache, "production_id", le or timezone.now(), lot=None)


def charger(production, document):
    """Read, under the role of whoever asked, all that the document holds; return its context and its title."""
    le = timezone.now()
    demandeur = travaux.demandeur(production, le)
    lecture = partial(contexte, production.structure_id, utilisateur_id=demandeur.pk, role=production.role_demandeur)
    try:
        with lecture(origine=f"production {production.pk}"):
            beneficiaire = _personne(production, demandeur, timezone.localdate(le))
            if production.lot_id:
                _consigner(production)
            contenu = document.contenu(production, beneficiaire, timezone.localdate(le))
    except ObjectDoesNotExist as absent:
        raise travaux.Impossible(DISPARU) from absent
    except ChampVide as manque:
        raise travaux.Impossible(str(manque)) from manque
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


def _ranger(production, contenu):
    travaux.ranger(production, {"fichier": contenu}, empreinte=sha256(contenu).hexdigest())
