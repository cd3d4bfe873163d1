"""The facts of a perimeter, read once: a query per table, as light rows, whatever the number of people.

The figures are those of the whole structure, so they are read under the role of the system; who opens the list behind
a figure reads the names under their own.
"""

from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import starmap

from beneficiaires.models import Beneficiaire, Situation
from insertion.enums import ROLE_SYSTEME
from insertion.isolation.contexte import contexte, contexte_courant
from insertion.models import Conventionnement
from parcours.models import Contrat, Dispositif, HeuresMois, Parcours, Sortie
from parcours.sorties import heures_de_l_annee, jours_deja_faits, presence

from .lectures import Lectures
from .perimetre import Perimetre


@dataclass(frozen=True, slots=True)
class Personne:
    pk: int
    civilite: str
    naissance: date | None
    niveau_formation: str
    niveau_francais: str
    commune: str
    code_postal: str
    langues: list[str]
    telephone: str
    email: str

    def age(self, le):
        """In years on the day `le`; None when the date of birth is unknown."""
        return age(self.naissance, le)


def age(naissance, le):
    """The age on the day `le` of somebody born on the day `naissance` (None: not known)."""
    if naissance is None:
        return None
    return le.year - naissance.year - ((le.month, le.day) < (naissance.month, naissance.day))


@dataclass(frozen=True, slots=True)
class Suivi:
    """One parcours as it stood at the end of the period: `sortie` is None when it was still open."""

    pk: int
    personne: int
    dispositif: int
    entree: date
    sortie: date | None
    orienteur: str
    pass_numero: str


@dataclass(frozen=True, slots=True)
class Depart:
    """The documented exit of a parcours, frozen as it read that day."""

    parcours: int
    date: date
    motif: str
    libelle: str
    categorie: str
    examinee: bool
    raison: str
    forme: str
    entretien_le: date | None
    satisfaction: int | None


@dataclass(frozen=True, slots=True)
class Engagement:
    """A work contract, with the last day it really had (None: no term), and how it stopped when it was not its term.

    `terme` is the last day that was signed; `aide` and `justification` are those of a GEIQ.
    """

    pk: int
    parcours: int
    type: str
    debut: date
    fin: date | None
    terme: date | None
    rupture: str
    aide: str
    justification: str


@dataclass(frozen=True, slots=True)
class Travail:
    """The hours worked in one month of one parcours."""

    parcours: int
    personne: int
    mois: date
    heures: Decimal


@dataclass(frozen=True, slots=True)
class Etat:
    """A situation of somebody between two dates; an empty end is « still »."""

    personne: int
    nature: str
    debut: date | None
    fin: date | None

    def vrai(self, le):
        return self.recoupe(le, le)

    def recoupe(self, debut, fin):
        """Whether it was true on a day of [debut, fin]."""
        return (self.debut is None or self.debut <= fin) and (self.fin is None or self.fin >= debut)


