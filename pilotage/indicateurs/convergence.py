"""The Convergence sheet: homes, difficulties, team, twin tables of the exits (metier.md §5, §5.b)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from beneficiaires.enums import NatureSituation
from insertion.domaines import CODES, FREINS_ASP
from insertion.enums import DOMAINES_SENSIBLES
from insertion.models import PosteEquipe
from insertion.texte import minuscule
from parcours.enums import Habitat, RubriqueConvergence, SituationApres
from parcours.models import EtapeLogement, SuiviPostSortie

from .chiffres import Chiffre, Ligne, Nature, Unite, compte, exclusions, taux
from .freins import NON_EVALUE, NON_REEVALUE, freins, reponses
from .publics import accueillis, dans_la_situation, jour_d_entree
from .registre import indicateur
from .sorties import SANS_MOTIF, rubriques

RUBRIQUE = "Convergence, Premières Heures"
SANS_RUBRIQUE = "motif sans rubrique Convergence"
ETP_TU = "temps de travail non renseigné"


class TypeHabitat(StrEnum):
    """The five kinds of home of the sheet, from the street to a home of one’s own, in this order."""

    RUE = "rue"
    PRECAIRE = "precaire"
    COLLECTIF = "collectif"
    SEMI_DURABLE = "semi_durable"
    AUTONOME = "autonome"


RANGS = {habitat: rang for rang, habitat in enumerate(TypeHabitat)}
LIBELLES = {
    TypeHabitat.AUTONOME: "Logement autonome",
    TypeHabitat.SEMI_DURABLE: "Logement semi-durable",
    TypeHabitat.COLLECTIF: "Hébergement collectif",
    TypeHabitat.PRECAIRE: "Hébergement précaire",
    TypeHabitat.RUE: "Rue",
}
#: An emergency centre (CHU) is a collective one, as a CHRS is (metier.md §4.1.a « Hébergement collectif »).
PAR_ETAPE = {
    Habitat.RUE: TypeHabitat.RUE,
    Habitat.PRECAIRE: TypeHabitat.PRECAIRE,
    Habitat.URGENCE: TypeHabitat.COLLECTIF,
    Habitat.COLLECTIF: TypeHabitat.COLLECTIF,
    Habitat.SEMI_DURABLE: TypeHabitat.SEMI_DURABLE,
    Habitat.AUTONOME: TypeHabitat.AUTONOME,
}
#: Where the path towards a home is not followed step by step, the situations noted say it.
PAR_SITUATION = {
    NatureSituation.SANS_DOMICILE: TypeHabitat.RUE,
    NatureSituation.HEBERGEMENT_PRECAIRE: TypeHabitat.PRECAIRE,
    NatureSituation.HEBERGE: TypeHabitat.PRECAIRE,
    NatureSituation.HEBERGEMENT_COLLECTIF: TypeHabitat.COLLECTIF,
    NatureSituation.LOGEMENT_SEMI_DURABLE: TypeHabitat.SEMI_DURABLE,
    NatureSituation.LOGEMENT_AUTONOME: TypeHabitat.AUTONOME,
}
#: The two tables of exits, heading by heading (metier.md §4.2 « Convergence exit list »).
EMPLOI = (RubriqueConvergence.EMPLOI, RubriqueConvergence.INSERTION, RubriqueConvergence.FORMATION)
HORS_EMPLOI = tuple(rubrique for rubrique in RubriqueConvergence if rubrique not in EMPLOI)
SANTE = (
    NatureSituation.RQTH,
    NatureSituation.AAH,
    NatureSituation.INVALIDITE,
    NatureSituation.MEDECIN_TRAITANT,
)
COUVERTURE = (NatureSituation.ASSURANCE_MALADIE, NatureSituation.COMPLEMENTAIRE)


@dataclass(frozen=True, slots=True)
class Etape:
    """Where somebody lived between two dates."""

    personne: int
    habitat: str
    debut: date
    fin: date | None


@dataclass(frozen=True, slots=True)
class Poste:
    """Somebody of the team, and how much of a full time (None: not noted)."""

    pk: int
    nom: str
    fonction: str
    etp: Decimal | None
    accompagnement: Decimal | None
    encadrement: Decimal | None


def etapes(donnees):
    """{person: [`Etape`]} of the path towards a home, begun by the end of the period."""
    lignes = donnees.table(
        "logements",
        lambda donnees: EtapeLogement.objects.filter(debut__lte=donnees.au).values_list(
            "beneficiaire_id", "habitat", "debut", "fin"
        ),
        Etape,
    )
    return donnees.une_fois("logements", lambda: _par_personne(lignes))


def _par_personne(lignes):
    par_personne = defaultdict(list)
    for etape in lignes:
        par_personne[etape.personne].append(etape)
    return par_personne


def habitat(donnees, personne, le):
    """The `TypeHabitat` of somebody on the day `le`; None when nobody noted it.

    The path goes before the situations; of two situations true that day, the one nearest to the street is kept.
    """
    for etape in etapes(donnees)[personne]:
        if etape.debut <= le and (etape.fin is None or etape.fin >= le):
            return PAR_ETAPE[etape.habitat]
    vraies = {
        PAR_SITUATION[e.nature] for e in donnees.situations[personne] if e.nature in PAR_SITUATION and e.vrai(le)
    }
    return min(vraies, key=RANGS.get) if vraies else None


def a_connu_la_rue(donnees, personne, le):
    """Whether somebody was noted in the street, on the day `le` or before."""
    etape = any(e.habitat == Habitat.RUE and e.debut <= le for e in etapes(donnees)[personne])
    return etape or any(
        e.nature == NatureSituation.SANS_DOMICILE and (e.debut is None or e.debut <= le)
        for e in donnees.situations[personne]
    )


@indicateur(
    "cvg_habitat",
    "Habitat à l’entrée (Convergence)",
    rubrique=RUBRIQUE,
    definition="Personnes accueillies, par type d’habitat le jour de l’entrée : chemin vers le logement, sinon "
    "situation notée comme vraie ce jour-là. Un centre d’hébergement d’urgence est un hébergement collectif, un "
    "hébergement chez un proche est précaire. « Parcours de rue » : à la rue ce jour-là ou avant.",
    source="metier.md §5 « Fiche Convergence » (cinq types d’habitat, parcours de rue)",
    lignes="Habitat",
)
def habitats(donnees):
    base, _ = accueillis(donnees)
    entrees = jour_d_entree(donnees)
    connus = {pk: habitat(donnees, pk, entrees[pk]) for pk in base}
    yield from _par_habitat(connus, base, "")
    rue = {pk for pk in base if a_connu_la_rue(donnees, pk, entrees[pk])}
    yield Ligne("parcours_rue", "Parcours de rue", taux(rue, base))


def _par_habitat(connus, base, prefixe, quand="", **options):
    """A line per kind of home, from the best to the street, then « non renseigné »: they make the whole."""
    for type_habitat, libelle in LIBELLES.items():
        dedans = {pk for pk, ou in connus.items() if ou == type_habitat}
        yield Ligne(f"{prefixe}{type_habitat}", f"{libelle}{quand}", taux(dedans, base, **options))
    inconnus = {pk for pk, ou in connus.items() if ou is None}
    yield Ligne(f"{prefixe}inconnu", f"Habitat non renseigné{quand}", taux(inconnus, base, **options))


@indicateur(
    "cvg_difficultes",
    "Difficultés à l’entrée (Convergence)",
    rubrique=RUBRIQUE,
    definition="Parcours de la période dont le premier diagnostic donne un niveau de 0 à 2 (3 à 5 sur l’échelle de "
    "Convergence) dans un domaine de la difficulté, sur ceux où l’un de ces domaines a reçu un niveau. La garde "
    "d’enfant est un manque de disponibilité ; le numérique n’a pas d’équivalent.",
    source="metier.md §4.1.c, §5 « Fiche Convergence » (huit difficultés)",
    lignes="Difficulté",
)
def difficultes(donnees):
    premieres = [
        r for siennes in reponses(donnees).values() for r in siennes if r.diagnostic == siennes[0].diagnostic
    ]
    for code, libelle in FREINS_ASP.items():
        siennes = [r for r in premieres if CODES[r.domaine].code_asp == code]
        base = {r.parcours for r in siennes if r.niveau is not None}
        dedans = {r.parcours for r in siennes if r.est_frein}
        tues = {r.parcours for r in siennes} - base
        exclus = exclusions((NON_EVALUE, tues))
        options = {"nature": Nature.PARCOURS, "exclus": exclus, "sensible": _sensible(code)}
        yield Ligne(code, libelle, taux(dedans, base, **options))


def _sensible(code_asp):
    return any(CODES[domaine].code_asp == code_asp for domaine in DOMAINES_SENSIBLES)


@indicateur(
    "cvg_droits",
    "Handicap et protection à l’entrée (Convergence)",
    rubrique=RUBRIQUE,
    definition="Personnes accueillies dont la situation était notée comme vraie le jour de l’entrée : travailleur "
    "handicapé ou AAH (une personne n’y compte qu’une fois), et réfugié ou protection internationale.",
    source="metier.md §5 « Fiche Convergence » (RQTH, AAH, réfugiés)",
    lignes="Situation",
)
def droits(donnees):
    base, _ = accueillis(donnees)
    for code, libelle, natures in (
        ("rth_aah", "RQTH ou AAH", (NatureSituation.RQTH, NatureSituation.AAH)),
        ("refugies", "Réfugiés, protection internationale", (NatureSituation.PROTECTION,)),
    ):
        dedans = dans_la_situation(donnees, base, *natures)
        yield Ligne(code, libelle, taux(dedans, base, sensible=True))


@indicateur(
    "cvg_equipe",
    "Équipe permanente : fonctions et ETP (Convergence)",
    rubrique=RUBRIQUE,
    definition="Équipe permanente présente un jour de la période : chaque poste et son temps de travail, puis les "
    "ETP en tout, d’accompagnement et d’encadrement. Un temps de travail non noté ne compte pas et est nommé.",
    source="metier.md §5 « Fiche Convergence » (partie 2 : équipe)",
    lignes="Poste",
)
def equipe(donnees):
    postes = donnees.table(
        "postes",
        lambda donnees: (
            PosteEquipe.objects.filter(debut__lte=donnees.au)
            .exclude(fin__lt=donnees.du)
            .order_by("nom", "pk")
            .values_list("pk", "nom", "fonction", "etp", "etp_accompagnement", "etp_encadrement")
        ),
        Poste,
    )
    for poste in postes:
        yield Ligne(
            f"poste-{poste.pk}",
            f"{poste.nom}, {minuscule(poste.fonction)}",
            Chiffre(poste.etp, Unite.ETP, nature=Nature.POSTES),
        )
    for code, libelle, champ in (
        ("total", "ETP en tout", "etp"),
        ("accompagnement", "dont accompagnement", "accompagnement"),
        ("encadrement", "dont encadrement technique", "encadrement"),
    ):
        connus = [valeur for poste in postes if (valeur := getattr(poste, champ)) is not None]
        tus = {p.pk for p in postes if getattr(p, champ) is None}
        options = {"nature": Nature.POSTES, "exclus": exclusions((ETP_TU, tus))}
        yield Ligne(code, libelle, Chiffre(sum(connus) if connus else None, Unite.ETP, **options))


@indicateur(
    "cvg_sorties_emploi",
    "Sorties en emploi (Convergence)",
    rubrique=RUBRIQUE,
    definition="Sorties documentées de la période en emploi, en suite de parcours d’insertion ou en formation, et ce "
    "que ces personnes sont devenues entre l’entrée et la sortie : difficultés résolues en tout ou en partie (au "
    "moins un niveau gagné depuis le premier diagnostic), habitat, santé, suivi après la sortie. Une sortie sans "
    "motif, ou dont le motif n’a pas de rubrique, est nommée.",
    source="metier.md §4.2, §5 « Fiche Convergence » (tableaux jumeaux)",
    lignes="Sortie",
)
def sorties_emploi(donnees):
    return _table(donnees, EMPLOI)


@indicateur(
    "cvg_sorties_hors_emploi",
    "Sorties hors emploi (Convergence)",
    rubrique=RUBRIQUE,
    definition="Les mêmes lignes que « Sorties en emploi (Convergence) », pour les autres sorties documentées : "
    "retraite, sans solution, sans nouvelles, sortie neutre, autre reconnue positive.",
    source="metier.md §4.2, §5 « Fiche Convergence » (tableaux jumeaux)",
    lignes="Sortie",
)
def sorties_hors_emploi(donnees):
    return _table(donnees, HORS_EMPLOI)


def _table(donnees, headings):
    """The lines of one of the two tables: headings, difficulties, home, health, news after the exit."""
    cvg = rubriques(donnees)
    partis = {s.pk: s for s in donnees.sortis}
    rubrique = {pk: cvg.get(donnees.departs[pk].motif, "") for pk in partis if pk in donnees.departs}
    siens = {pk: partis[pk] for pk, r in rubrique.items() if r in headings}
    exclus = exclusions(
        (SANS_MOTIF, partis.keys() - rubrique.keys()),
        (SANS_RUBRIQUE, {p for p, r in rubrique.items() if not r}),
    )
    yield Ligne("total", "Sorties", compte(siens, nature=Nature.PARCOURS, exclus=exclus))
    for heading in headings:
        dedans = {pk for pk in siens if rubrique[pk] == heading}
        yield Ligne(str(heading), heading.label, compte(dedans, nature=Nature.PARCOURS))
    yield from _resolues(donnees, siens)
    yield from _logement(donnees, siens)
    yield from _sante(donnees, siens)
    yield from _apres(donnees, siens)


def _resolues(donnees, siens):
    """Difficulties of the entry that gained a level at least, over those rated again; the others are named."""
    tous, _ = freins(donnees)
    for code, libelle in FREINS_ASP.items():
        concernes = [f for f in tous if f.entree.parcours in siens and CODES[f.entree.domaine].code_asp == code]
        base = {f.entree.pk for f in concernes if f.ecart is not None}
        dedans = {f.entree.pk for f in concernes if f.ecart is not None and f.ecart > 0}
        tus = {f.entree.pk for f in concernes} - base
        options = {"nature": Nature.FREINS, "sensible": _sensible(code)}
        exclus = exclusions((NON_REEVALUE, tus))
        yield Ligne(
            f"resolu_{code}",
            f"Difficulté résolue : {minuscule(libelle)}",
            taux(dedans, base, exclus=exclus, **options),
        )


def _logement(donnees, siens):
    avant = {pk: habitat(donnees, s.personne, s.entree) for pk, s in siens.items()}
    apres = {pk: habitat(donnees, s.personne, s.sortie) for pk, s in siens.items()}
    options = {"nature": Nature.PARCOURS}
    yield from _par_habitat(avant, siens, "entree_", ", à l’entrée", **options)
    yield from _par_habitat(apres, siens, "sortie_", ", à la sortie", **options)
    connus = {pk for pk in siens if avant[pk] is not None and apres[pk] is not None}
    mieux = {pk for pk in connus if RANGS[apres[pk]] > RANGS[avant[pk]]}
    yield Ligne("mieux_loges", "Mieux logées à la sortie qu’à l’entrée", taux(mieux, connus, **options))


def _sante(donnees, siens):
    options = {"nature": Nature.PARCOURS, "sensible": True}

    def vraies(natures, jour):
        return {
            pk
            for pk, s in siens.items()
            if any(e.nature in natures and e.vrai(jour(s)) for e in donnees.situations[s.personne])
        }

    for nature in SANTE:
        for moment, quand, jour in (
            ("entree", "à l’entrée", lambda s: s.entree),
            ("sortie", "à la sortie", lambda s: s.sortie),
        ):
            dedans = vraies((nature,), jour)
            yield Ligne(f"{nature}_{moment}", f"{nature.label}, {quand}", taux(dedans, siens, **options))
    gagnees = set()
    for nature in COUVERTURE:
        gagnees |= vraies((nature,), lambda s: s.sortie) - vraies((nature,), lambda s: s.entree)
    yield Ligne("couverture", "Couverture santé améliorée", taux(gagnees, siens, **options))


def _apres(donnees, siens):
    lignes = donnees.table(
        "contacts_apres",
        lambda donnees: (
            SuiviPostSortie.objects.filter(date__lte=donnees.au)
            .exclude(situation=SituationApres.INJOIGNABLE)
            .values_list("parcours_id")
        ),
        lambda parcours: parcours,
    )
    suivis = siens.keys() & set(lignes)
    yield Ligne("suivi", "Suivies après la sortie", taux(suivis, siens, nature=Nature.PARCOURS))
