"""Who was received, who is there, who came, and who they are (metier.md §5, §1 rows 69 and 70)."""

from beneficiaires.enums import SITUATIONS_SENSIBLES, Civilite, NatureSituation, NiveauFormation
from insertion.texte import sans_accents
from parcours.enums import Orienteur

from .chiffres import Chiffre, Ligne, Nature, Unite, compte, exclusions, taux
from .cohorte import JEUNES, SENIORS, SITUATIONS
from .registre import indicateur, une_fois

RUBRIQUE = "Publics"
NON_RENSEIGNE = "non renseigné"
SANS_CONTRAT = "aucun contrat noté dans la période"
#: The ASP tells 12 to 23 months from 24 and more: nobody is on both lines.
LIBELLES = {NatureSituation.DELD: "Demandeur d’emploi de longue durée (12 à 23 mois)"}
#: Levels as the ASP groups them: CAP and BEP, school without diploma, below.
NIVEAUX = {
    "cap_bep": ("CAP ou BEP", (NiveauFormation.NIVEAU_3,)),
    "sans_diplome": ("Collège, sans diplôme", (NiveauFormation.COLLEGE,)),
    "infra": (
        "En dessous : école primaire ou jamais scolarisé",
        (NiveauFormation.PRIMAIRE, NiveauFormation.JAMAIS_SCOLARISE),
    ),
    "bac": (
        "Baccalauréat et plus",
        (
            *(NiveauFormation.NIVEAU_4, NiveauFormation.NIVEAU_5, NiveauFormation.NIVEAU_6),
            *(NiveauFormation.NIVEAU_7, NiveauFormation.NIVEAU_8),
        ),
    ),
    "etranger": ("Diplôme étranger non reconnu", (NiveauFormation.ETRANGER,)),
    "inconnu": ("Non renseigné", ("",)),
}


@une_fois
def accueillis(donnees):
    """Return (people received in the period, people left out): ids.

    Where the structure signs contracts, a day of contract is needed (metier.md §5 « Salariés accueillis »);
    elsewhere a day of parcours.
    """
    suivis = donnees.suivis.values()
    if not donnees.structure.emploie:
        return frozenset(s.personne for s in suivis), frozenset()
    avec = {s.personne for s in suivis if any(_recoupe(donnees, c) for c in donnees.contrats[s.pk])}
    return frozenset(avec), frozenset(s.personne for s in suivis) - avec


def _recoupe(donnees, contrat):
    return donnees.perimetre.recoupe(contrat.debut, contrat.fin)


def presents(donnees, le):
    """The people there on the day `le`: with a contract that day, or a parcours open where no contract is signed."""
    if donnees.structure.emploie:
        return {
            s.personne
            for s in donnees.suivis.values()
            if any(c.debut <= le and (c.fin is None or c.fin >= le) for c in donnees.contrats[s.pk])
        }
    return {s.personne for s in donnees.suivis.values() if s.entree <= le and (s.sortie is None or s.sortie >= le)}


@une_fois
def jour_d_entree(donnees):
    """{person: day} of the entry of their latest parcours in the perimeter: what was true that day stays true."""
    entrees = {}
    for suivi in donnees.suivis.values():
        entrees[suivi.personne] = max(entrees.get(suivi.personne, suivi.entree), suivi.entree)
    return entrees


def dans_la_situation(donnees, personnes, *natures):
    """Those of `personnes` (ids) for whom one of `natures` was noted as true on the day they entered."""
    entrees = jour_d_entree(donnees)
    return {
        pk for pk in personnes if any(e.nature in natures and e.vrai(entrees[pk]) for e in donnees.situations[pk])
    }


@indicateur(
    "accueillis",
    "Personnes accueillies",
    rubrique=RUBRIQUE,
    definition="Personnes qui ont eu au moins un jour de contrat dans la période ; au moins un jour de parcours "
    "dans une structure qui ne signe pas de contrat.",
    source="metier.md §5 « Salariés accueillis »",
)
def personnes_accueillies(donnees):
    ids, sans = accueillis(donnees)
    exclus = exclusions((SANS_CONTRAT, sans))
    yield Ligne("total", "Personnes accueillies", compte(ids, exclus=exclus))


