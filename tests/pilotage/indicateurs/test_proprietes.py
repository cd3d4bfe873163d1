"""What holds of every indicator, whatever the period: counts and lists, parts and whole, past years, any order."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from insertion.isolation.contexte import contexte
from pilotage.indicateurs import INDICATEURS, Donnees, Perimetre, calculer
from pilotage.indicateurs.chiffres import Unite
from tests import usines
from tests.usines.parcours import PARIS

from .jeu import ANNEE

JOURS = st.dates(date(2024, 6, 1), date(2026, 3, 31))
PERIODES = st.tuples(JOURS, JOURS).map(lambda jours: (min(jours), max(jours)))
#: The same few examples each time: the machine of the tests is slow, and a figure must not fail one day in ten.
PEU = settings(
    max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
#: Indicators whose lines make the whole: all of them, or those named.
REPARTITIONS = {
    "publics_genre": (),
    "publics_age": (),
    "publics_formation": (),
    "publics_niveaux": (),
    "publics_orienteurs": (),
    "sorties_categories": (),
    "fse_entrees": ("chomage", "inactifs", "emploi", "statut_inconnu"),
    "fse_sorties": ("recherche", "formation", "emploi", "inactif", "inconnu"),
    "geiq_ruptures": ("essai", "hors_essai", "terme", "inconnu"),
    "cvg_habitat": ("autonome", "semi_durable", "collectif", "precaire", "rue", "inconnu"),
}


@PEU
@given(periode=PERIODES, filtre=st.sampled_from(["", "N", "M", "NM"]))
def test_a_count_is_the_length_of_its_list(monde, periode, filtre):
    dispositifs = {monde.jeu.dispositifs[code].pk for code in filtre}
    for code, resultat in monde.calculer(*periode, dispositifs).items():
        for ligne in resultat.lignes:
            chiffre, nom = ligne.chiffre, (code, ligne.code)
            if chiffre.unite == Unite.PERSONNES:
                assert chiffre.valeur == len(chiffre.derriere), nom
            elif chiffre.unite == Unite.TAUX and code != "etp":
                assert (chiffre.numerateur, chiffre.denominateur) == (len(chiffre.derriere), len(chiffre.base)), nom
                assert chiffre.derriere <= chiffre.base, nom
                assert (chiffre.valeur is None) == (not chiffre.base), nom


@PEU
@given(periode=PERIODES)
def test_the_parts_make_the_whole(monde, periode):
    resultats = monde.calculer(*periode)
    for code, noms in REPARTITIONS.items():
        parts = [ligne.chiffre for ligne in resultats[code].lignes if not noms or ligne.code in noms]
        assert {part.base for part in parts} == {parts[0].base}, code
        assert sum(len(part.derriere) for part in parts) == len(parts[0].base), code
        assert frozenset().union(*(part.derriere for part in parts)) == parts[0].base, code


def _sortie(jeu, le):
    jeu.parcours["30"].sortir(motif=jeu.motifs["3"], le=le, par=jeu.auteur)


def _accompagnement(jeu, le):
    diagnostic = usines.DiagnosticFactory(parcours=jeu.parcours["1"], date=le)
    usines.EvaluationFactory(diagnostic=diagnostic, domaine="sante", niveau=4)
    quand = datetime(le.year, le.month, le.day, 0, 5, tzinfo=PARIS)
    usines.EntretienFactory(parcours=jeu.parcours["30"], auteur=jeu.auteur, date=quand, themes=["logement"])
    usines.OrientationFactory(parcours=jeu.parcours["4"], date=le, domaine="logement", relance_le=None)


def _arrivee(jeu, le):
    parcours = usines.ParcoursFactory(dispositif=jeu.dispositifs["M"], date_entree=le)
    usines.ContratFactory(parcours=parcours, date_debut=le, date_fin=le + timedelta(days=200))
    usines.HeuresMoisFactory(parcours=jeu.parcours["30"], mois=le.replace(day=1), heures=Decimal(80))


def _suites(jeu, le):
    usines.EtapeAideFactory(aide=jeu.parcours["15"].aides.get(), etat="refusee", date=le, motif_refus="Plafond")
    clos = jeu.parcours["29"]
    usines.SuiviPostSortieFactory(parcours=clos, sortie_le=clos.date_sortie, date=le, echeance=3)


def _financeurs(jeu, le):
    usines.QuestionnaireFseFactory(parcours=jeu.parcours["29"], moment="sortie", date=le, statut="emploi")
    usines.QuestionnaireFseFactory(parcours=jeu.parcours["39"], date=le, statut="recherche", longue_duree="oui")
    usines.EngagementFactory(parcours=jeu.parcours["39"], debut=le, fin=None)
    usines.EtapeLogementFactory(beneficiaire=jeu.personnes["30"], debut=le)
    usines.SituationFactory(beneficiaire=jeu.personnes["32"], debut=le)


def _equipe(jeu, le):
    usines.PosteEquipeFactory(debut=le, etp=Decimal(1))
    usines.ReferentFactory(beneficiaire=jeu.personnes["39"], utilisateur=jeu.collegues["karim"], debut=le)
    usines.AppartenanceFactory(structure=jeu.structure, debut=le)
    usines.ActionFactory(parcours=jeu.parcours["30"], echeance=le)


@PEU
@given(periode=PERIODES)
def test_hours_by_theme_are_all_the_hours(monde, periode):
    resultats = calculer(Perimetre(monde.structure, *periode), ["heures_accompagnement", "heures_themes"])
    natures = [ligne.chiffre for ligne in resultats["heures_accompagnement"].lignes if ligne.code != "trajet"]
    themes = [ligne.chiffre for ligne in resultats["heures_themes"].lignes]
    ecart = sum(c.valeur for c in natures) - sum(c.valeur for c in themes)
    assert abs(ecart) <= Decimal("0.05") * (len(natures) + len(themes))  # each is rounded


@PEU
@given(
    faits=st.lists(
        st.sampled_from([_sortie, _accompagnement, _arrivee, _suites, _financeurs, _equipe]),
        min_size=1,
        max_size=6,
        unique=True,
    ),
    le=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_a_past_year_does_not_move_when_later_facts_come(monde, faits, le):
    avant = monde.calculer(*ANNEE)
    with transaction.atomic():
        for fait in faits:
            fait(monde.jeu, le)
        apres = monde.calculer(*ANNEE)
        transaction.set_rollback(True)
    for code in INDICATEURS:
        assert apres[code] == avant[code], code


class Melangees(Donnees):
    """The same facts; the rows that no query puts in order come in any order."""

    def __init__(self, perimetre, graine):
        super().__init__(perimetre)
        self.hasard = Random(graine)

    def lire(self, construire, fabrique):
        lignes = list(super().lire(construire, fabrique))
        with contexte(self.structure.pk, origine="indicateurs"):
            requete = getattr(construire(), "query", None)
        if requete is None or not requete.order_by:
            self.hasard.shuffle(lignes)
        return tuple(lignes)


@PEU
@given(graine=st.integers(0, 1000))
def test_the_order_of_the_rows_changes_nothing(monde, graine):
    attendus = monde.calculer(*ANNEE)
    donnees = Melangees(Perimetre(monde.structure, *ANNEE), graine)
    for code, definition in INDICATEURS.items():
        assert definition.calculer(donnees) == attendus[code], code
