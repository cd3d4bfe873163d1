"""The cohort of a report: whom it keeps, what it leaves as it is, what its parts add up to."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beneficiaires.enums import NatureSituation
from pilotage.indicateurs import INDICATEURS, Cohorte
from pilotage.indicateurs.chiffres import Nature, Unite
from pilotage.indicateurs.cohorte import PUBLICS

from .jeu import ANNEE

#: Nobody knows which part of the posts agreed is theirs.
SANS_PART = {("etp", "conventionnes"), ("etp", "taux")}
#: What is counted of the parcours: each is of one cohort of a partition, and of one only.
ADDITIFS = (
    *("entrees", "sorties_constatees", "sorties_examinees", "sorties_categories", "taux_dynamiques"),
    *("entretiens", "entretiens_realises", "absences", "diagnostics_a_temps", "freins_entree", "freins_evolution"),
    *("immersions", "formations", "aides", "maintien", "entretien_trimestriel", "geiq_ruptures", "brsa_cer"),
)
UNITES = (Unite.PERSONNES, Unite.TAUX)
PEU = settings(
    max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_a_cohort_of_everybody_changes_no_figure(monde):
    sans, tous = monde.calculer(*ANNEE), monde.calculer(*ANNEE, entres_du=date(1990, 1, 1))

    for code in INDICATEURS:
        lignes = [(ligne.code, ligne) for ligne in sans[code].lignes if (code, ligne.code) not in SANS_PART]
        assert [paire for paire in lignes if paire[1] not in tous[code].lignes] == [], code


@PEU
@given(coupure=st.dates(date(2024, 9, 2), date(2025, 12, 31)))
def test_the_cohorts_of_a_partition_add_up(monde, coupure):
    tout = monde.calculer(*ANNEE)
    avant = monde.calculer(*ANNEE, entres_au=coupure - timedelta(days=1))
    depuis = monde.calculer(*ANNEE, entres_du=coupure)

    for code in ADDITIFS:
        for ligne in tout[code].lignes:
            if ligne.chiffre.nature == Nature.PERSONNES or ligne.chiffre.unite not in UNITES:
                continue  # somebody may have a parcours in each
            parts = [
                trouvee.chiffre
                for part in (avant, depuis)
                for trouvee in part[code].lignes
                if trouvee.code == ligne.code
            ]
            for qui in ("derriere", "base")[: len(parts)]:  # a line that nobody is on may be missing
                ids = [pk for part in parts for pk in getattr(part, qui)]
                assert sorted(ids) == sorted(getattr(ligne.chiffre, qui)), (code, ligne.code, qui)


def entres(monde, **cohorte):
    """The ranks of the people of the cohort received in 2025."""
    recus = monde.calculer(*ANNEE, **cohorte)["brsa"].ligne("accompagnes").chiffre.base
    return {int(rang) for rang, personne in monde.jeu.personnes.items() if personne.pk in recus}


@pytest.mark.parametrize(
    ("publics", "attendus"),
    [
        # 13 to 15 had it the day they entered, 39 too; 9 and 30 from a day of 2025; 29 in another parcours only.
        ({"rsa"}, {9, 13, 14, 15, 30, 39}),
        ({"deld"}, {17, 18}),  # who has looked for two years has looked for one
        ({"detld"}, {18}),
        # On 31 December 2025, 1 is 26 and 2 is 25; 3 is 50 (31 December 1975), 4 is 49, 38 is 60.
        ({"jeunes"}, {2}),
        ({"seniors"}, {3, 38}),
        ({"seniors", "rqth"}, {3, 38, 16}),
    ],
)
def test_a_public_is_who_was_in_it_at_the_entry_or_in_the_period(monde, publics, attendus):
    assert entres(monde, publics=frozenset(publics)) == attendus


def test_a_public_and_dates_of_entry_are_both_asked(monde):
    assert entres(monde, publics=frozenset({"rsa"}), entres_du=date(2025, 1, 1)) == {39}


def test_the_cohort_of_the_rsa_is_whom_the_departement_counts(monde):
    tous, siens = monde.calculer(*ANNEE), monde.calculer(*ANNEE, publics=frozenset({"rsa"}))

    assert siens["brsa_cer"] == tous["brsa_cer"]
    assert siens["brsa"].ligne("accompagnes").chiffre.valeur == 100


def test_every_list_of_a_sensitive_cohort_is_kept_for_who_follows_people(monde):
    siens = monde.calculer(*ANNEE, publics=frozenset({"rqth"}))

    assert all(ligne.chiffre.sensible for resultat in siens.values() for ligne in resultat.lignes)


def test_a_cohort_reads_in_words():
    cohorte = Cohorte(date(2025, 1, 1), date(2025, 6, 30), frozenset({"rsa", "femmes"}))

    assert cohorte.en_mots == "entrées du 01/01/2025 au 30/06/2025, public\u00a0: RSA ou Femmes"
    assert (Cohorte().en_mots, bool(Cohorte())) == ("", False)
    assert str(NatureSituation.QPV) in PUBLICS


def test_dates_the_wrong_way_round_and_an_unknown_public_are_refused():
    with pytest.raises(ValueError, match="Les entrées finissent"):
        Cohorte(date(2025, 2, 1), date(2025, 1, 1))
    with pytest.raises(ValueError, match="Public inconnu\u00a0: marins"):
        Cohorte(publics=frozenset({"marins"}))
