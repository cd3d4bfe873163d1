"""« Ma journée »: what somebody has before them on one day, each part in one query."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date

from entreprises.models import Entreprise
from entreprises.relation import a_appeler, a_charge_de, avec_promesse
from insertion.droits import Droit, peut
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.jours import bornes, minuit
from insertion.models import Brouillon
from parcours.disponibilites import creneaux_proposes
from parcours.enums import StatutRendezVous
from parcours.immersions import attentes
from parcours.models import Action, Immersion, Intervenant, Parcours, RendezVous, ReunionEquipe

from .agenda.conflits import signaler
from .agenda.evenements import Evenement, de_la_seance, du_rendez_vous
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
    `conflits`: what cannot be, in a word.
    """

    rendez_vous: RendezVous
    etat: str
    derniere_note: str
    suivant: int
    prochain: datetime | None = None
    creneau: datetime | None = None
    conflits: tuple = ()

    @property
    def personne(self):
        return self.rendez_vous.parcours.beneficiaire


@dataclass(frozen=True)
class Seance:
    """A séance of an atelier that one holds, in the day line; `conflits` as those of a `Carte`."""

    evenement: Evenement
    conflits: tuple = ()


@dataclass(frozen=True)
class Heure:
    """One hour of the day line, with the appointments and the séances that start in it; `maintenant`: it is now."""

    heure: int
    cartes: list
    maintenant: bool
    seances: list = ()


@dataclass(frozen=True)
class Journee:
    """What the page shows. `None` where the role has no say; `encore_…` tells that more rows wait behind. `reunions`
    are those of the team that day, `conflits` what cannot be, as the agenda says it."""

    jour: date
    aujourdhui: date
    heures: list
    reunions: list
    conflits: list
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
        return not any(heure.cartes or heure.seances for heure in self.heures)

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
    listes = _lire(utilisateur, jour, aujourdhui)
    actions, sans_nouvelles = listes.get("actions"), _une_par_personne(listes.get("sans_nouvelles"))
    seances = [de_la_seance(tenue.seance, [utilisateur.pk], utilisateur) for tenue in listes["seances"]]
    conflits = _conflits(utilisateur, listes["rendez_vous"], seances, maintenant)
    marques = {}
    for conflit in conflits:
        marques.setdefault(conflit.cle, set()).add(conflit.court)
    cartes = _cartes(utilisateur, listes["rendez_vous"], maintenant, marques)
    tenues = [Seance(seance, tuple(marques.get(seance.cle, ()))) for seance in seances]
    return Journee(
        jour=jour,
        aujourdhui=aujourdhui,
        heures=ligne_du_jour(cartes, jour, maintenant, tenues),
        reunions=listes["reunions"],
        conflits=[conflit.phrase for conflit in conflits if conflit.phrase],
        brouillons=listes["brouillons"],
        actions=actions and actions[:ACTIONS],
        encore_des_actions=bool(actions and len(actions) > ACTIONS),
        sans_nouvelles=sans_nouvelles and sans_nouvelles[:SANS_NOUVELLES],
        encore_des_sans_nouvelles=bool(sans_nouvelles and len(sans_nouvelles) > SANS_NOUVELLES),
        appels=listes.get("appels"),
        immersions=_premieres_attentes(listes.get("immersions"), aujourdhui),
    )


# What the page reads at each opening, written once (docs/decisions/0008-requetes-preparees.md).
def _du_jour(avec_note, utilisateur, matin, soir):
    rendez_vous = RendezVous.objects.pour_journee(utilisateur, matin, soir)
    return rendez_vous.avec_derniere_note() if avec_note else rendez_vous


def _sans_nouvelles(utilisateur, le, matin):
    parcours = Parcours.objects.suivis_par(utilisateur).entretien_en_retard(le).avec_prochain_rendez_vous(matin)
    return parcours.select_related("beneficiaire")[: 2 * SANS_NOUVELLES]


def _appels(utilisateur, le):
    """Firms whose promised call is due, of those that `utilisateur` answers for."""
    return a_appeler(a_charge_de(avec_promesse(Entreprise.objects, le), utilisateur), le)[:APPELS]


def _seances(utilisateur, matin, soir):
    """The séances that `utilisateur` holds that day."""
    tenues = Intervenant.objects.filter(utilisateur=utilisateur, seance__debut__gte=matin, seance__debut__lt=soir)
    return tenues.select_related("seance__atelier").order_by("seance__debut", "pk")


