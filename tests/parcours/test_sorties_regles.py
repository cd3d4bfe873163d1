"""Every rule of metier.md §4.2 and §4.3, its source in the name of each case."""

from datetime import date
from decimal import Decimal

import pytest

from insertion.enums import TypeStructure
from parcours.enums import CategorieSortie
from parcours.models import MotifSortie
from parcours.sorties import (
    categorie,
    echeance_due,
    echeances,
    est_dynamique,
    heures_de_l_annee,
    incoherence,
    presence,
)
from tests.cellules import cellules
from tests.usines import StructureFactory

#: (code, category, whether the source says it), as metier.md §4.2 gives them.
MOTIFS_ASP = [
    ("1", "durable", False),
    ("2", "positive", True),
    ("3", "durable", False),
    ("4", "durable", True),
    ("5", "positive", True),
    ("6", "autre", False),
    ("7", "autre", True),
    ("8", "autre", False),
    ("9", "durable", True),
    ("10", "transition", True),
    ("11", "durable", True),
    ("12", "positive", False),
    ("13", "durable", False),
    ("14", "transition", True),
    ("15", "retrait", False),
    ("16", "retrait", True),
    ("17", "retrait", False),
    ("18", "retrait", False),
    ("19", "autre", False),
    ("20", "retrait", False),
    ("21", "retrait", False),
    ("22", "retrait", False),
    ("96", "retrait", False),
    ("AUTO", "autre", False),
    ("EITI-MEDIAN", "durable", False),
    ("EITI-SEUIL", "transition", False),
]
#: Structures that sign no work contract: metier.md §6.3, PLIE rule §4.3, Convergence list §4.2.
MOTIFS_SANS_CONTRAT = [
    ("PLIE-EMPLOI", "positive"),
    ("PLIE-SAISON", "positive"),
    ("PLIE-FORMATION", "positive"),
    ("PLIE-FORMATION-LONGUE", "positive"),
    ("PLIE-COURT", "autre"),
    ("LOG-AUTONOME", "logement"),
    ("LOG-ADAPTE", "logement"),
    ("ACC-EMPLOI", "emploi"),
    ("ACC-FORMATION", "formation"),
    ("ACC-INSERTION", "positive"),
    ("ACC-SANS", "autre"),
    ("ACC-SANS-NOUVELLES", "autre"),
    ("ACC-DECES", "retrait"),
]


@cellules(("code", "attendue", "sourcee"), MOTIFS_ASP, ids=[f"§4.2-ASP-motif-{m[0]}-{m[1]}" for m in MOTIFS_ASP])
def test_motive_of_the_asp_counts_as(referentiels, code, attendue, sourcee):
    motif = MotifSortie.objects.get(code=code)

    assert (categorie(motif), motif.sourcee) == (attendue, sourcee)


@cellules(("code", "attendue"), MOTIFS_SANS_CONTRAT, ids=[f"§6.3-{m[0]}-{m[1]}" for m in MOTIFS_SANS_CONTRAT])
def test_motive_of_a_structure_without_contracts_counts_as(referentiels, code, attendue):
    assert categorie(MotifSortie.objects.get(code=code)) == attendue


@cellules(
    ("type_structure", "offerts", "tus"),
    [
        ("aci", {"3", "9", "INT"}, {"LOG-AUTONOME", "PLIE-EMPLOI", "EITI-SEUIL"}),
        ("geiq", {"3"}, {"LOG-AUTONOME"}),
        ("eiti", {"3", "EITI-SEUIL"}, {"LOG-AUTONOME"}),
        ("chrs", {"LOG-AUTONOME", "ACC-EMPLOI", "INT"}, {"3", "PLIE-EMPLOI"}),
        ("clubhouse", {"ACC-EMPLOI"}, {"3"}),
        ("plie", {"PLIE-EMPLOI"}, {"3", "LOG-AUTONOME"}),
    ],
)
def test_a_structure_chooses_in_its_own_list(referentiels, type_structure, offerts, tus):
    structure = StructureFactory(type=TypeStructure(type_structure))

    codes = set(MotifSortie.objects.pour_structure(structure).values_list("code", flat=True))

    assert offerts <= codes
    assert not tus & codes


