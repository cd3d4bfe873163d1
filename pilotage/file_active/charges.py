"""How much each colleague carries: for sharing the work out, never for ranking people (metier.md §1 row 50)."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, DecimalField, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from beneficiaires.models import Referent
from insertion.enums import Role
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
    personnes: int = 0
    entretiens: int = 0
    entretiens_en_retard: int = 0
    actions_en_retard: int = 0

    def __str__(self):
        return f"{self.prenom} {self.nom}"

    @property
    def retards(self):
        return self.entretiens_en_retard + self.actions_en_retard


def charges(structure, le):
    """Return the `Charge`s of the day `le` in the order of the names, in three queries.

    Every chargé d’insertion is there, even with nobody, and whoever left while people are still theirs.
    """
    equipe = {a.utilisateur_id: a for a in _equipe(structure, le)}
    actions = _actions(le)
    portees = {ligne["utilisateur"]: ligne for ligne in _suivies(structure, le)}
    libres = {pk for pk, a in equipe.items() if a.role == Role.CHARGE_INSERTION} - set(portees)
    trouvees = [_charge(ligne, pk in equipe, actions.get(pk, 0)) for pk, ligne in portees.items()]
    trouvees += [Charge(pk, equipe[pk].utilisateur.prenom, equipe[pk].utilisateur.nom, True) for pk in libres]
    return sorted(trouvees, key=lambda c: (c.nom, c.prenom, c.utilisateur))


def _charge(ligne, en_poste, actions):
    return Charge(
        ligne["utilisateur"],
        ligne["utilisateur__prenom"],
        ligne["utilisateur__nom"],
        en_poste,
        ligne["personnes"],
        round(ligne["par_mois"]),
        ligne["en_retard"],
        actions,
    )


def _equipe(structure, le):
    actives = Appartenance.objects.actives(le).filter(structure=structure, utilisateur__is_active=True)
    return actives.select_related("utilisateur")


def _suivies(structure, le):
    """One row per colleague in charge of somebody with an open parcours."""
    ouverts = Parcours.objects.en_cours(le)
    rythmes = ouverts.filter(beneficiaire=OuterRef("beneficiaire")).annotate(
        jours=Coalesce("rythme_entretiens", "structure__rythme_entretiens")
    )
    en_retard = a_regarder(structure, le, "beneficiaire")[MotifRappel.ENTRETIEN_EN_RETARD]
    par_mois = Value(Decimal(MOIS_JOURS), DecimalField()) / F("rythme")
    return (
        Referent.objects.filter(fin=None, beneficiaire__in=ouverts.order_by().values("beneficiaire"))
        .annotate(rythme=Subquery(rythmes.order_by("jours").values("jours")[:1], output_field=DecimalField()))
        .order_by()
        .values("utilisateur", "utilisateur__prenom", "utilisateur__nom")
        .annotate(personnes=Count("pk"), par_mois=Sum(par_mois), en_retard=Count("pk", filter=Q(en_retard)))
    )


def _actions(le):
    """{colleague: late actions of the people they follow}."""
    en_retard = Action.objects.en_retard(le).de_parcours_ouverts(le).order_by()
    siennes = en_retard.filter(parcours__beneficiaire__referents__fin__isnull=True)
    par_collegue = siennes.values_list("parcours__beneficiaire__referents__utilisateur").annotate(n=Count("pk"))
    return dict(par_collegue)
