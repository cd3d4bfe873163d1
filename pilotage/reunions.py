"""Whom a team meeting could talk about: those of whom something is late, and why in words."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from beneficiaires.models import Beneficiaire
from parcours.models import Parcours

from .tableau_de_bord import ce_qui_attend

SANS_REFERENT = "Aucun référent en ce moment."


@dataclass(frozen=True)
class Proposition:
    """Somebody to talk about: their open parcours, and the sentences that say why; `depuis` is the oldest date."""

    parcours: Parcours
    raisons: tuple[str, ...]
    depuis: date


def propositions(reunion, utilisateur, le):
    """Return the `Proposition`s of a `ReunionEquipe` on the day `le`: most reasons first, then the oldest.

    Whoever is on the list already is not proposed again; the number of queries is constant.
    """
    raisons, depuis = _raisons(reunion.structure, utilisateur, le)
    ouverts = Parcours.objects.visibles_par(utilisateur).en_cours(le).filter(beneficiaire__in=raisons.keys())
    deja = Parcours.objects.filter(reunions__reunion=reunion).values("beneficiaire")
    derniers = ouverts.exclude(beneficiaire__in=deja).select_related("beneficiaire").order_by("date_entree", "pk")
    par_personne = {parcours.beneficiaire_id: parcours for parcours in derniers}
    trouvees = [Proposition(p, tuple(raisons[pk].values()), depuis[pk]) for pk, p in par_personne.items()]
    return sorted(trouvees, key=lambda p: (-len(p.raisons), p.depuis, p.parcours.beneficiaire.tri, p.parcours.pk))


def _raisons(structure, utilisateur, le):
    """({person: {reason and fact: sentence}}, {person: oldest due date})."""
    raisons, depuis = defaultdict(dict), {}
    for du in ce_qui_attend(structure, le):
        raisons[du.beneficiaire_id][du.motif, du.objet_id] = du.texte
        depuis[du.beneficiaire_id] = min(du.echeance, depuis.get(du.beneficiaire_id, le))
    for pk in Beneficiaire.objects.visibles_par(utilisateur).confiees_a(None).values_list("pk", flat=True):
        raisons[pk]["referent", pk] = SANS_REFERENT
        depuis.setdefault(pk, le)
    return raisons, depuis