@cellules(
    ("code", "debut", "fin", "accepte"),
    [
        pytest.param("9", date(2026, 3, 1), date(2026, 8, 31), True, id="§4.3-six-mois-tout-juste-est-durable"),
        pytest.param("9", date(2026, 3, 1), date(2026, 8, 30), False, id="§4.3-la-veille-ne-l-est-pas"),
        pytest.param("9", date(2026, 3, 1), date(2026, 9, 1), True, id="§4.3-le-lendemain-est-durable"),
        pytest.param("10", date(2026, 3, 1), date(2026, 8, 30), True, id="§4.2-10-la-veille-est-transition"),
        pytest.param("10", date(2026, 3, 1), date(2026, 8, 31), False, id="§4.2-10-six-mois-ne-l-est-plus"),
        pytest.param("9", date(2023, 8, 31), date(2024, 2, 28), True, id="§4.3-jusqu-a-la-veille-du-29-fevrier"),
        pytest.param("9", date(2023, 8, 31), date(2024, 2, 27), False, id="§4.3-avant-veille-du-29-fevrier"),
        pytest.param("9", date(2024, 2, 29), date(2024, 8, 28), True, id="§4.3-depuis-le-29-fevrier"),
        pytest.param("9", date(2024, 2, 29), date(2024, 8, 27), False, id="§4.3-depuis-le-29-fevrier-un-jour-court"),
        pytest.param("PLIE-EMPLOI", date(2026, 1, 1), date(2026, 6, 30), True, id="§4.3-PLIE-six-mois"),
        pytest.param("PLIE-EMPLOI", date(2026, 1, 1), date(2026, 6, 29), False, id="§4.3-PLIE-la-veille"),
        pytest.param("3", date(2026, 3, 1), date(2026, 3, 2), True, id="§4.2-3-sans-duree"),
        pytest.param("9", date(2026, 3, 1), None, True, id="§6.4-une-date-manque-rien-n-est-bloque"),
    ],
)
def test_dates_of_the_job_fit_the_motive(referentiels, code, debut, fin, accepte):
    motif = MotifSortie.objects.get(code=code)

    assert (incoherence(motif, debut, fin) == "") is accepte
    if not accepte:
        with pytest.raises(ValueError, match="d’après|D’après"):
            categorie(motif, debut, fin)


@cellules(
    ("valeur", "attendu"),
    [
        ("durable", True),
        ("transition", True),
        ("positive", True),
        ("autre", False),
        ("retrait", False),
        ("logement", False),
    ],
    ids=lambda v: f"§4.3-{v}",
)
def test_dynamic_exits_are_durable_transition_and_positive(valeur, attendu):
    assert est_dynamique(CategorieSortie(valeur)) is attendu


ENTREE = date(2026, 1, 15)


@cellules(
    ("type_structure", "sortie", "options", "examinee"),
    [
        pytest.param("aci", date(2026, 4, 14), {}, False, id="§4.3-ACI-trois-mois-tout-juste"),
        pytest.param("aci", date(2026, 4, 15), {}, True, id="§4.3-ACI-trois-mois-et-un-jour"),
        pytest.param("ei", date(2026, 4, 14), {}, False, id="§4.3-EI-trois-mois-tout-juste"),
        pytest.param("ei", date(2026, 4, 15), {}, True, id="§4.3-EI-trois-mois-et-un-jour"),
        pytest.param(
            "aci", date(2026, 4, 14), {"jours_avant": 1}, True, id="§4.3-ACI-en-tout-avec-un-parcours-avant"
        ),
        pytest.param("ai", date(2026, 1, 20), {"heures": Decimal("149.99")}, False, id="§4.3-AI-149-heures-99"),
        pytest.param("ai", date(2026, 1, 20), {"heures": Decimal(150)}, True, id="§4.3-AI-150-heures"),
        pytest.param("etti", date(2026, 12, 1), {"heures": Decimal(149)}, False, id="§4.3-ETTI-149-heures"),
        pytest.param("etti", date(2026, 1, 20), {"heures": Decimal(151)}, True, id="§4.3-ETTI-151-heures"),
        pytest.param("ai", date(2026, 1, 20), {}, True, id="§6.4-AI-heures-inconnues"),
        pytest.param("eiti", date(2026, 1, 16), {}, True, id="§4.3-EITI-sans-regle"),
        pytest.param("chrs", date(2026, 1, 16), {}, True, id="§6.3-CHRS-sans-regle"),
        pytest.param(
            "aci", date(2026, 6, 1), {"heures_annee": Decimal(1)}, True, id="§4.3-ACI-une-heure-dans-l-annee"
        ),
        pytest.param(
            "aci", date(2026, 6, 1), {"heures_annee": Decimal("0.99")}, False, id="§4.3-ACI-moins-d-une-heure"
        ),
        pytest.param("ei", date(2026, 6, 1), {"heures_annee": Decimal(1)}, True, id="§4.3-EI-une-heure-dans-l-annee"),
        pytest.param("ei", date(2026, 6, 1), {"heures_annee": Decimal(0)}, False, id="§4.3-EI-aucune-heure"),
        pytest.param("aci", date(2026, 6, 1), {}, True, id="§6.4-ACI-heures-de-l-annee-inconnues"),
        pytest.param(
            "aci", date(2026, 4, 14), {"heures_annee": Decimal(9)}, False, id="§4.3-ACI-les-deux-conditions"
        ),
        pytest.param("ai", date(2026, 6, 1), {"heures_annee": Decimal(0)}, True, id="§4.3-AI-pas-cette-regle"),
        pytest.param("eiti", date(2026, 6, 1), {"heures_annee": Decimal(0)}, True, id="§4.3-EITI-pas-cette-regle"),
    ],
)
def test_minimum_presence(type_structure, sortie, options, examinee):
    assert presence(TypeStructure(type_structure), ENTREE, sortie, **options).examinee is examinee