@indicateur(
    "presents",
    "Présents au dernier jour",
    rubrique=RUBRIQUE,
    definition="Personnes sous contrat le dernier jour de la période ; en parcours ce jour-là dans une structure qui "
    "ne signe pas de contrat.",
    source="metier.md §5 « présents au 31/12 »",
)
def presents_a_la_fin(donnees):
    yield Ligne("total", "Présents au dernier jour", compte(presents(donnees, donnees.au)))


@indicateur(
    "entrees",
    "Entrées",
    rubrique=RUBRIQUE,
    definition="Parcours commencés dans la période. Une personne qui revient compte de nouveau, une personne sans "
    "contrat noté compte aussi\u00a0: il peut y avoir plus d’entrées que de personnes accueillies.",
    source="metier.md §5 « unité : la personne, puis le contrat »",
)
def entrees(donnees):
    yield Ligne("total", "Parcours commencés", compte((s.pk for s in donnees.entres), nature=Nature.PARCOURS))
    yield Ligne("personnes", "dont personnes différentes", compte(s.personne for s in donnees.entres))


@indicateur(
    "publics_genre",
    "Femmes et hommes",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies, d’après la civilité notée.",
    source="metier.md §5 « Publics »",
    lignes="Genre",
)
def genre(donnees):
    base, _ = accueillis(donnees)
    for code, libelle, civilite in (
        ("femmes", "Femmes", Civilite.MADAME),
        ("hommes", "Hommes", Civilite.MONSIEUR),
        ("inconnu", "Non renseigné", ""),
    ):
        yield Ligne(code, libelle, taux({pk for pk in base if donnees.personnes[pk].civilite == civilite}, base))


@indicateur(
    "publics_age",
    "Âge",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies, âge atteint le dernier jour de la période.",
    source="metier.md §5 « Règle d’âge »",
    lignes="Âge",
)
def age(donnees):
    base, _ = accueillis(donnees)
    ages = {pk: donnees.personnes[pk].age(donnees.au) for pk in base}
    connus = {pk: ans for pk, ans in ages.items() if ans is not None}
    yield Ligne("jeunes", f"Moins de {JEUNES} ans", taux({pk for pk, ans in connus.items() if ans < JEUNES}, base))
    milieu = {pk for pk, ans in connus.items() if JEUNES <= ans < SENIORS}
    yield Ligne("milieu", f"De {JEUNES} à {SENIORS - 1} ans", taux(milieu, base))
    yield Ligne("seniors", f"{SENIORS} ans et plus", taux({pk for pk, ans in connus.items() if ans >= SENIORS}, base))
    yield Ligne("inconnu", "Non renseigné", taux(base - connus.keys(), base))


@indicateur(
    "publics_situation",
    "Situations à l’entrée",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies dont la situation était notée comme vraie le jour de l’entrée. Une "
    "situation non notée n’est pas comptée ; une personne peut être sur plusieurs lignes.",
    source="metier.md §5 « Publics » (colonnes de l’ASP)",
    lignes="Situation",
)
def situations(donnees):
    base, _ = accueillis(donnees)
    for nature in SITUATIONS:
        siennes = dans_la_situation(donnees, base, nature)
        if nature == NatureSituation.DELD:
            siennes -= dans_la_situation(donnees, base, NatureSituation.DETLD)
        libelle = LIBELLES.get(nature, nature.label)
        yield Ligne(str(nature), libelle, taux(siennes, base, sensible=nature in SITUATIONS_SENSIBLES))


@indicateur(
    "publics_formation",
    "Niveau de formation",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies, par niveau de formation noté.",
    source="metier.md §5 « Publics »",
    lignes="Niveau",
)
def formation(donnees):
    base, _ = accueillis(donnees)
    for code, (libelle, niveaux) in NIVEAUX.items():
        yield Ligne(
            code, libelle, taux({pk for pk in base if donnees.personnes[pk].niveau_formation in niveaux}, base)
        )


