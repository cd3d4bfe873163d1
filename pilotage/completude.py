"""« Ce qui manque » before a report: which fields each funder asks for, and whose file lacks them.

What a funder asks for is declared in `exigences.py`. Files are read under the role of the system, so that
the share complete is the same whoever looks; the page shows whether a field is filled, never what it holds.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire
from parcours.enums import AuteurDiagnostic, EcheanceSuivi, MomentFse
from parcours.models import Candidature, ContratEngagement, CritereRetenu, Diagnostic, Parcours, SuiviPostSortie

from .conventions import donnees_de
from .exigences import SITUATIONS, Champ, champs_exiges
from .indicateurs import INDICATEURS, Donnees
from .indicateurs.fse import FENETRE_SORTIE, questionnaires


@dataclass(frozen=True, slots=True)
class Identite:
    pk: int
    civilite: str
    date_naissance: object
    telephone: str
    email: str
    code_postal: str
    commune: str
    niveau_formation: str


@dataclass(frozen=True)
class Faits:
    """What is known of the parcours of the perimeter, as ids of parcours.

    But `situations` is {person: [`Etat`]}, `candidatures` {parcours: the application that it came from} and
    `questionnaires` {(parcours, moment): the answers to the FSE+}. `le` is the day on which it is known.
    """

    le: date
    situations: dict
    candidatures: dict
    questionnaires: dict
    engages: frozenset
    diagnostiques: frozenset
    eligibles: frozenset
    sans_heures: frozenset
    documentes: frozenset
    nouvelles_dues: frozenset
    nouvelles: frozenset


@dataclass(frozen=True)
class Dossier:
    """One person and their parcours of the perimeter, in the order of the entries.

    `suivis` is empty for somebody gone before the period, of whom only the news after the exit are due in it.
    """

    identite: Identite
    suivis: tuple
    sortis: tuple
    dus: tuple
    faits: Faits

    @property
    def dernier(self):
        """The latest parcours of the perimeter (or the one whose news are due)."""
        return (self.suivis or self.dus)[-1]

    @property
    def fenetres_closes(self):
        """The parcours ended 28 days ago or more: their FSE+ questionnaire of the exit is due."""
        return [s for s in self.sortis if s.sortie + FENETRE_SORTIE <= self.faits.le]

    @property
    def sans_questionnaire(self):
        """Those of which it has no full answer."""
        return [s for s in self.fenetres_closes if not self.a_repondu(s, MomentFse.SORTIE)]

    @property
    def au_rsa(self):
        """Whether the RSA was noted as true on the day of the latest entry."""
        etats = self.faits.situations.get(self.identite.pk, ())
        return any(e.nature == NatureSituation.RSA and e.vrai(self.dernier.entree) for e in etats)

    def a_repondu(self, suivi, moment):
        """Whether the FSE+ questionnaire of that moment is answered to the end."""
        rempli = self.faits.questionnaires.get((suivi.pk, moment))
        return rempli is not None and not rempli.manques

    def en_situation(self, cle):
        """Whether a situation of the family `cle` was noted as true on the day of the latest entry."""
        etats = self.faits.situations.get(self.identite.pk, ())
        return any(e.nature in SITUATIONS[cle] and e.vrai(self.dernier.entree) for e in etats)


@dataclass(frozen=True)
class Part:
    """How many files have a field, of those it is asked of."""

    champ: Champ
    remplis: int
    demandes: int

    @property
    def manquants(self):
        return self.demandes - self.remplis

    @property
    def pourcentage(self):
        """Whole percent, rounded down: 100 means that nothing is missing. None when nobody is asked."""
        return 100 * self.remplis // self.demandes if self.demandes else None


@dataclass(frozen=True)
class Completude:
    """The files of a perimeter against the fields asked for. `manques` is {person: {codes of what is missing}}."""

    champs: tuple[Champ, ...]
    dossiers: dict
    manques: dict

    @property
    def total(self):
        return len(self.dossiers)

    @property
    def complets(self):
        return sum(not codes for codes in self.manques.values())

    @property
    def pourcentage(self):
        """The share of complete files, in whole percent rounded down; None without any file."""
        return 100 * self.complets // self.total if self.total else None

    @property
    def incomplets(self):
        """Ids of the people whose file lacks something."""
        return {pk for pk, codes in self.manques.items() if codes}

    def sans(self, champ):
        """Ids of the people whose file lacks this `Champ`."""
        return {pk for pk, codes in self.manques.items() if champ.code in codes}

    @property
    def parts(self):
        """A `Part` per field, in the order of the columns."""
        return [self._part(champ) for champ in self.champs]

    def _part(self, champ):
        demandes = [pk for pk, dossier in self.dossiers.items() if champ.demande(dossier)]
        return Part(champ, sum(champ.code not in self.manques[pk] for pk in demandes), len(demandes))

    def restreinte(self, ids):
        """The same, of some people only."""
        gardes = {pk: dossier for pk, dossier in self.dossiers.items() if pk in ids}
        return replace(self, dossiers=gardes, manques={pk: self.manques[pk] for pk in gardes})


def completude(zone, champs):
    """Return the `Completude` of the people of a `Perimetre` for `champs`; a constant number of queries."""
    return _completude(Donnees(zone), champs)


def _completude(donnees, champs):
    dossiers = _dossiers(donnees)
    manques = {pk: _manques(dossier, champs) for pk, dossier in dossiers.items()}
    return Completude(tuple(champs), dossiers, manques)


def de_la_convention(convention, le, donnees=None):
    """Return the `Completude` of an agreement (`pour_fiche`) up to the day `le`; None before its first day.

    `donnees` are those that `donnees_de` reads with other agreements; by default, it is read alone.
    """
    donnees = donnees or donnees_de([convention], le).get(convention.pk)
    if donnees is None:
        return None
    champs = champs_exiges(convention.structure, convention.financeur.genre, convention.cofinance_ue)
    return _completude(donnees, champs)


def _manques(dossier, champs):
    return {champ.code for champ in champs if champ.demande(dossier) and not champ.rempli(dossier)}


def _dossiers(donnees):
    """{person: `Dossier`} of everybody with a parcours in the perimeter, or with news due in it."""
    faits = _faits(donnees)
    retenus = donnees.perimetre.dispositifs
    dus = [s for s in donnees.tous_les_suivis if s.pk in faits.nouvelles_dues]
    suivis = [s for s in donnees.tous_les_suivis if s.pk in donnees.suivis]
    personnes = {s.personne for s in (*suivis, *dus)}
    par_personne = {pk: ([], [], []) for pk in personnes}
    sortis = {s.pk for s in donnees.sortis}
    for suivi in suivis:
        par_personne[suivi.personne][0].append(suivi)
        if suivi.pk in sortis:
            par_personne[suivi.personne][1].append(suivi)
    for suivi in dus:
        if not retenus or suivi.dispositif in retenus:
            par_personne[suivi.personne][2].append(suivi)
    identites = donnees.table("identites", _identites, Identite)
    return {i.pk: Dossier(i, *map(tuple, par_personne[i.pk]), faits) for i in identites if i.pk in personnes}


def _identites(donnees):
    entres = Parcours.objects.filter(date_entree__lte=donnees.au).order_by()
    return (
        Beneficiaire.objects.presentes().filter(pk__in=entres.values("beneficiaire")).values_list(*Identite.__slots__)
    )


def _faits(donnees):
    def ids(nom, construire):
        return frozenset(donnees.table(nom, construire, lambda pk: pk))

    return Faits(
        le=donnees.au,
        situations=donnees.situations,
        questionnaires=questionnaires(donnees),
        engages=ids(
            "engages", lambda d: ContratEngagement.objects.filter(debut__lte=d.au).values_list("parcours_id")
        ),
        candidatures=dict(
            donnees.table(
                "candidatures_acceptees",
                lambda _: _acceptees().values_list("parcours_id", "pk"),
                lambda parcours, pk: (parcours, pk),
            )
        ),
        diagnostiques=ids(
            "diagnostiques",
            lambda d: Diagnostic.objects.filter(date__lte=d.au).order_by().values_list("parcours_id").distinct(),
        ),
        eligibles=ids(
            "eligibles",
            lambda _: _acceptees().filter(_eligible()).values_list("parcours_id"),
        ),
        sans_heures=_sans_heures(donnees),
        documentes=frozenset(donnees.departs),
        nouvelles_dues=INDICATEURS["maintien"].calculer(donnees).ligne(f"m{EcheanceSuivi.SIX}").chiffre.base,
        nouvelles=ids(
            "nouvelles_six_mois",
            lambda _: (
                SuiviPostSortie.objects.filter(echeance=EcheanceSuivi.SIX).order_by().values_list("parcours_id")
            ),
        ),
    )


def _acceptees():
    """The applications that became a parcours."""
    return Candidature.objects.filter(parcours__isnull=False).order_by()


def _eligible():
    """Criteria were written down, or a prescripteur answers for them (metier.md §4.5)."""
    criteres = CritereRetenu.objects.filter(candidature=OuterRef("pk"))
    return Q(diagnostic_auteur=AuteurDiagnostic.PRESCRIPTEUR) | Exists(criteres)


def _sans_heures(donnees):
    """The parcours with a whole month under contract whose hours nobody noted; the month under way is not due yet."""
    mois_finis = donnees.derivee("mois_finis", _mois_finis)
    if mois_finis is None:
        return frozenset()
    heures = INDICATEURS["etp"].calculer(mois_finis).ligne("heures").chiffre
    return frozenset().union(*(exclusion.ids for exclusion in heures.exclus))


def _mois_finis(zone):
    """The whole months of a perimeter; None when it has none."""
    fin = (zone.au + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    return replace(zone, au=fin) if fin >= zone.du else None
