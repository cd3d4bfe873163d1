"""Queries whose SQL is written once: writing it takes the ORM longer than running it takes the database."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, connections
from django.db.backends.utils import CursorWrapper
from django.db.models import BigAutoField, Count, Lookup, QuerySet, Value

from .contexte import PRIMAIRE, Contexte, _contexte, contexte_exige

#: Values that nobody types: they show where the real ones go.
ENTIER, JOUR, INSTANT = 8_888_888_000_000, date(8888, 1, 1), datetime(8888, 1, 1, tzinfo=UTC)
TEXTE, STRUCTURE = "\N{REPLACEMENT CHARACTER}valeur ", ENTIER - 1
#: A prepared query keeps so many texts, or as many as it says; the oldest goes, to be written again if asked for.
TEXTES = 200
_lignes = ContextVar("lignes")  # those that a `SqlEcrit` is about to give


class Mot(str):
    """A word that is searched for. What Django writes around it (« %mot% ») stays: its mark is a word as well."""

    __slots__ = ()


@BigAutoField.register_lookup
class Parmi(Lookup):
    """`pk__parmi="{1,2}"`: one of a list written as one text, which a prepared query takes as a value."""

    lookup_name, prepare_rhs = "parmi", False

    def as_sql(self, compiler, connection):
        (gauche, parametres), (droite, siens) = (
            self.process_lhs(compiler, connection),
            self.process_rhs(compiler, connection),
        )
        return f"{gauche} = ANY ({droite}::bigint[])", [*parametres, *siens]


def en_liste(pks):
    """The text that `parmi` takes."""
    return f"{{{','.join(map(str, pks))}}}"


@contextmanager
def ensemble():
    """Queries sent inside go to the database in one journey; it works at the next ones while we read the first."""
    with connection.connection.pipeline():
        yield


@dataclass(frozen=True)
class Demande:
    """A query on its way to the database; without `curseur`, one that is sent when it is read."""

    queryset: QuerySet
    curseur: CursorWrapper | None = None

    def lire(self):
        """The list of its rows."""
        if self.curseur is None:
            return list(self.queryset)
        with self.curseur:
            jeton = _lignes.set(self.curseur.fetchall())
        try:
            return list(self.queryset._iterable_class(self.queryset))
        finally:
            _lignes.reset(jeton)


class RequetePreparee:
    """A queryset compiled at its first use, then run with other values.

    `construire(*constantes, **valeurs)` returns the queryset, and is called once per tuple of `constantes` (a limit,
    a filter), of which there may be many (a day), and per set of names of `valeurs`. `valeurs` are integers, texts,
    dates or aware datetimes, passed to the database as they are, or `Mot`s, which the query may have put in patterns.
    Calling the prepared query returns the list of its rows: those of the open context, as for any queryset.
    """

    def __init__(self, construire, textes=TEXTES):
        self.construire, self.textes = construire, textes
        self.compilees = {}

    def __call__(self, *constantes, **valeurs):
        return self.demander(*constantes, **valeurs).lire()

    def demander(self, *constantes, **valeurs):
        """Send the query and return its `Demande`, to be read later: inside `ensemble()`, nothing is waited for."""
        ouvert = contexte_exige()
        structures = ouvert.structures
        if len(structures) != 1 or ouvert.base != PRIMAIRE:
            return Demande(self.construire(*constantes, **valeurs))
        ecrite = self.compilees.get((constantes, *valeurs)) or self._ecrire(constantes, valeurs)
        queryset, sql, parametres = ecrite
        valeurs["structure"] = structures[0]
        curseur = connections[queryset.db].cursor()
        curseur.execute(sql, [_reel(parametre, nom, valeurs) for parametre, nom in parametres])
        return Demande(queryset, curseur)

    def _ecrire(self, constantes, valeurs):
        ecrite = self._compiler(constantes, valeurs)
        if len(self.compilees) >= self.textes:
            self.compilees.pop(next(iter(self.compilees)), None)
        self.compilees[constantes, *valeurs] = ecrite
        return ecrite

    def _compiler(self, constantes, valeurs):
        """The queryset, its SQL now written, and its parameters beside the name of the value each stands for."""
        marques = {nom: _marque(valeur, rang) for rang, (nom, valeur) in enumerate(valeurs.items())}
        jeton = _contexte.set(Contexte((STRUCTURE,)))
        try:
            queryset = self.construire(*constantes, **marques)
        finally:
            _contexte.reset(jeton)
        queryset = queryset.using(queryset.db)  # the router is asked once
        compilateur = queryset.query.get_compiler(using=queryset.db, elide_empty=False)  # « nobody » is SQL too
        sql, parametres = compilateur.as_sql()
        ecrit = SqlEcrit(compilateur)
        queryset.query.get_compiler = lambda *args, **kwargs: ecrit
        noms = {marque: nom for nom, marque in marques.items()} | {STRUCTURE: "structure"}
        mots = [(marque, nom) for nom, marque in marques.items() if isinstance(marque, Mot)]
        places = [(parametre, _mots(parametre, mots) or noms.get(parametre)) for parametre in parametres]
        if calculees := [parametre for parametre, nom in places if nom is None and _est_calculee(parametre)]:
            raise ValueError(f"worked out from a value, and kept as it is: {calculees}")
        return queryset, sql, places


class ListePreparee:
    """A list read page by page: what `RequetePreparee` is to a queryset read whole.

    `lignes(queryset)` adds what is shown of each row; how many there are is counted without it. Called with constants
    and values, it gives what a `Paginator` divides.
    """

    def __init__(self, construire, lignes):
        self.compte = RequetePreparee(lambda *constantes, **valeurs: _compte(construire(*constantes, **valeurs)))
        self.tranche = RequetePreparee(
            lambda debut, fin, *constantes, **valeurs: lignes(construire(*constantes, **valeurs), **valeurs)[
                debut:fin
            ]
        )

    def __call__(self, *constantes, **valeurs):
        return _Divisible(self, constantes, valeurs)


@dataclass(frozen=True)
class _Divisible:
    liste: ListePreparee
    constantes: tuple
    valeurs: dict

    def count(self):
        (combien,) = self.liste.compte(*self.constantes, **self.valeurs)
        return combien

    def __getitem__(self, tranche):
        return self.liste.tranche(tranche.start, tranche.stop, *self.constantes, **self.valeurs)


def _compte(queryset):
    """`count()` as a queryset, which can be kept: one row, one number."""
    return queryset.order_by().values(tout=Value(1)).values_list(Count("pk"), flat=True)


class SqlEcrit:
    """Stands for the compiler of a queryset, so that its iterable makes the same rows and the same instances.

    What Django works out at each query (the SQL, what converts each column) is kept; only the parameters change.
    """

    def __init__(self, compilateur):
        self.base = compilateur.using
        self.select, self.klass_info = compilateur.select, compilateur.klass_info
        self.annotation_col_map = compilateur.annotation_col_map
        colonnes = [colonne for colonne, *_ in self.select[: compilateur.col_count]]
        self.conversions = list(compilateur.get_converters(colonnes).items())

    def execute_sql(self, **kwargs):
        return _lignes.get()

    def results_iter(self, results=None, **kwargs):
        lignes = self.execute_sql() if results is None else results
        return self._convertir(lignes) if self.conversions else iter(lignes)

    def _convertir(self, lignes):
        base = connections[self.base]
        for ligne in map(list, lignes):
            for rang, (fonctions, expression) in self.conversions:
                for fonction in fonctions:
                    ligne[rang] = fonction(ligne[rang], expression, base)
            yield ligne


def _marque(valeur, rang):
    if isinstance(valeur, Mot):
        return Mot(f"qzmarque{chr(ord('a') + rang)}zq")
    if isinstance(valeur, datetime):
        return INSTANT + timedelta(days=rang)
    if isinstance(valeur, str):
        return f"{TEXTE}{rang}"
    return JOUR + timedelta(days=rang) if isinstance(valeur, date) else ENTIER + rang


def _est_calculee(parametre):
    """Whether a parameter comes from the mark of a value without being it (a month later): it would not change."""
    if isinstance(parametre, date):
        return parametre.year >= JOUR.year
    return isinstance(parametre, int) and parametre >= STRUCTURE


def _mots(parametre, mots):
    """Those of the `mots` (mark, name) that a parameter holds, as it is or among other letters."""
    return [(marque, nom) for marque, nom in mots if isinstance(parametre, str) and marque in parametre]


def _reel(parametre, nom, valeurs):
    """What goes in the place of `parametre`; an integer keeps the width that its column gave it."""
    if nom is None:
        return parametre
    if isinstance(nom, list):
        for marque, mot in nom:
            parametre = parametre.replace(marque, valeurs[mot])
        return parametre
    return type(parametre)(valeurs[nom]) if isinstance(parametre, int) else valeurs[nom]
