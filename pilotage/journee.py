"""« Ma journée »: what somebody has before them on one day, each part in one query."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date

from entreprises.models import Entreprise
from entreprises.relation import a_appeler, a_charge_de, avec_promesse, avec_relation
from insertion.droits import Droit, peut
from insertion.models import Brouillon
from parcours.disponibilites import creneaux_proposes
from parcours.enums import StatutRendezVous
from parcours.immersions import attentes
from parcours.models import Action, Immersion, Parcours, RendezVous

from .rappels import en_lettres

#: The day line goes from 8 h to 19 h, further when an appointment does (experience.md, « Ma journée »).
DEBUT, FIN = 8, 19
ACTIONS, SANS_NOUVELLES, BROUILLONS, APPELS, IMMERSIONS = 10, 8, 10, 8, 8
ABSENCES = (StatutRendezVous.EXCUSE, StatutRendezVous.ABSENT)
MANQUES = (*ABSENCES, StatutRendezVous.ANNULE)


@dataclass(frozen=True)
class Carte:
    """One appointment of the day line; `etat` is "prevu", "a_completer", "note", "absence" or "annule".

    Once it is noted, one goes on at the line of `suivant`, the appointment that follows it that day.

    Of somebody who did not come, `prochain` is the appointment already taken since, else `creneau` the one proposed.
    """

    rendez_vous: RendezVous
    etat: str
    derniere_note: str
    suivant: int
    prochain: datetime | None = None
    creneau: datetime | None = None

    @property
    def personne(self):
        return self.rendez_vous.parcours.beneficiaire


@dataclass(frozen=True)
class Heure:
    """One hour of the day line, with the appointments that start in it; `maintenant`: the hour that it is."""

    heure: int
    cartes: list
    maintenant: bool


@dataclass(frozen=True)
class Journee:
    """What the page shows. `None` where the role has no say; `encore_…` tells that more rows wait behind."""

    jour: date
    aujourdhui: date
    heures: list
    brouillons: list
    actions: list | None
    encore_des_actions: bool
    sans_nouvelles: list | None
    encore_des_sans_nouvelles: bool
    appels: list | None = None
    immersions: list | None = None

    @property
    def titre(self):
        return en_lettres(self.jour, semaine=True)

    @property
    def est_vide(self):
        return not any(heure.cartes for heure in self.heures)

    @property
    def a_un_cote(self):
        return bool(self.brouillons or self.appels or self.immersions) or self.actions is not None

    @property
    def veille(self):
        return self.jour - timedelta(days=1)

    @property
    def lendemain(self):
        return self.jour + timedelta(days=1)


def jour_demande(texte, aujourdhui):
    """Return the day that the address asks for (« 2026-11-24 »), today when it names none."""
    try:
        return parse_date(texte or "") or aujourdhui
    except ValueError:
        return aujourdhui


def composer(utilisateur, jour, maintenant):
    """Return the `Journee` of `utilisateur` on the day `jour`, seen at the instant `maintenant`."""
    aujourdhui = timezone.localdate(maintenant)
    actions = _actions(utilisateur, aujourdhui)
    sans_nouvelles = _sans_nouvelles(utilisateur, aujourdhui, maintenant)
    return Journee(
        jour=jour,
        aujourdhui=aujourdhui,
        heures=ligne_du_jour(_cartes(utilisateur, jour, maintenant), jour, maintenant),
        brouillons=list(Brouillon.objects.visibles_par(utilisateur).filter(utilisateur=utilisateur)[:BROUILLONS]),
        actions=actions and actions[:ACTIONS],
        encore_des_actions=bool(actions and len(actions) > ACTIONS),
        sans_nouvelles=sans_nouvelles and sans_nouvelles[:SANS_NOUVELLES],
        encore_des_sans_nouvelles=bool(sans_nouvelles and len(sans_nouvelles) > SANS_NOUVELLES),
        appels=_appels(utilisateur, aujourdhui),
        immersions=_immersions(utilisateur, aujourdhui),
    )


def ligne_du_jour(cartes, jour, maintenant):
    """Return the hours of the day `jour`, each with the `cartes` that start in it (Europe/Paris)."""
    debuts = [timezone.localtime(carte.rendez_vous.debut).hour for carte in cartes]
    ici = timezone.localtime(maintenant)
    return [
        Heure(
            heure=heure,
            cartes=[carte for carte, debut in zip(cartes, debuts, strict=True) if debut == heure],
            maintenant=(ici.date(), ici.hour) == (jour, heure),
        )
        for heure in range(min([DEBUT, *debuts]), max([FIN - 1, *debuts]) + 1)
    ]


def _cartes(utilisateur, jour, maintenant):
    rendez_vous = RendezVous.objects.visibles_par(utilisateur).pour_journee(utilisateur, jour)
    if peut(utilisateur, Droit.VOIR_SUIVI):
        rendez_vous = rendez_vous.avec_derniere_note()
    rendez_vous, ecrit = list(rendez_vous), peut(utilisateur, Droit.ECRIRE_SUIVI)
    prochains, creneaux = _suites(utilisateur, rendez_vous, maintenant) if ecrit else ({}, {})
    return [
        Carte(
            rendez_vous=r,
            etat=etat(r, maintenant, ecrit=ecrit),
            derniere_note=premiere_ligne(getattr(r, "derniere_note", "")),
            suivant=suivant.pk,
            prochain=prochains.get(r.parcours.beneficiaire_id),
            creneau=creneaux.get(r.pk),
        )
        for r, suivant in zip(rendez_vous, [*rendez_vous[1:], *rendez_vous[-1:]], strict=True)
    ]


def _suites(utilisateur, rendez_vous, maintenant):
    """What follows the appointments that did not take place: ({person: next one}, {id: slot proposed})."""
    manques = [r for r in rendez_vous if r.statut in MANQUES and not r.avec and r.parcours.date_sortie is None]
    if not manques:
        return {}, {}
    personnes = {r.parcours.beneficiaire_id for r in manques}
    prochains = RendezVous.objects.visibles_par(utilisateur).prochains(personnes, maintenant)
    sans_suite = [r for r in manques if r.parcours.beneficiaire_id not in prochains]
    return prochains, creneaux_proposes(sans_suite, utilisateur, timezone.localdate(maintenant))


def etat(rendez_vous, maintenant, *, ecrit):
    """What the card of an appointment says at the instant `maintenant`; only who may write is asked to complete."""
    if rendez_vous.statut in ABSENCES:
        return "absence"
    if rendez_vous.statut == StatutRendezVous.ANNULE:
        return "annule"
    if ecrit and rendez_vous.a_completer(maintenant):
        return "a_completer"
    return "note" if rendez_vous.statut == StatutRendezVous.VENU else "prevu"


def premiere_ligne(texte):
    """The first line of a note, without the marks of its layout."""
    lignes = (ligne.replace("**", "").strip("#*-_ \t") for ligne in (texte or "").splitlines())
    return next(filter(None, lignes), "")


def _actions(utilisateur, le):
    if not peut(utilisateur, Droit.VOIR_PARCOURS):
        return None
    return list(Action.objects.visibles_par(utilisateur).pour_journee(utilisateur, le)[: ACTIONS + 1])


def _sans_nouvelles(utilisateur, le, maintenant):
    """People seen longer ago than their rhythm; only for who reads every entretien, others would count wrong."""
    if not peut(utilisateur, Droit.VOIR_SUIVI):
        return None
    parcours = Parcours.objects.visibles_par(utilisateur).suivis_par(utilisateur).entretien_en_retard(le)
    parcours = parcours.avec_prochain_rendez_vous(_matin(le)).select_related("beneficiaire")
    par_personne = {}
    for p in parcours[: 2 * SANS_NOUVELLES]:  # of two parcours of one person, the one that waits the longest
        par_personne.setdefault(p.beneficiaire_id, p)
    return list(par_personne.values())


def _appels(utilisateur, le):
    """Firms whose promised call is due, of those that `utilisateur` answers for."""
    if not peut(utilisateur, Droit.ECRIRE_ENTREPRISES):
        return None
    entreprises = avec_promesse(avec_relation(Entreprise.objects.visibles_par(utilisateur), le), le)
    return list(a_appeler(a_charge_de(entreprises, utilisateur), le)[:APPELS])


def _immersions(utilisateur, le):
    """Mid-term calls and bilans of the people whom `utilisateur` follows."""
    if not peut(utilisateur, Droit.PLACER):
        return None
    siennes = Immersion.objects.visibles_par(utilisateur).de_personnes_suivies_par(utilisateur)
    return attentes(siennes, le)[:IMMERSIONS]


def _matin(le):
    return timezone.make_aware(datetime.combine(le, datetime.min.time()))
