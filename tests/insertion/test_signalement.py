"""An error told to a collector says where it happened, and nothing of anybody."""

import json
import sys

import pytest
from sentry_sdk.consts import DEFAULT_OPTIONS
from sentry_sdk.utils import event_from_exception

from insertion.signalement import epurer

#: Source lines apart: those of this file hold the name.
CE_QU_ELLE_PREND = DEFAULT_OPTIONS | {"include_source_context": False}


@pytest.fixture
def evenement():
    """What the library gathers of an error that quotes somebody, with every habit of its own left on."""
    try:
        _enregistrer("Amina Zelhaoui")
    except ValueError:
        evenement, _ = event_from_exception(sys.exc_info(), CE_QU_ELLE_PREND)
    return evenement | {
        "event_id": "3f9a",
        "transaction": "/beneficiaires/<int:pk>/",
        "transaction_info": {"source": "route"},
        "request": {
            "url": "https://tremplin.example/?q=zelhaoui",
            "data": {"nom": "Zelhaoui"},
            "cookies": {"s": "1"},
        },
        "user": {"email": "amina@zelhaoui.example"},
        "breadcrumbs": {"values": [{"message": "SELECT 'Zelhaoui'"}]},
        "extra": {"sys.argv": ["Zelhaoui"]},
        "server_name": "zelhaoui",
    }


def _enregistrer(nom):
    raise ValueError(f"{nom} est trop long") from KeyError(nom)


def test_an_error_told_outside_says_where_and_names_nobody(evenement):
    assert "Zelhaoui" in json.dumps(evenement)

    dit = epurer(evenement, {})

    assert "zelhaoui" not in json.dumps(dit).lower()
    assert (dit["event_id"], dit["transaction"]) == ("3f9a", "/beneficiaires/<int:pk>/")
    assert [exception["type"] for exception in dit["exception"]["values"]] == ["KeyError", "ValueError"]
    assert dit["exception"]["values"][1]["stacktrace"]["frames"][-1]["function"] == "_enregistrer"
    typee = evenement | {"transaction": "/zelhaoui/", "transaction_info": {"source": "url"}}
    assert epurer(typee, {})["transaction"] is None
