"""Diagnostics made in time, freins at the entry and what became of them (metier.md §4.1, §5)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from insertion.domaines import CODES, FREINS_ASP
from insertion.enums import DOMAINES_SENSIBLES, Domaine
from parcours.enums import AccordPersonne, Niveau
from parcours.models import Demarche, Diagnostic, Evaluation, Orientation

from .accompagnement import entretiens
from .chiffres import Ligne, Nature, Repere, compte, exclusions, taux
from .registre import indicateur, une_fois

RUBRIQUE = "Diagnostics et freins"
NON_REEVALUE, NON_EVALUE = "pas encore réévalué", "non abordé ou non évalué à l’entrée"
PAS_ECHU = "délai pas encore échu"


@dataclass(frozen=True, slots=True)
class Reponse:
    """What one diagnostic says of one domain; `niveau` None is « non abordé » or « non évalué », never 0."""

    pk: int
    diagnostic: int
    parcours: int
    date: date
    grille: str
    domaine: str
    niveau: int | None

    @property
    def est_frein(self):
        return self.niveau is not None and self.niveau <= Niveau.MOYEN


@dataclass(frozen=True, slots=True)
class Frein:
    """One domain of one parcours: its answer at the entry and the last level known on the same grid (or None)."""

    entree: Reponse
    derniere: Reponse | None

    @property
    def ecart(self):
        """Levels gained since the entry (higher is better); None while nobody rated it again."""
        return None if self.derniere is None else self.derniere.niveau - self.entree.niveau


@une_fois
def reponses(donnees):
    """{parcours: [`Reponse`]} of the perimeter, in the order of the diagnostics, up to the end of the period."""

    def lignes(donnees):
        champs = ("pk", "diagnostic_id", "diagnostic__parcours_id", "diagnostic__date", "diagnostic__grille")
        return (
            Evaluation.objects.filter(diagnostic__date__lte=donnees.au)
            .order_by("diagnostic__date", "diagnostic_id", "pk")
            .values_list(*champs, "domaine", "niveau")
        )

    par_parcours = defaultdict(list)
    for reponse in donnees.table("reponses", lignes, Reponse):
        if reponse.parcours in donnees.suivis:
            par_parcours[reponse.parcours].append(reponse)
    return par_parcours


@une_fois
def freins(donnees):
    """Return (`Frein`s, answers of the entry without a level): every domain of every first diagnostic."""
    suivis, sans_niveau = [], []
    for siennes in reponses(donnees).values():
        premiere = siennes[0]
        entrees = [r for r in siennes if r.diagnostic == premiere.diagnostic]
        suites = [r for r in siennes if r.diagnostic != premiere.diagnostic and r.grille == premiere.grille]
        for entree in entrees:
            if entree.niveau is None:
                sans_niveau.append(entree)
            elif entree.est_frein:
                notees = [r for r in suites if r.domaine == entree.domaine and r.niveau is not None]
                suivis.append(Frein(entree, notees[-1] if notees else None))
    return suivis, sans_niveau


@indicateur(
    "diagnostics_a_temps",
    "Diagnostics faits à temps",
    rubrique=RUBRIQUE,
    definition="Parcours commencés dans la période dont le premier diagnostic a été fait dans le délai de la "
    "structure (30 jours par défaut), sur les parcours commencés dont ce délai est échu.",
    source="metier.md §5 « Diagnostics à temps »",
    reperes=[Repere("total", 100, "référentiel d’un chantier d’insertion ; à surveiller sous 90 %")],
)
def diagnostics_a_temps(donnees):
    premiers = {}
    lignes = donnees.table(
        "diagnostics",
        lambda donnees: (
            Diagnostic.objects.filter(date__lte=donnees.au).order_by("-date").values_list("parcours_id", "date")
        ),
        lambda parcours, jour: (parcours, jour),
    )
    premiers.update(lignes)  # the latest first: the first one stays
    delai = timedelta(days=donnees.structure.delai_diagnostic_jours)
    a_temps = {s.pk for s in donnees.entres if s.pk in premiers and premiers[s.pk] <= s.entree + delai}
    attente = {s.pk for s in donnees.entres if s.pk not in premiers and s.entree + delai > donnees.au}
    base = {s.pk for s in donnees.entres} - attente
    exclus = exclusions((PAS_ECHU, attente))
    yield Ligne("total", "Diagnostics faits à temps", taux(a_temps, base, nature=Nature.PARCOURS, exclus=exclus))


@indicateur(
    "freins_entree",
    "Freins à l’entrée",
    rubrique=RUBRIQUE,
    definition="Parcours dont le premier diagnostic donne un niveau de 0 à 2 dans ce domaine, sur ceux où ce domaine "
    "a reçu un niveau. « Non abordé » et « non évalué » ne sont ni un frein ni une absence de frein.",
    source="metier.md §4.1, §5 « Règles communes »",
    lignes="Domaine",
)
def a_l_entree(donnees):
    nommes, sans_niveau = freins(donnees)
    evaluees = [r for siennes in reponses(donnees).values() for r in siennes if r.diagnostic == siennes[0].diagnostic]
    for domaine in Domaine:
        base = {r.parcours for r in evaluees if r.domaine == domaine and r.niveau is not None}
        dedans = {f.entree.parcours for f in nommes if f.entree.domaine == domaine}
        absents = {r.parcours for r in sans_niveau if r.domaine == domaine}
        if base or absents:
            exclus = exclusions((NON_EVALUE, absents))
            sensible = domaine in DOMAINES_SENSIBLES
            chiffre = taux(dedans, base, nature=Nature.PARCOURS, exclus=exclus, sensible=sensible)
            yield Ligne(str(domaine), domaine.label, chiffre)


@indicateur(
    "freins_evolution",
    "Freins levés, stables, aggravés",
    rubrique=RUBRIQUE,
    definition="Freins nommés au premier diagnostic, comparés au dernier niveau connu sur la même grille : levé, un "
    "niveau gagné ou plus ; aggravé, un niveau perdu ou plus. Ceux que personne n’a réévalués sont comptés à part.",
    source="metier.md §5 « Freins levés / stables / aggravés »",
    lignes="Devenir",
)
def evolution(donnees):
    tous, _ = freins(donnees)
    reevalues = [f for f in tous if f.ecart is not None]
    base = {f.entree.pk for f in reevalues}
    absents = {f.entree.pk for f in tous if f.ecart is None}
    options = {
        "nature": Nature.FREINS,
        "exclus": exclusions((NON_REEVALUE, absents)),
        "sensible": True,
    }
    for code, libelle, retenir in (
        ("leves", "Levés", lambda ecart: ecart > 0),
        ("stables", "Stables", lambda ecart: ecart == 0),
        ("aggraves", "Aggravés", lambda ecart: ecart < 0),
    ):
        yield Ligne(code, libelle, taux({f.entree.pk for f in reevalues if retenir(f.ecart)}, base, **options))
    yield Ligne("non_evalues", "Pas encore réévalués", compte(absents, nature=Nature.FREINS, sensible=True))


@indicateur(
    "freins_asp",
    "Freins accompagnés (liste de l’ASP)",
    rubrique=RUBRIQUE,
    definition="Pour chacun des huit freins de l’ASP : les personnes concernées (un niveau de 0 à 2 à un diagnostic "
    "du parcours), et parmi elles celles qu’un entretien ou une démarche de la période a accompagnées en interne sur "
    "ce thème, celles qui ont accepté une orientation vers un partenaire, et celles qui ont eu les deux.",
    source="metier.md §4.1.c, §5 « Freins accompagnés »",
    lignes="Frein et accompagnement",
)
def asp(donnees):
    concernees = defaultdict(set)
    for siennes in reponses(donnees).values():
        for reponse in siennes:
            if reponse.est_frein:
                concernees[CODES[reponse.domaine].code_asp].add(donnees.suivis[reponse.parcours].personne)
    dedans, dehors = _accompagnes(donnees)
    for code, libelle in FREINS_ASP.items():
        base = concernees[code]
        sensible = any(CODES[domaine].code_asp == code for domaine in DOMAINES_SENSIBLES)
        yield Ligne(code, libelle, compte(base, sensible=sensible))
        for suffixe, mots, qui in (
            ("interne", "accompagnées en interne", dedans[code]),
            ("externe", "accompagnées par un partenaire", dehors[code]),
            ("les_deux", "accompagnées des deux façons", dedans[code] & dehors[code]),
        ):
            yield Ligne(f"{code}_{suffixe}", f"{libelle} : {mots}", taux(qui & base, base, sensible=sensible))


def _accompagnes(donnees):
    """Return two {ASP code: people}: worked on inside (entretien, démarche), sent to a partner, in the period."""
    dedans, dehors = defaultdict(set), defaultdict(set)

    def noter(ou, parcours, domaine):
        if parcours in donnees.suivis and domaine in CODES:
            ou[CODES[domaine].code_asp].add(donnees.suivis[parcours].personne)

    for parcours, theme in {(e.parcours, theme) for e in entretiens(donnees) for theme in e.themes}:
        noter(dedans, parcours, theme)
    for nom, lignes, ou in (
        ("demarches", lambda: Demarche.objects, dedans),
        ("orientations", lambda: Orientation.objects.filter(accord=AccordPersonne.OUI), dehors),
    ):
        for parcours, domaine in _domaines(donnees, nom, lignes):
            noter(ou, parcours, domaine)
    return dedans, dehors


def _domaines(donnees, nom, lignes):
    return donnees.table(
        f"domaines_{nom}",
        lambda donnees: lignes().filter(date__range=(donnees.du, donnees.au)).values_list("parcours_id", "domaine"),
        lambda parcours, domaine: (parcours, domaine),
    )
