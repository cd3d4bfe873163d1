"""The rules of the exit, which the models apply: the motive that fits the job, what is counted, the calls after."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Sum

from insertion.enums import TypeStructure

from .enums import CategorieSortie, EcheanceSuivi

#: Minimum presence before an exit is examined (metier.md §4.3): months for some, hours worked for others.
PRESENCE_MOIS, PRESENCE_HEURES = 3, 150
#: ACI, EI: hours worked in the year of the exit besides (metier.md §4.3).
PRESENCE_ANNEE = 1
AU_MOIS = (TypeStructure.ACI, TypeStructure.EI)
A_L_HEURE = (TypeStructure.AI, TypeStructure.ETTI)
#: Days during which a contact that is due is asked for.
FENETRE = 60


@dataclass(frozen=True)
class Examen:
    """Whether an exit enters the denominators (« sorties examinées »), and why, in French."""

    examinee: bool
    raison: str


@dataclass(frozen=True)
class Rendu:
    """One contact expected after an exit: its due date, and the `SuiviPostSortie` made (or None)."""

    echeance: EcheanceSuivi
    le: date
    suivi: object | None

    def est_du(self, jour):
        return self.suivi is None and self.le <= jour


def atteint(debut, fin, mois):
    """Whether a job from `debut` to `fin`, both worked, lasts `mois` months date to date, or more.

    From 1 March to 31 August is six months; from 31 August to 28 February (or 27, a year without 29) as well.
    """
    return fin + timedelta(days=1) >= debut + relativedelta(months=mois)


def incoherence(motif, debut, fin):
    """A French sentence when the dates of the job contradict the motive, else an empty text (§4.2, 9 and 10).

    Exactly six months is « 6 mois et plus ». Without both dates nothing is checked: a save is never blocked for it.
    """
    if debut is None or fin is None:
        return ""
    if motif.mois_min and not atteint(debut, fin, motif.mois_min):
        return f"D’après ses dates, cet emploi dure moins de {motif.mois_min} mois : choisissez un autre motif."
    if motif.mois_max and atteint(debut, fin, motif.mois_max):
        return f"D’après ses dates, cet emploi dure {motif.mois_max} mois ou plus : choisissez un autre motif."
    return ""


def categorie(motif, debut=None, fin=None):
    """What an exit for `motif` counts as (a `CategorieSortie`), the job lasting from `debut` to `fin` when known.

    Raises `ValueError` when the dates say otherwise than the motive (metier.md §4.2, §4.3).
    """
    if probleme := incoherence(motif, debut, fin):
        raise ValueError(probleme)
    return CategorieSortie(motif.categorie)


def est_dynamique(categorie):
    """durable + transition + positive (metier.md §4.3)."""
    return categorie in (CategorieSortie.DURABLE, CategorieSortie.TRANSITION, CategorieSortie.POSITIVE)


def presence(type_structure, entree, sortie, *, jours_avant=0, heures=None, heures_annee=None):
    """The `Examen` of the minimum presence (metier.md §4.3), whatever the motive.

    ACI, EI: more than 3 months in total, from `entree` to `sortie` included, plus `jours_avant` (days) of earlier
    parcours, and 1 hour at least in the year of the exit (`heures_annee`). AI, ETTI: 150 `heures` worked at least.
    Hours that nobody knows (None) never leave anybody out. Others: no rule.
    """
    if type_structure in AU_MOIS:
        if sortie < entree - timedelta(days=jours_avant) + relativedelta(months=PRESENCE_MOIS):
            return Examen(False, f"{PRESENCE_MOIS} mois de présence ou moins : pas comptée (règle ACI et EI).")
        return _presence_dans_l_annee(sortie.year, heures_annee)
    if type_structure in A_L_HEURE:
        if heures is None:
            return Examen(True, f"Heures non renseignées : la règle des {PRESENCE_HEURES} heures reste à vérifier.")
        if heures >= PRESENCE_HEURES:
            return Examen(True, f"{PRESENCE_HEURES} heures de travail ou plus.")
        return Examen(False, f"Moins de {PRESENCE_HEURES} heures de travail : pas comptée (règle AI et ETTI).")
    return Examen(True, "Pas de présence minimale pour ce type de structure.")


def jours_deja_faits(entree, autres):
    """Days present before the day `entree`, in the other parcours [(first day, last day or None)] of the person.

    A day spent in two dispositifs is one day.
    """
    veille, jusqu_a, jours = entree - timedelta(days=1), date.min, 0
    for debut, fin in sorted(autres, key=lambda periode: periode[0]):
        fin = min(fin or veille, veille)
        if fin > jusqu_a:
            jours += max((fin - max(debut, jusqu_a + timedelta(days=1))).days + 1, 0)
            jusqu_a = fin if fin >= debut else jusqu_a
    return jours


def _presence_dans_l_annee(annee, heures):
    duree = f"Plus de {PRESENCE_MOIS} mois de présence"
    if heures is None:
        return Examen(True, f"{duree} ; heures de {annee} non renseignées, la règle d’une heure reste à vérifier.")
    if heures >= PRESENCE_ANNEE:
        return Examen(True, f"{duree} et au moins une heure de travail en {annee}.")
    return Examen(
        False, f"Moins d’une heure de travail en {annee}, l’année de la sortie : pas comptée (règle ACI et EI)."
    )


def heures_de_l_annee(notees, entree, sortie, total=None):
    """Hours worked in the year of the exit; None when the rule of one hour cannot be judged.

    `notees` is {first day of a month: hours} of the person, `total` all that was worked in the structure. A month
    that nobody noted may hide hours: under one hour, every month from the entry (or January) to the exit is needed.
    """
    janvier = date(sortie.year, 1, 1)
    somme = sum(heures for mois, heures in notees.items() if janvier <= mois <= sortie)
    premier = max(janvier, entree.replace(day=1))
    attendus = {premier.replace(month=m) for m in range(premier.month, sortie.month + 1)}
    if somme >= PRESENCE_ANNEE or attendus <= set(notees):
        return somme
    if total is not None and (total < PRESENCE_ANNEE or entree >= janvier):
        return total
    return None


def examiner(parcours, categorie, le, heures=None):
    """The `Examen` of an exit of `parcours` on the day `le`: a withdrawn motive (`categorie`) first, then presence.

    `heures` is all that was worked in the structure; the months already noted say the rest.
    """
    if categorie == CategorieSortie.RETRAIT:
        return Examen(False, "Motif retiré des sorties constatées : pas comptée.")
    siens = type(parcours).objects.filter(beneficiaire_id=parcours.beneficiaire_id)
    autres = siens.exclude(pk=parcours.pk).order_by().values_list("date_entree", "date_sortie")
    jours = jours_deja_faits(parcours.date_entree, autres)
    notees = siens.filter(heures_mois__mois__lte=le).order_by().values_list("heures_mois__mois")
    annee = heures_de_l_annee(
        dict(notees.annotate(Sum("heures_mois__heures"))), parcours.date_entree, le, total=heures
    )
    return presence(
        parcours.structure.type, parcours.date_entree, le, jours_avant=jours, heures=heures, heures_annee=annee
    )


def echeance_due(date_sortie, suivis, le):
    """The `Rendu` to ask for on the day `le`: the latest one due, not done and not more than `FENETRE` days old."""
    dus = [r for r in echeances(date_sortie, suivis) if r.le <= le]
    dernier = dus[-1] if dus else None
    return dernier if dernier and dernier.est_du(le) and (le - dernier.le).days <= FENETRE else None


def premier_jour(date_sortie, echeance):
    """The first day when news may count for `echeance`, a month before: those of the exit say nothing of it."""
    return date_sortie + relativedelta(months=echeance - 1)


def echeances(date_sortie, suivis=()):
    """The `Rendu` expected after an exit, in order: 3, 6 and 12 months later, date to date."""
    faits = {suivi.echeance: suivi for suivi in suivis}
    return [Rendu(e, date_sortie + relativedelta(months=e), faits.get(e)) for e in EcheanceSuivi]
