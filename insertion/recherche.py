"""Finding by a few words, accents, case and typing errors aside: people, firms."""

import re

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models.functions import Replace

from .texte import sans_accents

#: Below this likeness (0 to 1) two names are not the same word with a typing error.
RESSEMBLANCE = 0.45

#: A search reads no further (characters).
LONGUEUR_RECHERCHE = 80


def mots_et_chiffres(texte):
    """Return the words of a search, and its figures stuck together (« amina 06 12 » → ["amina"], "0612")."""
    tous = re.findall(r"\w+", sans_accents(texte[:LONGUEUR_RECHERCHE]))
    return [mot for mot in tous if not mot.isdecimal()], "".join(mot for mot in tous if mot.isdecimal())


def chercher(lignes, mots, chiffres, *ordre):
    """Return the rows of the queryset `lignes` whose `recherche` holds each word and the figures.

    First those with a word that begins as typed, then those that hold it, then the likely typing errors
    (« delatour », « bennali »); equals in the `ordre` of these columns.
    """
    if not mots and not chiffres:
        return lignes
    commence, contient = models.Q(), models.Q()
    for mot in [*mots, chiffres] if chiffres else mots:
        commence &= models.Q(recherche__regex=rf"\m{mot}")
        contient &= models.Q(recherche__contains=mot)
    rang = models.Case(models.When(commence, then=0), models.When(contient, then=1), default=2)
    if not mots:
        return lignes.filter(contient).order_by(rang, *ordre)
    colle = "".join(mots)
    proche = models.Q(ressemblance__gte=RESSEMBLANCE)
    if len(colle) > 4:
        proche |= models.Q(sans_espaces__contains=colle)
    return (
        lignes.annotate(ressemblance=TrigramWordSimilarity(" ".join(mots), "recherche"))
        .alias(
            sans_espaces=Replace(
                "recherche", models.Value(" ", models.TextField()), models.Value("", models.TextField())
            )
        )
        .filter(contient | proche)
        .order_by(rang, "-ressemblance", *ordre)
    )
