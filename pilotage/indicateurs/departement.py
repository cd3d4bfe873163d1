"""What a conseil départemental asks of those who receive the RSA (metier.md §4.4, §5 « Conseil départemental »)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models.functions import TruncDate

from beneficiaires.enums import NatureSituation
from parcours.enums import CategorieSortie, EtatAction, Mode
from parcours.models import Action, ContratEngagement
from parcours.sorties import est_dynamique

from .accompagnement import collectif, entretiens, mesures, presences
from .chiffres import Ligne, Nature, Repere, Unite, compte, exclusions, moyenne, somme, taux
from .emploi import entrees_en_formation, immersions, proposees
from .etp import heures_de_la_periode
from .publics import presents
from .registre import indicateur
from .sorties import JOURS_PAR_MOIS, examinees

RUBRIQUE = "Conseil départemental (RSA)"
#: Hours of activity a week, and months of a contrat d’engagement (metier.md §4.4).
HEURES_SEMAINE = 15
#: A year of reinforced accompaniment (Lyon 2026, metier.md §2 row 16): contacts, of which met in person, collective
#: moments, actions.
CONTACTS, PHYSIQUES, COLLECTIFS, ACTIONS = 12, 7, 7, 4
MODES_PHYSIQUES = (Mode.SUR_PLACE, Mode.DOMICILE, Mode.EXTERIEUR, Mode.SPONTANE, Mode.TIERS)
HEURES_TUES, FIN_TUE, RIEN_NOTE = "heures non renseignées", "fin non renseignée", "aucune heure notée"
TROP_COURT = "présence trop courte pour en attendre un"


@dataclass(frozen=True, slots=True)
class Engagement:
    """A contrat d’engagement signed by the end of the period."""

    parcours: int
    debut: date
    fin: date | None
    heures: int | None


@dataclass(frozen=True, slots=True)
class Etape:
    """An action of a plan: the day it ended (`fin`), the day it was done (`faite`: None when it was given up)."""

    pk: int
    parcours: int
    echeance: date | None
    fin: date | None
    faite: date | None
    creee: date


def actions(donnees):
    """The actions of the plans of the perimeter, whenever written: `creee` says when."""
    lignes = donnees.table(
        "actions",
        lambda _: Action.objects.values_list(
            "pk", "parcours_id", "echeance", "etat", "date_fin", TruncDate("created_at")
        ),
        lambda pk, parcours, echeance, etat, fin, creee: Etape(
            pk, parcours, echeance, fin, fin if etat == EtatAction.FAIT else None, creee
        ),
    )
    return [a for a in lignes if a.parcours in donnees.suivis]


def _bornes(donnees, suivi):
    """The first and last days that a parcours shares with the period."""
    return max(suivi.entree, donnees.du), min(suivi.sortie or donnees.au, donnees.au)


def au_rsa(donnees):
    """{id: `Suivi`} of the parcours with a day at the RSA, that of the entry or one of those in the period."""
    return {s.pk: s for s in donnees.suivis.values() if donnees.en_situation(s, (NatureSituation.RSA,))}


def _au_rsa_le(donnees, personne, le):
    return any(e.nature == NatureSituation.RSA and e.vrai(le) for e in donnees.situations[personne])


@indicateur(
    "brsa",
    "Bénéficiaires du RSA accompagnés",
    rubrique=RUBRIQUE,
    definition="Personnes suivies dans la période et au RSA le jour de l’entrée, ou un jour au moins de la période, "
    "sur les personnes suivies ; celles qui sont entrées au RSA ; celles qui sont là et au RSA le dernier jour. Une "
    "personne dont le RSA n’est pas noté n’est pas comptée.",
    source="metier.md §5 « Conseil départemental (BRSA) »",
)
def accompagnes(donnees):
    personnes = {s.personne for s in au_rsa(donnees).values()}
    suivies = {s.personne for s in donnees.suivis.values()}
    yield Ligne("accompagnes", "Personnes au RSA", taux(personnes, suivies))
    entres = {s.personne for s in donnees.entres if _au_rsa_le(donnees, s.personne, s.entree)}
    yield Ligne("entrees", "Entrées au RSA dans la période", compte(entres))
    la = {pk for pk in presents(donnees, donnees.au) if _au_rsa_le(donnees, pk, donnees.au)}
    yield Ligne("presents", "Au RSA le dernier jour", compte(la))


@indicateur(
    "brsa_cer",
    "Contrats d’engagement (CER)",
    rubrique=RUBRIQUE,
    definition="Parcours de personnes au RSA avec un contrat d’engagement en cours un jour de la période, sur tous "
    "leurs parcours ; ceux dont un contrat a été signé dans la période ; heures d’activité par semaine et durée du "
    "dernier contrat. Un contrat dont les heures ou la fin ne sont pas notées est compté à part.",
    source="metier.md §4.4 (15 à 20 h, 6 à 12 mois), §5 « CER signés »",
    reperes=[Repere("heures_moyennes", HEURES_SEMAINE, "15 à 20 heures d’activité par semaine")],
)
def cer(donnees):
    suivis = au_rsa(donnees)
    lignes = donnees.table(
        "engagements",
        lambda donnees: ContratEngagement.objects.filter(debut__lte=donnees.au).values_list(
            "parcours_id", "debut", "fin", "heures_hebdo"
        ),
        Engagement,
    )
    siens = [e for e in lignes if e.parcours in suivis]
    en_cours = [e for e in siens if donnees.perimetre.recoupe(e.debut, e.fin)]
    derniers = {e.parcours: e for e in sorted(en_cours, key=lambda e: e.debut)}
    options = {"nature": Nature.PARCOURS}
    yield Ligne("signes", "Avec un contrat d’engagement", taux(derniers, suivis, **options))
    nouveaux = {e.parcours for e in siens if donnees.perimetre.contient(e.debut)}
    yield Ligne("nouveaux", "Signé dans la période", compte(nouveaux, **options))
    heures = {pk: Decimal(e.heures) for pk, e in derniers.items() if e.heures is not None}
    tues = exclusions((HEURES_TUES, derniers.keys() - heures.keys()))
    assez = {pk for pk, h in heures.items() if h >= HEURES_SEMAINE}
    yield Ligne("heures", f"{HEURES_SEMAINE} heures et plus par semaine", taux(assez, heures, exclus=tues, **options))
    chiffre = moyenne(heures, Unite.HEURES, exclus=tues, **options)
    yield Ligne("heures_moyennes", "Heures d’activité par semaine, en moyenne", chiffre)
    durees = {pk: Decimal((e.fin - e.debut).days + 1) / JOURS_PAR_MOIS for pk, e in derniers.items() if e.fin}
    tues = exclusions((FIN_TUE, derniers.keys() - durees.keys()))
    yield Ligne("duree", "Durée moyenne", moyenne(durees, Unite.MOIS, exclus=tues, **options))


@indicateur(
    "brsa_heures",
    "Heures d’activité des bénéficiaires du RSA",
    rubrique=RUBRIQUE,
    definition="Heures notées pour les personnes au RSA : travail (mois que la période touche, en entier), "
    "accompagnement individuel et à l’extérieur, ateliers suivis, formations commencées dans la période (heures "
    "prévues). La moyenne par semaine se compte sur les semaines de parcours dans la période ; un parcours sans "
    "aucune heure notée est nommé et n’y entre pas.",
    source="metier.md §4.4 (15 à 20 h par semaine), §5 « heures d’activité »",
    lignes="Activité",
    reperes=[Repere("semaine", HEURES_SEMAINE, "15 à 20 heures d’activité par semaine")],
)
def heures(donnees):
    suivis = au_rsa(donnees)
    natures = {
        "travail": ("Travail", heures_de_la_periode(donnees)),
        "accompagnement": ("Accompagnement individuel", _individuel(donnees)),
        "ateliers": ("Ateliers", {pk: Decimal(minutes) / 60 for pk, minutes in collectif(donnees).items()}),
        "formation": ("Formation", _formation(donnees)),
    }
    total = Counter()
    for code, (libelle, toutes) in natures.items():
        siennes = {pk: h for pk, h in toutes.items() if pk in suivis and h}
        total.update(siennes)
        yield Ligne(code, libelle, somme(siennes, Unite.HEURES, nature=Nature.PARCOURS))
    options = {"nature": Nature.PARCOURS, "exclus": exclusions((RIEN_NOTE, suivis.keys() - total.keys()))}
    yield Ligne("total", "En tout", somme(total, Unite.HEURES, **options))
    semaines = {pk: total[pk] * 7 / _jours(donnees, suivis[pk]) for pk in total}
    yield Ligne("semaine", "Par semaine, en moyenne", moyenne(semaines, Unite.HEURES, **options))


def _individuel(donnees):
    totaux = Counter()
    for mesure in mesures(donnees):
        totaux[mesure.parcours] += Decimal(mesure.minutes or 0) / 60
    return totaux


def _formation(donnees):
    totaux = Counter()
    for entree in entrees_en_formation(donnees):
        totaux[entree.parcours] += Decimal(entree.heures or 0)
    return totaux


def _jours(donnees, suivi):
    debut, fin = _bornes(donnees, suivi)
    return (fin - debut).days + 1


@indicateur(
    "brsa_contacts",
    "Rythme de contacts des bénéficiaires du RSA",
    rubrique=RUBRIQUE,
    definition="Parcours de personnes au RSA qui atteignent le rythme d’un accompagnement renforcé : par an, 12 "
    "entretiens dont 7 en présence, 7 temps collectifs et 4 actions (faites dans le plan, immersions, entrées en "
    "formation), dont une avec une entreprise (immersion ou mise en relation). Ce qui est attendu se réduit au temps "
    "de présence dans la période, arrondi à l’unité inférieure.",
    source="metier.md §2 ligne 16, §5 « contacts (Lyon 12/7/7/4) »",
    lignes="Rythme",
)
def contacts(donnees):
    suivis = au_rsa(donnees)
    faits = entretiens(donnees)
    etapes, avec_entreprise = _etapes(donnees)
    atteints, attendus_partout = [], set()
    for code, libelle, par_an, comptes in (
        ("contacts", f"{CONTACTS} entretiens par an", CONTACTS, Counter(e.parcours for e in faits)),
        (
            "physiques",
            f"{PHYSIQUES} entretiens en présence",
            PHYSIQUES,
            Counter(e.parcours for e in faits if e.mode in MODES_PHYSIQUES),
        ),
        (
            "collectifs",
            f"{COLLECTIFS} temps collectifs",
            COLLECTIFS,
            Counter(donnees.dernier_suivi[v.personne].pk for v in presences(donnees)),
        ),
        ("actions", f"{ACTIONS} actions", ACTIONS, etapes),
        ("entreprise", "dont une avec une entreprise", 1, avec_entreprise),
    ):
        attendus = {pk: par_an * _jours(donnees, s) // 365 for pk, s in suivis.items()}
        base = {pk for pk, nombre in attendus.items() if nombre}
        dedans = {pk for pk in base if comptes[pk] >= attendus[pk]}
        atteints.append((base, dedans))
        attendus_partout |= base
        exclus = exclusions((TROP_COURT, suivis.keys() - base))
        yield Ligne(code, libelle, taux(dedans, base, nature=Nature.PARCOURS, exclus=exclus))
    complets = {pk for pk in attendus_partout if all(pk in dedans for base, dedans in atteints if pk in base)}
    exclus = exclusions((TROP_COURT, suivis.keys() - attendus_partout))
    yield Ligne("complet", "Tout le rythme", taux(complets, attendus_partout, nature=Nature.PARCOURS, exclus=exclus))


def _etapes(donnees):
    """Return two counts by parcours: actions done, immersions and trainings begun; what was with a firm."""
    entreprise = Counter(i.parcours for i in immersions(donnees))
    faites = Counter(a.parcours for a in actions(donnees) if donnees.perimetre.contient(a.faite))
    faites += entreprise + Counter(f.parcours for f in entrees_en_formation(donnees))
    return faites, entreprise + Counter(parcours for _, parcours in proposees(donnees))


@indicateur(
    "brsa_sorties",
    "Sorties des bénéficiaires du RSA",
    rubrique=RUBRIQUE,
    definition="Parcours de personnes au RSA qui ont pris fin dans la période, puis, sur leurs sorties examinées "
    "(les mêmes règles que pour tous), les sorties dynamiques et chaque catégorie. Une sortie sans motif noté est "
    "comptée.",
    source="metier.md §5 « sorties des BRSA », §4.3",
    lignes="Sortie",
)
def sorties(donnees):
    suivis = au_rsa(donnees)
    options = {"nature": Nature.PARCOURS}
    yield Ligne("total", "Sorties constatées", compte((s.pk for s in donnees.sortis if s.pk in suivis), **options))
    documentees, sans_motif, exclues = examinees(donnees)
    base = (documentees | sans_motif) & suivis.keys()
    options["exclus"] = exclusions(*((e.raison, e.ids & suivis.keys()) for e in exclues))
    categories = {pk: donnees.departs[pk].categorie for pk in base if pk in donnees.departs}
    dynamiques = {pk for pk, categorie in categories.items() if est_dynamique(categorie)}
    yield Ligne("dynamiques", "Sorties dynamiques", taux(dynamiques, base, **options))
    for categorie in CategorieSortie:
        siennes = {pk for pk, c in categories.items() if c == categorie}
        if siennes or categorie in (CategorieSortie.DURABLE, CategorieSortie.TRANSITION, CategorieSortie.POSITIVE):
            yield Ligne(str(categorie), categorie.label, taux(siennes, base, **options))
    yield Ligne("sans_motif", "Sans motif noté", taux(base & sans_motif, base, **options))
