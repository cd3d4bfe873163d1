"""What waits to leave or to be made, all structures together: numbers, nobody's name."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.db.models import Count, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from insertion.isolation.contexte import contexte
from insertion.models import Lecture, Sceau, Structure, Travail

from .models import CourrielRappels, Envoi

#: What is due leaves within the minute; past this, somebody waits for a message that does not come.
RETARD = timedelta(minutes=15)
MESSAGES = (Envoi, CourrielRappels)


@dataclass(frozen=True)
class Attente:
    """`combien` rows of the model `genre`, of which `en_retard` for longer than `RETARD`; `depuis`: the oldest."""

    genre: str
    combien: int
    en_retard: int
    depuis: datetime | None


def partout():
    """The context of a count that no structure asked for."""
    return contexte(*Structure.objects.values_list("pk", flat=True), origine="santé")


def messages(maintenant):
    """Those that should have left at the instant `maintenant`, by kind."""
    with partout():
        return [_attente(modele.objects.a_remettre(maintenant), "demande_at", maintenant) for modele in MESSAGES]


def documents(maintenant):
    """Files asked for that no worker took yet, by kind."""
    travaux = [modele for modele in apps.get_models() if issubclass(modele, Travail)]
    with partout():
        return [_attente(modele.objects.en_file(), "created_at", maintenant) for modele in travaux]


def lecture_a_sceller():
    """When the oldest reading that no seal of its structure reaches was made; None when there is none."""
    suivante = Q(structure=OuterRef("pk"), pk__gt=OuterRef("scellees"))
    with partout():
        sceaux = Sceau.objects.filter(structure=OuterRef("pk")).order_by("-dernier").values("dernier")[:1]
        lectures = Lecture.objects.filter(suivante).order_by("pk").values("at")[:1]
        structures = Structure.objects.annotate(scellees=Coalesce(Subquery(sceaux), 0), attend=Subquery(lectures))
        return structures.aggregate(depuis=Min("attend"))["depuis"]


def _attente(lignes, date, maintenant):
    tard = Q(**{f"{date}__lt": maintenant - RETARD})
    comptes = lignes.aggregate(combien=Count("pk"), en_retard=Count("pk", filter=tard), depuis=Min(date))
    return Attente(lignes.model._meta.label_lower, **comptes)
