"""A query compiled once answers like its queryset, and only with the rows of the open context."""

from datetime import date, timedelta

import pytest
from django.core.paginator import Paginator

from beneficiaires.models import Beneficiaire
from insertion.isolation.contexte import HorsContexte, contexte
from insertion.isolation.preparees import ListePreparee, RequetePreparee
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


def test_a_list_is_counted_and_read_page_by_page(structure, autre_structure, django_assert_num_queries):
    liste = ListePreparee(
        lambda tri, *, ville: Beneficiaire.objects.filter(commune=ville).order_by(tri),
        lambda personnes, **_: personnes.values_list("nom", flat=True),
    )
    for nom in ("Abel", "Bah", "Cissé"):
        BeneficiaireFactory(nom=nom, commune="Lille")

    def pages(tri, ville):
        page = Paginator(liste(tri, ville=ville), 2).get_page(2)
        return page.paginator.count, list(page.object_list)

    assert [pages("nom", "Lille"), pages("-nom", "Lille"), pages("nom", "Brest")] == [
        (3, ["Cissé"]),
        (3, ["Abel"]),
        (0, []),
    ]
    with django_assert_num_queries(2):
        pages("nom", "Lille")
    with contexte(autre_structure.pk):
        assert pages("nom", "Lille") == (0, [])


def test_what_is_worked_out_from_a_value_is_refused_rather_than_kept_as_it_was(structure):
    demain = RequetePreparee(lambda *, le: Parcours.objects.en_cours(le + timedelta(days=1)))

    with pytest.raises(ValueError, match="worked out"):
        demain(le=date(2026, 6, 1))
