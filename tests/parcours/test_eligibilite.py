"""metier.md §4.5 and the waiting period of §4.6, one line per rule, the days on either side of each limit."""

from collections import Counter
from datetime import date

import pytest

from insertion.enums import TypeStructure
from insertion.isolation.contexte import contexte
from parcours.eligibilite import aide_geiq, diagnostic_expire_le, manques, suggestions
from parcours.models import Candidature, CritereEligibilite, CritereRetenu
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, CandidatureFactory, CritereRetenuFactory, SituationFactory

LE = date(2026, 11, 22)
NAISSANCE_50 = date(1976, 11, 22)
NAISSANCE_26 = date(2000, 11, 22)


@pytest.fixture(autouse=True)
def listes(referentiels):
    """Every test reads the published list."""


def candidature(structure, *codes, type_structure=TypeStructure.ACI, preuve=LE, **champs):
    structure.type = type_structure
    structure.save()
    champs = {"diagnostic_auteur": "employeur", "diagnostic_le": LE} | champs
    demande = CandidatureFactory(structure=structure, **champs)
    for code in codes:
        a_terme = code in ("TH", "REF_DA")
        CritereRetenuFactory(
            candidature=demande, critere_id=code, preuve_le=preuve, preuve_fin=LE if a_terme else None
        )
    return Candidature.objects.pour_fiche().get(pk=demande.pk)


def bloquants(demande, le=LE):
    return [manque.phrase for manque in manques(demande, le) if manque.bloquant]


def test_the_list_holds_the_four_and_the_fourteen_of_the_decree():
    niveaux = list(CritereEligibilite.objects.de_la_liste("iae", LE).values_list("niveau", flat=True))

    assert (niveaux.count(1), niveaux.count(2)) == (4, 14)


@cellules(
    ("type_structure", "codes", "eligible"),
    [
        pytest.param("aci", ("RSA",), True, id="§4.5 one of level 1 is enough"),
        pytest.param("aci", (), False, id="§4.5 none is not"),
        pytest.param("aci", ("QPV", "DELD"), False, id="§4.5 ACI: two of level 2 are not"),
        pytest.param("aci", ("QPV", "DELD", "PI"), True, id="§4.5 ACI: three of level 2 are"),
        pytest.param("ei", ("QPV", "DELD"), False, id="§4.5 EI: two of level 2 are not"),
        pytest.param("ei", ("QPV", "DELD", "PI"), True, id="§4.5 EI: three of level 2 are"),
        pytest.param("eiti", ("QPV", "DELD"), False, id="§4.5 EITI: two of level 2 are not"),
        pytest.param("ai", ("QPV",), False, id="§4.5 AI: one of level 2 is not"),
        pytest.param("ai", ("QPV", "DELD"), True, id="§4.5 AI: two of level 2 are"),
        pytest.param("etti", ("QPV", "DELD"), True, id="§4.5 ETTI: two of level 2 are"),
        pytest.param("geiq", (), True, id="§4.5 a GEIQ has its own list"),
        pytest.param("chrs", (), True, id="a CHRS asks for no criterion"),
        pytest.param("plie", (), True, id="a PLIE asks for no criterion"),
    ],
)
def test_number_of_criteria(structure, type_structure, codes, eligible):
    demande = candidature(structure, *codes, type_structure=type_structure)

    assert (bloquants(demande) == []) is eligible


@cellules(
    ("code", "preuve", "compte"),
    [
        pytest.param("RSA", date(2026, 8, 23), True, id="§4.5 RSA: one day under three months"),
        pytest.param("RSA", date(2026, 8, 22), False, id="§4.5 RSA: three months to the day"),
        pytest.param("ASS", date(2026, 8, 22), False, id="§4.5 ASS: three months to the day"),
        pytest.param("AAH", date(2026, 8, 22), False, id="§4.5 AAH: three months to the day"),
        pytest.param("DETLD", date(2026, 8, 22), False, id="§4.5 DETLD: three months to the day"),
        pytest.param("RSA", date(2026, 11, 23), False, id="§4.5 a proof dated after the entry"),
        pytest.param("RSA", None, False, id="§4.5 a proof without a date"),
    ],
)
def test_age_of_the_proof_at_level_1(structure, code, preuve, compte):
    demande = candidature(structure, code, preuve=preuve)

    assert (bloquants(demande) == []) is compte


