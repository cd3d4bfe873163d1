"""« Ce qui manque » before a report: which fields each funder asks for, and whose file lacks them.

What a funder asks for is declared once (`CHAMPS`, `EXIGENCES`). Files are read under the role of the system, so that
the share complete is the same whoever looks; the page shows whether a field is filled, never what it holds.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from beneficiaires.enums import FAMILLES_SITUATIONS, NatureSituation
from beneficiaires.models import Beneficiaire
from parcours.eligibilite import TYPES_IAE, liste_de
from parcours.enums import AuteurDiagnostic, EcheanceSuivi
from parcours.models import Candidature, CritereRetenu, Diagnostic, SuiviPostSortie

from .conventions import perimetre
from .enums import GenreFinanceur
from .indicateurs import INDICATEURS, Donnees

_FAMILLES = dict(FAMILLES_SITUATIONS)
#: The situations of which one at least, true on the day of the entry, answers each question.
SITUATIONS = {
    "ressources": _FAMILLES["Ressources"],
    "emploi": (*(n for n in _FAMILLES["Emploi"] if n != NatureSituation.RQTH), NatureSituation.SALAIRE),
    "logement": _FAMILLES["Logement"],
}


@dataclass(frozen=True, slots=True)
class Identite:
    pk: int
    civilite: str
    date_naissance: object
    telephone: str
    email: str
    adresse: str
    commune: str
    niveau_formation: str


@dataclass(frozen=True)
class Faits:
    """What is known of the parcours of the perimeter, as ids of parcours.

    But `situations` is {person: [`Etat`]}, and `candidatures` {parcours: the application that it came from}.
    """

    situations: dict
    candidatures: dict
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

    def en_situation(self, cle):
        """Whether a situation of the family `cle` was noted as true on the day of the latest entry."""
        etats = self.faits.situations.get(self.identite.pk, ())
        return any(e.nature in SITUATIONS[cle] and e.vrai(self.dernier.entree) for e in etats)


@dataclass(frozen=True)
class Champ:
    """One thing that a funder asks for. `source` names the line of metier.md or of experience.md.

    `rempli` answers of a `Dossier`; `demande` whether it is asked of that person at all.
    """

    code: str
    libelle: str
    source: str
    rempli: Callable
    demande: Callable = lambda dossier: bool(dossier.suivis)


def _de_l_identite(nom):
    return lambda dossier: bool(getattr(dossier.identite, nom))


CHAMPS = {
    champ.code: champ
    for champ in (
        Champ("civilite", "Civilité", "metier.md §5 « Publics »", _de_l_identite("civilite")),
        Champ(
            "date_naissance", "Date de naissance", "metier.md §4.9, §5 « Age rule »", _de_l_identite("date_naissance")
        ),
        Champ(
            "coordonnees",
            "Téléphone ou e-mail",
            "experience.md C2 (obligatoire pour le FSE+)",
            lambda d: bool(d.identite.telephone or d.identite.email),
        ),
        Champ(
            "adresse",
            "Adresse et commune",
            "metier.md §4.9",
            lambda d: bool(d.identite.adresse and d.identite.commune),
        ),
        Champ("commune", "Commune", "metier.md §5 « Publics » (QPV, ZRR)", _de_l_identite("commune")),
        Champ(
            "niveau_formation",
            "Niveau de formation",
            "metier.md §4.9 (CITE 0–2, 3–4, 5–8), §5 « Publics »",
            _de_l_identite("niveau_formation"),
        ),
        Champ(
            "ressources",
            "Ressources à l’entrée",
            "metier.md §5 « Publics » (RSA, ASS, AAH)",
            lambda d: d.en_situation("ressources"),
        ),
        Champ(
            "emploi",
            "Situation d’emploi à l’entrée",
            "metier.md §4.9, §5 « Publics » (DELD, DETLD)",
            lambda d: d.en_situation("emploi"),
        ),
        Champ(
            "logement",
            "Logement à l’entrée",
            "metier.md §5.b « Habitat » (fiche CVG)",
            lambda d: d.en_situation("logement"),
        ),
        Champ(
            "orienteur",
            "Orienté par",
            "metier.md §5.b « Orienteurs » (Convergence)",
            lambda d: bool(d.dernier.orienteur),
        ),
        Champ(
            "eligibilite",
            "Éligibilité",
            "metier.md §4.5",
            lambda d: bool(d.dernier.pass_numero) or d.dernier.pk in d.faits.eligibles,
        ),
        Champ("pass_iae", "Numéro de PASS IAE", "metier.md §4.6, §6.2", lambda d: bool(d.dernier.pass_numero)),
        Champ(
            "diagnostic",
            "Diagnostic",
            "metier.md §5 « Diagnostics à temps »",
            lambda d: d.dernier.pk in d.faits.diagnostiques,
        ),
        Champ(
            "heures",
            "Heures de chaque mois",
            "metier.md §5 « ETP réalisés »",
            lambda d: not any(s.pk in d.faits.sans_heures for s in d.suivis),
        ),
        Champ(
            "sortie",
            "Motif de sortie",
            "metier.md §4.2, §4.9, §6.5",
            lambda d: all(s.pk in d.faits.documentes for s in d.sortis),
            demande=lambda d: bool(d.sortis),
        ),
        Champ(
            "nouvelles",
            "Nouvelles à 6 mois",
            "metier.md §4.9, §5 « Maintien post-sortie »",
            lambda d: all(s.pk in d.faits.nouvelles for s in d.dus),
            demande=lambda d: bool(d.dus),
        ),
    )
}
_COMMUNS = ("civilite", "date_naissance", "niveau_formation", "ressources", "diagnostic", "sortie")
#: What each kind of funder asks for (metier.md §4.9, §5, §6); the others ask for what is common.
EXIGENCES = {
    GenreFinanceur.DREETS: (*_COMMUNS, "commune", "emploi", "eligibilite", "pass_iae", "heures", "orienteur"),
    GenreFinanceur.DEPARTEMENT: (*_COMMUNS, "coordonnees", "commune", "orienteur"),
    GenreFinanceur.FSE: (*_COMMUNS, "coordonnees", "adresse", "emploi", "nouvelles"),
    GenreFinanceur.PLIE: (*_COMMUNS, "coordonnees", "commune", "emploi", "orienteur", "nouvelles"),
    GenreFinanceur.CONVERGENCE: (*_COMMUNS, "logement", "emploi", "orienteur", "heures", "nouvelles"),
}


def champs_exiges(structure, genre, cofinance_ue=False):
    """Return the `Champ`s that a funder of that kind asks a structure for, in the order of `CHAMPS`."""
    codes = set(EXIGENCES.get(genre, _COMMUNS))
    if cofinance_ue:
        codes |= set(EXIGENCES[GenreFinanceur.FSE])
    if structure.type not in TYPES_IAE:
        codes -= {"pass_iae"}
    if liste_de(structure) is None:
        codes -= {"eligibilite"}
    if not structure.emploie:
        codes -= {"heures"}
    return tuple(champ for code, champ in CHAMPS.items() if code in codes)


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
    dossiers = _dossiers(Donnees(zone))
    manques = {pk: _manques(dossier, champs) for pk, dossier in dossiers.items()}
    return Completude(tuple(champs), dossiers, manques)


def de_la_convention(convention, le):
    """Return the `Completude` of an agreement up to the day `le`; None before its first day."""
    zone = perimetre(convention, [couvert.dispositif_id for couvert in convention.couverts.all()], le)
    if zone is None:
        return None
    champs = champs_exiges(convention.structure, convention.financeur.genre, convention.cofinance_ue)
    return completude(zone, champs)


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
    identites = donnees.table(
        "identites",
        lambda: Beneficiaire.objects.filter(pk__in=personnes).values_list(*Identite.__slots__),
        Identite,
    )
    return {i.pk: Dossier(i, *map(tuple, par_personne[i.pk]), faits) for i in identites}


def _faits(donnees):
    def ids(nom, construire):
        return frozenset(donnees.table(nom, construire, lambda pk: pk))

    return Faits(
        situations=donnees.situations,
        candidatures=dict(
            donnees.table(
                "candidatures_acceptees",
                lambda: _acceptees().values_list("parcours_id", "pk"),
                lambda parcours, pk: (parcours, pk),
            )
        ),
        diagnostiques=ids(
            "diagnostiques",
            lambda: Diagnostic.objects.filter(date__lte=donnees.au).order_by().values_list("parcours_id").distinct(),
        ),
        eligibles=ids(
            "eligibles",
            lambda: _acceptees().filter(_eligible()).values_list("parcours_id"),
        ),
        sans_heures=_sans_heures(donnees.perimetre),
        documentes=frozenset(donnees.departs),
        nouvelles_dues=INDICATEURS["maintien"].calculer(donnees).ligne(f"m{EcheanceSuivi.SIX}").chiffre.base,
        nouvelles=ids(
            "nouvelles_six_mois",
            lambda: SuiviPostSortie.objects.filter(echeance=EcheanceSuivi.SIX).order_by().values_list("parcours_id"),
        ),
    )


def _acceptees():
    """The applications that became a parcours."""
    return Candidature.objects.filter(parcours__isnull=False).order_by()


def _eligible():
    """Criteria were written down, or a prescripteur answers for them (metier.md §4.5)."""
    criteres = CritereRetenu.objects.filter(candidature=OuterRef("pk"))
    return Q(diagnostic_auteur=AuteurDiagnostic.PRESCRIPTEUR) | Exists(criteres)


def _sans_heures(zone):
    """The parcours with a whole month under contract whose hours nobody noted; the month under way is not due yet."""
    lendemain = zone.au + timedelta(days=1)
    fin = lendemain.replace(day=1) - timedelta(days=1)
    if fin < zone.du:
        return frozenset()
    heures = INDICATEURS["etp"].calculer(Donnees(replace(zone, au=fin))).ligne("heures").chiffre
    return frozenset().union(*(exclusion.ids for exclusion in heures.exclus))
