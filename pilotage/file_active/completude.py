"""How complete the files of a page are, for what the funders of today ask: a constant number of queries."""

from dataclasses import dataclass

from ..completude import completude
from ..exigences import CHAMPS, champs_exiges
from ..indicateurs import Perimetre
from ..models import Convention


@dataclass(frozen=True)
class Remplissage:
    """What one file has of what is asked of it; `manques` are the labels of the rest."""

    personne: int
    demandes: int
    manques: tuple

    @property
    def pourcentage(self):
        """Whole percent, rounded down: 100 means that nothing is missing."""
        return 100 * (self.demandes - len(self.manques)) // self.demandes


def remplissages(structure, personnes, le):
    """Return {person: `Remplissage`} of `personnes` (ids) for the year so far; nobody of whom nothing is asked."""
    zone = Perimetre(structure, le.replace(month=1, day=1), le, personnes=frozenset(personnes))
    if not personnes:
        return {}
    resultat = completude(zone, _champs(structure, le))
    trouves = {}
    for pk, dossier in resultat.dossiers.items():
        if demandes := sum(champ.demande(dossier) for champ in resultat.champs):
            manques = tuple(champ.libelle for champ in resultat.champs if champ.code in resultat.manques[pk])
            trouves[pk] = Remplissage(pk, demandes, manques)
    return trouves


def _champs(structure, le):
    """What the agreements in force ask for together; what every funder asks for when there is none."""
    accords = list(Convention.objects.en_vigueur(le).values_list("financeur__genre", "cofinance_ue"))
    exiges = {champ for accord in accords or [("", False)] for champ in champs_exiges(structure, *accord)}
    return tuple(champ for champ in CHAMPS.values() if champ in exiges)
