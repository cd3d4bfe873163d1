"""What was read and changed of one person's file: a page of it, the latest first."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.db.models import BigIntegerField, F, OuterRef, Subquery, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone

from beneficiaires.models import FusionDossiers
from insertion.models import Lecture, Utilisateur

from .genres import genres
from .phrases import changements, consultation, modification

LECTURE = "lecture"
#: Who did what no colleague did: a task of the application, or somebody who holds the database.
TACHE, HORS_APPLICATION = "Tremplin", "Quelqu’un, directement dans la base de données,"


@dataclass
class Ligne:
    """One thing done, or the same one several times in a row (`fois`)."""

    le: datetime
    auteur: str
    phrase: str
    changements: list = field(default_factory=list)
    fois: int = 1

    def repete(self, autre):
        memes = (self.auteur, self.phrase) == (autre.auteur, autre.phrase)
        return memes and not self.changements and not autre.changements


def journal(beneficiaire_id, *, quoi="", auteur=None, du=None, au=None):
    """The queryset of what was done, a union of values; `quoi`: « lectures », « modifications », both if empty.

    What was done in a file that was made one with this one is of this one.
    """
    parts, numeros = [], FusionDossiers.objects.numeros_de(beneficiaire_id)
    if quoi != "modifications":
        lectures = Lecture.objects.filter(beneficiaire_id__in=numeros).annotate(qui_fait=F("utilisateur_id"))
        parts.append(_colonnes(lectures, LECTURE, "at", "pk", auteur, du, au))
    if quoi != "lectures":
        qui = Cast(KeyTextTransform("utilisateur", "pgh_context"), BigIntegerField())
        for nom, genre in genres().items():
            faits = genre.evenements(numeros).annotate(qui_fait=qui)
            parts.append(_colonnes(faits, nom, "pgh_created_at", "pgh_id", auteur, du, au))
    premiere, *autres = parts
    return premiere.union(*autres, all=True).order_by("-quand", "-cle")


def _colonnes(faits, genre, instant, cle, auteur, du, au):
    criteres = {"qui_fait": auteur, f"{instant}__date__gte": du, f"{instant}__date__lte": au}
    return (
        faits.filter(**{nom: valeur for nom, valeur in criteres.items() if valeur is not None})
        .annotate(genre_fait=Cast(Value(genre), TextField()), quand=F(instant), cle=Cast(F(cle), BigIntegerField()))
        .order_by()
        .values("genre_fait", "quand", "cle", "qui_fait")
    )


def par_jour(rangees):
    """[(day, [Ligne])] of the rows of a page: one query for each kind of fact on it, whatever their number."""
    cles = defaultdict(list)
    for rangee in rangees:
        cles[rangee["genre_fait"]].append(rangee["cle"])
    faits = {genre: _faits(genre, siennes) for genre, siennes in cles.items()}
    noms = Utilisateur.objects.in_bulk(
        {rangee["qui_fait"] for rangee in rangees if rangee["qui_fait"]} | _cites(faits)
    )
    lignes = [_ligne(rangee, faits[rangee["genre_fait"]], noms) for rangee in rangees]
    return [(jour, _reunir(siennes)) for jour, siennes in groupby(lignes, key=lambda x: timezone.localdate(x.le))]


def _faits(genre, cles):
    """{key: (fact, state before it or None)}"""
    if genre == LECTURE:
        return {lecture.pk: (lecture, None) for lecture in Lecture.objects.filter(pk__in=cles)}
    histoire = genres()[genre].histoire
    avant = histoire.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    faits = histoire.objects.filter(pgh_id__in=cles).annotate(
        avant_id=Subquery(avant.order_by("-pgh_id").values("pgh_id")[:1])
    )
    etats = histoire.objects.in_bulk([fait.avant_id for fait in faits if fait.pgh_label == "update"])
    return {fait.pgh_id: (fait, etats.get(fait.avant_id)) for fait in faits}


def _cites(faits):
    """Ids of the colleagues that the states shown name (who receives, who follows)."""
    etats = [etat for siens in faits.values() for paire in siens.values() for etat in paire if etat]
    return {
        getattr(etat, champ.attname)
        for etat in etats
        for champ in etat._meta.fields
        if champ.related_model is Utilisateur and getattr(etat, champ.attname)
    }


def _ligne(rangee, faits, noms):
    fait, avant = faits[rangee["cle"]]
    if rangee["genre_fait"] == LECTURE:
        auteur = str(noms.get(rangee["qui_fait"], "Un ancien compte"))
        return Ligne(rangee["quand"], auteur, consultation(fait.quoi))
    if rangee["qui_fait"] is None:
        auteur = HORS_APPLICATION
    else:
        auteur = str(noms.get(rangee["qui_fait"], "Un ancien compte")) if rangee["qui_fait"] else TACHE
    phrase = modification(rangee["genre_fait"], fait)
    return Ligne(rangee["quand"], auteur, phrase, changements=changements(avant, fait, noms) if avant else [])


def _reunir(lignes):
    """The same thing done several times in a row is said once."""
    reunies = []
    for ligne in lignes:
        if reunies and reunies[-1].repete(ligne):
            reunies[-1].fois += 1
        else:
            reunies.append(ligne)
    return reunies
