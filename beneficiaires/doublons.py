"""Who may already be known: noticed while typing, at saving and at import; proposed, never imposed (metier.md §6)."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from phonenumber_field.phonenumber import to_python

from insertion.texte import sans_accents

from .models import Beneficiaire

#: From this likeness (0 to 1) two names of people born the same day are perhaps the same.
NOMS_PROCHES = 0.35


def ressemblances(nom="", prenom="", date_naissance=None, telephone="", email="", sauf=None):
    """Return the people of the open structure who may be this one, as a queryset in the order of the names.

    Same date of birth and a near name (given names and names may be swapped), or the same telephone, or the same
    e-mail. Nothing to compare: an empty queryset that makes no query. `sauf` is the primary key to leave out.
    """
    condition = _meme_naissance(nom, prenom, date_naissance) | _meme_contact(telephone, email)
    if not condition:
        return Beneficiaire.objects.none()
    proches = Beneficiaire.objects.annotate(proximite=_proximite(nom, prenom)).filter(condition)
    return proches.exclude(pk=sauf).order_by("tri", "pk") if sauf else proches.order_by("tri", "pk")


def _proximite(nom, prenom):
    return TrigramSimilarity("tri", sans_accents(f"{nom} {prenom}"))


def _meme_naissance(nom, prenom, date_naissance):
    if not date_naissance or not sans_accents(f"{nom}{prenom}"):
        return Q()
    return Q(date_naissance=date_naissance, proximite__gte=NOMS_PROCHES)


def _meme_contact(telephone, email):
    condition = Q()
    numero = to_python(telephone, region="FR") if telephone else None
    if numero and numero.is_valid():
        condition |= Q(telephone=numero.as_e164)
    if email and email.strip():
        condition |= Q(email__iexact=email.strip())
    return condition