@cellules(
    ("code", "preuve", "compte"),
    [
        pytest.param("ASE", date(2025, 11, 23), True, id="§4.5 ASE: one day under twelve months"),
        pytest.param("ASE", date(2025, 11, 22), False, id="§4.5 ASE: twelve months to the day"),
        pytest.param("DELD", date(2026, 8, 23), True, id="§4.5 DELD: one day under three months"),
        pytest.param("DELD", date(2026, 8, 22), False, id="§4.5 DELD: three months to the day"),
        pytest.param("PI", date(2026, 8, 22), False, id="§4.5 parent isolé: three months"),
        pytest.param("PSH_PR", date(2026, 8, 22), False, id="§4.5 sans hébergement: three months"),
        *(
            pytest.param(code, date(2026, 5, jour), jour == 23, id=f"§4.5 {code}: six months, {jour} May")
            for code in ("ZRR", "QPV", "DETENTION_MJ", "FLE", "PM")
            for jour in (22, 23)
        ),
        pytest.param("CAP_BEP", date(1998, 7, 1), True, id="§4.5 CAP, BEP: a diploma has no age"),
        pytest.param("SENIOR", date(2019, 1, 1), True, id="§4.5 an identity paper has no age"),
    ],
)
def test_age_of_the_proof_at_level_2(structure, code, preuve, compte):
    """Two others stand beside it, so that the third alone decides."""
    autres = [autre for autre in ("QPV", "DELD", "PI") if autre != code][:2]
    demande = candidature(structure, *autres, beneficiaire=BeneficiaireFactory(date_naissance=None))
    CritereRetenuFactory(candidature=demande, critere_id=code, preuve_le=preuve)

    assert (bloquants(demande) == []) is compte


@cellules(
    ("preuve", "compte"),
    [
        pytest.param(date(2026, 8, 23), True, id="§4.5 honour statement: one day under three months"),
        pytest.param(date(2026, 8, 22), False, id="§4.5 honour statement: three months to the day"),
    ],
)
def test_honour_statement_instead_of_a_diploma(structure, preuve, compte):
    demande = candidature(structure, "QPV", "DELD")
    CritereRetenuFactory(candidature=demande, critere_id="CAP_BEP", preuve_le=preuve, sur_l_honneur=True)

    assert (bloquants(demande) == []) is compte


@cellules(
    ("code", "fin", "compte"),
    [
        pytest.param("TH", LE, True, id="§4.5 TH: valid on the day of entry"),
        pytest.param("TH", date(2026, 11, 21), False, id="§4.5 TH: ended the day before"),
        pytest.param("TH", None, False, id="§4.5 TH: end unknown"),
        pytest.param("REF_DA", LE, True, id="§4.5 permit: valid on the day of entry"),
        pytest.param("REF_DA", date(2026, 11, 21), False, id="§4.5 permit: ended the day before"),
    ],
)
def test_proof_with_an_end(structure, code, fin, compte):
    demande = candidature(structure, "QPV", "DELD")
    CritereRetenuFactory(candidature=demande, critere_id=code, preuve_le=None, preuve_fin=fin)

    assert (bloquants(demande) == []) is compte


@cellules(
    ("code", "naissance", "compte"),
    [
        pytest.param("SENIOR", NAISSANCE_50, True, id="§4.5 SENIOR: fifty that day"),
        pytest.param("SENIOR", date(1976, 11, 23), False, id="§4.5 SENIOR: fifty the day after"),
        pytest.param("JEUNE", date(2000, 11, 23), True, id="§4.5 JEUNE: twenty-six the day after"),
        pytest.param("JEUNE", NAISSANCE_26, False, id="§4.5 JEUNE: twenty-six that day"),
    ],
)
def test_age_of_the_person(structure, code, naissance, compte):
    personne = BeneficiaireFactory(date_naissance=naissance)
    demande = candidature(structure, "QPV", "DELD", code, beneficiaire=personne)

    assert (bloquants(demande) == []) is compte


