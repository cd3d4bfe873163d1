"""The attack table: views with the filter forgotten, under a real session. The database must be what refuses."""

import pytest
from django.db import DatabaseError
from django.test import override_settings

from beneficiaires.models import Beneficiaire
from insertion.isolation.contexte import contexte
from parcours.models import Entretien
from tests.usines import BeneficiaireFactory, EntrepriseFactory, EntretienFactory, EvaluationFactory, ParcoursFactory

pytestmark = pytest.mark.urls("tests.isolation.urls_fautives")
ICI, AILLEURS = 5, 3


@pytest.fixture
def chez_nous(structure):
    BeneficiaireFactory.create_batch(ICI - 1)
    parcours = ParcoursFactory()
    EntretienFactory.create_batch(2, parcours=parcours)
    EvaluationFactory(diagnostic__parcours=parcours, sante=True)
    return parcours


@pytest.fixture
def ailleurs(autre_structure, chez_nous):
    with contexte(autre_structure.pk):
        BeneficiaireFactory.create_batch(AILLEURS - 1, nom="Sentinelle")
        parcours = ParcoursFactory(beneficiaire__nom="Sentinelle")
        EntretienFactory.create_batch(2, parcours=parcours)
        return parcours


@pytest.fixture
def client(client_de, cip, ailleurs):
    return client_de(cip)


def test_list_without_a_filter_shows_one_structure(client, structure):
    assert client.get("/faute/liste/").json() == {"structures": [structure.pk], "nombre": ICI}


def test_raw_sql_with_a_tautology_shows_one_structure(client, structure):
    assert client.get("/faute/sql/").json() == {"structures": [structure.pk], "nombre": ICI}


def test_detail_by_the_id_of_another_structure_is_not_found(client, ailleurs):
    reponse = client.get(f"/faute/fiche/{ailleurs.beneficiaire_id}/")

    assert reponse.status_code == 404
    assert "Sentinelle" not in reponse.content.decode()


def test_update_of_anothers_row_changes_nothing(client, ailleurs):
    assert client.get(f"/faute/changement/{ailleurs.beneficiaire_id}/").json() == {"lignes": 0}


def test_delete_of_anothers_rows_removes_nothing(client, ailleurs):
    assert client.get(f"/faute/suppression/{ailleurs.beneficiaire_id}/").json() == {"lignes": 0}
    with contexte(ailleurs.structure_id):
        assert Entretien.objects.count() == 2


def test_insert_for_another_structure_is_refused(client, ailleurs):
    with pytest.raises(DatabaseError, match="row-level security"):
        client.get(f"/faute/insertion/{ailleurs.structure_id}/")


def test_move_to_another_structure_is_refused(client, chez_nous, ailleurs):
    with pytest.raises(DatabaseError, match="row-level security"):
        client.get(f"/faute/demenagement/{chez_nous.beneficiaire_id}/{ailleurs.structure_id}/")


def test_an_entretien_on_anothers_parcours_is_refused(client, ailleurs):
    with pytest.raises(DatabaseError, match="meme_structure"):
        client.get(f"/faute/entretien/{ailleurs.pk}/")


def test_firms_of_another_structure_are_neither_listed_nor_written_on(client, ailleurs):
    EntrepriseFactory(raison_sociale="Chez nous")
    with contexte(ailleurs.structure_id):
        autre = EntrepriseFactory(raison_sociale="Sentinelle")

    assert client.get("/faute/entreprises/").json() == {"noms": ["Chez nous"]}
    with pytest.raises(DatabaseError, match="meme_structure"):
        client.get(f"/faute/echange/{autre.pk}/")


def test_streaming_stays_in_one_structure(client, structure):
    lignes = b"".join(client.get("/faute/flux/").streaming_content).split()

    assert lignes == [str(structure.pk).encode()] * ICI


def test_health_is_empty_for_an_encadrant_and_full_for_a_cip(client_de, cip, encadrant, ailleurs):
    nombres = [client_de(u).get("/faute/sante/").json()["nombre"] for u in (cip, encadrant)]

    assert nombres == [1, 0]


def test_a_view_that_fails_writes_nothing(client, ailleurs, structure):
    client.raise_request_exception = False

    with override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False):
        reponse = client.get(f"/faute/insertion/{ailleurs.structure_id}/")

    assert reponse.status_code == 500
    assert not Beneficiaire.objects.filter(nom="Intrus").exists()


def test_a_colleague_removed_a_second_ago_is_out(client_de, cip, structure):
    client = client_de(cip)
    type(cip.appartenance).objects.filter(pk=cip.appartenance.pk).delete()

    assert client.get("/faute/liste/").status_code == 403
