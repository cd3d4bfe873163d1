"""What a training or a scheme asks of a person, one condition at a time, as a page says it (metier.md §1 row 48)."""

from dataclasses import dataclass
from enum import StrEnum, auto

from insertion.texte import minuscule

from .enums import FaitDemande


class Sorte(StrEnum):
    """Which fact of the person answers; `LIBRE` is for a human eye only."""

    AGE = auto()
    FRANCAIS = auto()
    FAIT = auto()
    UN_FAIT = auto()
    LIBRE = auto()


@dataclass(frozen=True)
class Condition:
    """One thing asked. `valeur`: (from, to) ages, a `NiveauFrancais`, one `FaitDemande` or several, or None."""

    sorte: Sorte
    phrase: str
    valeur: object = None


def conditions(fiche):
    """The conditions of `fiche` (a `FicheAvecConditions`), in the order of the form; empty when it asks nothing."""
    demandees = []
    if fiche.age_min or fiche.age_max:
        demandees.append(Condition(Sorte.AGE, _age(fiche), (fiche.age_min, fiche.age_max)))
    if fiche.francais:
        phrase = f"Niveau de français : {fiche.get_francais_display()}"
        demandees.append(Condition(Sorte.FRANCAIS, phrase, fiche.francais))
    demandees += [Condition(Sorte.FAIT, FaitDemande(fait).label, FaitDemande(fait)) for fait in fiche.faits_tous]
    if fiche.faits_un:
        faits = [FaitDemande(fait) for fait in fiche.faits_un]
        demandees.append(Condition(Sorte.UN_FAIT, _un_de(faits), tuple(faits)))
    lignes = (ligne.strip() for ligne in fiche.autres_conditions.splitlines())
    return demandees + [Condition(Sorte.LIBRE, ligne) for ligne in lignes if ligne]


def _age(fiche):
    if fiche.age_min and fiche.age_max:
        return f"Avoir de {fiche.age_min} à {fiche.age_max} ans"
    return f"Avoir au moins {fiche.age_min} ans" if fiche.age_min else f"Avoir {fiche.age_max} ans au plus"


def _un_de(faits):
    if len(faits) == 1:
        return faits[0].label
    return f"Au choix : {' ; '.join(minuscule(fait.label) for fait in faits)}"
