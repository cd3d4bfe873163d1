"""Whose data somebody could see between two instants, from the read journal (RGPD, art. 33: 72 hours to tell)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min

from beneficiaires.models import Beneficiaire, FusionDossiers
from insertion.models import Lecture


@dataclass(frozen=True)
class Exposition:
    """What was read of one person (`beneficiaire` is None once erased), or of nobody in particular (lists)."""

    beneficiaire_id: int | None
    beneficiaire: Beneficiaire | None
    lectures: int
    premiere: datetime
    derniere: datetime
    quoi: list


def expositions(utilisateur_id, debut, fin):
    """What a user read in the open structure from `debut` to `fin` (aware datetimes), the most read first."""
    siennes = Lecture.objects.filter(utilisateur_id=utilisateur_id, at__gte=debut, at__lt=fin)
    lues = siennes.order_by().values("beneficiaire_id", "quoi").annotate(n=Count("pk"), de=Min("at"), a=Max("at"))
    par_personne = defaultdict(list)
    for lue in lues:
        par_personne[lue["beneficiaire_id"]].append(lue)
    reunis = dict(FusionDossiers.objects.en_vigueur().values_list("absorbee_id", "gardee"))
    personnes = Beneficiaire.objects.in_bulk([reunis.get(pk, pk) for pk in par_personne if pk])
    trouvees = [
        _exposition(pk, personnes.get(reunis.get(pk, pk)), les_siennes) for pk, les_siennes in par_personne.items()
    ]
    return sorted(trouvees, key=lambda trouvee: (-trouvee.lectures, trouvee.beneficiaire_id or 0))


def _exposition(pk, beneficiaire, lues):
    return Exposition(
        beneficiaire_id=pk,
        beneficiaire=beneficiaire,
        lectures=sum(lue["n"] for lue in lues),
        premiere=min(lue["de"] for lue in lues),
        derniere=max(lue["a"] for lue in lues),
        quoi=sorted(lue["quoi"] for lue in lues),
    )