@cellules(
    ("auteur", "fait_le", "valable"),
    [
        pytest.param("prescripteur", date(2026, 5, 22), True, id="§4.5 prescriber: last day of six months"),
        pytest.param("prescripteur", date(2026, 5, 21), False, id="§4.5 prescriber: the day after"),
        pytest.param("employeur", date(2026, 8, 22), True, id="§4.5 employer: 92nd day"),
        pytest.param("employeur", date(2026, 8, 21), False, id="§4.5 employer: 93rd day"),
        pytest.param("employeur", date(2026, 11, 23), False, id="§4.5 dated after the entry"),
        pytest.param("employeur", None, False, id="§4.5 not dated"),
        pytest.param("", LE, False, id="§4.5 nobody made it"),
    ],
)
def test_validity_of_the_diagnostic(structure, auteur, fait_le, valable):
    demande = candidature(structure, "RSA", diagnostic_auteur=auteur, diagnostic_le=fait_le)

    assert (bloquants(demande) == []) is valable


def test_six_months_from_the_end_of_august_end_on_29_february(structure):
    demande = candidature(structure, diagnostic_auteur="prescripteur", diagnostic_le=date(2027, 8, 31))

    assert diagnostic_expire_le(demande) == date(2028, 2, 29)


def test_a_habilitated_prescriber_waives_the_criteria(structure):
    demande = candidature(structure, diagnostic_auteur="prescripteur")

    assert manques(demande, LE) == []


@cellules(
    ("fin", "auteur", "eligible"),
    [
        pytest.param(LE, "", True, id="§4.5 a PASS valid until that day stands for all"),
        pytest.param(date(2026, 11, 21), "employeur", False, id="§4.6 waiting period: ended the day before"),
        pytest.param(date(2024, 11, 22), "employeur", False, id="§4.6 waiting period: its last day"),
        pytest.param(date(2024, 11, 21), "employeur", True, id="§4.6 waiting period: over"),
        pytest.param(date(2026, 11, 21), "prescripteur", True, id="§4.6 waived by a prescriber"),
    ],
)
def test_a_pass_already_held(structure, fin, auteur, eligible):
    demande = candidature(structure, "RSA", pass_fin=fin, diagnostic_auteur=auteur)

    assert (bloquants(demande) == []) is eligible


def test_a_weak_proof_beside_enough_strong_ones_is_told_and_blocks_nothing(structure):
    demande = candidature(structure, "RSA")
    CritereRetenuFactory(candidature=demande, critere_id="QPV", preuve_le=date(2025, 1, 1))

    (manque,) = manques(demande, LE)

    assert (manque.bloquant, manque.regle) == (False, "Il doit dater de moins de 6 mois.")


@cellules(("role", "lus"), [("charge_insertion", 3), ("administratif", 1), ("lecture", 1)])
def test_sensitive_criteria_are_hidden_by_the_database(structure, role, lus):
    candidature(structure, "AAH", "DETENTION_MJ", "RSA")

    with contexte(structure.pk, role=role):
        assert CritereRetenu.objects.count() == lus


def test_the_encadrant_reads_no_criterion(structure):
    candidature(structure, "RSA")

    with contexte(structure.pk, role="encadrant"):
        assert not CritereRetenu.objects.exists()


def test_what_the_file_says_suggests_criteria(structure):
    personne = BeneficiaireFactory(date_naissance=NAISSANCE_50, niveau_formation="college")
    SituationFactory(beneficiaire=personne, nature="qpv")
    SituationFactory(beneficiaire=personne, nature="rsa", fin=date(2025, 1, 1))

    assert suggestions(personne, LE) == {"SENIOR", "DE_45", "CAP_BEP", "QPV"}


# --- GEIQ (arrêté du 10 mars 2022; les-emplois, administrative_criteria_geiq.json) -----------------


def test_the_list_of_the_geiq_holds_nineteen_of_annexe_2_and_six_of_annexe_1_alone():
    rangees = CritereEligibilite.objects.de_la_liste("geiq", LE).values_list("annexe", "niveau")

    assert Counter(rangees) == {("2", 1): 4, ("2", 2): 10, ("1+2", 2): 5, ("1", None): 6}


def au_geiq(structure, *codes, **champs):
    """An application to a GEIQ; the age of the person is not known."""
    champs = {"beneficiaire": BeneficiaireFactory(date_naissance=None)} | champs
    demande = candidature(structure, type_structure=TypeStructure.GEIQ, **champs)
    for code in codes:
        fin = LE if code in ("REF_DA", "RS_PS_DA") else None
        CritereRetenuFactory(candidature=demande, critere_id=f"GEIQ_{code}", preuve_le=LE, preuve_fin=fin)
    return demande