class Donnees:
    """Everything that the indicators of one `Perimetre` read; each table is loaded when first asked for.

    Which parcours are kept is said once, by `gardes`: an indicator asks no filter by itself.
    """

    def __init__(self, perimetre: Perimetre, lectures: Lectures | None = None):
        """`lectures` are those of the perimeters that read their tables together; by default, it is alone."""
        self.perimetre = perimetre
        self.structure = perimetre.structure
        self.du, self.au = perimetre.du, perimetre.au
        self._lectures = lectures or Lectures()
        self._rang = self._lectures.ajouter(self)
        self._tables, self._calculs = {}, {}

    def table(self, nom, construire, fabrique, **listes):
        """The rows of one matter, read at the first call under the role of the system; `nom` is theirs alone.

        `construire(bornes)` is the query of any perimeter of these `Bornes`, and may know nothing else of it: a table
        is read for all the perimeters at once, and its SQL kept. Ids that it needs besides are `listes` ({name:
        function of a `Donnees`}), given as texts for `parmi`. Each row is given to `fabrique`.
        """
        if nom not in self._tables:
            with self.lecture():
                lignes = self._lectures.table(nom, construire, listes, self._rang)
            self._tables[nom] = tuple(starmap(fabrique, lignes))
        return self._tables[nom]

    def derivee(self, nom, deriver):
        """The `Donnees` of the perimeter that `deriver` makes of this one (None: of none); `nom` is its alone."""
        return self._lectures.derivees(nom, deriver, self._rang)

    def une_fois(self, nom, calculer):
        """What `calculer()` answers, worked out at the first call and kept; `nom` is its alone."""
        if nom not in self._calculs:
            self._calculs[nom] = calculer()
        return self._calculs[nom]

    def de_ces_personnes(self, lignes):
        """Narrow a query about people to those of the perimeter, when it names some."""
        if not self.perimetre.personnes:
            return lignes
        champs = {champ.name for champ in lignes.model._meta.fields}
        chemins = (
            ("pk", lignes.model is Beneficiaire),
            ("beneficiaire", "beneficiaire" in champs),
            ("parcours__beneficiaire", "parcours" in champs),
        )
        chemin = next((chemin for chemin, mene in chemins if mene), None)
        return lignes.filter(**{f"{chemin}__in": self.perimetre.personnes}) if chemin else lignes

    def lecture(self):
        """The context in which facts are read, opened once for whoever is in it already (a query each time)."""
        ouvert = contexte_courant()
        if ouvert and (ouvert.structures, ouvert.role) == ((self.structure.pk,), ROLE_SYSTEME):
            return nullcontext()
        return contexte(self.structure.pk, origine="indicateurs")

    @cached_property
    def dispositifs(self):
        """{id: name} of the dispositifs of the structure."""
        return dict(
            self.table(
                "dispositifs", lambda _: Dispositif.objects.values_list("pk", "nom"), lambda pk, nom: (pk, nom)
            )
        )

    @cached_property
    def tous_les_suivis(self):
        """Every parcours entered before the period ended, whatever the dispositif: presence adds earlier ones up."""
        champs = ("pk", "beneficiaire_id", "dispositif_id", "date_entree", "date_sortie", "orienteur", "pass_numero")
        entres = self.table(
            "suivis",
            lambda d: (
                Parcours.objects.filter(date_entree__lte=d.au).order_by("date_entree", "pk").values_list(*champs)
            ),
            Suivi,
        )
        return tuple(self._vu_a_la_fin(suivi) for suivi in entres)

    def _vu_a_la_fin(self, suivi):
        """An exit after the period has not happened yet."""
        if suivi.sortie and suivi.sortie > self.au:
            return replace(suivi, sortie=None)
        return suivi

    @cached_property
    def suivis_par_personne(self):
        """{person: [`Suivi`]}, whatever the dispositif and the year."""
        par_personne = defaultdict(list)
        for suivi in self.tous_les_suivis:
            par_personne[suivi.personne].append(suivi)
        return par_personne

    @cached_property
    def gardes(self):
        """The ids of the parcours of the perimeter, over or not before the period: its dispositifs, its cohort."""
        gardes = [s for s in self.tous_les_suivis if self.perimetre.retient(s.dispositif)]
        cohorte = self.perimetre.cohorte
        gardes = [s for s in gardes if cohorte.admet_l_entree(s.entree)]
        if not cohorte.publics:
            return frozenset(s.pk for s in gardes)
        natures, profils = cohorte.natures, self._profils if cohorte.regarde_le_profil else {}
        return frozenset(
            s.pk
            for s in gardes
            if self.en_situation(s, natures) or cohorte.admet_le_profil(*profils.get(s.personne, ("", None)))
        )

    @cached_property
    def _profils(self):
        """{person: (civilité, age on the last day)} of everybody."""
        lignes = self.table(
            "profils",
            lambda _: Beneficiaire.objects.values_list("pk", "civilite", "date_naissance"),
            lambda pk, civilite, naissance: (pk, civilite, naissance),
        )
        return {pk: (civilite, age(naissance, self.au)) for pk, civilite, naissance in lignes}

    def en_situation(self, suivi, natures):
        """Whether one of `natures` was true on the day of the entry, or on a day of the parcours in the period.

        Of a parcours that was over before the period, the last day is looked at.
        """
        fin = min(suivi.sortie or self.au, self.au)
        debut = min(max(suivi.entree, self.du), fin)
        return any(
            etat.nature in natures and (etat.vrai(suivi.entree) or etat.recoupe(debut, fin))
            for etat in self.situations[suivi.personne]
        )

    @cached_property
    def suivis(self):
        """{id: `Suivi`} of the parcours of the perimeter that share a day with the period."""
        return {
            s.pk: s
            for s in self.tous_les_suivis
            if s.pk in self.gardes and self.perimetre.recoupe(s.entree, s.sortie)
        }

    @cached_property
    def personnes(self):
        """{id: `Personne`} of everybody with a parcours in the perimeter."""
        champs = (
            *("pk", "civilite", "date_naissance", "niveau_formation", "niveau_francais", "commune", "code_postal"),
            *("langues", "telephone", "email"),
        )
        lignes = self.table(
            "personnes",
            lambda _, personnes: Beneficiaire.objects.filter(pk__parmi=personnes).values_list(*champs),
            Personne,
            personnes=lambda d: d.dernier_suivi,
        )
        return {p.pk: p for p in lignes}

    @cached_property
    def dernier_suivi(self):
        """{person: `Suivi`}: the parcours of the perimeter that they entered last."""
        return {s.personne: s for s in sorted(self.suivis.values(), key=lambda s: (s.entree, s.pk))}

    @cached_property
    def entres(self):
        """The parcours begun in the period."""
        return [s for s in self.suivis.values() if self.perimetre.contient(s.entree)]

    @cached_property
    def sortis(self):
        """The parcours ended in the period, documented or not."""
        return [s for s in self.suivis.values() if self.perimetre.contient(s.sortie)]

    @cached_property
    def departs(self):
        """{parcours: `Depart`} of the documented exits of the period."""
        champs = (
            *("parcours_id", "date", "motif_code", "motif_libelle", "categorie", "examinee", "raison_examen"),
            *("forme_emploi", "entretien_le", "satisfaction"),
        )
        lignes = self.table(
            "departs", lambda d: Sortie.objects.filter(date__gte=d.du, date__lte=d.au).values_list(*champs), Depart
        )
        return {d.parcours: d for d in lignes if d.parcours in self.suivis}

    @cached_property
    def contrats(self):
        """{parcours: [`Engagement`]} of the contracts begun before the period ended, in their order.

        A contract never outlives its parcours: one without a term, or left to run, ends the day of the exit.
        """
        champs = (
            *("pk", "parcours_id", "type", "date_debut", "derniere", "date_fin"),
            *("rupture", "aide_demandee", "aide_justification"),
        )
        lignes = self.table(
            "contrats",
            lambda d: (
                Contrat.objects.avec_fin()
                .filter(date_debut__lte=d.au)
                .order_by("date_debut", "pk")
                .values_list(*champs)
            ),
            Engagement,
        )
        par_parcours = defaultdict(list)
        for contrat in lignes:
            if suivi := self.suivis.get(contrat.parcours):
                fin = min((jour for jour in (contrat.fin, suivi.sortie) if jour), default=None)
                par_parcours[contrat.parcours].append(replace(contrat, fin=fin))
        return par_parcours

    @cached_property
    def heures(self):
        """The `Travail` of all the months up to that of the end of the period, whatever the dispositif."""
        champs = ("parcours_id", "parcours__beneficiaire_id", "mois", "heures")
        return self.table("heures", lambda d: HeuresMois.objects.filter(mois__lte=d.au).values_list(*champs), Travail)

    @cached_property
    def heures_par_personne(self):
        """{person: {month: hours worked}}: presence adds up what was worked in every dispositif."""
        par_personne = defaultdict(lambda: defaultdict(Decimal))
        for travail in self.heures:
            par_personne[travail.personne][travail.mois] += travail.heures
        return par_personne

    @cached_property
    def etp_conventionnes(self):
        """The posts of the agreements in force on the last day, as a `Decimal`; None when none says.

        An agreement is signed for the whole structure: nobody knows the part of some dispositifs, or people.
        """
        if self.perimetre.dispositifs or self.perimetre.cohorte:
            return None
        accords = self.table(
            "conventionnements",
            lambda d: Conventionnement.objects.en_vigueur(d.au).filter(etp__isnull=False).values_list("etp"),
            lambda etp: etp,
        )
        return sum(accords, Decimal(0)) if accords else None

    @cached_property
    def situations(self):
        """{person: [`Etat`]} of what was noted of everybody."""
        champs = ("beneficiaire_id", "nature", "debut", "fin")
        par_personne = defaultdict(list)
        for etat in self.table("situations", lambda _: Situation.objects.values_list(*champs), Etat):
            par_personne[etat.personne].append(etat)
        return par_personne

    def presence(self, suivi):
        """The `Examen` of the minimum presence of a parcours that ended without a motive (metier.md §4.3)."""
        autres = [(s.entree, s.sortie) for s in self.suivis_par_personne[suivi.personne] if s.pk != suivi.pk]
        heures = {m: h for m, h in self.heures_par_personne.get(suivi.personne, {}).items() if m <= suivi.sortie}
        total = sum(heures.values(), Decimal(0)) if heures else None
        return presence(
            self.structure.type,
            suivi.entree,
            suivi.sortie,
            jours_avant=jours_deja_faits(suivi.entree, autres),
            heures=total,
            heures_annee=heures_de_l_annee(heures, suivi.entree, suivi.sortie),
        )
