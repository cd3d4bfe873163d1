"""The people that a page acts on: the list of people as its address narrows it, or those that a figure counts."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.db.models import Count, Q
from django.http import QueryDict

from beneficiaires.enums import Stade
from beneficiaires.filters import PersonnesFilter
from beneficiaires.models import Beneficiaire
from insertion.filters import en_mots
from insertion.forms import pks

#: « ?parmi=12,15 » names the people one by one.
PARMI = "parmi"
#: How many people an address may name so (servers refuse a request line over 4 kB).
NOMMEES = 300
#: What makes a list of people, and travels from page to page.
CLES = ("q", "referent", "suivi", "situation", "commune", "tri", PARMI)


@dataclass(frozen=True)
class Selection:
    """`personnes` are ids in the order of the list; `mots` says it in French; `adresse` asks for it again.

    `toutes`: nothing narrows it.
    """

    personnes: tuple[int, ...]
    mots: str
    adresse: str
    non_visibles: int = 0
    toutes: bool = False

    @property
    def seule(self):
        """Whether the list is one person: pages do not speak to them of batches."""
        return len(self.personnes) == 1


def lire(parametres, utilisateur, le):
    """Return the `Selection` that the `parametres` of an address (QueryDict) make, as `utilisateur` may see it."""
    gardes = QueryDict(mutable=True)
    gardes.update({cle: parametres[cle] for cle in CLES if parametres.get(cle, "").strip()})
    visibles = Beneficiaire.objects.visibles_par(utilisateur)
    demandes = pks(gardes.get(PARMI, "").split(","))
    if PARMI in gardes:
        visibles = visibles.filter(pk__in=demandes)
    filtre = PersonnesFilter(gardes, visibles, request=SimpleNamespace(user=utilisateur), aujourdhui=le)
    personnes = tuple(filtre.resultats.values_list("pk", flat=True))
    return Selection(
        personnes,
        en_mots(filtre),
        gardes.urlencode(),
        non_visibles=max(0, len(set(demandes)) - len(personnes)) if filtre.est_vide else 0,
        toutes=filtre.est_vide and PARMI not in gardes,
    )


@dataclass(frozen=True)
class Composition:
    """Who people are, before anything is made for them: `stades` are (value of `Stade`, label, how many)."""

    stades: tuple
    sans_adresse: int


def composition(choisies, le):
    """Return the `Composition` of a `Selection` on the day `le`, in one query."""
    siennes = Beneficiaire.objects.filter(pk__in=choisies.personnes).avec_stade(le).order_by()
    comptes = siennes.values_list("stade").annotate(total=Count("pk"), sans=Count("pk", filter=Q(adresse="")))
    trouves = {stade: nombres for stade, *nombres in comptes}
    return Composition(
        tuple((stade.value, stade.label, trouves[stade][0]) for stade in Stade if stade in trouves),
        sum(sans for _, sans in trouves.values()),
    )
