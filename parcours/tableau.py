"""The plan as a board: one column per objectif, then the actions that serve none."""

from dataclasses import dataclass

from insertion.enums import DOMAINES_SENSIBLES

from .enums import Acteur, EtatAction, EtatObjectif
from .models import AccordObjectif, Action, Objectif


@dataclass(frozen=True)
class Colonne:
    """An objectif (None: actions without one) and its actions, those to do first."""

    objectif: Objectif | None
    actions: tuple[Action, ...]
    accord: AccordObjectif | None = None

    @property
    def faites(self):
        return sum(action.etat == EtatAction.FAIT for action in self.actions)

    @property
    def prevues(self):
        """Actions that count: those given up do not."""
        return sum(action.etat != EtatAction.ABANDONNE for action in self.actions)

    @property
    def est_sensible(self):
        return self.objectif is not None and self.objectif.domaine in DOMAINES_SENSIBLES


@dataclass(frozen=True)
class Engagements:
    """The plan as it is handed over: what is aimed at, and what each one does for it. Nothing sensitive."""

    objectifs: tuple[Objectif, ...]
    actions: tuple[tuple[Acteur, tuple[Action, ...]], ...]


def colonnes(parcours):
    """Return the `Colonne` of every objectif of `parcours`, then the one of actions without, in three queries.

    `accord` is the last thing that the person said. What the role of the open context may not read is not there.
    """
    actions = list(Action.objects.filter(parcours=parcours).pour_plan())
    objectifs = list(Objectif.objects.filter(parcours=parcours).pour_plan())
    visibles = {objectif.pk for objectif in objectifs}
    dits = AccordObjectif.objects.filter(objectif__in=objectifs).order_by("le", "pk")
    accords = {accord.objectif_id: accord for accord in dits}
    rangees = [Colonne(o, tuple(a for a in actions if a.objectif_id == o.pk), accords.get(o.pk)) for o in objectifs]
    seules = tuple(a for a in actions if a.objectif_id not in visibles)
    return [*rangees, Colonne(None, seules)]


def engagements(parcours):
    """Return what the paper handed over says of `parcours`: open, and no sensitive domain (metier.md §4.10)."""
    objectifs = Objectif.objects.filter(parcours=parcours, etat=EtatObjectif.EN_COURS)
    actions = list(Action.objects.filter(parcours=parcours).ouvertes().exclude(domaine__in=DOMAINES_SENSIBLES))
    par_acteur = ((acteur, tuple(a for a in actions if a.acteur == acteur)) for acteur in Acteur)
    return Engagements(
        tuple(objectifs.exclude(domaine__in=DOMAINES_SENSIBLES).pour_plan()),
        tuple((acteur, siennes) for acteur, siennes in par_acteur if siennes),
    )
