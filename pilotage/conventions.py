"""How far an agreement is: what each target expects, what is done, and what that means, said in words.

Nothing here reads the database but `donnees_de`, of which the indicators make their figures.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .indicateurs import INDICATEURS, Donnees, Perimetre, lire
from .indicateurs.chiffres import NBSP, SUFFIXES, Chiffre, Unite, arrondi, nombre
from .indicateurs.lectures import Lectures

#: Figures of a day, although they are counts: they do not add up over the months.
DU_JOUR = ("presents",)
#: Lines of which less is better: the target is not to be passed. None: every line of the indicator.
PLAFONDS = {
    "absences": None,
    "freins_evolution": ("aggraves", "non_evalues"),
    "immersions": ("interrompues",),
    "sorties_constatees": ("sans_motif",),
    "sorties_categories": ("sans_motif",),
    "aides": ("delai",),
}
#: The unit of a target, in words.
UNITES = {
    Unite.TAUX: "en %",
    Unite.HEURES: "heures",
    Unite.JOURS: "jours",
    Unite.MOIS: "mois",
    Unite.EUROS: "euros",
    Unite.ETP: "ETP",
}
#: Of what is expected at this point of the period: under the first it is late, over the second it is ahead.
EN_RETARD, A_SURVEILLER, EN_AVANCE = Decimal("0.75"), Decimal("0.95"), Decimal("1.10")


class Etat(StrEnum):
    """Where a target stands, as it is said on screen."""

    ATTEINTE = "atteinte"
    EN_AVANCE = "en avance"
    DANS_LES_TEMPS = "dans les temps"
    A_SURVEILLER = "à surveiller"
    EN_RETARD = "en retard"
    NON_ATTEINTE = "non atteinte"
    DEPASSEE = "dépassée"
    PAS_COMMENCEE = "pas commencée"
    NON_CALCULABLE = "pas encore calculable"


#: Class and icon of the chip that says a state (composants/puce.html).
PUCES = {
    Etat.ATTEINTE: ("fait", "circle-check"),
    Etat.EN_AVANCE: ("fait", "circle-check"),
    Etat.DANS_LES_TEMPS: ("ok", "check"),
    Etat.A_SURVEILLER: ("warn", "alert-triangle"),
    Etat.EN_RETARD: ("late", "alert-circle"),
    Etat.NON_ATTEINTE: ("late", "alert-circle"),
    Etat.DEPASSEE: ("late", "alert-circle"),
    Etat.PAS_COMMENCEE: ("", "clock"),
    Etat.NON_CALCULABLE: ("", "hourglass"),
}


@dataclass(frozen=True)
class Temps:
    """The period of an agreement on the day `le`: its share that is over, from 0 to 1."""

    part: Decimal
    commence: bool
    fini: bool

    @property
    def pourcentage(self):
        return int(arrondi(100 * self.part, 0))


@dataclass(frozen=True)
class Avancement:
    """One target and the figure so far; `vise`, and `attendu` by now ("": a rate has no part of it), in words."""

    cible: object
    libelle: str
    chiffre: Chiffre | None
    vise: str
    attendu: str
    etat: Etat
    plafond: bool

    @property
    def puce(self):
        """(class, icon) of the chip that says the state."""
        return PUCES[self.etat]

    @property
    def part(self):
        """How much of the target is done, in whole percent; None when it cannot be said."""
        if self.chiffre is None or self.chiffre.valeur is None or not self.cible.valeur:
            return None
        return int(arrondi(100 * Decimal(self.chiffre.valeur) / self.cible.valeur, 0))

    @property
    def barre(self):
        """The length of the bar, from 0 to 100."""
        return min(self.part or 0, 100)


def temps(debut, fin, le):
    """Return the `Temps` of [debut, fin] at the end of the day `le`; both days count."""
    duree, ecoules = (fin - debut).days + 1, (le - debut).days + 1
    part = Decimal(min(max(ecoules, 0), duree)) / duree
    return Temps(part, commence=ecoules > 0, fini=le > fin)


def est_cumulatif(indicateur, chiffre):
    """Whether the figure grows with the months (a count, hours, euros): then a part of it is expected by now."""
    return indicateur not in DU_JOUR and chiffre.denominateur is None and chiffre.unite not in (Unite.TAUX, Unite.ETP)


def est_plafond(indicateur, ligne):
    """Whether the target of a line is not to be passed (absences, freins aggravés…)."""
    lignes = PLAFONDS.get(indicateur, ())
    return lignes is None or ligne in lignes


def etat(valeur, vise, ecoule, *, cumulatif, plafond):
    """Return the `Etat` of a figure `valeur` (or None) against the target `vise` when `ecoule` (a `Temps`) is over.

    A count is judged on the share of the target that the time elapsed asks for; a rate, on the target itself.
    """
    if not ecoule.commence:
        return Etat.PAS_COMMENCEE
    if valeur is None:
        return Etat.NON_CALCULABLE
    attendu = vise * ecoule.part if cumulatif else vise
    if plafond:
        return _sous_plafond(valeur, vise, attendu, ecoule)
    if valeur >= vise:
        return Etat.ATTEINTE
    if ecoule.fini:
        return Etat.NON_ATTEINTE
    rapport = Decimal(valeur) / attendu
    if rapport < EN_RETARD:
        return Etat.EN_RETARD
    if rapport < A_SURVEILLER:
        return Etat.A_SURVEILLER
    return Etat.EN_AVANCE if cumulatif and rapport >= EN_AVANCE else Etat.DANS_LES_TEMPS


def _sous_plafond(valeur, vise, attendu, ecoule):
    if valeur > vise:
        return Etat.DEPASSEE
    if ecoule.fini:
        return Etat.ATTEINTE
    return Etat.A_SURVEILLER if valeur > attendu else Etat.DANS_LES_TEMPS


def perimetre(convention, dispositifs, le):
    """Return the `Perimetre` of an agreement up to the day `le`; None before its first day.

    `dispositifs` are the ids that it covers; none: the whole structure.
    """
    if le < convention.debut:
        return None
    return Perimetre(convention.structure, convention.debut, min(le, convention.fin), frozenset(dispositifs))


def etendue(convention, zone):
    """What the targets of an agreement (`pour_fiche`) are counted on over its `Perimetre`, in words: « Nettoyage,
    tous les publics, du 01/01/2026 au 30/11/2026 »."""
    couverts = sorted(str(couvert.dispositif) for couvert in convention.couverts.all())
    return f"{', '.join(couverts) or 'tous les dispositifs'}, tous les publics, {zone.en_mots}"


def donnees_de(conventions, le):
    """Return {id: `Donnees`} of the `Convention`s (`pour_fiche`) that have begun; a table is read once for all."""
    lectures = Lectures()
    zones = {
        convention.pk: perimetre(convention, [couvert.dispositif_id for couvert in convention.couverts.all()], le)
        for convention in conventions
    }
    return {pk: Donnees(zone, lectures) for pk, zone in zones.items() if zone}


def avancements(convention, le, donnees=None):
    """Return the `Avancement` of every target of a `Convention` (`pour_fiche`) on the day `le`.

    The number of queries depends on the matters aimed at, not on the people nor on the targets. `donnees` are those
    that `donnees_de` reads with other agreements; by default, it is read alone.
    """
    donnees = donnees or donnees_de([convention], le).get(convention.pk)
    cibles = list(convention.cibles.all())
    codes = {cible.indicateur for cible in cibles} & INDICATEURS.keys()
    resultats = lire(donnees, codes) if donnees and codes else {}
    ecoule = temps(convention.debut, convention.fin, le)
    suivis = [avancement(cible, _ligne(resultats, cible), ecoule) for cible in cibles]
    ordre = {code: rang for rang, code in enumerate(INDICATEURS)}
    return sorted(suivis, key=lambda a: ordre.get(a.cible.indicateur, len(ordre)))


def _ligne(resultats, cible):
    resultat = resultats.get(cible.indicateur)
    return next((une for une in resultat.lignes if une.code == cible.ligne), None) if resultat else None


def avancement(cible, ligne, ecoule):
    """Return the `Avancement` of a `Cible` whose line reads `ligne` (None: nothing to count yet)."""
    chiffre = ligne.chiffre if ligne else None
    unite = chiffre.unite if chiffre else Unite.NOMBRE
    cumulatif = chiffre is not None and est_cumulatif(cible.indicateur, chiffre)
    plafond = est_plafond(cible.indicateur, cible.ligne)
    valeur = chiffre.valeur if chiffre else None
    attendu = arrondi(cible.valeur * ecoule.part, 0) if cumulatif and ecoule.commence and not ecoule.fini else None
    return Avancement(
        cible,
        libelle(cible, ligne),
        chiffre,
        montrer(cible.valeur, unite),
        "" if attendu is None else montrer(attendu, unite),
        etat(valeur, cible.valeur, ecoule, cumulatif=cumulatif, plafond=plafond),
        plafond,
    )


def montrer(valeur, unite):
    """« 60 % », « 31,5 ETP », « 40 »: a target as people write it, without useless zeros."""
    suffixe = SUFFIXES.get(unite)
    return f"{nombre(valeur)}{NBSP}{suffixe}" if suffixe else nombre(valeur)


def libelle(cible, ligne):
    """« Âge : Moins de 26 ans », « Personnes accueillies »; the code alone of an indicator that exists no more."""
    definition = INDICATEURS.get(cible.indicateur)
    if definition is None:
        return cible.indicateur
    return _intitule(definition, ligne.libelle) if ligne else definition.libelle


def _intitule(definition, ligne):
    """The name of an indicator and of one of its lines, said once when they are the same."""
    if ligne == definition.libelle:
        return ligne
    return f"{definition.libelle} : {ligne}"


def mesures(resultats, actuelle=""):
    """Return the grouped choices (« indicateur/ligne », label) of what a target may aim at, rubric by rubric.

    `actuelle` stays offered although its line has nothing to count at the moment.
    """
    groupes = {}
    for resultat in resultats:
        definition = resultat.definition
        for ligne in resultat.lignes:
            unite = UNITES.get(ligne.chiffre.unite, "nombre")
            nom = _intitule(definition, ligne.libelle)
            groupes.setdefault(definition.rubrique, []).append(
                (f"{definition.code}/{ligne.code}", f"{nom} ({unite})")
            )
    if actuelle and actuelle not in {cle for choix in groupes.values() for cle, _ in choix}:
        code = actuelle.partition("/")[0]
        groupes["Déjà visé"] = [(actuelle, INDICATEURS[code].libelle if code in INDICATEURS else code)]
    return list(groupes.items())
