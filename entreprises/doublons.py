"""Firms that may be one and the same: noticed while typing, at import, in the list of doubles (experience.md C6)."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Q

from insertion.texte import SansAccents, proximite, sans_accents, trigrammes

from .models import Entreprise, PaireDistincte

#: From this likeness (0 to 1) two names in one commune are perhaps the same firm (usage, no source says).
NOMS_PROCHES = 0.5
SIREN = 9
#: Words of a name that many firms bear: they tell nobody from nobody.
_FORMES = re.compile(r"\b(sarl|sas|sasu|eurl|sa|sci|snc|scop|scic|gie|ets|etablissements?|societe|ste|groupe)\b")


def radical(nom):
    """What is left of a name to compare: plain letters and figures, without the legal form."""
    mots = re.sub(r"[^a-z0-9]+", " ", sans_accents(nom))
    return " ".join(_FORMES.sub(" ", mots).split()) or mots.strip()


def ressemblances(raison_sociale="", siret="", commune="", sauf=None):
    """Return the firms of the open structure that may be this one, as a queryset in the order of the names.

    Same SIREN, or a near name in the same commune (or in none). Nothing to compare: an empty queryset.
    """
    condition = Q()
    if len(siret) >= SIREN and siret[:SIREN].isdecimal():
        condition |= Q(siret__startswith=siret[:SIREN])
    if nom := sans_accents(raison_sociale):
        ici = Q(ville=sans_accents(commune)) | Q(ville="") if sans_accents(commune) else Q()
        condition |= Q(proximite__gte=NOMS_PROCHES) & ici
    if not condition:
        return Entreprise.objects.none()
    proches = Entreprise.objects.annotate(
        ville=SansAccents("commune"), proximite=TrigramSimilarity(SansAccents("raison_sociale"), nom)
    )
    return proches.filter(condition).exclude(pk=sauf).order_by(F("proximite").desc(), "recherche", "pk")


@dataclass(frozen=True)
class Paire:
    """Two firms that may be one, the older first, and why (French)."""

    ancienne: Entreprise
    recente: Entreprise
    raison: str


def paires_probables():
    """Every `Paire` of the open structure that nobody told apart, the surest first.

    Two queries, then names compared within each commune.
    """
    par_siren, par_commune = defaultdict(list), defaultdict(list)
    for entreprise in Entreprise.objects.actives().order_by("pk"):
        if entreprise.siret:
            par_siren[entreprise.siret[:SIREN]].append(entreprise)
        par_commune[sans_accents(entreprise.commune)].append(
            (entreprise, trigrammes(radical(entreprise.raison_sociale)))
        )
    distinctes = {frozenset(pks) for pks in PaireDistincte.objects.values_list("premiere", "seconde")}
    memes = [Paire(a, b, "Même SIREN") for liste in par_siren.values() for a, b in _deux_a_deux(liste)]
    vues = {(paire.ancienne.pk, paire.recente.pk) for paire in memes}
    proches = [
        Paire(a, b, "Noms proches, même commune" if a.commune else "Noms proches")
        for liste in par_commune.values()
        for (a, ta), (b, tb) in _deux_a_deux(liste)
        if (a.pk, b.pk) not in vues and proximite(ta, tb) >= NOMS_PROCHES and not _sirens_differents(a, b)
    ]
    return [p for p in memes + proches if frozenset((p.ancienne.pk, p.recente.pk)) not in distinctes]


def _deux_a_deux(liste):
    return ((a, b) for rang, a in enumerate(liste) for b in liste[rang + 1 :])


def _sirens_differents(a, b):
    """Two SIREN are two firms, however alike their names."""
    return bool(a.siret and b.siret) and a.siret[:SIREN] != b.siret[:SIREN]
