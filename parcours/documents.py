"""Every kind of document that Tremplin prints: its template, what it holds, its title. One line per kind."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from insertion.langues import Langue

from . import (
    contenus,
    courriers,
    courriers_types,
    diagnostic_imprime,
    emargement,
    fiche_evenement,
    immersions,
    remise,
    renouvellements,
)
from .enums import GenreProduction


@dataclass(frozen=True)
class Document:
    """How one kind of document is made.

    `contenu(production, beneficiaire, le)` returns the context of `gabarit`, read under the role of whoever asked,
    and raises `ObjectDoesNotExist` for what that role may not read. `titre(contenu, beneficiaire)` is what a reader
    of PDF announces. `beneficiaire` is None for a document about nobody in particular (an attendance sheet).
    """

    gabarit: str
    contenu: Callable
    titre: Callable


def _titre_compte_rendu(contenu, beneficiaire):
    jour = timezone.localdate(contenu["entretien"].date)
    return f"Compte rendu d’entretien du {jour:%d/%m/%Y}, {beneficiaire}"


DOCUMENTS = {
    GenreProduction.COMPTE_RENDU: Document(
        "pdf/compte_rendu.html",
        lambda production, beneficiaire, le: contenus.compte_rendu(beneficiaire, production.entretien_id),
        _titre_compte_rendu,
    ),
    GenreProduction.DOSSIER: Document(
        "pdf/dossier.html",
        lambda production, beneficiaire, le: contenus.dossier(beneficiaire, le, production.avec_confidentiel),
        lambda contenu, beneficiaire: f"Dossier de suivi, {beneficiaire}",
    ),
    GenreProduction.DEMANDE_AIDE: Document(
        "pdf/demande_aide.html",
        courriers.demande_aide,
        lambda contenu, beneficiaire: f"Demande d’aide financière, {beneficiaire}",
    ),
    GenreProduction.ATTESTATION: Document(
        "pdf/attestation.html",
        courriers.attestation,
        lambda contenu, beneficiaire: f"Attestation de compétences, {beneficiaire}",
    ),
    GenreProduction.PLAN: Document(
        "pdf/plan.html",
        lambda production, beneficiaire, le: remise.contenu(
            beneficiaire, production.objet_id, Langue(production.langue)
        ),
        lambda contenu, beneficiaire: f"Plan d’action, {beneficiaire}",
    ),
    GenreProduction.DIAGNOSTIC: Document(
        "pdf/diagnostic.html",
        lambda production, beneficiaire, le: diagnostic_imprime.contenu(
            beneficiaire, production.objet_id, production.avec_confidentiel
        ),
        diagnostic_imprime.titre,
    ),
    GenreProduction.RENOUVELLEMENT: Document(
        "pdf/renouvellement.html",
        lambda production, beneficiaire, le: renouvellements.contenu(beneficiaire, production.objet_id, le),
        lambda contenu, beneficiaire: f"Dossier de renouvellement, {beneficiaire}",
    ),
    GenreProduction.CONVENTION_IMMERSION: Document(
        "pdf/convention_immersion.html",
        lambda production, beneficiaire, le: immersions.contenu(beneficiaire, production.objet_id),
        lambda contenu, beneficiaire: f"Convention d’immersion, {beneficiaire}",
    ),
    GenreProduction.COURRIER: Document(
        "pdf/courrier.html",
        courriers_types.contenu,
        courriers_types.titre,
    ),
    GenreProduction.EMARGEMENT: Document(
        "pdf/emargement.html",
        lambda production, beneficiaire, le: emargement.feuille(production.objet_id),
        emargement.titre,
    ),
    GenreProduction.EVENEMENT: Document(
        "pdf/evenement.html",
        lambda production, beneficiaire, le: fiche_evenement.fiche(production.objet_id),
        fiche_evenement.titre,
    ),
}
