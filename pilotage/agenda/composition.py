"""The page of the agenda, from what was read: columns of hours, weeks of a month, lines of a team."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from insertion.droits import Droit, peut
from insertion.jours import bornes, minuit
from insertion.models import Utilisateur
from insertion.texte import en_mots

from .. import journee
from .conflits import signaler
from .evenements import Evenement, Genre, lire
from .grille import Place, heures_montrees, placer
from .periodes import JOUR, MOIS, SEMAINE, Choix, Periode

#: What one day of a month names before it counts the rest.
NOMMES = 4


@dataclass(frozen=True)
class Creneau:
    """A free half hour, by its `debut` (« 2026-12-01T10:00 ») and the class of its height."""

    debut: str
    classes: str


@dataclass(frozen=True)
class Ligne:
    """An event as one day shows it: its hours in words, what became of it, what it meets, where it stands."""

    evenement: Evenement
    horaire: str
    etat: str
    conflits: list
    classes: str = ""
    qui: str = ""
    ancre: str = ""

    @property
    def genre(self):
        return "annule" if self.evenement.annule else self.evenement.genre.value

    @property
    def heure(self):
        """When it begins: « 9 h 30 »."""
        return _heure(self.evenement.debut)

    @property
    def suite(self):
        """What its hours say after `heure`, for a card wide enough: « – 10 h »."""
        return self.horaire.removeprefix(self.heure)


@dataclass(frozen=True)
class Colonne:
    """One day of one colleague: what has no hour above, the hours below."""

    titre: str
    jour: date
    collegue: Utilisateur | None
    aujourdhui: bool
    bandeau: list
    lignes: list
    creneaux: list = field(default_factory=list)
    hors_mois: bool = False

    @property
    def est_vide(self):
        return not self.bandeau and not self.lignes

    @property
    def nommees(self):
        return self.lignes[:NOMMES]

    @property
    def encore(self):
        return max(0, len(self.lignes) - NOMMES)


@dataclass(frozen=True)
class Agenda:
    """What the page shows: `colonnes` of hours (day, week), `semaines` (month), or the week of a team.

    `equipe` is [(colleague, their days)]; `colonnes` then are the days, with what is everybody's.
    """

    periode: Periode
    choix: Choix
    aujourdhui: date
    conflits: list
    prend_rendez_vous: bool
    heures: list = field(default_factory=list)
    colonnes: list = field(default_factory=list)
    semaines: list = field(default_factory=list)
    equipe: list = field(default_factory=list)

    @property
    def est_vide(self):
        colonnes = [*self.colonnes, *(j for s in self.semaines for j in s), *(c for _, s in self.equipe for c in s)]
        return all(colonne.est_vide for colonne in colonnes)


def composer(lecteur, periode, choix, maintenant):
    """Return the `Agenda` that `lecteur` sees of a `Choix` over a `Periode`, at the instant `maintenant`."""
    evenements = lire(lecteur, choix.montres, periode)
    conflits = signaler(evenements, choix.montres, maintenant, nommer=choix.choisi is None)
    atelier = _Atelier(lecteur, periode, choix, maintenant, evenements, conflits)
    return Agenda(
        periode=periode,
        choix=choix,
        aujourdhui=atelier.aujourdhui,
        conflits=[conflit for conflit in conflits if conflit.phrase],
        prend_rendez_vous=atelier.ecrit,
        **atelier.parties(),
    )


class _Atelier:
    """What every part of one page is made from."""

    def __init__(self, lecteur, periode, choix, maintenant, evenements, conflits):
        self.lecteur, self.periode, self.choix, self.maintenant = lecteur, periode, choix, maintenant
        self.evenements, self.aujourdhui = evenements, timezone.localdate(maintenant)
        self.ecrit = peut(lecteur, Droit.ECRIRE_SUIVI)
        self.noms = {collegue.pk: collegue for collegue in choix.montres}
        self.marques, self.ancres = _par_cle(conflits), set()
        self.premiere, self.derniere = heures_montrees(evenements)

    def parties(self):
        if self.periode.vue == MOIS:
            jours = [self.colonne(jour) for jour in self.periode.jours]
            return {"semaines": [jours[rang : rang + 7] for rang in range(0, len(jours), 7)]}
        if self.choix.choisi is None and self.periode.vue == SEMAINE:
            return self._semaine_de_l_equipe()
        if self.choix.choisi is None:
            colonnes = [self.colonne(self.periode.jour, collegue, horaire=True) for collegue in self.choix.collegues]
        else:
            colonnes = [self.colonne(jour, self.choix.choisi, horaire=True) for jour in self._jours_montres()]
        return {"colonnes": colonnes, "heures": list(range(self.premiere, self.derniere))}

    def _jours_montres(self):
        """A week-end only when something is there, or when it is what was asked for."""
        jours = self.periode.jours
        if self.periode.vue == JOUR:
            return jours
        return [j for j in jours if j.weekday() < 5 or j == self.periode.jour or self._du_jour(j, travail=True)]

    def _semaine_de_l_equipe(self):
        jours, tous = self._jours_montres(), self.evenements
        self.evenements = [e for e in tous if not e.collegues]
        entetes = [self.colonne(jour) for jour in jours]
        self.evenements = [e for e in tous if e.collegues]
        lignes = [(collegue, [self.colonne(jour, collegue) for jour in jours]) for collegue in self.choix.collegues]
        return {"colonnes": entetes, "equipe": lignes}

    def _du_jour(self, jour, collegue=None, *, travail=False):
        debut, fin = bornes(jour)
        return [
            e
            for e in self.evenements
            if e.debut < fin
            and e.fin > debut
            and (collegue is None or e.concerne(collegue))
            and not (travail and e.genre in (Genre.FERIE, Genre.ABSENCE))
        ]

    def colonne(self, jour, collegue=None, *, horaire=False):
        du_jour = self._du_jour(jour, collegue)
        places = [e for e in du_jour if not e.journee]
        par_equipe = self.choix.choisi is None and horaire
        lignes = placer(places, self.premiere) if horaire else [Place(e, "") for e in places]
        return Colonne(
            titre=str(collegue) if par_equipe else en_mots(jour, "l j F"),
            jour=jour,
            collegue=collegue,
            aujourdhui=jour == self.aujourdhui,
            bandeau=[self._ligne(e, jour) for e in du_jour if e.journee],
            lignes=[self._ligne(place.evenement, jour, place.classes) for place in lignes],
            creneaux=self._creneaux(jour) if horaire and self.ecrit else [],
            hors_mois=self.periode.vue == MOIS and jour.month != self.periode.jour.month,
        )

    def _ligne(self, evenement, jour, classes=""):
        etat = ""
        if evenement.genre in (Genre.RENDEZ_VOUS, Genre.ACCOMPAGNEMENT):
            etat = journee.etat(evenement.objet, self.maintenant, ecrit=self.ecrit)
        partage = self.choix.choisi is None and evenement.collegues
        return Ligne(
            evenement=evenement,
            horaire=_horaire(evenement, jour),
            etat=etat,
            conflits=self.marques.get(evenement.cle, []),
            classes=classes,
            ancre=self._ancre(evenement),
            qui=", ".join(self.noms[pk].initiales for pk in evenement.collegues if pk in self.noms)
            if partage
            else "",
        )

    def _ancre(self, evenement):
        """What the phrase of a conflict leads to: the first place where the event stands."""
        if evenement.cle in self.ancres:
            return ""
        self.ancres.add(evenement.cle)
        return evenement.cle

    def _creneaux(self, jour):
        """The half hours to come of a day: none of the past can be taken."""
        tous = [datetime.combine(jour, time(h, m)) for h in range(self.premiere, self.derniere) for m in (0, 30)]
        return [
            Creneau(f"{quand:%Y-%m-%dT%H:%M}", f"h{quand.hour - self.premiere} m{quand.minute // 5}")
            for quand in tous
            if timezone.make_aware(quand) > self.maintenant
        ]


def _par_cle(conflits):
    marques = {}
    for conflit in conflits:
        courts = marques.setdefault(conflit.cle, [])
        if conflit.court not in courts:
            courts.append(conflit.court)
    return marques


def _horaire(evenement, jour):
    """« 9 h 30 – 10 h »; « matin » or « après-midi » of an absence that takes half of the day `jour`."""
    if not evenement.journee:
        return f"{_heure(evenement.debut)} – {_heure(evenement.fin)}"
    if evenement.debut > minuit(jour):
        return "après-midi"
    return "matin" if evenement.fin < minuit(jour + timedelta(days=1)) else ""


def _heure(instant):
    local = timezone.localtime(instant)
    return en_mots(local, r"G \h i" if local.minute else r"G \h")
