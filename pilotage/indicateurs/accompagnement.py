"""What was done with people: entretiens, absences, time, ateliers (metier.md §5, §1 rows 60 and 78)."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from insertion.enums import DOMAINES_SENSIBLES
from insertion.jours import Jour, bornes, minuit
from parcours import temps
from parcours.enums import PresenceSeance, StatutRendezVous
from parcours.models import Entretien, Participation, RendezVous, Seance

from .chiffres import Ligne, Nature, Repere, Unite, compte, exclusions, somme, taux
from .registre import indicateur, une_fois

RUBRIQUE = "Accompagnement"
SANS_SUITE, ANNULES, NON_POINTES = "sans suite notée", "annulés par la structure", "présence non notée"
NATURES = (
    (temps.INDIVIDUEL, "Individuel"),
    (temps.EXTERIEUR, "À l’extérieur, à domicile"),
    (temps.COLLECTIF, "Collectif (ateliers)"),
)


class Tenu(NamedTuple):
    """An entretien that took place, on its local day; `saisi` is the day on which it was written.

    The rest is what `parcours.temps` measures: minutes (None: not noted), of travel too, domains and themes.
    """

    pk: int
    jour: date
    saisi: date
    parcours: int
    mode: str
    duree: int | None
    trajet: int | None
    themes: list[str]
    accompagnements: list[str]

    @property
    def mesure(self):
        return self[3:]


@dataclass(frozen=True, slots=True)
class Attendu:
    """An appointment with us, on its local day, and what became of it."""

    pk: int
    parcours: int
    jour: date
    statut: str


@dataclass(frozen=True, slots=True)
class Venue:
    """Somebody and a séance that took place in the period; `minutes` is how long it lasted."""

    pk: int
    seance: int
    personne: int
    place: bool
    presence: str
    minutes: int
    themes: tuple[str, ...]


@une_fois
def entretiens(donnees):
    """The entretiens of the perimeter held in the period."""
    champs = ("parcours_id", "mode", "duree_minutes", "trajet_minutes", "themes", "accompagnements")

    def lire(donnees):
        debut, fin = bornes(donnees.du, donnees.au)
        tenus = Entretien.objects.filter(date__gte=debut, date__lt=fin).order_by()
        return tenus.values_list("pk", Jour("date"), Jour("created_at"), *champs)

    return [e for e in donnees.table("entretiens", lire, Tenu) if e.parcours in donnees.suivis]


def _rendez_vous(donnees):
    """The appointments with us of the perimeter whose day falls in the period."""
    lignes = donnees.table(
        "rendez_vous",
        lambda donnees: (
            RendezVous.objects.avec_nous()
            .entre(donnees.du, donnees.au)
            .values_list("pk", "parcours_id", Jour("debut"), "statut")
        ),
        Attendu,
    )
    return [r for r in lignes if r.parcours in donnees.suivis]


def _de_statut(rendez_vous, *statuts):
    return frozenset(r.pk for r in rendez_vous if r.statut in statuts)


def _lendemain(donnees):
    return minuit(donnees.au + timedelta(days=1))


@indicateur(
    "entretiens",
    "Entretiens",
    rubrique=RUBRIQUE,
    definition="Entretiens tenus dans la période, prévus ou non, et parcours qui en ont eu au moins un.",
    source="metier.md §5 « Entretiens réalisés »",
)
def tenus(donnees):
    faits = entretiens(donnees)
    yield Ligne("tenus", "Entretiens tenus", compte((e.pk for e in faits), nature=Nature.ENTRETIENS))
    vus = {e.parcours for e in faits}
    yield Ligne("parcours", "Parcours avec un entretien", taux(vus, donnees.suivis, nature=Nature.PARCOURS))


@indicateur(
    "entretiens_realises",
    "Rendez-vous tenus",
    rubrique=RUBRIQUE,
    definition="Rendez-vous avec la structure auxquels la personne est venue, sur ceux qui étaient dus : les "
    "annulés par la structure n’en sont pas, ceux dont personne n’a noté la suite sont comptés à part.",
    source="metier.md §5 « Entretiens réalisés » (alerte sous 75 %, visé 90 %)",
    reperes=[Repere("total", 90, "référentiel d’un chantier d’insertion ; alerte sous 75 %")],
)
def realises(donnees):
    tous = _rendez_vous(donnees)
    venus = _de_statut(tous, StatutRendezVous.VENU)
    dus = venus | _de_statut(tous, StatutRendezVous.EXCUSE, StatutRendezVous.ABSENT)
    exclus = _exclus(tous, (SANS_SUITE, StatutRendezVous.PREVU), (ANNULES, StatutRendezVous.ANNULE))
    yield Ligne("total", "Rendez-vous tenus", taux(venus, dus, nature=Nature.RENDEZ_VOUS, exclus=exclus))


def _exclus(rendez_vous, *raisons):
    return exclusions(*((raison, _de_statut(rendez_vous, statut)) for raison, statut in raisons))


@indicateur(
    "absences",
    "Absences",
    rubrique=RUBRIQUE,
    definition="Absences non excusées (et, à part, excusées) sur les rendez-vous dont la suite est connue : venus, "
    "excusés, annulés, non excusés. Ceux dont personne n’a noté la suite sont comptés à part.",
    source="metier.md §5 « Absences » (rdv-insertion)",
    lignes="Absence",
)
def absences(donnees):
    tous = _rendez_vous(donnees)
    connus = frozenset(r.pk for r in tous if r.statut != StatutRendezVous.PREVU)
    options = {"nature": Nature.RENDEZ_VOUS, "exclus": _exclus(tous, (SANS_SUITE, StatutRendezVous.PREVU))}
    yield Ligne("non_excusees", "Non excusées", taux(_de_statut(tous, StatutRendezVous.ABSENT), connus, **options))
    yield Ligne("excusees", "Excusées", taux(_de_statut(tous, StatutRendezVous.EXCUSE), connus, **options))


@indicateur(
    "entretien_trimestriel",
    "Un entretien par trimestre",
    rubrique=RUBRIQUE,
    definition="Parcours qui ont eu au moins un entretien dans chacun des trimestres civils passés en entier dans le "
    "parcours et dans la période, sur les parcours qui ont au moins un tel trimestre.",
    source="metier.md §5 « un par personne et par trimestre »",
)
def trimestriel(donnees):
    chiffre = taux(*un_entretien_par(donnees, 3, donnees.suivis.values()), nature=Nature.PARCOURS)
    yield Ligne("total", "Un entretien par trimestre", chiffre)


def un_entretien_par(donnees, mois, suivis):
    """Return (parcours seen in each of their whole quarters or months, parcours that have one at least): ids."""
    jours = defaultdict(list)
    for entretien in entretiens(donnees):
        jours[entretien.parcours].append(entretien.jour)
    attendus, tenus_partout = set(), set()
    toutes = periodes_entieres(donnees.du, donnees.au, mois)
    for suivi in suivis:
        periodes = [(t, f) for t, f in toutes if t >= suivi.entree and (suivi.sortie is None or f <= suivi.sortie)]
        if periodes:
            attendus.add(suivi.pk)
            if all(any(t <= jour <= f for jour in jours[suivi.pk]) for t, f in periodes):
                tenus_partout.add(suivi.pk)
    return tenus_partout, attendus


def periodes_entieres(debut, fin, mois):
    """[(first day, last day)] of the civil quarters (`mois` 3) or months (1) wholly within [debut, fin]."""
    premier = date(debut.year, mois * ((debut.month - 1) // mois) + 1, 1)
    periodes = []
    while premier <= fin:
        dernier = premier + relativedelta(months=mois, days=-1)
        if premier >= debut and dernier <= fin:
            periodes.append((premier, dernier))
        premier += relativedelta(months=mois)
    return periodes


@une_fois
def mesures(donnees):
    """Individual and outside measures of the perimeter, by the definition of `parcours.temps`."""
    return [mesure for source in temps.SOURCES for mesure in _mesures(donnees, source) if mesure]


def _mesures(donnees, source):
    if source.nom == "entretiens":  # the longest table of all, that other figures read as well
        return [source.mesurer(*entretien.mesure) for entretien in entretiens(donnees)]
    return donnees.table(
        f"mesures_{source.nom}",
        lambda bornes, parcours: source.lignes(parcours, bornes.du, bornes.au),
        source.mesurer,
        parcours=lambda donnees: donnees.suivis,
    )


def venues(donnees):
    """Who was registered to, or came to, the séances held in the period (whatever the dispositif)."""

    def lire(donnees):
        seances = _seances(donnees).values("pk")
        champs = ("pk", "seance_id", "beneficiaire_id", "place_at", "presence", "seance__debut", "seance__fin")
        return Participation.objects.filter(seance__in=seances).values_list(*champs, "seance__atelier__domaines")

    def fabriquer(pk, seance, personne, place, presence, debut, fin, domaines):
        minutes = int((fin - debut).total_seconds() // 60)
        return Venue(pk, seance, personne, place is not None, presence, minutes, tuple(domaines))

    return donnees.table("venues", lire, fabriquer)


@indicateur(
    "heures_accompagnement",
    "Heures d’accompagnement",
    rubrique=RUBRIQUE,
    definition="Durée notée des entretiens, démarches et rendez-vous accompagnés de la période, et des ateliers "
    "suivis (chaque séance une fois par personne venue). Le trajet est à part. Un fait dont la durée n’est pas "
    "notée pèse 0 et son parcours est nommé.",
    source="metier.md §5 « Heures d’accompagnement », §1 lignes 60 et 78",
    lignes="Nature",
)
def heures(donnees):
    par_nature, trajets, sans_duree = defaultdict(lambda: defaultdict(int)), defaultdict(int), set()
    for mesure in mesures(donnees):
        if mesure.minutes is None:
            sans_duree.add(mesure.parcours)
        elif mesure.minutes:
            par_nature[mesure.nature][mesure.parcours] += mesure.minutes
        if mesure.trajet:
            trajets[mesure.parcours] += mesure.trajet
    for parcours, minutes in collectif(donnees).items():
        par_nature[temps.COLLECTIF][parcours] += minutes
    exclus = exclusions(("durée non notée", sans_duree))
    for code, libelle in NATURES:
        siennes = somme(_en_heures(par_nature[code]), Unite.HEURES, nature=Nature.PARCOURS, exclus=exclus)
        yield Ligne(code, libelle, siennes)
    yield Ligne("trajet", "Trajets, à part", somme(_en_heures(trajets), Unite.HEURES, nature=Nature.PARCOURS))


def _en_heures(minutes):
    """{id: hours} of {id: minutes}; what took none is left out."""
    return {pk: Decimal(siennes) / 60 for pk, siennes in minutes.items() if siennes}


def collectif(donnees):
    """{parcours: minutes} of the séances attended, counted on the latest parcours of the person in the perimeter."""
    minutes = defaultdict(int)
    for venue in presences(donnees):
        minutes[donnees.dernier_suivi[venue.personne].pk] += venue.minutes
    return minutes


def presences(donnees):
    """The `Venue`s of people of the perimeter who were there."""
    return [
        v for v in venues(donnees) if v.presence == PresenceSeance.PRESENT and v.personne in donnees.dernier_suivi
    ]


@indicateur(
    "heures_themes",
    "Heures d’accompagnement par thème",
    rubrique=RUBRIQUE,
    definition="Les mêmes heures que « Heures d’accompagnement », trajet à part, par thème noté : domaines du "
    "diagnostic, axes d’accompagnement, domaines des ateliers. La durée d’un fait à plusieurs thèmes se partage "
    "entre eux à parts égales.",
    source="metier.md §5 « Heures d’accompagnement » (par thème), §1 lignes 83 et 84",
    lignes="Thème",
)
def heures_par_theme(donnees):
    minutes = defaultdict(lambda: defaultdict(int))
    # What was noted alike of one parcours is shared alike: once for all of it.
    for (themes, parcours, duree), fois in Counter(_durees(donnees)).items():
        for theme, part in zip(themes, temps.partager(duree, len(themes)), strict=True):
            minutes[theme][parcours] += part * fois
    for code, libelle in (*temps.LIBELLES.items(), ("", temps.SANS_THEME)):
        if siennes := _en_heures(minutes[code]):
            sensible = code in DOMAINES_SENSIBLES
            chiffre = somme(siennes, Unite.HEURES, nature=Nature.PARCOURS, sensible=sensible)
            yield Ligne(code or "sans_theme", libelle, chiffre)


def _durees(donnees):
    """(themes, parcours, minutes) of all that took time, individual then collective."""
    for mesure in mesures(donnees):
        if mesure.minutes:
            yield mesure.themes or ("",), mesure.parcours, mesure.minutes
    for venue in presences(donnees):
        yield venue.themes or ("",), donnees.dernier_suivi[venue.personne].pk, venue.minutes


@indicateur(
    "ateliers",
    "Ateliers",
    rubrique=RUBRIQUE,
    definition="Séances tenues dans la période, personnes différentes venues, et assiduité : présents sur inscrits "
    "qui avaient une place ; ceux dont personne n’a noté la présence sont comptés à part. Les personnes "
    "venues sans donner leur nom ne sont pas dans ces chiffres. Toute la "
    "structure, quel que soit le dispositif ; d’une cohorte, les seules personnes suivies dans la période.",
    source="metier.md §5 « Ateliers »",
)
def ateliers(donnees):
    lignes = donnees.table(
        "seances",
        lambda donnees: _seances(donnees).values_list("pk", "anonymes"),
        lambda pk, anonymes: (pk, anonymes),
    )
    yield Ligne("seances", "Séances tenues", compte((pk for pk, _ in lignes), nature=Nature.SEANCES))
    toutes = venues(donnees)
    if donnees.perimetre.cohorte:
        toutes = [v for v in toutes if v.personne in donnees.dernier_suivi]
    venus = {v.personne for v in toutes if v.presence == PresenceSeance.PRESENT}
    yield Ligne("participants", "Personnes différentes", compte(venus))
    inscrits = {v.pk for v in toutes if v.place and v.presence}
    sans_note = {v.pk for v in toutes if v.place and not v.presence}
    exclus = exclusions((NON_POINTES, sans_note))
    presents = {v.pk for v in toutes if v.place and v.presence == PresenceSeance.PRESENT}
    yield Ligne("assiduite", "Assiduité", taux(presents, inscrits, nature=Nature.PARTICIPATIONS, exclus=exclus))


def _seances(donnees):
    return Seance.objects.tenues(_lendemain(donnees)).filter(debut__date__gte=donnees.du)
