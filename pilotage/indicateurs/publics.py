"""Who was received, who is there, who came, and who they are (metier.md §5, §1 rows 69 and 70)."""

from beneficiaires.enums import SITUATIONS_SENSIBLES, Civilite, NatureSituation, NiveauFormation

from .chiffres import Exclusion, Ligne, Nature, compte, taux
from .registre import indicateur

RUBRIQUE = "Publics"
JEUNES, AGES = 26, 50
SANS_CONTRAT = "aucun contrat noté dans la période"
#: Situations counted as funders name them (ASP columns, metier.md §5 « Publics »).
SITUATIONS = (
    NatureSituation.RSA,
    NatureSituation.ASS,
    NatureSituation.AAH,
    NatureSituation.RQTH,
    NatureSituation.DELD,
    NatureSituation.DETLD,
    NatureSituation.QPV,
    NatureSituation.ZRR,
    NatureSituation.PARENT_ISOLE,
    NatureSituation.ASE,
    NatureSituation.DETENTION,
    NatureSituation.PROTECTION,
    NatureSituation.SANS_DOMICILE,
)
#: The ASP tells 12 to 23 months from 24 and more: nobody is on both lines.
LIBELLES = {NatureSituation.DELD: "Demandeur d’emploi de longue durée (12 à 23 mois)"}
#: Levels as the ASP groups them: CAP and BEP, school without diploma, below.
NIVEAUX = {
    "cap_bep": ("CAP ou BEP", (NiveauFormation.NIVEAU_3,)),
    "sans_diplome": ("Collège, sans diplôme", (NiveauFormation.COLLEGE,)),
    "infra": (
        "En dessous : école primaire ou jamais scolarisé",
        (NiveauFormation.PRIMAIRE, NiveauFormation.JAMAIS_SCOLARISE),
    ),
    "bac": ("Baccalauréat et plus", (NiveauFormation.NIVEAU_4, NiveauFormation.NIVEAU_5, NiveauFormation.NIVEAU_6)),
    "etranger": ("Diplôme étranger non reconnu", (NiveauFormation.ETRANGER,)),
    "inconnu": ("Non renseigné", ("",)),
}


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
    definition="Personnes qui ont eu au moins un jour de contrat dans la période ; au moins un jour de parcours "
    "dans une structure qui ne signe pas de contrat.",
    source="metier.md §5 « Salariés accueillis »",
)
def personnes_accueillies(donnees):
    ids, sans = accueillis(donnees)
    exclus = (Exclusion(SANS_CONTRAT, sans),) if sans else ()
    yield Ligne("total", "Personnes accueillies", compte(ids, exclus=exclus))


@indicateur(
    "presents",
    "Présents au dernier jour",
    rubrique=RUBRIQUE,
    definition="Personnes sous contrat le dernier jour de la période ; en parcours ce jour-là dans une structure qui "
    "ne signe pas de contrat.",
    source="metier.md §5 « présents au 31/12 »",
)
def presents_a_la_fin(donnees):
    yield Ligne("total", "Présents au dernier jour", compte(presents(donnees, donnees.au)))


@indicateur(
    "entrees",
    "Entrées",
    rubrique=RUBRIQUE,
    definition="Parcours commencés dans la période. Une personne qui revient compte de nouveau.",
    source="metier.md §5 « unit = person then contract »",
)
def entrees(donnees):
    yield Ligne("total", "Parcours commencés", compte((s.pk for s in donnees.entres), nature=Nature.PARCOURS))
    yield Ligne("personnes", "dont personnes différentes", compte(s.personne for s in donnees.entres))


@indicateur(
    "publics_genre",
    "Femmes et hommes",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies, d’après la civilité notée.",
    source="metier.md §5 « Publics »",
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
    source="metier.md §5 « Age rule »",
    lignes="Âge",
)
def age(donnees):
    base, _ = accueillis(donnees)
    ages = {pk: donnees.personnes[pk].age(donnees.au) for pk in base}
    connus = {pk: ans for pk, ans in ages.items() if ans is not None}
    yield Ligne("jeunes", f"Moins de {JEUNES} ans", taux({pk for pk, ans in connus.items() if ans < JEUNES}, base))
    milieu = {pk for pk, ans in connus.items() if JEUNES <= ans < AGES}
    yield Ligne("milieu", f"De {JEUNES} à {AGES - 1} ans", taux(milieu, base))
    yield Ligne("seniors", f"{AGES} ans et plus", taux({pk for pk, ans in connus.items() if ans >= AGES}, base))
    yield Ligne("inconnu", "Non renseigné", taux(base - connus.keys(), base))


@indicateur(
    "publics_situation",
    "Situations à l’entrée",
    rubrique=RUBRIQUE,
    definition="Part des personnes accueillies dont la situation était notée comme vraie le jour de l’entrée. Une "
    "situation non notée n’est pas comptée ; une personne peut être sur plusieurs lignes.",
    source="metier.md §5 « Publics » (colonnes de l’ASP)",
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
    source="metier.md §5 « Publics »",
    lignes="Niveau",
)
def formation(donnees):
    base, _ = accueillis(donnees)
    for code, (libelle, niveaux) in NIVEAUX.items():
        yield Ligne(
            code, libelle, taux({pk for pk in base if donnees.personnes[pk].niveau_formation in niveaux}, base)
        )
