"""The people and the structures of every test, and the two databases: one role creates, another works."""

import gc
from contextlib import contextmanager
from datetime import timedelta
from functools import cache

import pgtrigger
import psycopg
import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import management
from django.core.management import call_command
from django.db import connections
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases
from django.utils import timezone
from django.utils.crypto import get_random_string
from xdist.scheduler import LoadScopeScheduling

from insertion import pdf, sessions
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from tests.accessibilite import fautes
from tests.usines import AppartenanceFactory, StructureFactory, UtilisateurFactory

#: A server thread or a killed worker may still hold a session of the test database; a role may end its own.
FERMER_LES_AUTRES = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"""
#: A report that is finished refuses to go, but with its test.
FIGE = "pilotage.BilanProduit:bilan_produit_fige"
#: Tests that share what is slow to make: a browser, a demonstration, forty people.
ENSEMBLE = ("tests/navigateur/", "tests/pilotage/test_peupler.py", "tests/pilotage/indicateurs/test_proprietes.py")
TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Repartition(LoadScopeScheduling):
    """Each test to the first worker that is free, those of `ENSEMBLE` to one (pytest 9 loses the marks of xdist)."""

    def _split_scope(self, nodeid):
        return next((debut for debut in ENSEMBLE if nodeid.startswith(debut)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Repartition(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Begin with the bench and the tests that commit: begun last, one keeps a worker busy when the other has done."""
    items.sort(key=lambda item: (not item.nodeid.startswith("tests/test_bench"), not _valide(item)))


def _valide(item):
    marque = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or (marque and marque.kwargs.get("transaction", False))


def pytest_collection_finish():
    """Leave out of each garbage collection the modules and the tests, which stay until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker, django_db_modify_db_settings):
    """Create the test database as its owner, then work in it as the application does.

    Both aliases are asked for by name: a runner that creates only what tests declare would leave `default`
    on the real database. `--reuse-db` keeps the database for the next run, which applies the new migrations only.
    A copy of the model is migrated already: finding it out would draw every model twice, three seconds a worker.
    """
    garder = request.config.getvalue("reuse_db")
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as remplacer:
        if settings.MODELE:
            remplacer.setattr(management, "call_command", lambda *args, **options: None)
        bases = setup_databases(
            verbosity=0, interactive=False, aliases={"default", "owner"}, serialized_aliases=(), keepdb=garder
        )
        for alias in ("default", "owner"):
            nom = connections[alias].settings_dict["NAME"]
            assert nom.startswith("test_"), f"Les tests refusent la base {nom}."
        vider = vidange()
    with pytest.MonkeyPatch.context() as remplacer:
        remplacer.setattr(TransactionTestCase, "_fixture_teardown", lambda essai: vider())
        yield
    with django_db_blocker.unblock():
        for alias in ("default", "owner"):
            with connections[alias].cursor() as cursor:
                cursor.execute(FERMER_LES_AUTRES)
        connections.close_all()
        teardown_databases(bases, verbosity=0, keepdb=garder)


def vidange():
    """Return a function that empties the tables after a test that committed, in the place of Django's TRUNCATE.

    Truncating makes each table and index anew, when most of them hold nothing. The lock waits for the requests that
    are not answered yet; deleting writes history, hence its tables last.
    """
    tables = set(connections["owner"].introspection.django_table_names(only_existing=True))
    tables -= {"django_content_type", "auth_permission"}  # written by `migrate`
    ordre = sorted(tables, key=lambda table: table.endswith("event"))
    suppressions = [f"DELETE FROM {table}" for table in ordre]
    verrou = f"LOCK TABLE {', '.join(ordre)} IN EXCLUSIVE MODE"
    ((modele, trigger),) = pgtrigger.registered(FIGE)
    degeler = f"SELECT set_config('pgtrigger.ignore', '{{{trigger.get_pgid(modele)}}}', true)"
    phrases = "; ".join([verrou, degeler, *suppressions])  # one transaction
    reglages = connections["owner"].get_connection_params()

    def vider(essais=3):
        """By a connection of its own: a test may not use `owner`, nor a fork of us one that was open before it."""
        try:
            with psycopg.connect(**reglages) as connexion:
                connexion.execute(phrases)
        except psycopg.OperationalError:  # a request that is not answered yet holds the one table and waits for it
            if essais == 1:
                raise
            vider(essais - 1)

    return vider


@pytest.fixture(scope="session", autouse=True)
def pages_lues():
    """Every page that a test draws is read, once by address and status (tests/accessibilite.py): a fault fails it."""
    lues, demander = set(), Client.request

    def lire(client, **demande):
        reponse = demander(client, **demande)
        if reponse.get("Content-Type", "").startswith("text/html") and not reponse.streaming:
            vue = getattr(reponse.wsgi_request.resolver_match, "view_name", "")
            cle = demande["REQUEST_METHOD"], vue, reponse.status_code
            if cle not in lues and (page := reponse.content.decode()):
                lues.add(cle)
                assert fautes(page) == [], f"{demande['PATH_INFO']} ({reponse.status_code})"
        return reponse

    with pytest.MonkeyPatch.context() as remplacer:
        remplacer.setattr(Client, "request", lire)
        yield


@pytest.fixture
def structure(db):
    """The structure of the test; its context is open, so factories and querysets work in it."""
    structure = StructureFactory(nom="Ressourcerie du Canal")
    with contexte(structure.pk):
        yield structure


@pytest.fixture
def referentiels(db):
    """The published lists that we ship, loaded as a deployment does (the communes, slow to read, left out)."""
    call_command("charger_referentiels", sans_communes=True, verbosity=0)


@pytest.fixture
def autre_structure(db):
    return StructureFactory(nom="L’Escale")


def membre(structure, role, **champs):
    """Someone who works for `structure`, ready to be given to `visibles_par` and to the client."""
    utilisateur = UtilisateurFactory(**champs)
    utilisateur.appartenance = AppartenanceFactory(utilisateur=utilisateur, structure=structure, role=role)
    return utilisateur


@pytest.fixture
def cip(structure):
    return membre(structure, Role.CHARGE_INSERTION, prenom="Camille", nom="Dubois")


@pytest.fixture
def collegue(structure):
    return membre(structure, Role.CHARGE_INSERTION, prenom="Karim", nom="Benzema-Morel")


@pytest.fixture
def chef(structure):
    return membre(structure, Role.CHEF_SERVICE, prenom="Aude", nom="Lebrun")


@pytest.fixture
def encadrant(structure):
    return membre(structure, Role.ENCADRANT, prenom="Louis", nom="Ferrand")


@pytest.fixture
def administratif(structure):
    return membre(structure, Role.ADMINISTRATIF, prenom="Nadia", nom="Petit")


@pytest.fixture
def lecteur(structure):
    return membre(structure, Role.LECTURE, prenom="Inès", nom="Vidal")


@pytest.fixture
def benevole(structure):
    return membre(structure, Role.BENEVOLE, prenom="Odile", nom="Marchand")


@pytest.fixture
def etranger(autre_structure):
    """A chargé d'insertion of another structure."""
    return membre(autre_structure, Role.CHARGE_INSERTION, prenom="Yann", nom="Le Goff")


