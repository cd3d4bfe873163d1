"""Immersions, trainings, and what the firms gave (metier.md §5 « PMSMP », « Formations », « Entreprises »)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from entreprises.enums import MODES_RENCONTRE, RESULTATS_SANS_PERSONNE, ResultatEchange
from entreprises.models import Echange, Offre
from parcours.enums import Certification, ConclusionImmersion
from parcours.models import Embauche, FormationSuivie, Immersion, MiseEnRelation

from .chiffres import Ligne, Nature, Unite, compte, exclusions, somme, taux
from .publics import accueillis
from .registre import indicateur

RUBRIQUE = "Immersions, formations, entreprises"
OBTENUES = (Certification.OBTENUE, Certification.PARTIELLE)


@dataclass(frozen=True, slots=True)
class Periode:
    """An immersion as it was really held: `fin` is the last day that took place."""

    pk: int
    parcours: int
    debut: date
    fin: date
    interrompue: bool
    conclusion: str
    embauche: bool


@dataclass(frozen=True, slots=True)
class Entree:
    """A training begun in the period, with its hours (None: not noted) and its result by the end of the period."""

    pk: int
    parcours: int
    heures: int | None
    vise: bool
    resultat: str


@dataclass(frozen=True, slots=True)
class Contact:
    """An exchange with a firm in the period."""

    entreprise: int
    mode: str
    resultat: str


def immersions(donnees):
    """The immersions of the perimeter that share a day with the period."""

    def lire(donnees):
        champs = ("pk", "parcours_id", "debut", "fin", "interrompue_le", "bilans__conclusion")
        tenues = Immersion.objects.tenues().filter(debut__lte=donnees.au, fin__gte=donnees.du)
        return tenues.values_list(*champs, "bilans__embauche_possible", "bilans__le")

    def fabriquer(pk, parcours, debut, fin, interrompue, conclusion, embauche, le):
        connu = le is not None and le <= donnees.au
        arret = interrompue if interrompue and interrompue <= donnees.au else None
        return Periode(
            pk, parcours, debut, arret or fin, bool(arret), conclusion if connu else "", bool(connu and embauche)
        )

    lues = donnees.table("immersions", lire, fabriquer)
    return [i for i in lues if i.parcours in donnees.suivis and i.fin >= donnees.du]  # one stopped before is over


def _jours(immersion, donnees):
    """Calendar days of the immersion within the period."""
    debut, fin = max(immersion.debut, donnees.du), min(immersion.fin, donnees.au)
    return Decimal((fin - debut).days + 1)


@indicateur(
    "immersions",
    "Immersions (PMSMP)",
    rubrique=RUBRIQUE,
    definition="Immersions qui ont au moins un jour dans la période, leurs jours de calendrier dans la période, les "
    "personnes différentes sur les personnes accueillies, et ce qu’en dit leur bilan.",
    source="metier.md §5 « PMSMP »",
)
def pmsmp(donnees):
    tenues = immersions(donnees)
    yield Ligne("nombre", "Immersions", compte((i.pk for i in tenues), nature=Nature.IMMERSIONS))
    jours = {i.pk: _jours(i, donnees) for i in tenues}
    yield Ligne("jours", "Jours d’immersion", somme(jours, Unite.JOURS, nature=Nature.IMMERSIONS))
    base, _ = accueillis(donnees)
    venues = {donnees.suivis[i.parcours].personne for i in tenues}
    yield Ligne("personnes", "Personnes accueillies passées par une immersion", taux(venues, base))
    bilans = {i.pk for i in tenues if i.conclusion}
    for code, libelle, siennes in (
        ("confirme", "Projet confirmé", {i.pk for i in tenues if i.conclusion == ConclusionImmersion.CONFIRME}),
        ("infirme", "Projet infirmé", {i.pk for i in tenues if i.conclusion == ConclusionImmersion.INFIRME}),
        ("embauche", "Embauche envisagée par l’entreprise", {i.pk for i in tenues if i.embauche}),
    ):
        yield Ligne(code, libelle, taux(siennes, bilans, nature=Nature.IMMERSIONS))
    arretees = (i.pk for i in tenues if i.interrompue)
    yield Ligne("interrompues", "Interrompues", compte(arretees, nature=Nature.IMMERSIONS))


def entrees_en_formation(donnees):
    """The trainings of the perimeter begun in the period, those that were refused left out."""

    def lire(donnees):
        champs = ("pk", "parcours_id", "heures", "certification", "resultat", "resultat_le")
        return FormationSuivie.objects.entrees(donnees.du, donnees.au).values_list(*champs)

    def fabriquer(pk, parcours, heures, certification, resultat, resultat_le):
        connu = resultat_le is not None and resultat_le <= donnees.au
        return Entree(pk, parcours, heures, bool(certification), resultat if connu else "")

    return [f for f in donnees.table("formations", lire, fabriquer) if f.parcours in donnees.suivis]


@indicateur(
    "formations",
    "Formations",
    rubrique=RUBRIQUE,
    definition="Formations commencées dans la période et non refusées, personnes différentes, heures prévues, et "
    "certifications obtenues (en tout ou en partie) : sur toutes les entrées, celles dont le résultat n’est pas "
    "encore connu étant nommées, puis sur les seules formations qui en visaient une et dont le résultat est connu.",
    source="metier.md §5 « Formations »",
)
def formations(donnees):
    suivies = entrees_en_formation(donnees)
    options = {"nature": Nature.FORMATIONS}
    entrees = {f.pk for f in suivies}
    yield Ligne("entrees", "Entrées en formation", compte(entrees, **options))
    yield Ligne("personnes", "Personnes différentes", compte(donnees.suivis[f.parcours].personne for f in suivies))
    heures = {f.pk: Decimal(f.heures) for f in suivies if f.heures}
    sans_duree = {f.pk for f in suivies if f.heures is None}
    exclus = exclusions(("durée non notée", sans_duree))
    yield Ligne("heures", "Heures de formation", somme(heures, Unite.HEURES, exclus=exclus, **options))
    obtenues = {f.pk for f in suivies if f.resultat in OBTENUES}
    attente = {f.pk for f in suivies if f.vise and not f.resultat}
    exclus = exclusions(("résultat pas encore connu", attente))
    yield Ligne(
        "certifiees", "Certifications obtenues, sur les entrées", taux(obtenues, entrees, exclus=exclus, **options)
    )
    connus = {f.pk for f in suivies if f.vise and f.resultat}
    yield Ligne(
        "certifiees_connues", "Certifications obtenues, sur les résultats connus", taux(obtenues, connus, **options)
    )


@indicateur(
    "entreprises",
    "Entreprises",
    rubrique=RUBRIQUE,
    definition="Entreprises prospectées dans la période (quelqu’un a été joint), et parmi elles celles qui ont été "
    "rencontrées, celles qui sont intéressées ; offres reçues, mises en relation, embauches, et les mises en "
    "relation suivies d’une embauche. Les offres et les échanges sont ceux de toute la structure.",
    source="metier.md §5 « Entreprises »",
    lignes="Étape",
)
def entreprises(donnees):
    contacts = donnees.table(
        "echanges",
        lambda donnees: Echange.objects.filter(date__date__range=(donnees.du, donnees.au)).values_list(
            "entreprise_id", "mode", "resultat"
        ),
        Contact,
    )
    jointes = {c.entreprise for c in contacts if c.resultat not in RESULTATS_SANS_PERSONNE}
    rencontrees = {c.entreprise for c in contacts if c.mode in MODES_RENCONTRE}
    interessees = {c.entreprise for c in contacts if c.resultat in (ResultatEchange.INTERESSE, ResultatEchange.OFFRE)}
    yield Ligne("prospectees", "Entreprises prospectées", compte(jointes, nature=Nature.ENTREPRISES))
    yield Ligne("rencontrees", "dont rencontrées", taux(rencontrees, jointes, nature=Nature.ENTREPRISES))
    yield Ligne("interessees", "dont intéressées", taux(interessees, jointes, nature=Nature.ENTREPRISES))
    recues = donnees.table(
        "offres",
        lambda donnees: (
            Offre.objects.filter(recue_le__range=(donnees.du, donnees.au))
            .exclude(motif_cloture="erreur")
            .values_list("pk")
        ),
        lambda pk: pk,
    )
    yield Ligne("offres", "Offres reçues", compte(recues, nature=Nature.OFFRES))
    yield from _mises_en_relation(donnees)


def proposees(donnees):
    """(id, parcours) of the mises en relation proposed in the period for a parcours of the perimeter."""
    lignes = donnees.table(
        "mises_en_relation",
        lambda donnees: MiseEnRelation.objects.filter(proposee_le__range=(donnees.du, donnees.au)).values_list(
            "pk", "parcours_id"
        ),
        lambda pk, parcours: (pk, parcours),
    )
    return [ligne for ligne in lignes if ligne[1] in donnees.gardes]


def _mises_en_relation(donnees):
    """A job often begins after the exit: whether the parcours is still open does not count."""
    embauches = donnees.table(
        "embauches",
        lambda donnees: Embauche.objects.filter(debut__range=(donnees.du, donnees.au)).values_list(
            "mise_en_relation_id", "mise_en_relation__parcours_id"
        ),
        lambda pk, parcours: (pk, parcours),
    )
    base = {pk for pk, _ in proposees(donnees)}
    embauchees = {pk for pk, parcours in embauches if parcours in donnees.gardes}
    options = {"nature": Nature.MISES_EN_RELATION}
    yield Ligne("mises_en_relation", "Mises en relation", compte(base, **options))
    yield Ligne("embauches", "Embauches", compte(embauchees, **options))
    yield Ligne("conversion", "Mises en relation suivies d’une embauche", taux(embauchees & base, base, **options))
