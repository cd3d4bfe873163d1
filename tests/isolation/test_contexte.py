"""The door: without it nothing is read, and whatever is nested, raised or rolled back, only its structure shows."""

import pytest
from celery import Task
from django.db import DatabaseError, ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TransactionTestCase

from beneficiaires.models import Beneficiaire
from insertion.celery import app
from insertion.isolation.contexte import REPLIQUE, Contexte, HorsContexte, contexte, contexte_courant
from insertion.isolation.routeur import Routeur
from insertion.isolation.taches import TacheIsolee
from tests.usines import BeneficiaireFactory, StructureFactory

TOUS = Beneficiaire._base_manager


def test_no_row_can_be_read_without_a_context(db):
    with pytest.raises(HorsContexte):
        Beneficiaire.objects.count()


def test_the_database_itself_refuses_without_a_context(autre_structure):
    with contexte(autre_structure.pk):
        BeneficiaireFactory()

    with pytest.raises(ProgrammingError, match="no structure in context"), transaction.atomic():
        TOUS.count()


def test_the_settings_end_with_the_block(structure, autre_structure):
    with contexte(autre_structure.pk):
        BeneficiaireFactory()

    assert TOUS.count() == 0


def test_the_settings_say_for_whom_who_as_what_and_where_from():
    assert Contexte((3, 4), 7, "direction", "GET /").reglages() == (
        "{3,4}",
        "7",
        "direction",
        '{"utilisateur": 7, "role": "direction", "origine": "GET /"}',
    )
    assert Contexte((3,)) == Contexte((3,), 0, "systeme", "")


def test_what_came_from_the_replica_is_written_and_read_again_on_the_primary():
    routeur, ici, lue = Routeur(), Beneficiaire(), Beneficiaire()
    lue._state.db = REPLIQUE

    assert (routeur.db_for_write(Beneficiaire, instance=lue), routeur.db_for_read(Beneficiaire, instance=lue)) == (
        "default",
        "default",
    )
    assert (routeur.db_for_write(Beneficiaire, instance=ici), routeur.db_for_read(Beneficiaire)) == (None, None)
    liens = [routeur.allow_relation(*paire) for paire in ((ici, lue), (lue, ici), (ici, ici))]
    assert liens == [True, True, None]


def test_of_two_open_structures_one_sees_that_where_one_works(structure, autre_structure, cip):
    ici = BeneficiaireFactory()
    with contexte(autre_structure.pk):
        BeneficiaireFactory()

    with contexte(structure.pk, autre_structure.pk):
        assert (Beneficiaire.objects.count(), [*Beneficiaire.objects.visibles_par(cip)]) == (2, [ici])


def test_a_row_saved_in_part_keeps_the_rest(structure):
    ici = BeneficiaireFactory(prenom="Awa", nom="Sarr")
    ici.prenom, ici.nom = "Ada", "Sall"

    ici.save(update_fields=["prenom"])

    ici.refresh_from_db()
    assert (ici.prenom, ici.nom) == ("Ada", "Sarr")


def test_a_context_opened_without_saying_who_is_the_system_s(structure):
    with contexte(structure.pk) as ouvert:
        assert ouvert == contexte_courant() == Contexte((structure.pk,), 0, "systeme", "")


@app.task(base=TacheIsolee)
def compter():
    return TOUS.count()


@app.task(base=TacheIsolee, bind=True)
def dire(tache, *args, **kwargs):
    return contexte_courant(), args, kwargs, tache.request.headers


def test_a_task_receives_what_it_was_given_and_says_where_it_comes_from(structure):
    with contexte(structure.pk, utilisateur_id=7, role="direction"):
        ouvert, args, kwargs, _ = dire.apply_async([1], {"deux": 2}).get()
        entetes = dire.apply_async(headers={"autre": "x"}, ignore_result=False).get()[3]
        donne = dire.apply_async(headers={"tremplin": [[structure.pk], 9, "systeme"]}).get()[0]

    assert ouvert == Contexte((structure.pk,), 7, "direction", "tests.isolation.test_contexte.dire")
    assert (args, kwargs, entetes["autre"], donne.utilisateur_id) == ((1,), {"deux": 2}, "x", 9)


def test_a_task_keeps_its_delay_and_its_queue(structure, monkeypatch):
    donnees = {}
    monkeypatch.setattr(Task, "apply_async", lambda self, args=None, kwargs=None, **options: donnees.update(options))

    compter.apply_async(countdown=60, queue="lente")

    assert (donnees["countdown"], donnees["queue"], donnees["headers"]["tremplin"]) == (
        60, "lente", [[structure.pk], 0, "systeme"],
    )  # fmt: skip


def test_a_task_works_for_the_structure_that_asked(structure):
    BeneficiaireFactory.create_batch(2)

    assert compter.delay().get() == 2


@pytest.mark.django_db
def test_a_task_queued_outside_a_context_is_refused():
    with pytest.raises(HorsContexte):
        compter.delay()


@pytest.mark.django_db
def test_a_message_without_structure_is_refused():
    with pytest.raises(HorsContexte):
        compter()


class Echec(Exception):
    pass


FEUILLE = st.sampled_from(["lire", "echouer", "enfreindre"])
ARBRE = st.recursive(
    FEUILLE,
    lambda enfants: st.tuples(st.sampled_from(["a", "b", "savepoint"]), st.lists(enfants, min_size=1, max_size=4)),
    max_leaves=12,
)


class Marche(TransactionTestCase):
    """A walk through nested contexts, savepoints, failures and violations, drawn by hypothesis."""

    databases = {"default"}

    def setup_example(self):
        """Each example makes its own structures: nothing to empty between two of them."""

    def teardown_example(self, example):
        """See `setup_example`."""

    def tearDown(self):
        self._fixture_teardown()  # empties the tables once, after the last example

    def preparer(self):
        self.structures = dict(zip("ab", StructureFactory.create_batch(2), strict=True))
        self.personnes = {}
        for nom, structure in self.structures.items():
            with contexte(structure.pk):
                self.personnes[nom] = BeneficiaireFactory().pk

    def marcher(self, pas, ici):
        if pas == "lire":
            if ici:
                assert list(TOUS.values_list("pk", flat=True)) == [self.personnes[ici]]
        elif pas == "echouer":
            raise Echec
        elif pas == "enfreindre":
            if ici:
                TOUS.create(structure=self.structures["ba"["ab".index(ici)]], nom="Intrus")
        else:
            self.entrer(*pas, ici)

    def entrer(self, porte, suite, ici):
        bloc = transaction.atomic() if porte == "savepoint" else contexte(self.structures[porte].pk)
        dedans = ici if porte == "savepoint" else porte
        try:
            with bloc:
                for pas in suite:
                    self.marcher(pas, dedans)
        except (Echec, DatabaseError):
            pass

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ARBRE, min_size=1, max_size=4))
    def test_only_the_innermost_structure_is_read(self, pas):
        self.preparer()
        for un in pas:
            try:
                self.marcher(un, None)
            except (Echec, DatabaseError):
                connection.rollback() if not connection.in_atomic_block else None
