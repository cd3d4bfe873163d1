"""« Fil du parcours »: everything that happened to one person, newest first, in one query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from insertion.enums import Domaine

from .enums import EtatAction, Mode, Moment, StatutCandidature, StatutRendezVous
from .models import LigneFil

#: Filters of the thread, in their order on the page: slug → label. « tout » shows every kind.
FILTRES = {"tout": "Tout", "entretiens": "Entretiens", "actions": "Actions", "documents": "Documents"}
PAR_PAGE = 50
LIBELLES_DOMAINES = dict(Domaine.choices)
COLONNES = ("genre", "objet_id", "quand", "auteur", "texte", "details")


@dataclass(frozen=True)
class Genre:
    """How one kind of event looks. `titre` is a sentence, or a function of the event.

    `corps` says where its text goes: "texte" (below the title), "titre" (after it) or "" (nowhere).
    """

    icone: str
    classe: str
    titre: str | Callable
    filtre: str
    corps: str = "texte"
    date_seule: bool = False


@dataclass(frozen=True)
class Evenement:
    """One mark on the thread. `details` holds what is particular to its `genre`; `titre` is in French."""

    genre: str
    pk: int
    quand: datetime
    auteur: str
    texte: str
    details: dict

    @property
    def aspect(self):
        return GENRES[self.genre]

    @property
    def titre(self):
        titre = self.aspect.titre
        return titre if isinstance(titre, str) else titre(self)

    @property
    def mois(self):
        return self.quand.year, self.quand.month

    @property
    def themes(self):
        """The labels of the domains talked about; a code no longer in use shows as it is."""
        return [LIBELLES_DOMAINES.get(code, code) for code in self.details["themes"]]

    @property
    def actions(self):
        """What the entretien started: label and due date (or None)."""
        return [
            {"intitule": a["intitule"], "echeance": a["echeance"] and date.fromisoformat(a["echeance"])}
            for a in self.details.get("actions", ())
        ]

    @property
    def date_seule(self):
        """Whether the fact has a day and no hour."""
        return self.aspect.date_seule


TITRES_MODE = {
    "telephone": "Entretien téléphonique",
    "visio": "Entretien en visio",
    "domicile": "Entretien à domicile",
    "message": "Échange par e-mail",
    "courrier": "Échange par courrier",
    "spontane": "Passage spontané",
}


def _entretien(evenement):
    mode = Mode(evenement.details["mode"]).label
    if evenement.details["genre"] == "tripartite":
        return f"Entretien tripartite, {mode.lower()}"
    return TITRES_MODE.get(evenement.details["mode"], f"Entretien {mode[0].lower()}{mode[1:]}")


def _absence(evenement):
    return StatutRendezVous(evenement.details["statut"]).label


def _action(evenement):
    return "Action terminée" if evenement.details["etat"] == EtatAction.FAIT else "Action abandonnée"


def _candidature(evenement):
    return f"Candidature {StatutCandidature(evenement.details['statut']).label.lower()}"


def _diagnostic(evenement):
    return Moment(evenement.details["moment"]).label


def _observation(evenement):
    return "Observation reprise du fichier" if evenement.details["origine"] else "Observation"


#: Every kind that a migration gave to the thread (`GenreFil`), in alphabetical order.
GENRES = {
    "absence": Genre("user-off", "x", _absence, "entretiens"),
    "action": Genre("circle-check", "a", _action, "actions", corps="titre", date_seule=True),
    "candidature": Genre("mail", "e", _candidature, "documents", date_seule=True),
    "diagnostic": Genre("chart-bar", "e", _diagnostic, "documents", date_seule=True),
    "document": Genre("file-text", "e", "Document déposé", "documents", corps="titre"),
    "entree": Genre("route", "a", "Début du parcours", "", corps="titre", date_seule=True),
    "entretien": Genre("message-circle", "e", _entretien, "entretiens"),
    "note": Genre("lock", "p", "Note confidentielle", "entretiens", corps=""),
    "observation": Genre("eye", "e", _observation, "entretiens"),
    "rendez_vous": Genre("calendar-event", "e", "Rendez-vous annulé par la structure", "actions", corps=""),
    "sortie": Genre("route", "a", "Fin du parcours", "", corps="titre", date_seule=True),
}


def evenements(beneficiaire, filtre="tout", nombre=PAR_PAGE, depuis=0):
    """Return up to `nombre` `Evenement` of a person, newest first, after skipping `depuis` of them.

    What the role of the open context may not read is not there: the database itself leaves it out.
    """
    lignes = LigneFil.objects.filter(beneficiaire_id=beneficiaire.pk)
    if filtre != "tout":
        lignes = lignes.filter(genre__in=[nom for nom, genre in GENRES.items() if genre.filtre == filtre])
    suite = lignes.order_by("-quand", "-cle").values_list(*COLONNES)[depuis : depuis + nombre]
    return [Evenement(*ligne) for ligne in suite]
