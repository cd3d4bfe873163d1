"""The catalogue of a structure: filled once with ours, then its own (metier.md §1 row 29)."""

from dataclasses import dataclass

from insertion.enums import Domaine

from .catalogue_initial import ACTIONS, OBJECTIFS
from .enums import Niveau
from .models import Evaluation, ModeleAction, ModeleObjectif


@dataclass(frozen=True)
class Rayon:
    """One domain of the catalogue. `est_frein`: the last diagnostic of the person says that it holds them back."""

    domaine: Domaine
    objectifs: tuple[ModeleObjectif, ...]
    actions: tuple[ModeleAction, ...]
    est_frein: bool = False


def garnir(structure_id):
    """Give a structure that never had a catalogue the one it starts with. Twice, or two at once, change nothing."""
    if ModeleObjectif.objects.exists() or ModeleAction.objects.exists():
        return
    objectifs = [
        ModeleObjectif(structure_id=structure_id, domaine=domaine, intitule=intitule, critere=critere)
        for domaine, phrases in OBJECTIFS.items()
        for intitule, critere in phrases
    ]
    actions = [
        ModeleAction(structure_id=structure_id, domaine=domaine, intitule=intitule, acteur=acteur)
        for domaine, phrases in ACTIONS.items()
        for intitule, acteur in phrases
    ]
    ModeleObjectif.objects.bulk_create(objectifs, ignore_conflicts=True)
    ModeleAction.objects.bulk_create(actions, ignore_conflicts=True)


def rayons(objectifs, actions, freins=()):
    """Return the `Rayon` of each domain that has a row, the person's `freins` first, then in our usual order."""
    objectifs, actions = list(objectifs), list(actions)
    presents = {ligne.domaine for ligne in (*objectifs, *actions)}
    return [
        Rayon(
            domaine,
            tuple(o for o in objectifs if o.domaine == domaine),
            tuple(a for a in actions if a.domaine == domaine),
            domaine in freins,
        )
        for domaine in sorted(Domaine, key=lambda domaine: domaine not in freins)
        if domaine in presents
    ]


def freins(parcours):
    """Return the domains that the last levels of `parcours` show as freins; what may not be read is not there."""
    lues = Evaluation.objects.filter(diagnostic__parcours=parcours, niveau__isnull=False)
    derniers = dict(lues.order_by("diagnostic__date", "pk").values_list("domaine", "niveau"))
    return {domaine for domaine, niveau in derniers.items() if niveau <= Niveau.MOYEN}


def suggestions(structure_id):
    """Return {domain: objectifs offered while typing}, filling the catalogue of a structure that has none."""
    garnir(structure_id)
    par_domaine = {}
    for domaine, intitule in ModeleObjectif.objects.proposes().values_list("domaine", "intitule"):
        par_domaine.setdefault(domaine, []).append(intitule)
    return par_domaine
