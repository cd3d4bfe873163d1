"""Who may already be known: noticed while typing, at saving, at import, and in the list of doubles; never imposed."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from phonenumber_field.phonenumber import to_python
from phonenumbers import is_possible_number

from insertion.texte import proximite, sans_accents, trigrammes

from .models import Beneficiaire, PersonnesDistinctes

#: From this likeness (0 to 1) two names of people born the same day are perhaps the same.
NOMS_PROCHES = 0.35
#: From this one they are perhaps the same although nobody said when one of the two was born.
NOMS_PRESQUE_EGAUX = 0.6


def ressemblances(nom="", prenom="", date_naissance=None, telephone="", email="", sauf=None):
    """Return the people of the open structure who may be this one, as a queryset in the order of the names.

    Same date of birth and a near name (given names and names may be swapped), or nearly the same name when one of
    the two dates is not known, or the same telephone, or the same e-mail. Nothing to compare: an empty queryset that
    makes no query. `sauf` is the primary key to leave out.
    """
    condition = _meme_nom(nom, prenom, date_naissance) | _meme_contact(telephone, email)
    if not condition:
        return Beneficiaire.objects.none()
    proches = Beneficiaire.objects.annotate(proximite=_proximite(nom, prenom)).filter(condition)
    return proches.exclude(pk=sauf).order_by("tri", "pk") if sauf else proches.order_by("tri", "pk")


def _proximite(nom, prenom):
    return TrigramSimilarity("tri", sans_accents(f"{nom} {prenom}"))


def _meme_nom(nom, prenom, date_naissance):
    if not sans_accents(f"{nom}{prenom}"):
        return Q()
    presque = Q(proximite__gte=NOMS_PRESQUE_EGAUX)
    if not date_naissance:
        return presque
    return Q(date_naissance=date_naissance, proximite__gte=NOMS_PROCHES) | presque & Q(date_naissance=None)


def _meme_contact(telephone, email):
    condition = Q()
    numero = to_python(telephone, region="FR") if telephone else None
    if numero and numero.country_code and is_possible_number(numero):
        condition |= _meme_telephone(numero)
    if email and email.strip():
        condition |= Q(email__iexact=email.strip())
    return condition


def _meme_telephone(numero):
    """The same number, however it was kept: one that the library does not know may be there as it was typed."""
    national = f"0{numero.national_number}"
    return (
        Q(telephone=numero.as_e164)
        | Q(recherche__endswith=f" {national}")
        | Q(recherche__endswith=f" {numero.as_e164[1:]}")
    )


#: {rank, among what `paires_probables` reads of a person: what two files share}, the surest first.
RAISONS = {
    4: "Même identifiant France Travail",
    1: "Même date de naissance, noms proches",
    3: "Même adresse e-mail",
    2: "Même téléphone",
}


@dataclass(frozen=True)
class Paire:
    """Two people (ids) who may be one, the file made first before the other, and why (French)."""

    ancienne: int
    recente: int
    raison: str


def paires_probables(utilisateur):
    """Every `Paire` of people whom `utilisateur` sees and whom nobody told apart, the surest first: two queries.

    Same identifier at France Travail, same date of birth and near names, or the same telephone or e-mail, unless
    names and dates of birth say that they are two (a couple shares a telephone).
    """
    personnes = Beneficiaire.objects.visibles_par(utilisateur).order_by("pk")
    colonnes = ("pk", "tri", "date_naissance", "telephone", "email", "identifiant_france_travail")
    fiches = {pk: (trigrammes(tri), *reste) for pk, tri, *reste in personnes.values_list(*colonnes)}
    vues = {frozenset(pks) for pks in PersonnesDistinctes.objects.values_list("premiere", "seconde")}
    trouvees = []
    for rang, raison in RAISONS.items():
        for a, b in _partagent(fiches, rang):
            if frozenset((a, b)) not in vues and _se_peut(fiches[a], fiches[b], rang):
                vues.add(frozenset((a, b)))
                trouvees.append(Paire(a, b, raison))
    return trouvees


def _partagent(fiches, rang):
    """The pairs (ids, the smaller first) that have the same value of this rank."""
    memes = defaultdict(list)
    for pk, fiche in fiches.items():
        if valeur := fiche[rang]:
            memes[str(valeur).casefold()].append(pk)
    return ((a, b) for siennes in memes.values() for i, a in enumerate(siennes) for b in siennes[i + 1 :])


def _se_peut(a, b, rang):
    """Whether what they share makes them one, as far as names and dates of birth tell."""
    noms_proches = proximite(a[0], b[0]) >= NOMS_PROCHES
    nes_le_meme_jour = not (a[1] and b[1]) or a[1] == b[1]
    return noms_proches if rang == 1 else noms_proches or nes_le_meme_jour
