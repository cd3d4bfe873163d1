"""What the printed « Diagnostic partagé » holds: both voices, where they differ, strengths, freins by priority.

Health, handicap, addiction and justice stay out of a sheet that may be shared (metier.md §4.10), unless they were
asked for; the pages then say « Confidentiel ». Read under the role of whoever asked, as `contenus.py` does.
"""

from dataclasses import dataclass

from insertion.texte import en_mots

from .enums import Priorite
from .evolution import avec_reponses, marquer_confirmees, mesurer
from .models import Confirmation, Diagnostic, Evaluation
from .radar import radar

SANS_PRIORITE = "Sans priorité indiquée"


@dataclass(frozen=True)
class Rang:
    """The freins of one priority, in the order of the domains."""

    libelle: str
    freins: tuple[Evaluation, ...]


def contenu(beneficiaire, diagnostic_id, avec_sensibles=False):
    """Return the context of `pdf/diagnostic.html`; raise `Diagnostic.DoesNotExist` when it may not be read.

    The radar compares with the first diagnostic of the same parcours and grid, never with what came after.
    """
    diagnostic = Diagnostic.objects.pour_fiche().get(pk=diagnostic_id, parcours__beneficiaire=beneficiaire)
    toutes = list(Evaluation.objects.d_une_personne(beneficiaire))
    imprimees = [e for e in toutes if avec_sensibles or not e.est_sensible]
    siennes = [e for e in imprimees if e.diagnostic_id == diagnostic.pk]
    marquer_confirmees(siennes, Confirmation.objects.d_une_personne(beneficiaire))
    (lu,) = avec_reponses([diagnostic], siennes)
    evolution = mesurer(_jusqu_a(diagnostic, imprimees), diagnostic.parcours, diagnostic.grille)
    tues = any(e.est_sensible and e.diagnostic_id == diagnostic.pk and not e.est_vide for e in toutes)
    return {
        "beneficiaire": beneficiaire,
        "diagnostic": diagnostic,
        "reponses": lu.reponses,
        "non_abordes": lu.non_abordes,
        "differences": [e for e in lu.reponses if e.difference],
        "freins": par_priorite(lu.reponses),
        "evolution": evolution,
        "radar": radar(evolution),
        "tus": tues and not avec_sensibles,
    }


def titre(contenu, beneficiaire):
    """What a reader of PDF announces."""
    return f"Diagnostic partagé du {en_mots(contenu['diagnostic'].date)}, {beneficiaire}"


def par_priorite(evaluations):
    """Return the freins among `evaluations`, first those to work on first, then those that nobody ranked."""
    freins = [evaluation for evaluation in evaluations if evaluation.est_frein]
    rangs = [
        Rang(libelle, tuple(frein for frein in freins if frein.priorite == priorite))
        for priorite, libelle in [*Priorite.choices, ("", SANS_PRIORITE)]
    ]
    return [rang for rang in rangs if rang.freins]


def _jusqu_a(diagnostic, evaluations):
    limite = (diagnostic.date, diagnostic.pk)
    return [e for e in evaluations if (e.diagnostic.date, e.diagnostic_id) <= limite]
