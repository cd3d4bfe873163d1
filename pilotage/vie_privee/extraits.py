"""The copy of somebody's file: asked for after a review, made by the worker, given for 48 hours to who asked."""

import json
import tempfile
import zipfile
from dataclasses import replace
from functools import partial
from hashlib import file_digest

from django.core.files import File
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_valid_filename

from insertion import pdf
from insertion import productions as travaux
from insertion.droits import Droit, peut
from insertion.isolation.contexte import contexte
from insertion.travaux import sonner_apres_commit

from ..models import ExtraitDossier
from .dossier import destinataires, documents, lectures, masquer, par_jour, rubriques
from .themes import par_theme


def demander(*, beneficiaire, par, tache, masques, demande=None, motif=""):
    """Create the row of a copy asked for by `par`, and ring for `tache` once it is committed; return it."""
    extrait = ExtraitDossier.objects.create(
        beneficiaire=beneficiaire,
        demande=demande,
        motif=motif,
        masques=masques,
        demande_par=par,
        role_demandeur=par.appartenance.role,
    )
    sonner_apres_commit(tache, structure_id=extrait.structure_id, extrait_id=extrait.pk)
    return extrait


def produire(structure_id, extrait_id):
    """Make one copy, once."""
    travaux.produire(ExtraitDossier, structure_id, extrait_id, _faire)


def reprendre(tache, le):
    """Ring again for the copies that nobody works on."""
    travaux.reprendre(ExtraitDossier, tache, "extrait_id", le)


def purger(le):
    """Delete the files of the copies made more than 48 hours ago; the rows stay."""
    travaux.purger(ExtraitDossier, le, "purge des copies")


def _faire(extrait):
    demandeur = travaux.demandeur(extrait, timezone.now())
    if not peut(demandeur, Droit.REPONDRE_DROITS):
        raise travaux.Impossible(extrait.DROITS_CHANGES)
    with contexte(extrait.structure_id, origine=f"copie {extrait.pk}"):
        contenu, pieces = contenu_de(extrait), _pieces(extrait)
    contenu["documents_joints"] = len(pieces)
    travaux.avancer(extrait, 50, "Mise en page")
    with tempfile.TemporaryFile() as fichier:
        with zipfile.ZipFile(fichier, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("LISEZ-MOI.txt", render_to_string("pilotage/extrait.txt", contenu))
            archive.writestr("dossier.pdf", pdf.rendre("pdf/extrait.html", contenu, titre="Copie de votre dossier"))
            archive.writestr("dossier.json", json.dumps(en_json(contenu), ensure_ascii=False, indent=1))
            for nom, chemin in pieces:
                archive.writestr(f"documents/{nom}", default_storage.open(chemin).read())
        fichier.seek(0)
        empreinte = file_digest(fichier, "sha256").hexdigest()
        fichier.seek(0)
        travaux.ranger(extrait, {"fichier": File(fichier)}, empreinte=empreinte)


def contenu_de(extrait):
    """All that the copy says, third parties masked: the PDF and the JSON are made of it."""
    personne, mots = extrait.beneficiaire, extrait.masques.get("mots", [])
    cacher = partial(masquer, mots=mots)
    sections = [
        {
            "modele": rubrique.modele,
            "titre": rubrique.titre,
            "pourquoi": rubrique.pourquoi,
            "lignes": [[replace(champ, valeur=cacher(champ.valeur)) for champ in ligne] for ligne in rubrique.lignes],
        }
        for rubrique in rubriques(personne)
        if rubrique.modele is not ExtraitDossier
    ]
    consultations = [(le, cacher(qui), quoi) for le, qui, quoi in lectures(personne)]
    return {
        "beneficiaire": personne,
        "structure": extrait.structure,
        "edite_at": timezone.now(),
        "sections": sections,
        "themes": list(par_theme(sections)),
        "destinataires": [(cacher(qui), quoi, le) for qui, quoi, le in destinataires(personne)],
        "lectures": consultations,
        "lectures_par_jour": par_jour(consultations),
        "masque": bool(mots),
        "documents_retires": len(extrait.masques.get("documents", [])),
    }


def en_json(contenu):
    """The same content, for a machine (art. 20)."""
    return {
        "structure": contenu["structure"].nom,
        "edite_le": contenu["edite_at"].isoformat(),
        "donnees": {
            section["titre"]: [{champ.libelle: champ.valeur for champ in ligne} for ligne in section["lignes"]]
            for section in contenu["sections"]
        },
        "destinataires": [
            {"destinataire": qui, "objet": quoi, "le": str(le)} for qui, quoi, le in contenu["destinataires"]
        ],
        "consultations": [{"le": le.isoformat(), "par": qui, "quoi": quoi} for le, qui, quoi in contenu["lectures"]],
    }


def _pieces(extrait):
    """[(name in the archive, path)] of the documents that the review kept, each name once."""
    retires = set(extrait.masques.get("documents", []))
    gardes = [document for document in documents(extrait.beneficiaire) if document.pk not in retires]
    nommes = [(f"{rang:02d}-{get_valid_filename(d.nom)}", d.fichier.name) for rang, d in enumerate(gardes, start=1)]
    return [(nom, chemin) for nom, chemin in nommes if default_storage.exists(chemin)]
