"""What is in an agenda: one query for each kind of thing, whatever the number of days and of colleagues."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, auto

from django.db import models
from django.urls import reverse

from insertion import feries
from insertion.droits import Droit, peut
from insertion.jours import minuit
from insertion.models import AbsenceCollegue
from parcours.enums import StatutRendezVous
from parcours.models import Immersion, Intervenant, RendezVous, ReunionEquipe

from .occupations import occupations

#: After which the slot is free again, and outside calendars read « annulé ».
LIBERES = (StatutRendezVous.ANNULE, StatutRendezVous.EXCUSE)


class Genre(StrEnum):
    RENDEZ_VOUS = auto()  # somebody comes to us
    ACCOMPAGNEMENT = auto()  # outside, with the person
    SEANCE = auto()  # of an atelier that one holds
    OCCUPE = auto()  # something that the reader may not read
    REUNION = auto()
    IMMERSION = auto()  # the mid-term call is due
    ABSENCE = auto()
    FERIE = auto()


#: What fills the time of somebody, so that two of them at once are one too many.
PRENNENT_DU_TEMPS = (Genre.RENDEZ_VOUS, Genre.ACCOMPAGNEMENT, Genre.SEANCE, Genre.OCCUPE)


@dataclass(frozen=True)
class Evenement:
    """One thing of the agenda, from `debut` to `fin` (aware); `journee`: it has a day and no hour.

    `cle` names it for ever, here and in the calendars that read the feed. `collegues` are the ids of those whose time
    it is; none: everybody's. `objet` is the row, when the reader may read it. `annule`: the slot is free again.
    """

    genre: Genre
    cle: str
    debut: datetime
    fin: datetime
    titre: str
    collegues: tuple = ()
    precision: str = ""
    url: str = ""
    objet: models.Model | None = None
    journee: bool = False
    annule: bool = False

    @property
    def prend_du_temps(self):
        return self.genre in PRENNENT_DU_TEMPS and not self.annule

    @property
    def en_mots(self):
        """« le rendez-vous avec Amina Benali », « l’atelier Café philo »."""
        sortes = {
            Genre.RENDEZ_VOUS: "le rendez-vous avec ",
            Genre.ACCOMPAGNEMENT: "l’accompagnement de ",
            Genre.SEANCE: "l’atelier ",
        }
        return f"{sortes[self.genre]}{self.titre}" if self.genre in sortes else "un créneau occupé"

    def concerne(self, collegue):
        return not self.collegues or collegue.pk in self.collegues


def lire(lecteur, collegues, periode):
    """Return the `Evenement`s of `collegues` over a `Periode`, as `lecteur` may read them, in the order of the hours.

    What the database hides from `lecteur` is there as a busy slot, without a name.
    """
    pks = [collegue.pk for collegue in collegues]
    lus = [*_rendez_vous(lecteur, pks, periode), *_seances(lecteur, pks, periode)]
    lus += _occupes(lecteur, pks, periode, {evenement.cle for evenement in lus})
    lus += _reunions(lecteur, periode)
    lus += _immersions(lecteur, pks, periode)
    lus += _absences(lecteur, pks, periode)
    lus += _feries(periode)
    return sorted(lus, key=lambda e: (not e.journee, e.debut, e.fin, e.cle))


def _rendez_vous(lecteur, pks, periode):
    lignes = RendezVous.objects.visibles_par(lecteur).filter(utilisateur__in=pks).qui_occupent()
    lignes = lignes.entre(periode.debut, periode.fin).select_related("parcours__beneficiaire")
    return [du_rendez_vous(rendez_vous, lecteur) for rendez_vous in lignes]


def du_rendez_vous(r, lecteur):
    """The `Evenement` of a RendezVous, as `lecteur` opens it."""
    page = "parcours:personne_detail" if peut(lecteur, Droit.VOIR_PARCOURS) else "beneficiaires:beneficiaire_detail"
    return Evenement(
        genre=Genre.ACCOMPAGNEMENT if r.avec else Genre.RENDEZ_VOUS,
        cle=f"rendez-vous-{r.pk}",
        debut=r.debut,
        fin=r.fin,
        titre=str(r.parcours.beneficiaire),
        collegues=(r.utilisateur_id,),
        precision=", ".join(filter(None, (r.interlocuteur if r.avec else "", r.lieu))),
        url=reverse(page, args=[r.parcours.beneficiaire_id]),
        objet=r,
        annule=r.statut in LIBERES,
    )


def _seances(lecteur, pks, periode):
    """Séances that these colleagues hold; one that two of them hold is there once."""
    debut, fin = periode.instants
    animees = Intervenant.objects.visibles_par(lecteur).filter(
        utilisateur__in=pks, seance__debut__lt=fin, seance__fin__gt=debut
    )
    par_seance = {}
    for animee in animees.select_related("seance__atelier").order_by("pk"):
        par_seance.setdefault(animee.seance, []).append(animee.utilisateur_id)
    return [de_la_seance(seance, par, lecteur) for seance, par in par_seance.items()]


def de_la_seance(seance, par, lecteur):
    """The `Evenement` of a Seance that the colleagues `par` (ids) hold, as `lecteur` opens it."""
    return Evenement(
        genre=Genre.SEANCE,
        cle=f"seance-{seance.pk}",
        debut=seance.debut,
        fin=seance.fin,
        titre=seance.atelier.titre,
        collegues=tuple(par),
        precision=seance.lieu,
        url=reverse("parcours:seance_detail", args=[seance.pk]) if peut(lecteur, Droit.VOIR_PARCOURS) else "",
        objet=seance,
        annule=seance.est_annulee,
    )


def _occupes(lecteur, pks, periode, lus):
    return [
        Evenement(Genre.OCCUPE, f"occupe-{o.debut:%Y%m%d%H%M}-{o.fin:%H%M}-{qui}", o.debut, o.fin, "Occupé", (qui,))
        for qui, o in occupations(lecteur, pks, periode, lus)
    ]


def _reunions(lecteur, periode):
    dates = (periode.debut, periode.fin)
    return [
        Evenement(
            genre=Genre.REUNION,
            cle=f"reunion-{reunion.pk}",
            debut=minuit(reunion.date),
            fin=minuit(reunion.date + timedelta(days=1)),
            titre="Réunion d’équipe",
            url=reverse("parcours:reunion_detail", args=[reunion.pk]),
            objet=reunion,
            journee=True,
        )
        for reunion in ReunionEquipe.objects.visibles_par(lecteur).filter(date__range=dates).order_by("date", "pk")
    ]


def _immersions(lecteur, pks, periode):
    """The mid-term call of an immersion, on its day, for the référent of the person, until it is made."""
    if not peut(lecteur, Droit.VOIR_PLACEMENTS):
        return []
    appels = {}
    for immersion in Immersion.objects.visibles_par(lecteur).appels_prevus(periode.debut, periode.fin, pks):
        appels.setdefault(immersion.pk, (immersion, []))[1].append(immersion.referent)
    return [
        Evenement(
            genre=Genre.IMMERSION,
            cle=f"immersion-{pk}",
            debut=minuit(immersion.mi_parcours_le),
            fin=minuit(immersion.mi_parcours_le + timedelta(days=1)),
            titre=f"Appel de mi-parcours : {immersion.parcours.beneficiaire}",
            collegues=tuple(referents),
            precision=str(immersion.entreprise),
            url=reverse("parcours:immersion_detail", args=[pk]),
            objet=immersion,
            journee=True,
        )
        for pk, (immersion, referents) in appels.items()
    ]


def _absences(lecteur, pks, periode):
    absences = AbsenceCollegue.objects.visibles_par(lecteur).filter(utilisateur__in=pks)
    return [
        Evenement(
            genre=Genre.ABSENCE,
            cle=f"absence-{absence.pk}",
            debut=absence.debut,
            fin=absence.fin,
            titre=absence.genre_pour(lecteur),
            collegues=(absence.utilisateur_id,),
            url=reverse("pilotage:absence_update", args=[absence.pk]) if absence.modifiable_par(lecteur) else "",
            objet=absence,
            journee=True,
        )
        for absence in absences.qui_touchent(*periode.instants).order_by("debut", "pk")
    ]


def _feries(periode):
    return [
        Evenement(Genre.FERIE, f"ferie-{jour}", minuit(jour), minuit(jour + timedelta(days=1)), nom, journee=True)
        for jour, nom in feries.entre(periode.debut, periode.fin).items()
    ]