@cellules(
    ("codes", "montant"),
    [
        pytest.param((), 0, id="none"),
        pytest.param(("RSA",), 1400, id="annexe 2: one of level 1"),
        pytest.param(("CAP_BEP",), 0, id="annexe 2: one of level 2 is not enough"),
        pytest.param(("CAP_BEP", "PI"), 1400, id="annexe 2: two of level 2"),
        pytest.param(("RECONVERSION",), 814, id="annexe 1: one"),
        pytest.param(("RECONVERSION", "SIAE_CUI"), 814, id="annexe 1: two are no more"),
        pytest.param(("QPV",), 814, id="both annexes: counts as annexe 1"),
        pytest.param(("QPV", "CAP_BEP"), 1400, id="both annexes: counts at level 2 as well"),
        pytest.param(("QPV", "ZRR"), 814, id="QPV and ZRR are one place to live"),
        pytest.param(("REF_DA", "RS_PS_DA"), 814, id="refugee and asylum seeker are one"),
        pytest.param(("CAP_BEP", "SIAE_CUI"), 814, id="one of level 2 and one of annexe 1"),
        pytest.param(("JEUNE_SQ",), 814, id="young without qualification: annexe 1"),
        pytest.param(("JEUNE_SQ", "PI"), 1400, id="…and young, so that two of level 2 are met"),
        pytest.param(("MINIMA",), 814, id="another minimum social: annexe 1"),
    ],
)
def test_aid_of_a_geiq(structure, codes, montant):
    demande = au_geiq(structure, *codes)

    assert aide_geiq(demande, LE).montant == montant
    assert (manques(demande, LE) == []) is (montant > 0)


@cellules(
    ("auteur", "fait_le", "montant"),
    [
        pytest.param("prescripteur", LE, 1400, id="a habilitated prescriber asks for no criterion"),
        pytest.param("prescripteur", date(2026, 5, 22), 1400, id="prescriber: last day of six months"),
        pytest.param("prescripteur", date(2026, 5, 21), 0, id="prescriber: the day after"),
        pytest.param("employeur", date(2026, 5, 22), 0, id="the GEIQ itself needs criteria"),
        pytest.param("", None, 0, id="nobody made it"),
    ],
)
def test_diagnostic_of_a_geiq(structure, auteur, fait_le, montant):
    demande = au_geiq(structure, diagnostic_auteur=auteur, diagnostic_le=fait_le)

    assert aide_geiq(demande, LE).montant == montant


def test_diagnostic_made_by_the_geiq_holds_six_months_too(structure):
    demande = au_geiq(structure, "RSA", diagnostic_le=date(2026, 5, 22))

    assert diagnostic_expire_le(demande) == LE
    assert aide_geiq(demande, LE).montant == 1400
    assert aide_geiq(demande, date(2026, 11, 23)).montant == 0


def test_nothing_keeps_a_geiq_from_hiring(structure):
    demande = au_geiq(structure, diagnostic_auteur="", diagnostic_le=None)

    assert manques(demande, LE)
    assert bloquants(demande) == []


@cellules(
    ("code", "naissance", "montant"),
    [
        pytest.param("DE_45", date(1981, 11, 22), 814, id="forty-five that day"),
        pytest.param("DE_45", date(1981, 11, 23), 0, id="forty-five the day after"),
        pytest.param("JEUNE_SQ", date(2000, 11, 23), 814, id="twenty-six the day after"),
        pytest.param("JEUNE_SQ", NAISSANCE_26, 0, id="twenty-six that day"),
    ],
)
def test_age_in_a_geiq(structure, code, naissance, montant):
    demande = au_geiq(structure, code, beneficiaire=BeneficiaireFactory(date_naissance=naissance))

    assert aide_geiq(demande, LE).montant == montant


def test_permit_that_ended_opens_no_aid_and_says_so(structure):
    demande = au_geiq(structure)
    CritereRetenuFactory(candidature=demande, critere_id="GEIQ_REF_DA", preuve_le=None, preuve_fin=date(2026, 11, 21))

    assert aide_geiq(demande, LE).montant == 0
    assert "n’est plus valable depuis le 21\u00a0novembre\u00a02026" in manques(demande, LE)[0].phrase


@cellules(("role", "lus"), [("charge_insertion", 3), ("administratif", 1), ("lecture", 1)])
def test_sensitive_criteria_of_a_geiq_are_hidden_by_the_database(structure, role, lus):
    au_geiq(structure, "TH", "RS_PS_DA", "SIAE_CUI")

    with contexte(structure.pk, role=role):
        assert CritereRetenu.objects.count() == lus
