"""Finding by a few words, accents, case and typing errors aside: people, firms, what is said about them."""

import re
from datetime import date, timedelta
from difflib import get_close_matches

from dateutil.relativedelta import relativedelta
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models.functions import Replace

from .texte import sans_accents

#: Below this likeness (0 to 1) two names are not the same word with a typing error.
RESSEMBLANCE = 0.45

#: A search reads no further (characters, then words about a document or an action).
LONGUEUR_RECHERCHE, MOTS = 80, 6
#: The `rang` of a row that only looks like what is typed: the one word with a typing error, or several of which some
#: are nobody's (« samira belhadj » for Amina Belhadj).
FAUTE, DE_LOIN = 2, 3
#: Words this short, stuck together, are in too many names.
COLLE = 4
#: A shorter word is looked for as it is typed: likeness says nothing of « le » or of « cv ».
MOT_COURT = 3


def mots_et_chiffres(texte):
    """Return the words of a search, and its figures stuck together (« amina 06 12 » → ["amina"], "0612")."""
    tous = re.findall(r"\w+", sans_accents(texte[:LONGUEUR_RECHERCHE]))
    return [mot for mot in tous if not mot.isdecimal()], "".join(mot for mot in tous if mot.isdecimal())


def mots_simples(texte, genres=()):
    """The words of a search when each is only to be looked for: letters, none too short to err in, none that names a
    kind of `genres`. No word at all otherwise.

    Such a search is written as any other of as many words: its SQL is kept (`insertion/trouvailles.py`).
    """
    mots = sans_accents(texte[:LONGUEUR_RECHERCHE]).split()
    simples = all(mot.isalpha() and len(mot) >= MOT_COURT for mot in mots) and len("".join(mots)) > COLLE
    nomment = any(
        _dit_presque(sans_accents(libelle), mot) or mot in sans_accents(libelle)
        for _, libelle in genres
        for mot in mots
    )
    return mots if simples and len(mots) <= MOTS and not nomment else []


#: A date as people type it, alone or beside a name: 12/03/1985, 12031985, 12/03/85, 1985-03-12, 03/1985, 1985.
_DATES = tuple(
    re.compile(motif)
    for motif in (
        r"(?P<jour>\d{1,2})[/. -](?P<mois>\d{1,2})[/. -](?P<an>\d{4})",
        r"(?P<jour>\d{1,2})[/.-](?P<mois>\d{1,2})[/.-](?P<an>\d\d)",
        r"(?P<jour>\d\d)(?P<mois>\d\d)(?P<an>\d{4})",
        r"(?P<an>\d{4})-(?P<mois>\d\d)-(?P<jour>\d\d)",
        r"(?P<mois>\d{1,2})[/.-](?P<an>\d{4})",
        r"(?P<an>\d{4})",
    )
)


def dates_tapees(texte):
    """Return what the figures of a search may mean as a date: the first and the last days of each reading."""
    reste = re.sub(r"[^\d/. -]", "", texte[:LONGUEUR_RECHERCHE]).strip(" /.-")
    for motif in _DATES:
        if lue := motif.fullmatch(reste):
            morceaux = lue.groupdict()
            siecles = ("19", "20") if len(morceaux["an"]) == 2 else ("",)
            lectures = (_intervalle(**morceaux | {"an": siecle + morceaux["an"]}) for siecle in siecles)
            return [lecture for lecture in lectures if lecture]
    return []