REQUETES = {
    "rendez_vous": RequetePreparee(_du_jour),
    "seances": RequetePreparee(_seances),
    "reunions": RequetePreparee(lambda jour: ReunionEquipe.objects.filter(date=jour).order_by("pk")),
    "brouillons": RequetePreparee(lambda utilisateur: Brouillon.objects.filter(utilisateur=utilisateur)[:BROUILLONS]),
    "actions": RequetePreparee(lambda utilisateur, le: Action.objects.pour_journee(utilisateur, le)[: ACTIONS + 1]),
    "sans_nouvelles": RequetePreparee(_sans_nouvelles),
    "appels": RequetePreparee(_appels),
    "immersions": RequetePreparee(
        lambda utilisateur, le: Immersion.objects.de_personnes_suivies_par(utilisateur).en_attente(le).pour_fiche()
    ),
}


def _lire(utilisateur, jour, le):
    """{name: rows} of all that the role may see, in one journey to the database.

    People without news are only for who reads every entretien: others would count wrong.
    """
    notes, siens = peut(utilisateur, Droit.VOIR_SUIVI), {"utilisateur": utilisateur.pk, "le": le}
    matin, soir = bornes(jour)
    with ensemble():
        demandes = {
            "rendez_vous": REQUETES["rendez_vous"].demander(
                notes, utilisateur=utilisateur.pk, matin=matin, soir=soir
            ),
            "seances": REQUETES["seances"].demander(utilisateur=utilisateur.pk, matin=matin, soir=soir),
            "reunions": REQUETES["reunions"].demander(jour=jour),
            "brouillons": REQUETES["brouillons"].demander(utilisateur=utilisateur.pk),
        }
        if notes:
            demandes["sans_nouvelles"] = REQUETES["sans_nouvelles"].demander(**siens, matin=minuit(le))
        for nom, droit in (
            ("actions", Droit.VOIR_PARCOURS),
            ("appels", Droit.ECRIRE_ENTREPRISES),
            ("immersions", Droit.PLACER),
        ):
            if peut(utilisateur, droit):
                demandes[nom] = REQUETES[nom].demander(**siens)
        return {nom: demande.lire() for nom, demande in demandes.items()}


def ligne_du_jour(cartes, jour, maintenant, seances=()):
    """Return the hours of the day `jour`, each with the `cartes` and `seances` that start in it (Europe/Paris)."""
    debuts = [timezone.localtime(carte.rendez_vous.debut).hour for carte in cartes]
    ouvertures = [timezone.localtime(seance.evenement.debut).hour for seance in seances]
    ici = timezone.localtime(maintenant)
    return [
        Heure(
            heure=heure,
            cartes=[carte for carte, debut in zip(cartes, debuts, strict=True) if debut == heure],
            maintenant=(ici.date(), ici.hour) == (jour, heure),
            seances=[seance for seance, debut in zip(seances, ouvertures, strict=True) if debut == heure],
        )
        for heure in range(min([DEBUT, *debuts, *ouvertures]), max([FIN - 1, *debuts, *ouvertures]) + 1)
    ]


def _conflits(utilisateur, rendez_vous, seances, maintenant):
    """The `Conflit`s of the day, as the agenda finds them among what the page read."""
    siens = [du_rendez_vous(r, utilisateur) for r in rendez_vous]
    return signaler([*siens, *seances], [utilisateur], maintenant)


def _cartes(utilisateur, rendez_vous, maintenant, marques):
    ecrit = peut(utilisateur, Droit.ECRIRE_SUIVI)
    prochains, creneaux = _suites(utilisateur, rendez_vous, maintenant) if ecrit else ({}, {})
    return [
        Carte(
            rendez_vous=r,
            etat=etat(r, maintenant, ecrit=ecrit),
            derniere_note=premiere_ligne(getattr(r, "derniere_note", "")),
            suivant=suivant.pk,
            prochain=prochains.get(r.parcours.beneficiaire_id),
            creneau=creneaux.get(r.pk),
            conflits=tuple(marques.get(f"rendez-vous-{r.pk}", ())),
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


def _une_par_personne(parcours):
    """Of two parcours of one person, the one that waits the longest; None where the role has no say."""
    if parcours is None:
        return None
    par_personne = {}
    for p in parcours:
        par_personne.setdefault(p.beneficiaire_id, p)
    return list(par_personne.values())


def _premieres_attentes(immersions, le):
    return None if immersions is None else attentes(immersions, le)[:IMMERSIONS]
