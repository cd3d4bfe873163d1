"""Who may already be known: noticed while typing, at saving and at import; proposed, never imposed (metier.md §6)."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from phonenumber_field.phonenumber import to_python
from phonenumbers import is_possible_number

from insertion.texte import sans_accents

from .models import Beneficiaire

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
