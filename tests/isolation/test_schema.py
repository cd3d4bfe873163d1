"""The schema itself: no table of a structure may be left unarmed, no key may cross a border."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DatabaseError, connection, connections, transaction
from django.forms import RadioSelect

from beneficiaires.models import Beneficiaire, Referent
from insertion.checks import role_trop_puissant
from insertion.isolation.contexte import contexte
from insertion.isolation.models import ManagerIsole, ModeleIsole
from insertion.models import Lecture
from tests.usines import BeneficiaireFactory

ARMEES = """SELECT relname FROM pg_class JOIN pg_policies ON tablename = relname
    WHERE relrowsecurity AND relforcerowsecurity AND qual IS NOT NULL AND with_check IS NOT NULL"""
CLES = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 2"


def _isoles():
    """Models with a structure: the isolated ones and their history (these two are read before the door opens)."""
    return [
        m
        for m in apps.get_models()
        if m._meta.managed
        and m._meta.label not in ("insertion.Appartenance", "parcours.Tour")
        and any(f.name == "structure" for f in m._meta.fields)
    ]


def _colonne(requete):
    with connection.cursor() as cursor:
        cursor.execute(requete)
        return {ligne[0] for ligne in cursor.fetchall()}


def test_every_table_of_a_structure_is_armed(db):
    armees = _colonne(ARMEES)

    assert {m._meta.db_table for m in _isoles()} - armees == set()


def test_every_key_between_rows_of_a_structure_is_composite(db):
    attendues = {
        f"{m._meta.db_table}_{f.column}_meme_structure"
        for m in _isoles()
        if issubclass(m, ModeleIsole)
        for f in m._meta.fields
        if f.is_relation and issubclass(f.related_model, ModeleIsole)
    }

    assert attendues - _colonne(CLES) == set()


def test_every_unique_rule_begins_with_the_structure():
    fautives = [
        contrainte.name
        for m in _isoles()
        if issubclass(m, ModeleIsole)
        for contrainte in m._meta.constraints
        if getattr(contrainte, "fields", ("structure",))[0] != "structure"
    ]

    assert fautives == []


def test_no_view_of_the_database_goes_round_the_policies(db):
    fautives = (
        "relkind = 'v' AND relnamespace = 'public'::regnamespace AND NOT 'security_invoker=true' = ANY (reloptions)"
    )
    assert _colonne(f"SELECT relname FROM pg_class WHERE {fautives}") == set()
    assert _colonne("SELECT matviewname FROM pg_matviews") == set()


def test_every_journal_and_history_only_grows(db):
    journaux = {m._meta.db_table for m in _isoles() if hasattr(m, "pgh_tracked_model")}
    journaux |= {"insertion_lecture", "insertion_sceau"}
    droits = " OR ".join(f"has_table_privilege(oid, '{droit}')" for droit in ("UPDATE", "DELETE", "TRUNCATE"))

    assert len(journaux) > 50
    assert journaux & _colonne(f"SELECT relname FROM pg_class WHERE relkind = 'r' AND ({droits})") == set()


def test_the_application_can_neither_change_nor_delete_what_a_journal_holds(structure):
    Lecture.objects.create(utilisateur_id=1, quoi="Fiche", chemin="/")
    BeneficiaireFactory()

    for table in ("insertion_lecture", "beneficiaires_beneficiaireevent"):
        for ordre in (f"UPDATE {table} SET structure_id = structure_id", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                _executer(ordre)


def _executer(ordre):
    with connection.cursor() as cursor:
        cursor.execute(ordre)


def test_update_raw_sql_bulk_and_delete_all_leave_their_event(structure, cip):
    (personne,) = Beneficiaire.objects.bulk_create([Beneficiaire(structure=structure, nom="Benali")])
    Beneficiaire.objects.filter(pk=personne.pk).update(commune="Roubaix")
    _executer(f"UPDATE beneficiaires_beneficiaire SET commune = 'Lille' WHERE id = {personne.pk}")
    _executer(f"DELETE FROM beneficiaires_beneficiaire WHERE id = {personne.pk}")

    evenements = apps.get_model("beneficiaires", "BeneficiaireEvent").objects.order_by("pgh_id")

    assert list(evenements.values_list("pgh_label", "commune")) == [
        ("insert", ""),
        ("update", "Roubaix"),
        ("update", "Lille"),
        ("delete", "Lille"),
    ]


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_application_refuses_to_start_as_owner(monkeypatch):
    monkeypatch.setattr("insertion.checks.connection", connections["owner"])

    with pytest.raises(SystemCheckError, match="tremplin.E001"):
        call_command("check", databases=["default"])


def test_the_role_of_the_application_is_weak_enough(db):
    assert role_trop_puissant() is None


@pytest.mark.surete
@pytest.mark.django_db(databases=["default", "owner"])
def test_the_migrations_make_what_the_models_say():
    """`make test` asks it of every model in a process of its own; here it answers for a mutant."""
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_every_table_of_a_structure_is_read_through_the_door():
    assert [m for m in _isoles() if issubclass(m, ModeleIsole) and not isinstance(m.objects, ManagerIsole)] == []


def test_the_field_of_a_key_offers_the_rows_of_the_context_of_the_form(structure, autre_structure):
    with contexte(autre_structure.pk):
        BeneficiaireFactory()
    ici = BeneficiaireFactory()
    champ = Referent._meta.get_field("beneficiaire").formfield(label="Personne", widget=RadioSelect)

    assert (champ.queryset.model, [*Beneficiaire.objects.filter(pk__in=champ.queryset)]) == (Beneficiaire, [ici])
    assert (champ.label, champ.required, champ.empty_label) == ("Personne", True, None)
