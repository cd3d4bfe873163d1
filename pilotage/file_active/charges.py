"""How much each colleague carries: for sharing the work out, never for ranking people (metier.md §1 row 50)."""

from dataclasses import dataclass

from django.db.models import Count, Min
from django.db.models.functions import Coalesce

from beneficiaires.models import Beneficiaire, Referent
from insertion.enums import Role
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.models import Appartenance
from parcours.models import Action, Parcours

from ..enums import MotifRappel
from .motifs import a_regarder

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


def charges(structure, le):
    """Return the `Charge`s of the day `le` in the order of the names, in five queries that need no statistics.

    Every chargé d’insertion is there, even with nobody, and whoever left while people are still theirs.
    """
    en_poste = Appartenance.objects.en_poste(structure, le).select_related("utilisateur")
    equipe = {a.utilisateur_id: a for a in en_poste}
    with ensemble():
        demandes = [requete.demander(le=le) for requete in (RYTHMES, EN_RETARD, ACTIONS)]
        suivis = SUIVIS.demander()
        jours, en_retard, actions = (demande.lire() for demande in demandes)
        suivis = suivis.lire()
    jours, actions, en_retard = dict(jours), dict(actions), {pk for (pk,) in en_retard}
    portees = {
        pk: (a.utilisateur.prenom, a.utilisateur.nom, [])
        for pk, a in equipe.items()
        if a.role == Role.CHARGE_INSERTION
    }
    for pk, prenom, nom, personne in suivis:
        if personne in jours:
            portees.setdefault(pk, (prenom, nom, []))[2].append(personne)
    trouvees = [
        Charge(
            utilisateur=pk,
            prenom=prenom,
            nom=nom,
            en_poste=pk in equipe,
            personnes=len(siennes),
            entretiens=round(sum(MOIS_JOURS / jours[personne] for personne in siennes)),
            entretiens_en_retard=len(en_retard.intersection(siennes)),
            actions_en_retard=actions.get(pk, 0),
        )
        for pk, (prenom, nom, siennes) in portees.items()
    ]
    return sorted(trouvees, key=lambda c: (c.nom, c.prenom, c.utilisateur))


def rythmes(le):
    """{person with an open parcours: days between two entretiens}, the shortest of their parcours."""
    return dict(_rythmes(le))


def _rythmes(le):
    jours = Min(Coalesce("rythme_entretiens", "structure__rythme_entretiens"))
    return Parcours.objects.en_cours(le).order_by().values_list("beneficiaire").annotate(jours=jours)


def _en_retard(le):
    """The people whose entretien is late; no threshold of the structure is read."""
    motif = MotifRappel.ENTRETIEN_EN_RETARD
    return Beneficiaire.objects.filter(a_regarder(None, le, motifs=[motif])[motif]).order_by().values_list("pk")


def _actions(le):
    """(colleague, late actions of the people they follow)."""
    en_retard = Action.objects.en_retard(le).de_parcours_ouverts(le).order_by()
    siennes = en_retard.filter(parcours__beneficiaire__referents__fin__isnull=True)
    return siennes.values_list("parcours__beneficiaire__referents__utilisateur").annotate(n=Count("pk"))


def _suivis():
    qui = ("utilisateur", "utilisateur__prenom", "utilisateur__nom", "beneficiaire")
    return Referent.objects.filter(fin=None).order_by().values_list(*qui)


RYTHMES, EN_RETARD, ACTIONS, SUIVIS = map(RequetePreparee, (_rythmes, _en_retard, _actions, _suivis))
