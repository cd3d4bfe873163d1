"""What a migration writes to arm a table: undone and done again on ours, in a transaction that never commits."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connections, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from insertion.isolation import fonctions, operations, unions

pytestmark = pytest.mark.django_db(databases=["default", "owner"])

ETAT = SimpleNamespace(
    models={
        ("beneficiaires", nom): ModelState.from_model(apps.get_model("beneficiaires", nom))
        for nom in ("proche", "procheevent", "beneficiaire")
    }
)
DE_LA_STRUCTURE = "(structure_id = ANY (( SELECT (tremplin.structures())::bigint[] AS structures)::bigint[]))"
DU_SUIVI = (
    "(( SELECT tremplin.role() AS role) = ANY (ARRAY['charge_insertion'::text, 'chef_service'::text,"
    " 'direction'::text, 'systeme'::text]))"
)


@pytest.fixture
def editeur(db):
    with connections["owner"].schema_editor(atomic=False) as editeur:
        yield editeur


def demander(question, *valeurs):
    with connections["owner"].cursor() as curseur:
        curseur.execute(question, valeurs)
        return curseur.fetchall()


def armure(table):
    """(row security, forced, policies, composite keys, what the application may do) of a table."""
    ((active, forcee),) = demander(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = %s", table
    )
    politiques = demander("SELECT policyname, qual, with_check FROM pg_policies WHERE tablename = %s", table)
    cles = demander(
        """SELECT conname, condeferrable, condeferred, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid = %s::regclass AND conname LIKE %s ORDER BY conname""",
        table,
        "%meme_structure",
    )
    role = connections["default"].settings_dict["USER"]
    droits = [d for d in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE") if _peut(role, table, d)]
    return active, forcee, politiques, cles, droits


def _peut(role, table, droit):
    return demander("SELECT has_table_privilege(%s, %s, %s)", role, table, droit)[0][0]


def aller(operation, app, editeur):
    operation.state_forwards(app, None)
    operation.database_forwards(app, editeur, None, ETAT)


def retour(operation, app, editeur):
    operation.database_backwards(app, editeur, ETAT, None)


def test_a_table_disarmed_and_armed_again_is_as_it_was(editeur):
    condition, table = operations.roles(*operations.SUIVI, "administratif"), "beneficiaires_proche"
    isoler, avant = operations.Isoler("Proche", condition), armure(table)
    assert avant[:2] == (True, True)
    assert avant[3][0][1:3] == (True, True)
    assert "FOREIGN KEY (structure_id, beneficiaire_id) REFERENCES" in avant[3][0][3]

    retour(isoler, "beneficiaires", editeur)
    assert armure(table)[:4] == (False, False, [], [])
    aller(isoler, "beneficiaires", editeur)

    assert armure(table) == avant
    assert isoler.deconstruct() == ("Isoler", ["Proche", condition], {"ajout_seul": False})


def test_a_condition_narrows_what_the_role_reads_and_writes(editeur):
    table, etroite = "beneficiaires_proche", f"({DE_LA_STRUCTURE} AND {DU_SUIVI})"
    condition = operations.roles(*operations.SUIVI)
    retour(operations.Isoler("Proche"), "beneficiaires", editeur)
    aller(operations.Isoler("Proche"), "beneficiaires", editeur)
    assert armure(table)[2] == [("isolation", DE_LA_STRUCTURE, DE_LA_STRUCTURE)]
    retour(operations.Isoler("Proche"), "beneficiaires", editeur)
    aller(operations.Isoler("Proche", condition), "beneficiaires", editeur)
    assert armure(table)[2] == [("isolation", etroite, etroite)]

    changer = operations.ChangerCondition("Proche", "true", condition)
    aller(changer, "beneficiaires", editeur)
    assert armure(table)[2] == [("isolation", f"({DE_LA_STRUCTURE} AND true)", f"({DE_LA_STRUCTURE} AND true)")]
    retour(changer, "beneficiaires", editeur)

    assert armure(table)[2] == [("isolation", etroite, etroite)]
    assert changer.deconstruct() == ("ChangerCondition", ["Proche", "true", condition], {})


def test_a_journal_only_grows_and_outlives_what_it_points_to(editeur):
    isoler, table = operations.Isoler("ProcheEvent", ajout_seul=True), "beneficiaires_procheevent"
    role = operations.role_application()
    retour(isoler, "beneficiaires", editeur)
    editeur.execute(f"GRANT UPDATE, DELETE, TRUNCATE ON {table} TO {role}")

    aller(isoler, "beneficiaires", editeur)

    assert armure(table)[3:] == ([], ["SELECT", "INSERT"])
    assert isoler.deconstruct() == ("Isoler", ["ProcheEvent", ""], {"ajout_seul": True})


def test_a_key_added_later_becomes_composite(editeur):
    rattacher, table = operations.Rattacher("Proche", "beneficiaire"), "beneficiaires_proche"
    avant = armure(table)

    retour(rattacher, "beneficiaires", editeur)
    assert armure(table)[3] == []
    aller(rattacher, "beneficiaires", editeur)

    assert armure(table) == avant
    assert rattacher.deconstruct() == ("Rattacher", ["Proche", "beneficiaire"], {})


def test_the_application_reads_and_writes_tables_to_come_and_owns_none(editeur):
    aller(operations.Autoriser(), "insertion", editeur)
    retour(operations.Autoriser(), "insertion", editeur)
    editeur.execute("CREATE TABLE essai_a_venir (id bigserial)")
    role = connections["default"].settings_dict["USER"]

    assert armure("essai_a_venir")[4] == ["SELECT", "INSERT", "UPDATE", "DELETE"]
    assert demander("SELECT has_sequence_privilege(%s, 'essai_a_venir_id_seq', 'USAGE')", role) == [(True,)]
    assert demander("SELECT has_schema_privilege(%s, 'tremplin', 'CREATE')", role) == [(False,)]


def test_operations_done_at_once_are_those_done_one_by_one_and_come_undone_in_reverse(editeur):
    cle = [("id", models.BigAutoField(primary_key=True))]
    vers = [*cle, ("un", models.ForeignKey("insertion.EssaiUn", models.CASCADE))]
    creer = operations.EnUneFois([migrations.CreateModel("EssaiUn", cle), migrations.CreateModel("EssaiDeux", vers)])
    vide, plein = ProjectState(), ProjectState()
    creer.state_forwards("insertion", plein)

    creer.database_forwards("insertion", editeur, vide, plein)
    assert _essais() == ["insertion_essaideux", "insertion_essaiun"]
    editeur.execute("SET CONSTRAINTS ALL IMMEDIATE")
    creer.database_backwards("insertion", editeur, plein, vide)

    assert _essais() == []
    assert creer.deconstruct() == ("EnUneFois", [creer.operations], {})


def _essais():
    noms = demander(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'insertion_essai%%' ORDER BY 1"
    )
    return [nom for (nom,) in noms]


def test_a_view_made_of_members_runs_with_the_rights_of_who_reads_it(editeur):
    union = ("essai_union", "essai_membre_")
    for nom in ("a", "b"):
        unions.ajouter(editeur, *union, nom, f"SELECT '{nom}' AS lettre")
    assert demander("SELECT lettre FROM essai_union ORDER BY lettre") == [("a",), ("b",)]
    vues = demander("SELECT relname, reloptions FROM pg_class WHERE relname LIKE 'essai%%' ORDER BY relname")
    assert vues == [(v, ["security_invoker=true"]) for v in ("essai_membre_a", "essai_membre_b", "essai_union")]

    unions.ajouter(editeur, *union, "b", "SELECT 'c' AS lettre")
    unions.retirer(editeur, *union, "a")
    assert demander("SELECT lettre FROM essai_union") == [("c",)]
    unions.retirer(editeur, *union, "b")

    assert demander("SELECT FROM pg_class WHERE relname LIKE 'essai%%'") == []


def test_what_the_code_writes_in_the_database_after_a_migration_is_run_in_its_order(editeur):
    fonctions.ecrire(connections["owner"], "CREATE TABLE essai_ecrit (a int)", "INSERT INTO essai_ecrit VALUES (1)")

    assert demander("SELECT a FROM essai_ecrit") == [(1,)]


def test_migrate_says_in_french_what_it_does():
    faites = [
        operations.Autoriser(),
        operations.Isoler("Proche"),
        operations.ChangerCondition("Proche", "true", "false"),
        operations.Rattacher("Proche", "beneficiaire"),
        operations.EnUneFois([1, 2]),
    ]

    assert [operation.describe() for operation in faites] == [
        "Autoriser le rôle de l’application",
        "Isoler Proche",
        "Changer qui voit Proche",
        "Rattacher Proche.beneficiaire à sa structure",
        "Faire 2 opérations en une fois",
    ]
    assert all(operation.reduces_to_sql and operation.reversible for operation in faites)