def mois(*numeros, annee=2026, heures=0):
    return {date(annee, numero, 1): Decimal(heures) for numero in numeros}


@cellules(
    ("notees", "total", "connues"),
    [
        pytest.param({}, None, None, id="§6.4-rien-de-noté"),
        pytest.param(mois(1, heures=1), None, 1, id="une-heure-suffit-même-si-des-mois-manquent"),
        pytest.param(mois(1, 2), None, None, id="§6.4-mars-n-est-pas-noté"),
        pytest.param(mois(1, 2, 3), None, 0, id="tous-les-mois-sont-notés"),
        pytest.param(mois(12, annee=2025, heures=90), None, None, id="l-année-d-avant-ne-compte-pas"),
        pytest.param(mois(1, 2, 3) | mois(12, annee=2025, heures=90), None, 0, id="§4.3-rien-depuis-janvier"),
        pytest.param(mois(1, 2, 3, 4, heures=5), None, 15, id="avril-suit-la-sortie"),
        pytest.param({}, Decimal("0.99"), Decimal("0.99"), id="moins-d-une-heure-en-tout"),
        pytest.param({}, Decimal(400), None, id="§6.4-le-total-peut-dater-de-l-année-d-avant"),
        pytest.param(mois(1, 2, 3), Decimal(400), 0, id="les-mois-notés-font-foi"),
    ],
)
def test_hours_of_the_year_are_judged_only_when_they_are_known(notees, total, connues):
    assert heures_de_l_annee(notees, date(2025, 6, 15), date(2026, 3, 31), total) == connues


def test_somebody_who_entered_in_the_year_has_worked_all_their_hours_in_it():
    assert heures_de_l_annee({}, date(2026, 1, 1), date(2026, 6, 30), Decimal(400)) == 400
    assert heures_de_l_annee({}, date(2025, 12, 31), date(2026, 6, 30), Decimal(400)) is None
    assert heures_de_l_annee(mois(6), date(2026, 6, 30), date(2026, 6, 30)) == 0


def test_three_months_from_the_end_of_november_end_with_february():
    assert presence("aci", date(2023, 11, 30), date(2024, 2, 28)).examinee is False
    assert presence("aci", date(2023, 11, 30), date(2024, 2, 29)).examinee is True


def test_contacts_are_due_three_six_and_twelve_months_later():
    assert [r.le for r in echeances(date(2023, 11, 30))] == [date(2024, 2, 29), date(2024, 5, 30), date(2024, 11, 30)]


@cellules(
    ("le", "attendue"),
    [
        pytest.param(date(2024, 2, 28), None, id="la-veille-des-3-mois"),
        pytest.param(date(2024, 2, 29), 3, id="le-29-fevrier"),
        pytest.param(date(2024, 4, 29), 3, id="60-jours-apres"),
        pytest.param(date(2024, 4, 30), None, id="61-jours-apres"),
        pytest.param(date(2024, 5, 30), 6, id="les-6-mois-remplacent-les-3"),
        pytest.param(date(2024, 11, 30), 12, id="les-12-mois"),
    ],
)
def test_one_contact_is_asked_for_at_a_time(le, attendue):
    du = echeance_due(date(2023, 11, 30), (), le)

    assert (du and du.echeance) == attendue
