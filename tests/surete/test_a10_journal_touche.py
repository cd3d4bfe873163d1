"""A10: whoever holds the database edits, deletes or adds readings, sets the clock back: the verification is red."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from insertion.sceau import purger, sceller, verifier
from tests.usines import StructureFactory

DEUX_BASES = pytest.mark.django_db(databases=["default", "owner"], transaction=True)


def _lire(*quoi):
    return [Lecture.objects.create(utilisateur_id=1, beneficiaire_id=7, quoi=un, chemin="/") for un in quoi]


def _en_proprietaire(ordre, *valeurs):
    """What somebody who holds the database could do."""
    with connections["owner"].cursor() as curseur:
        curseur.execute(ordre, valeurs)


def _scellee():
    """A structure whose journal was sealed twice: three readings, then one."""
    structure = StructureFactory()
    for quoi in (["identité", "Diagnostic", "Emploi"], ["documents"]):
        with contexte(structure.pk):
            _lire(*quoi)
            sceller(timezone.now())
    return structure


@pytest.fixture
def temoin(transactional_db):
    yield
    settings.TEMOIN_DES_SCEAUX.unlink()


@pytest.fixture
def scellee(temoin):
    return _scellee()


def _ecarts(structure, le=None):
    with contexte(structure.pk):
        return verifier(le or timezone.now())


def test_an_untouched_journal_is_whole(scellee, capsys):
    call_command("verifier_journal")

    assert "2 sceaux, journal intact" in capsys.readouterr().out


#: What is done to a journal, and what the verification says of it.
ATTEINTES = {
    "UPDATE insertion_lecture SET quoi = 'Logement' WHERE quoi = 'Diagnostic'": "a été modifiée",
    "UPDATE insertion_lecture SET utilisateur_id = 2 WHERE quoi = 'documents'": "a été modifiée",
    """UPDATE insertion_lecture SET quoi = CASE quoi WHEN 'identité' THEN 'Emploi' ELSE 'identité' END
        WHERE quoi IN ('identité', 'Emploi')""": "a été modifiée",  # two readings change places
    "DELETE FROM insertion_lecture WHERE quoi = 'Diagnostic'": "1 lecture(s) effacée(s)",
    "DELETE FROM insertion_sceau WHERE numero = 1": "le sceau n° 1 a été effacé",
    "DELETE FROM insertion_sceau WHERE numero = 2": "Sceau n° 2\u00a0: il n’est pas celui du témoin",
    "UPDATE insertion_sceau SET empreinte = repeat('a', 64) WHERE numero = 1": "le sceau lui-même a été récrit",
    "UPDATE insertion_sceau SET purge_le = now() WHERE numero = 1": "effacées avant six mois",
}


@DEUX_BASES
def test_whoever_holds_the_database_cannot_touch_the_journal_unseen(temoin, capsys):
    for ordre, attendu in ATTEINTES.items():
        structure = _scellee()
        _en_proprietaire(f"{ordre} AND structure_id = %s", structure.pk)

        with pytest.raises(CommandError, match="pas intact"):
            call_command("verifier_journal", structure=structure.siret)
        assert attendu in capsys.readouterr().out, ordre


@DEUX_BASES
def test_a_chain_written_anew_is_not_the_one_of_the_witness(scellee):
    _en_proprietaire("DELETE FROM insertion_lecture WHERE quoi = 'Diagnostic'")
    _en_proprietaire("DELETE FROM insertion_sceau")
    with contexte(scellee.pk), pytest.MonkeyPatch.context() as sans_temoin:
        sans_temoin.setattr("insertion.sceau._temoigner", lambda sceau: None)
        sceller(timezone.now())

    assert {ecart.split("(")[0] for ecart in _ecarts(scellee)} == {
        "Sceau n° 1\u00a0: il n’est pas celui du témoin gardé hors de la base ",
        "Sceau n° 2\u00a0: il n’est pas celui du témoin gardé hors de la base ",
    }


@DEUX_BASES
def test_a_backup_restored_is_told_and_the_journal_goes_on_from_it(scellee, capsys):
    _en_proprietaire("DELETE FROM insertion_sceau WHERE numero = 2")  # laid after the backup, lost with its reading
    _en_proprietaire("DELETE FROM insertion_lecture WHERE quoi = 'documents'")
    assert "Sceau n° 2" in _ecarts(scellee)[0]

    call_command("reprendre_sceaux")
    with contexte(scellee.pk):
        _lire("Logement")
        sceller(timezone.now())

    call_command("verifier_journal")
    dit = capsys.readouterr().out
    assert "2 sceaux, journal intact" in dit
    assert "reprise après le sceau n° 1\u00a0: il manque 1 sceau(x) posé(s) depuis, et leurs lectures." in dit
    _en_proprietaire("UPDATE insertion_sceau SET tete = repeat('a', 64) WHERE numero = 2")
    assert any("témoin" in ecart for ecart in _ecarts(scellee)), "what follows the restoration has its witness too"


def test_a_reading_slipped_in_afterwards_is_found_a_day_later(scellee):
    with contexte(scellee.pk):
        _lire("Plan d’action")

    assert _ecarts(scellee) == []
    assert "1 lecture(s) sans sceau" in _ecarts(scellee, timezone.now() + timedelta(days=2))[0]


def test_a_clock_set_back_is_seen_whether_it_dates_the_readings_or_the_seals(structure):
    for jours, attendu in ((0, []), (-1, ["posé avant le sceau"]), (-30, ["posé avant", "datées d’avant"])):
        with time_machine.travel(datetime.now(UTC) + timedelta(days=jours), tick=False), transaction.atomic():
            _lire("identité")
            sceller(timezone.now())
            ecarts = verifier(timezone.now())
            transaction.set_rollback(bool(jours))

        assert len(ecarts) == len(attendu), ecarts
        for ecart, mots in zip(ecarts, attendu, strict=True):
            assert mots in ecart
            assert "l’horloge a été reculée" in ecart


def test_a_reading_committed_after_later_ones_is_neither_lost_nor_breaks_the_chain(scellee):
    ecrite, valider = Event(), Event()

    def lente():
        with contexte(scellee.pk):
            (lecture,) = _lire("lente")
            ecrite.set()
            valider.wait(10)
        connection.close()
        return lecture.pk

    with ThreadPoolExecutor(1) as bassin:
        attente = bassin.submit(lente)
        ecrite.wait(10)
        with contexte(scellee.pk):
            (rapide,) = _lire("rapide")
            (premier,) = sceller(timezone.now())
        valider.set()
        en_retard = attente.result()
    with contexte(scellee.pk):
        (second,) = sceller(timezone.now())

    assert en_retard < rapide.pk
    assert (premier.lectures, second.lectures) == ([rapide.pk], [en_retard])
    assert _ecarts(scellee, timezone.now() + timedelta(days=2)) == []


def test_two_rounds_at_once_seal_once(scellee):
    with contexte(scellee.pk):
        _lire("identité", "Emploi")

    def ronde(_):
        try:
            with contexte(scellee.pk):
                return len(sceller(timezone.now()))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as bassin:
        assert sum(bassin.map(ronde, range(4))) == 1
    assert _ecarts(scellee) == []


def test_the_purge_at_twelve_months_leaves_a_chain_that_still_verifies(structure):
    for jours in (400, 370, 360, 3):
        with time_machine.travel(datetime.now(UTC) - timedelta(days=jours), tick=False):
            _lire("identité", "Emploi")
            sceller(timezone.now())

    assert (purger(timezone.now()), purger(timezone.now())) == (4, 0)
    assert Lecture.objects.filter(at__lt=timezone.now() - timedelta(days=366)).count() == 0
    assert Lecture.objects.count() == 4
    assert verifier(timezone.now()) == []


def test_a_structure_keeps_its_journal_longer_with_a_reason_only(structure):
    structure.journal_mois = 36
    with pytest.raises(DatabaseError, match="structure_journal"), transaction.atomic():
        structure.save()

    structure.journal_motif = "Contrôle interne après une intrusion"
    structure.save()


def test_the_application_can_rewrite_no_seal_and_purge_no_other_structure(structure, autre_structure):
    for ordre in ("UPDATE insertion_sceau SET tete = ''", "DELETE FROM insertion_sceau"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(ordre)
    with pytest.raises(DatabaseError, match="autre structure"), transaction.atomic():
        connection.cursor().execute("SELECT tremplin.purger_lectures(%s)", [autre_structure.pk])
