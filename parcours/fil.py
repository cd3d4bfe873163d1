"""« Fil du parcours »: everything that happened to one person, newest first, in one query."""

from datetime import date

from django.conf import settings
from django.db.models import DateTimeField, FloatField, Func

from insertion import fil
from insertion.enums import Domaine
from insertion.fil import PAR_PAGE, Details
from insertion.isolation.preparees import RequetePreparee
from insertion.texte import minuscule

from .enums import Accompagnement, Qualite
from .genres import GENRES
from .models import LigneEntretien, LigneFil

#: Filters of the thread, in their order on the page: slug → label. « tout » shows every kind.
FILTRES = {
    "tout": "Tout",
    "entretiens": "Entretiens",
    "actions": "Actions",
    "demarches": "Démarches",
    "documents": "Documents",
    "collectif": "Ateliers",
}
LIBELLES_DOMAINES = dict(Domaine.choices) | dict(Accompagnement.choices)
#: Kinds that say when somebody was last seen, or was not, and how many of them one reads before they sit down.
CONTACTS, POUR_MEMOIRE = ("entretien", "absence"), 3
ORDRE = ("-instant", "-cle")
COLONNES = ("genre", "objet_id", "ici", "auteur", "texte", "details", "instant", "cle")


class Ici(Func):
    """An instant as the clocks of the site read it: PostgreSQL converts dozens of them sooner than Python."""

    template = f"(%(expressions)s AT TIME ZONE '{settings.TIME_ZONE}')"
    output_field = DateTimeField()


class Instant(Func):
    """An instant as a number of seconds: it puts a thread in order, and Python need not make a date of it again."""

    template = "date_part('epoch', %(expressions)s)"
    output_field = FloatField()


def derniers_contacts(evenements):
    """The last times that the person was seen, or did not come, among `evenements`, newest first."""
    return [evenement for evenement in evenements if evenement.genre in CONTACTS][:POUR_MEMOIRE]


class Evenement(fil.Evenement):
    """What the accompaniment adds to an event: themes, who was there, what was started."""

    @property
    def themes(self):
        """The labels of the domains talked about; a code no longer in use shows as it is."""
        codes = [*(self.details["themes"] or ()), *(self.details["accompagnements"] or ())]
        return [LIBELLES_DOMAINES.get(code, code) for code in codes]

    @property
    def presents(self):
        """Who else was there: « Louis Ferrand (encadrant·e technique) »."""
        presents = self.details.get("presents") or ()
        return [f"{p['nom']} ({_qualite(p['qualite'])})" if p["qualite"] else p["nom"] for p in presents]

    @property
    def actions(self):
        """What the entretien started: label and due date (or None)."""
        return [
            {"intitule": a["intitule"], "echeance": a["echeance"] and date.fromisoformat(a["echeance"])}
            for a in self.details["actions"] or ()
        ]


def _qualite(code):
    return minuscule(Qualite(code).label)


def evenements(beneficiaire, filtre="tout", nombre=PAR_PAGE, depuis=0):
    """Return up to `nombre` `Evenement` of a person, newest first, after skipping `depuis` of them.

    What the role of the open context may not read is not there: the database itself leaves it out.
    """
    return lire(demander(beneficiaire.pk, filtre, nombre, depuis))


def demander(personne, filtre, nombre, depuis):
    """Send the same question, about the person whose id is `personne`; `lire` reads the answer."""
    return _lignes.demander(filtre, nombre, depuis, personne=personne)


def lire(demande):
    return [
        Evenement(genre, pk, quand, auteur, texte, Details(details), GENRES[genre])
        for genre, pk, quand, auteur, texte, details, *_ordre in demande.lire()
    ]


@RequetePreparee
def _lignes(filtre, nombre, depuis, *, personne):
    """The entretiens, by far the most numerous, and all the rest, each cut before they are put together."""
    autres, entretiens = LigneFil.objects.exclude(genre="entretien"), LigneEntretien.objects.all()
    if filtre != "tout":
        genres = [nom for nom, genre in GENRES.items() if genre.filtre == filtre]
        autres, entretiens = autres.filter(genre__in=genres), entretiens.filter(genre__in=genres)
    premiers, seconds = (_premieres(lignes, personne, depuis + nombre) for lignes in (autres, entretiens))
    return premiers.union(seconds, all=True).order_by(*ORDRE)[depuis : depuis + nombre]


def _premieres(lignes, personne, nombre):
    siennes = lignes.filter(beneficiaire_id=personne).annotate(ici=Ici("quand"), instant=Instant("quand"))
    return siennes.order_by(*ORDRE).values_list(*COLONNES)[:nombre]
