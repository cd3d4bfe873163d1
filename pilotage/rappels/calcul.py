"""From facts to rows: what is due is one pure question, what is written follows from the answer."""

from itertools import chain

from django.db.models import Q
from django.db.models.functions import Now

from insertion.isolation.contexte import contexte
from insertion.models import Structure

from ..enums import MotifRappel
from ..models import Rappel
from .approbations import (
    aides_a_valider,
    aides_repondues,
    contrats_a_etablir,
    plans_a_valider,
    plans_repondus,
    renouvellements_a_valider,
)
from .bilans import bilans, dossiers
from .dus import equipe_du_jour
from .echeances import contrats, documents, droits, justificatifs, pass_iae, suspensions
from .entreprises import entreprises, immersions
from .equipe import passations, relances
from .rendez_vous import empechements, rendez_vous
from .sorties import nouvelles, questionnaires_fse, sorties
from .suivi import actions, diagnostics, entretiens
from .vie_privee import conservations, demandes

#: Each answers `RappelDu`s from (`Equipe`, day), in a constant number of queries.
FAITS = (
    passations,
    relances,
    rendez_vous,
    empechements,
    entretiens,
    actions,
    diagnostics,
    contrats,
    pass_iae,
    suspensions,
    droits,
    documents,
    justificatifs,
    sorties,
    questionnaires_fse,
    nouvelles,
    immersions,
    entreprises,
    bilans,
    dossiers,
    renouvellements_a_valider,
    contrats_a_etablir,
    plans_a_valider,
    plans_repondus,
    aides_a_valider,
    aides_repondues,
    conservations,
    demandes,
)


#: What the law gives a date to is asked whatever happens.
LEGAUX = {MotifRappel.DEMANDE_DROIT}


def rappels_dus(structure, le):
    """Return every `RappelDu` of `structure` on the day `le`, in a constant number of queries.

    Nothing is asked about somebody who is muted for now (`Equipe.muettes`): what was is withdrawn, and comes back.
    """
    equipe = equipe_du_jour(structure, le)
    dus = chain.from_iterable(faits(equipe, le) for faits in FAITS)
    return [du for du in dus if du.beneficiaire_id not in equipe.muettes or du.motif in LEGAUX]


def recalculer(structure_id, le):
    """Write what `rappels_dus` answers: new rows once, vanished facts withdrawn, facts that are back re-armed.

    Twice the same computation, or two workers at once (the second waits for the first), change nothing.
    """
    with contexte(structure_id, origine="rappels"):
        structure = Structure.objects.select_for_update(no_key=True).get(pk=structure_id)
        Rappel.objects.a_reveiller(le).update(reporte_au=None, lu_at=None)
        dus = {rappel.cle: rappel for rappel in rappels_dus(structure, le)}
        objets = {rappel.objet_id for rappel in dus.values()}
        connus = Rappel.objects.filter(Q(retire_at__isnull=True) | Q(objet_id__in=objets))
        connus = {rappel.cle: rappel for rappel in connus}
        _retirer([rappel for cle, rappel in connus.items() if cle not in dus and rappel.retire_at is None])
        _rearmer([rappel for cle, rappel in connus.items() if cle in dus and rappel.retire_at is not None])
        _actualiser([(rappel, dus[cle]) for cle, rappel in connus.items() if cle in dus])
        _ajouter(structure, [rappel for cle, rappel in dus.items() if cle not in connus])


def _retirer(rappels):
    if rappels:
        Rappel.objects.filter(pk__in=[rappel.pk for rappel in rappels]).update(retire_at=Now())


def _rearmer(rappels):
    """A fact that was gone and is back asks again, even where somebody had said « fait »."""
    if rappels:
        a_reprendre = Rappel.objects.filter(pk__in=[rappel.pk for rappel in rappels])
        a_reprendre.update(retire_at=None, fait_at=None, lu_at=None)


def _actualiser(paires):
    """The hour of an appointment or a rhythm may change while the reminder stays the same one."""
    changes = []
    for rappel, du in paires:
        if (rappel.texte, rappel.url, rappel.terme) != (du.texte, du.url, du.terme):
            rappel.texte, rappel.url, rappel.terme = du.texte, du.url, du.terme
            changes.append(rappel)
    if changes:
        Rappel.objects.bulk_update(changes, ["texte", "url", "terme"])


def _ajouter(structure, rappels):
    lignes = [Rappel(structure=structure, **vars(rappel)) for rappel in rappels]
    Rappel.objects.bulk_create(lignes, ignore_conflicts=True)
