"""« Fil du parcours »: everything that happened to one person, newest first, in one query."""

from dataclasses import dataclass
from datetime import date, datetime

from insertion.enums import Domaine

from .enums import EtatAction, Mode, Moment, StatutCandidature, StatutRendezVous
from .models import LigneFil

#: Filters of the thread, in their order on the page: slug → (label, kinds of events).
FILTRES = {
    "tout": ("Tout", ()),
    "entretiens": ("Entretiens", ("entretien", "absence", "note", "observation")),
    "actions": ("Actions", ("action", "rendez_vous")),
    "documents": ("Documents", ("document", "diagnostic", "candidature")),
}
PAR_PAGE = 50
LIBELLES_DOMAINES = dict(Domaine.choices)
COLONNES = ("genre", "objet_id", "quand", "auteur", "texte", "details")


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
    def titre(self):
        return TITRES[self.genre](self)

    @property
    def icone(self):
        return STYLES[self.genre][0]

    @property
    def classe(self):
        return STYLES[self.genre][1]

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
        return self.genre in ("action", "diagnostic", "entree", "sortie", "candidature")


STYLES = {
    "entretien": ("message-circle", "e"),
    "absence": ("user-off", "x"),
    "rendez_vous": ("calendar-event", "e"),
    "action": ("circle-check", "a"),
    "note": ("lock", "p"),
    "observation": ("eye", "e"),
    "diagnostic": ("chart-bar", "e"),
    "document": ("file-text", "e"),
    "candidature": ("mail", "e"),
    "entree": ("route", "a"),
    "sortie": ("route", "a"),
}


TITRES_MODE = {
    "telephone": "Entretien téléphonique",
    "visio": "Entretien en visio",
    "domicile": "Entretien à domicile",
    "message": "Échange par e-mail",
    "courrier": "Échange par courrier",
    "spontane": "Passage spontané",
}


def _titre_entretien(evenement):
    mode = Mode(evenement.details["mode"]).label
    if evenement.details["genre"] == "tripartite":
        return f"Entretien tripartite, {mode.lower()}"
    return TITRES_MODE.get(evenement.details["mode"], f"Entretien {mode[0].lower()}{mode[1:]}")


TITRES = {
    "entretien": _titre_entretien,
    "absence": lambda e: StatutRendezVous(e.details["statut"]).label,
    "rendez_vous": lambda e: "Rendez-vous annulé par la structure",
    "action": lambda e: "Action terminée" if e.details["etat"] == EtatAction.FAIT else "Action abandonnée",
    "note": lambda e: "Note confidentielle",
    "observation": lambda e: "Observation reprise du fichier" if e.details["origine"] else "Observation",
    "diagnostic": lambda e: Moment(e.details["moment"]).label,
    "document": lambda e: "Document déposé",
    "candidature": lambda e: f"Candidature {StatutCandidature(e.details['statut']).label.lower()}",
    "entree": lambda e: "Début du parcours",
    "sortie": lambda e: "Fin du parcours",
}


def evenements(beneficiaire, filtre="tout", nombre=PAR_PAGE, depuis=0):
    """Return up to `nombre` `Evenement` of a person, newest first, after skipping `depuis` of them.

    What the role of the open context may not read is not there: the database itself leaves it out.
    """
    lignes = LigneFil.objects.filter(beneficiaire_id=beneficiaire.pk)
    if genres := FILTRES[filtre][1]:
        lignes = lignes.filter(genre__in=genres)
    suite = lignes.order_by("-quand", "-cle").values_list(*COLONNES)[depuis : depuis + nombre]
    return [Evenement(*ligne) for ligne in suite]