def _intervalle(an, mois=None, jour=None):
    """The days of a year, of a month or of a date; None when there is no such day."""
    try:
        premier = date(int(an), int(mois or 1), int(jour or 1))
        duree = relativedelta(days=1) if jour else relativedelta(months=1) if mois else relativedelta(years=1)
        return premier, premier + duree - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def chercher(lignes, mots, chiffres, *ordre, autrement=models.Q()):  # noqa: B008 -- a Q is never changed
    """Return the rows of the queryset `lignes` whose `recherche` holds each word and the figures.

    The figures may also be held `autrement`: a date of birth, which that column does not have.

    First those with a word that begins as typed, then those that hold it, then the likely typing errors
    (« bennali »); equals in the `ordre` of these columns. `rang` (0 to 3) tells which of them a row is.
    """
    if not mots and not chiffres:
        return lignes.annotate(rang=models.Value(1))
    commence, contient = models.Q(), models.Q()
    for mot in mots:
        commence &= models.Q(recherche__regex=rf"\m{mot}")
        contient &= models.Q(recherche__contains=mot)
    if chiffres:
        commence &= models.Q(recherche__regex=rf"\m{chiffres}") | autrement
        contient &= models.Q(recherche__contains=chiffres) | autrement
    if not mots:
        rang = models.Case(models.When(commence, then=0), default=1)
        return lignes.filter(contient).annotate(rang=rang).order_by("rang", *ordre)
    colle, proche = "".join(mots), models.Q(ressemblance__gte=RESSEMBLANCE)
    if len(colle) > COLLE:
        proche |= models.Q(sans_espaces__contains=colle)
    if len(colle) > COLLE and not chiffres:
        contient |= models.Q(sans_espaces__contains=colle)
    loin = DE_LOIN if len(mots) > 1 or chiffres else FAUTE
    rang = models.Case(models.When(commence, then=0), models.When(contient, then=1), default=loin)
    return (
        lignes.annotate(ressemblance=TrigramWordSimilarity(" ".join(mots), "recherche"))
        .alias(
            sans_espaces=Replace(
                "recherche", models.Value(" ", models.TextField()), models.Value("", models.TextField())
            )
        )
        .filter(contient | proche)
        .annotate(rang=rang)
        .order_by("rang", "-ressemblance", *ordre)
    )


def chercher_au_sujet(lignes, texte, personne, *ordre, genres=()):
    """Return the rows whose `recherche`, or whose kind, says each word of `texte`, or `personne` does (a column).

    Both columns are texts without accents; `genres` are the choices of the column `genre`. « cv amina »: one word at
    least is of the row, for a name alone finds the person and not all about them. Typing errors are forgiven, but in
    a word that is too short to err in.
    """
    mots = sans_accents(texte[:LONGUEUR_RECHERCHE]).split()[:MOTS]
    chacun, du_titre, contenus = models.Q(), models.Q(), []
    for rang, mot in enumerate(mots):
        tel_quel = models.Q(recherche__contains=mot) | _du_genre(mot, genres, _dit)
        titre, nom = tel_quel, models.Q(**{f"{personne}__contains": mot})
        if len(mot) >= MOT_COURT:
            approches = {f"titre_{rang}": "recherche", f"nom_{rang}": personne}
            lignes = lignes.alias(**{a: TrigramWordSimilarity(mot, lu) for a, lu in approches.items()})
            titre |= models.Q(**{f"titre_{rang}__gte": RESSEMBLANCE}) | _du_genre(mot, genres, _dit_presque)
            nom |= models.Q(**{f"nom_{rang}__gte": RESSEMBLANCE})
        du_titre |= titre
        chacun &= titre | nom
        contenus.append(models.Case(models.When(tel_quel, then=1), default=0))
    if not mots:
        return lignes.none()
    exactitude = sum(contenus[1:], contenus[0])
    voulues = lignes.filter(du_titre, chacun) if len(mots) > 1 else lignes.filter(du_titre)
    return voulues.order_by(exactitude.desc(), *ordre)


def _du_genre(mot, genres, dit):
    """The condition of being of a kind whose label says `mot`, or of none: an empty one would be true of all."""
    codes = [code for code, libelle in genres if dit(sans_accents(libelle), mot)]
    return models.Q(genre__in=codes) if codes else models.Q(pk__in=())


def _dit(libelle, mot):
    return mot in libelle


def _dit_presque(libelle, mot):
    return bool(get_close_matches(mot, libelle.split(), n=1, cutoff=0.75))
