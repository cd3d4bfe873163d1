"""A query compiled once answers like its queryset, and only with the rows of the open context."""

from datetime import date

import pytest

from beneficiaires.models import Beneficiaire
from insertion.isolation.contexte import HorsContexte, contexte
from insertion.isolation.preparees import RequetePreparee
from parcours.models import Parcours
from tests.usines import BeneficiaireFactory, ParcoursFactory


def _ouverts(nombre, *, personne, le):
    return Parcours.objects.en_cours(le).d_une_personne(personne)[:nombre]


def test_it_answers_like_the_queryset_for_other_values(structure):
    preparee, lui, elle = RequetePreparee(_ouverts), ParcoursFactory(), ParcoursFactory(clos=True)
    cas = [(lui, date(2026, 6, 1)), (elle, date(2026, 6, 1)), (elle, date(2026, 12, 1)), (lui, date(2025, 1, 1))]

    lus = [preparee(5, personne=p.beneficiaire_id, le=le) for p, le in cas]

    assert lus == [list(_ouverts(5, personne=p.beneficiaire_id, le=le)) for p, le in cas] == [[lui], [elle], [], []]
    assert lus[0][0].dispositif == lui.dispositif


def test_it_costs_one_query_and_loads_what_the_queryset_loads(structure, django_assert_num_queries):
    preparee, parcours = RequetePreparee(_ouverts), ParcoursFactory()

    for _ in range(2):
        with django_assert_num_queries(1):
            (lu,) = preparee(5, personne=parcours.beneficiaire_id, le=date(2026, 6, 1))
            assert str(lu.dispositif)


def test_a_limit_is_part_of_the_query(structure):
    preparee, parcours = RequetePreparee(_ouverts), ParcoursFactory()
    ParcoursFactory(beneficiaire=parcours.beneficiaire)

    tailles = [len(preparee(n, personne=parcours.beneficiaire_id, le=date(2026, 6, 1))) for n in (1, 2, 1)]

    assert tailles == [1, 2, 1]


def test_it_shows_the_rows_of_the_open_context_only(structure, autre_structure):
    preparee, parcours = RequetePreparee(_ouverts), ParcoursFactory()
    valeurs = {"personne": parcours.beneficiaire_id, "le": date(2026, 6, 1)}
    assert preparee(5, **valeurs) == [parcours]

    with contexte(autre_structure.pk):
        ailleurs = preparee(5, **valeurs)
    with contexte(structure.pk, autre_structure.pk):
        partout = preparee(5, **valeurs)

    assert (ailleurs, partout) == ([], [parcours])


def test_it_refuses_to_run_outside_a_context(db):
    with pytest.raises(HorsContexte):
        RequetePreparee(_ouverts)(5, personne=1, le=date(2026, 6, 1))


def test_a_text_is_a_value_like_another(structure):
    def nommes(*, nom):
        return Beneficiaire.objects.filter(nom=nom).order_by("pk")

    preparee, zidi, bah = RequetePreparee(nommes), BeneficiaireFactory(nom="Zidi"), BeneficiaireFactory(nom="Bah")

    assert [preparee(nom="Zidi"), preparee(nom="Bah"), preparee(nom="%s")] == [[zidi], [bah], []]
    assert len(preparee.compilees) == 1
