"""Reports read from a replica: a real one, by streaming, that guards its rows, is never late, and may fall.

Two private PostgreSQL servers: the first holds what the database of the tests holds, the second follows it.
"""

import shutil
from datetime import date

import pytest
from django.conf import settings
from django.db import ProgrammingError, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from django.test.utils import CaptureQueriesContext

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail
from insertion.isolation import replique
from insertion.isolation.contexte import REPLIQUE, contexte
from outillage.bases import base_privee
from outillage.dossier import Dossier
from pilotage.exports import demandes
from pilotage.indicateurs import Perimetre, calculer
from tests.conftest import membre
from tests.parcours.test_productions import Sonnette
from tests.surete.test_retour_a_l_instant import Serveur, remplir
from tests.usines import BeneficiaireFactory, ParcoursFactory, StructureFactory

pytestmark = [pytest.mark.surete, pytest.mark.django_db(transaction=True, databases=["default", "owner"])]
ANNEE = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def serveurs(django_db_setup, tmp_path_factory):
    """(primary, replica), both running, the second fed by the first."""
    if not settings.DATABASE_BACKUP_URL:
        pytest.skip("DATABASE_BACKUP_URL ne désigne aucun compte")
    dossier = tmp_path_factory.mktemp("replique")
    deux = [Serveur(Dossier(dossier / nom).ouvrir(), rapide=False) for nom in ("primaire", "suiveur")]
    primaire, suiveur = deux
    try:
        primaire.demarrer()
        base_privee(primaire)
        remplir(primaire, dossier / "dump")
        primaire.lancer("pg_basebackup", "-D", str(primaire.copie), "-c", "fast", "-R")
        suiveur.abri = suiveur._abri()
        primaire.copie.rename(suiveur.abri / "donnees")
        suiveur.demarrer()
        yield primaire, suiveur
    finally:
        for serveur in reversed(deux):
            serveur.arreter()
            shutil.rmtree(serveur.abri)


@pytest.fixture
def suiveur(db, serveurs, monkeypatch):
    """The replica; the application works on these two servers."""
    essais = connections["default"]
    communs = {**essais.settings_dict, "USER": "tremplin_app", "PASSWORD": "", "NAME": "tremplin", "PORT": 5432}
    sur = [{**communs, "HOST": str(serveur.socket)} for serveur in serveurs]
    monkeypatch.setitem(connections.settings, REPLIQUE, sur[1])
    monkeypatch.setattr(replique._Repos, "fin", 0.0)
    for alias, reglages in zip(("default", REPLIQUE), sur, strict=True):
        connections[alias] = DatabaseWrapper(reglages, alias)
        connections[alias].connect()  # the tests open no other database than theirs
    yield serveurs[1]
    for alias in ("default", REPLIQUE):
        connections[alias].close()
    connections["default"] = essais
    del connections[REPLIQUE]


@pytest.fixture
def structure(suiveur):
    structure = StructureFactory()
    with contexte(structure.pk):
        ParcoursFactory(beneficiaire__prenom="Amina")
    return structure


def revenir():
    """What the end of the rest does; the tests open no other database than theirs."""
    replique._Repos.fin = 0.0
    connections[REPLIQUE].connect()


def d_ou(structure):
    """(the database that answered, the first names that it gave)."""
    with contexte(structure.pk):
        personnes = replique.lire(lambda: list(Beneficiaire.objects.order_by("prenom")))
    return {personne._state.db for personne in personnes}, [personne.prenom for personne in personnes]


def test_what_was_written_a_moment_ago_is_read_from_the_replica_under_the_same_guard(suiveur, structure, mesurer):
    ailleurs = StructureFactory()
    with contexte(ailleurs.pk):
        BeneficiaireFactory(prenom="Bruno")

    assert d_ou(structure) == ({REPLIQUE}, ["Amina"])
    assert d_ou(ailleurs) == ({REPLIQUE}, ["Bruno"])
    with pytest.raises(ProgrammingError, match="no structure in context"):
        Beneficiaire._base_manager.using(REPLIQUE).count()
    with contexte(structure.pk):
        for rang in range(20):  # never late by one
            BeneficiaireFactory(prenom=f"Chloé {rang}")
    assert len(d_ou(structure)[1]) == 21


def test_figures_and_lists_are_read_there_and_what_comes_from_it_is_written_on_the_primary(suiveur, structure):
    par = membre(structure, "direction")
    with contexte(structure.pk, utilisateur_id=par.pk, role="direction"):
        export = demandes.demander(genre="personnes", intitule="Personnes", par=par, tache=Sonnette())
    with CaptureQueriesContext(connections[REPLIQUE]) as chiffres_lus:
        chiffres = calculer(Perimetre(structure, *ANNEE))
    with CaptureQueriesContext(connections[REPLIQUE]) as liste_lue:
        demandes.produire(structure.pk, export.pk)
    with contexte(structure.pk):
        amina = replique.lire(Beneficiaire.objects.get)
        amina.prenom = "Aminata"
        amina.save()
        with contexte(structure.pk):
            replique.lire(Beneficiaire.objects.count)
        assert Beneficiaire.objects.get().prenom == "Aminata"

    assert len(chiffres_lus) > 10
    assert any(resultat.lignes for resultat in chiffres.values())
    assert any("beneficiaires_beneficiaire" in requete["sql"] for requete in liste_lue)
    with contexte(structure.pk):
        export.refresh_from_db()
    assert (export.etat, export.lignes) == (EtatTravail.TERMINE, 1)


def test_a_replica_that_is_late_or_away_changes_nothing_but_the_place(suiveur, structure, caplog):
    with suiveur.connecter() as administrateur:
        administrateur.execute("SELECT pg_wal_replay_pause()")
        with contexte(structure.pk):
            BeneficiaireFactory(prenom="Bruno")
        assert d_ou(structure) == ({"default"}, ["Amina", "Bruno"])
        administrateur.execute("SELECT pg_wal_replay_resume()")
    revenir()
    assert d_ou(structure) == ({REPLIQUE}, ["Amina", "Bruno"])

    suiveur.tomber()

    assert d_ou(structure) == ({"default"}, ["Amina", "Bruno"])
    assert replique._Repos.fin > 0  # nobody waits for it again for a while
    suiveur.demarrer()
    revenir()
    assert d_ou(structure) == ({REPLIQUE}, ["Amina", "Bruno"])
