"""What the agreement of a report aims at: one definition, that of its page and of the dashboard."""

from django.utils.text import capfirst

from ..conventions import avancements, etendue
from ..conventions import perimetre as _de_la_convention
from ..indicateurs import INDICATEURS, Donnees
from ..indicateurs.chiffres import Ligne
from .blocs import BLOCS, CIBLES
from .etendue import compte_jusqu_au, perimetre
from .tables import ligne_de, table_de_rappel


def cibles_du_bilan(bilan, jour):
    """{(indicator, line): target} to read the tables by: those of an agreement over its own perimeter only."""
    convention = bilan.convention
    if convention is None or perimetre(bilan, jour) != _perimetre_des_cibles(bilan, jour):
        return {}
    return {(cible.indicateur, cible.ligne): cible.valeur for cible in convention.cibles.all()}


def _perimetre_des_cibles(bilan, jour):
    """The `Perimetre` that the agreement of `bilan` is judged over at the end of the report; None before it began."""
    couverts = [couvert.dispositif_id for couvert in bilan.convention.couverts.all()]
    return _de_la_convention(bilan.convention, couverts, _jour_des_cibles(bilan, jour))


def _jour_des_cibles(bilan, jour):
    """The day that targets are judged on: the last one counted, or after the agreement once all of it was."""
    return jour if bilan.au >= bilan.convention.fin else compte_jusqu_au(bilan, jour)


def face_aux_cibles(bilan, jour, lectures):
    """The table of what the agreement of `bilan` aims at: figures and states of its page and of the dashboard, on the
    last day that the report counts; None without a target that can be counted.

    Whatever the report is narrowed to, a target is that of the agreement: its dispositifs, from its first day.
    `lectures` (`Lectures`) reads its tables with those of the report.
    """
    zone = _perimetre_des_cibles(bilan, jour) if bilan.convention else None
    if zone is None:
        return None
    suivis = avancements(bilan.convention, _jour_des_cibles(bilan, jour), Donnees(zone, lectures))
    lignes = [_ligne_visee(suivi) for suivi in suivis if suivi.chiffre]
    if not lignes:
        return None
    return table_de_rappel(BLOCS[CIBLES]) | {
        "definition": "Comptés comme sur la page de la convention et sur le tableau de bord : "
        f"{etendue(bilan.convention, zone)}.",
        "lignes": lignes,
    }


def _ligne_visee(suivi):
    cible, chiffre = suivi.cible, suivi.chiffre
    ligne = Ligne(cible.ligne, suivi.libelle, chiffre)
    attendu = "au plus à cette date" if suivi.plafond else "attendu à cette date"
    etat = f"{suivi.etat} ({attendu} : {suivi.attendu})" if suivi.attendu else str(suivi.etat)
    return ligne_de(INDICATEURS[cible.indicateur], ligne, cible.valeur) | {
        "cible_en_mots": f"{suivi.vise} au plus" if suivi.plafond else suivi.vise,
        "etat": capfirst(etat),
        "de_la_convention": True,
    }
