"""A connection drawn from a pool brings nothing of whoever had it before (DATABASE_POOL)."""

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from insertion.isolation.contexte import contexte

QUI = "SELECT pg_backend_pid(), tremplin.structures(), tremplin.role(), tremplin.utilisateur()"


@pytest.fixture
def reserve(db):
    """The application draws from a pool that holds one connection."""
    ancienne = connections["default"]
    reglages = {**ancienne.settings_dict, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
    reglages["OPTIONS"] = {**reglages["OPTIONS"], "pool": {"min_size": 1, "max_size": 1, "timeout": 5}}
    connections["default"] = type(ancienne)(reglages, "default")
    yield
    connection.close()
    connections["default"].close_pool()
    connections["default"] = ancienne


def qui():
    with connection.cursor() as curseur:
        curseur.execute(QUI)
        return curseur.fetchone()


def refuser():
    with pytest.raises(ProgrammingError, match="no structure in context"):
        qui()
    connection.close()  # back in the pool, as at the end of a request


def test_whoever_draws_the_connection_of_another_sees_nothing_of_theirs(reserve):
    with contexte(41, utilisateur_id=7, role="direction"):
        pid, *premier = qui()
    refuser()
    with pytest.raises(KeyError), contexte(42, utilisateur_id=8, role="direction"):
        raise KeyError  # a view that fails
    refuser()
    transaction.set_autocommit(False)  # a request cut in the middle of its transaction
    with contexte(43):
        qui()
    connection.close()
    refuser()

    with contexte(44, role="lecture"):
        meme, *dernier = qui()

    assert meme == pid
    assert (premier, dernier) == (["{41}", "direction", 7], ["{44}", "lecture", 0])