@indicateur(
    "publics_niveaux",
    "Niveaux de formation, un par un",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies, par niveau de formation noté ; les niveaux 1 et 2 sont ceux des "
    "personnes sans diplôme.",
    source="metier.md §5 « Fiche Convergence » (niveaux de formation)",
    lignes="Niveau",
)
def niveaux(donnees):
    base, _ = accueillis(donnees)
    return _un_par_un(NiveauFormation, {pk: donnees.personnes[pk].niveau_formation for pk in base})


def _un_par_un(choix, valeurs):
    """A line per value of `choix`, then « non renseigné »: they make the whole of {person: value noted or ""}."""
    for code, libelle in (*choix.choices, ("inconnu", "Non renseigné")):
        yield Ligne(code, libelle, taux({pk for pk, note in valeurs.items() if (note or "inconnu") == code}, valeurs))


@indicateur(
    "publics_orienteurs",
    "Qui a orienté",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies, par organisme qui les a orientées vers leur dernier parcours.",
    source="metier.md §5.b « Orienteurs (Convergence, 12) »",
    lignes="Orienteur",
)
def orienteurs(donnees):
    base, _ = accueillis(donnees)
    return _un_par_un(Orienteur, {pk: donnees.dernier_suivi[pk].orienteur for pk in base})


@indicateur(
    "mixite",
    "Mixité des publics",
    rubrique=RUBRIQUE,
    definition="Ce qui fait la diversité des personnes accueillies : femmes, jeunes et seniors (âge au dernier "
    "jour), personnes qui parlent une autre langue que le français (parmi celles dont les langues sont notées), puis "
    "combien de langues, de communes et d’orienteurs différents. Aucun classement, aucune origine.",
    source="metier.md §1 ligne 69 (mixité : âge, culture, parcours)",
    lignes="Mixité",
)
def mixite(donnees):
    base, _ = accueillis(donnees)
    siens = {pk: donnees.personnes[pk] for pk in base}
    ages = {pk: ans for pk, p in siens.items() if (ans := p.age(donnees.au)) is not None}
    sans_age = exclusions((NON_RENSEIGNE, base - ages.keys()))
    sans_genre = exclusions((NON_RENSEIGNE, {pk for pk, p in siens.items() if not p.civilite}))
    femmes = {pk for pk, p in siens.items() if p.civilite == Civilite.MADAME}
    connues = {pk for pk, p in siens.items() if p.civilite}
    yield Ligne("femmes", "Femmes", taux(femmes, connues, exclus=sans_genre))
    jeunes = {pk for pk, ans in ages.items() if ans < JEUNES}
    yield Ligne("jeunes", f"Moins de {JEUNES} ans", taux(jeunes, ages, exclus=sans_age))
    seniors = {pk for pk, ans in ages.items() if ans >= SENIORS}
    yield Ligne("seniors", f"{SENIORS} ans et plus", taux(seniors, ages, exclus=sans_age))
    parlees = {pk: {sans_accents(langue).strip() for langue in p.langues} for pk, p in siens.items() if p.langues}
    autres = {pk: langues - {"francais", ""} for pk, langues in parlees.items()}
    sans_langue = exclusions((NON_RENSEIGNE, base - parlees.keys()))
    autre_langue = {pk for pk, langues in autres.items() if langues}
    yield Ligne("langue", "Parlent une autre langue que le français", taux(autre_langue, parlees, exclus=sans_langue))
    yield Ligne("langues", "Langues différentes, hors français", _distincts(autres, sans_langue))
    lieux = {pk: {sans_accents(p.commune).strip()} for pk, p in siens.items() if p.commune.strip()}
    yield Ligne(
        "communes", "Communes différentes", _distincts(lieux, exclusions((NON_RENSEIGNE, base - lieux.keys())))
    )
    venues = {pk: {o} for pk in base if (o := donnees.dernier_suivi[pk].orienteur)}
    yield Ligne(
        "orienteurs", "Orienteurs différents", _distincts(venues, exclusions((NON_RENSEIGNE, base - venues.keys())))
    )


def _distincts(valeurs, exclus):
    """How many different values in {person: set of values}."""
    toutes = set().union(*valeurs.values())
    derriere = frozenset(pk for pk, siennes in valeurs.items() if siennes)
    return Chiffre(len(toutes), Unite.NOMBRE, derriere=derriere, exclus=exclus)
