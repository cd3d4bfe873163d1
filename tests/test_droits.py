"""Each view of ours names its right; those that need no sign-in are a frozen list; strangers find nothing."""

from types import SimpleNamespace
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import URLPattern, get_resolver, reverse

from insertion.droits import DROITS, Droit, droit_requis
from insertion.enums import Role
from tests.cellules import cellules

FLOORS = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
#: Views that anyone may open without signing in. Adding one is a decision: change this list on purpose.
#: The feed of an agenda is read by a calendar, « je ne peux pas venir » by somebody without an account, an invitation
#: by who has none yet: there, the address is the secret. The pages of health say a word a part, to what watches us;
#: the metrics, figures to who brings the token.
OUVERTES = {
    "insertion:invitation",
    "insertion:aide",
    "insertion:aide_page",
    "insertion:accessibilite",
    "insertion:manifeste",
    "insertion:session_jeton",
    "insertion:openid_depart",
    "insertion:openid_retour",
    "pilotage:agenda_flux",
    "pilotage:feuille_sw",
    "pilotage:empechement",
    "pilotage:sante",
    "pilotage:pret",
    "pilotage:metriques",
}
#: Views of the signed-in person about themselves: no right of the table applies.
PERSONNELLES = {"insertion:structure_choisir", "insertion:brouillon", "insertion:brouillon_suppression"}


def _vues(resolveur=None, prefixe=""):
    """Yield (name, view) of every address of our floors."""
    for motif in (resolveur or get_resolver()).url_patterns:
        if isinstance(motif, URLPattern):
            if motif.callback.__module__.split(".")[0] in FLOORS:
                yield f"{prefixe}{motif.name}", motif.callback
        else:
            yield from _vues(motif, f"{motif.namespace}:" if motif.namespace else prefixe)


VUES = dict(_vues())


def test_every_view_declares_its_right():
    sans_droit = {nom for nom, vue in VUES.items() if not hasattr(vue, "droit")}

    assert sans_droit - OUVERTES - PERSONNELLES == set()


def test_the_views_open_to_everyone_are_a_frozen_list():
    ouvertes = {nom for nom, vue in VUES.items() if not getattr(vue, "login_required", True)}

    assert ouvertes <= OUVERTES


def test_the_table_of_rights_covers_every_role_and_every_right():
    assert set(DROITS) == set(Role)
    assert set().union(*DROITS.values()) == set(Droit)


@cellules("nom", sorted(set(VUES) - OUVERTES))
def test_nobody_enters_without_signing_in(client, db, nom):
    reponse = client.get(_adresse(nom))

    assert (reponse.status_code, reponse.headers.get("Location", "")[:14]) == (302, "/compte/login/")


def _adresse(nom):
    for arguments in ([], [1], ["cle"], [UUID(int=1)], [1, 1], [1, "cle", 1], [1, "cle", "cle", "1"]):
        try:
            return reverse(nom, args=arguments)
        except Exception:  # noqa: BLE001, PERF203 -- the arguments of an address are found by trying
            continue
    raise AssertionError(f"{nom} : adresse introuvable")


def test_a_view_opens_to_who_has_its_right_and_to_nobody_else(rf):
    vue = droit_requis(Droit.ECRIRE_SUIVI)(lambda request: "ouverte")
    demande = rf.get("/")

    for role, ouvre in ((Role.CHARGE_INSERTION, True), (Role.LECTURE, False), (None, False)):
        demande.user = SimpleNamespace(appartenance=role and SimpleNamespace(role=role))
        if ouvre:
            assert vue(demande) == "ouverte"
        else:
            with pytest.raises(PermissionDenied):
                vue(demande)
