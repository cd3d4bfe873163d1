"""How much each colleague carries: for sharing the work out, never for ranking people (metier.md §1 row 50)."""

from dataclasses import dataclass
from statistics import median

from django.db.models import Min
from django.db.models.functions import Coalesce

from insertion.enums import Role
from parcours.models import Parcours

#: A month of entretiens, in days.
MOIS_JOURS = 30


@dataclass(frozen=True)
class Charge:
    """What one colleague carries. `entretiens`: how many a month, each person at their own rhythm."""

    utilisateur: int
    prenom: str
    nom: str
    en_poste: bool
    personnes: int
    entretiens: int
    entretiens_en_retard: int
    actions_en_retard: int

    def __str__(self):
        return f"{self.prenom} {self.nom}"

    @property
    def retards(self):
        return self.entretiens_en_retard + self.actions_en_retard


def mediane(charges):
    """The entretiens a month of the colleague in the middle of the team: what a share may be compared with, since the
    longest bar says nothing of what is reasonable; None of an empty team."""
    parts = [charge.entretiens for charge in charges if charge.en_poste]
    return round(median(parts)) if parts else None


def partager(equipe, suivis, rythmes, en_retard, actions):
    """Return the `Charge`s in the order of the names.

    Every chargé d’insertion of `equipe` is there, even with nobody, and whoever left while people are still theirs.
    `suivis` says who follows whom; `rythmes`, `en_retard` and `actions` are of people.
    """
    portees = {pk: (prenom, nom, ()) for pk, role, prenom, nom in equipe if role == Role.CHARGE_INSERTION}
    for pk, prenom, nom, personnes in suivis:
        if pk in portees or not rythmes.keys().isdisjoint(personnes):
            portees[pk] = (prenom, nom, personnes)
    ici = {pk for pk, *_ in equipe}
    trouvees = [
        _peser(pk, *portee, pk in ici, rythmes=rythmes, en_retard=en_retard, actions=actions)
        for pk, portee in portees.items()
    ]
    return sorted(trouvees, key=lambda c: (c.nom, c.prenom, c.utilisateur))


def _peser(pk, prenom, nom, personnes, en_poste, *, rythmes, en_retard, actions):
    siennes = [personne for personne in personnes if personne in rythmes]
    return Charge(
        utilisateur=pk,
        prenom=prenom,
        nom=nom,
        en_poste=en_poste,
        personnes=len(siennes),
        entretiens=round(sum(MOIS_JOURS / rythmes[personne] for personne in siennes)),
        entretiens_en_retard=len(en_retard.intersection(siennes)),
        actions_en_retard=sum(actions[personne] for personne in actions.keys() & set(personnes)),
    )


def rythmes(le):
    """{person with an open parcours: days between two entretiens}, the shortest of their parcours."""
    jours = Min(Coalesce("rythme_entretiens", "structure__rythme_entretiens"))
    return dict(Parcours.objects.en_cours(le).order_by().values_list("beneficiaire").annotate(jours=jours))
