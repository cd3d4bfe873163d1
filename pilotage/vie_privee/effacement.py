"""Erase somebody for good: the trace first, then the rows, the history and the files, all or nothing.

The function of the database does it (`fonction.py`); each trace is also a small file outside the database, so
that a backup restored later is cleaned before the service opens (`rejouer_effacements`).
"""

import json
import re
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import transaction

from beneficiaires.models import Beneficiaire, Effacement, FusionDossiers
from insertion.isolation.contexte import contexte, contexte_exige
from insertion.isolation.fonctions import effacer_personne, motif_a_effacer
from insertion.models import Brouillon, Geste, Structure
from parcours.models import Parcours

from ..fermetures.registre import FERMETURES
from .fonction import REMPLACANT


class EffacementImpossible(Exception):
    """This person may not be erased now; the message is French."""


def empechement(beneficiaire, le):
    """Why somebody may not be erased on the day `le` (French); an empty text when nothing prevents it."""
    gel = beneficiaire.gels.en_cours().first()
    if gel is not None:
        return f"Ce dossier doit être conservé depuis le {gel.prise_le:%d/%m/%Y} : {gel.motif}"
    if Parcours.objects.filter(beneficiaire=beneficiaire).en_cours(le).exists():
        return "L’accompagnement est en cours : terminez d’abord le parcours."
    return ""


def empechement_d_archiver(beneficiaire, le):
    """Why a file may not leave the active base: what prevents its erasure, and a request that nobody would see."""
    if beneficiaire.demandes_droit.a_repondre().exists():
        return "Une demande de la personne attend une réponse : répondez-y d’abord."
    return empechement(beneficiaire, le)


def effacer(beneficiaire, le, cause, par=None):
    """Erase `beneficiaire` on the day `le`, decided by `par` (a user; None: a task). Return the trace.

    Each file that was made one with theirs has its trace too: a backup made before holds it.
    """
    if raison := empechement(beneficiaire, le):
        raise EffacementImpossible(raison)
    structure_id = contexte_exige().structures[0]
    traces = [
        Effacement.objects.create(
            structure_id=structure_id, beneficiaire_id=numero, le=le, cause=cause, par_id=par and par.pk
        )
        for numero in FusionDossiers.objects.numeros_de(beneficiaire.pk)
    ]
    _effacer(structure_id, beneficiaire.pk)
    for trace in traces:
        transaction.on_commit(partial(_inscrire, trace))
    return traces[0]


def rejouer(lignes):
    """Erase again those of `lignes` ([{structure, personne, le, cause, par}]) that a restored backup brought back.

    Return how many were. One transaction each: a second run goes on from where the first was stopped.
    """
    structures = set(Structure.objects.values_list("pk", flat=True))
    return sum(_rejouer(ligne) for ligne in lignes if ligne["structure"] in structures)


def lignes_du_registre():
    """The traces kept outside the database, and those that it knows: a dump made after an erasure holds both."""
    registre = storages["effacements"]
    lignes = [json.loads(registre.open(nom).read()) for nom, _ in registre.tous() if not nom.startswith(FERMETURES)]
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="rejouer les effacements"):
        connues = [_ligne(trace) for trace in Effacement.objects.all()]
    return list({(ligne["structure"], ligne["personne"]): ligne for ligne in (*lignes, *connues)}.values())


def _rejouer(ligne):
    with contexte(ligne["structure"], origine="rejouer les effacements"):
        revenue = Beneficiaire.objects.filter(pk=ligne["personne"], efface_le=None)
        if not revenue.exists():
            return False
        Effacement.objects.get_or_create(
            structure_id=ligne["structure"],
            beneficiaire_id=ligne["personne"],
            defaults={"le": ligne["le"], "cause": ligne["cause"], "par_id": ligne["par"]},
        )
        for gel in revenue.get().gels.en_cours():
            gel.lever(gel.prise_le, "Effacement rejoué après une restauration")
        _effacer(ligne["structure"], ligne["personne"])
    return True


def _effacer(structure_id, pk):
    _balayer_les_brouillons(structure_id, pk)
    for fichier in effacer_personne(structure_id, pk):
        transaction.on_commit(partial(default_storage.delete, fichier))


def _balayer_les_brouillons(structure_id, pk):
    """Take the name out of what colleagues are typing about others, or may undo: encrypted, the database cannot."""
    with contexte(structure_id, origine="effacement"):
        motif = re.compile(motif_a_effacer(structure_id, pk), re.IGNORECASE)
        for brouillon in Brouillon.objects.all():
            champs = {
                nom: [motif.sub(REMPLACANT, texte) for texte in textes] for nom, textes in brouillon.champs.items()
            }
            if champs != brouillon.champs:
                brouillon.champs = champs
                brouillon.save(update_fields=["contenu"])
        Geste.objects.filter(
            pk__in=[geste.pk for geste in Geste.objects.all() if motif.search(geste.phrase)]
        ).delete()


def _ligne(trace):
    return {
        "structure": trace.structure_id,
        "personne": trace.beneficiaire_id,
        "le": str(trace.le),
        "cause": trace.cause,
        "par": trace.par_id,
    }


def _inscrire(trace):
    contenu = ContentFile(json.dumps(_ligne(trace)).encode())
    storages["effacements"].save(f"{trace.structure_id}-{trace.beneficiaire_id}.json", contenu)