def navigateur_de(utilisateur, second_facteur=True):
    """A browser in which `utilisateur` is signed in, with both factors unless said otherwise: one write, where
    `force_login` makes eight."""
    client, cle, maintenant = Client(), get_random_string(32), sessions.maintenant()
    contenu = SessionStore().encode(
        {
            SESSION_KEY: str(utilisateur.pk),
            BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
            HASH_SESSION_KEY: utilisateur.get_session_auth_hash(),
            sessions.OUVERTE: maintenant,
            sessions.ACTIVE: maintenant,
            "account_authentication_methods_user": str(utilisateur.pk),
            "account_authentication_methods": [{"method": "mfa" if second_facteur else "password"}],
        }
    )
    fin = timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    Session(session_key=cle, session_data=contenu, expire_date=fin).save(force_insert=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = cle
    return client


@pytest.fixture
def client_de(db):
    """`client_de(utilisateur)`: a browser in which they are signed in."""
    return navigateur_de


@pytest.fixture
def dessin():
    """Asked for by a test that reads what is printed, where `pages_blanches` spares the others the drawing."""


@pytest.fixture
def pages_blanches(request, monkeypatch):
    """Every document is one blank page: drawing it costs more than all the rest of a test that does not read it."""
    if "dessin" not in request.fixturenames:
        blanche = _page_blanche()
        monkeypatch.setattr(pdf, "imprimer", lambda page, pieces=(): blanche)


@cache
def _page_blanche():
    return pdf.imprimer('<html lang="fr"><title>Essai</title><p>Page blanche</html>')


@pytest.fixture
def requetes(django_db_blocker):
    """`with requetes() as faites:` collects the SQL of the block, transactions and savepoints left out."""

    @contextmanager
    def compter():
        faites = []
        with CaptureQueriesContext(connections["default"]) as capture:
            yield faites
        faites += [q["sql"] for q in capture.captured_queries if not q["sql"].startswith(TRANSACTIONS)]
        if faites[-1].startswith("SELECT set_config"):
            faites.pop()  # puts back the context that the fixture opened: no such thing outside the tests

    return compter
