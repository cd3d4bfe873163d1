import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import insertion.isolation.models
from insertion.isolation.operations import EnUneFois, Rattacher


class Migration(migrations.Migration):
    dependencies = [
        ("entreprises", "0005_isolation_reseau"),
        ("parcours", "0006_isolation_placements"),
    ]

    operations = [
        EnUneFois(
            [
                pgtrigger.migrations.RemoveTrigger(
                    model_name="formationsuivie",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="formationsuivie",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="formationsuivie",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="formationsuivie",
                    name="formation",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="suivies",
                        to="entreprises.formation",
                        verbose_name="formation du catalogue",
                    ),
                ),
                migrations.AddField(
                    model_name="formationsuivieevent",
                    name="formation",
                    field=insertion.isolation.models.CleIsolee(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="entreprises.formation",
                        verbose_name="formation du catalogue",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="formationsuivie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parcours_formationsuivieevent" ("certification", "debut", "domaine", "fin", "financeur", "formation_id", "heures", "id", "interne", "interrompue_le", "intitule", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposee_le", "reponse", "reponse_le", "resultat", "resultat_le", "structure_id", "version") VALUES (NEW."certification", NEW."debut", NEW."domaine", NEW."fin", NEW."financeur", NEW."formation_id", NEW."heures", NEW."id", NEW."interne", NEW."interrompue_le", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."proposee_le", NEW."reponse", NEW."reponse_le", NEW."resultat", NEW."resultat_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                            hash="963b72cb9d4d140c7e089172abb840d6e50b51b7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_98249",
                            table="parcours_formationsuivie",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="formationsuivie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "parcours_formationsuivieevent" ("certification", "debut", "domaine", "fin", "financeur", "formation_id", "heures", "id", "interne", "interrompue_le", "intitule", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposee_le", "reponse", "reponse_le", "resultat", "resultat_le", "structure_id", "version") VALUES (NEW."certification", NEW."debut", NEW."domaine", NEW."fin", NEW."financeur", NEW."formation_id", NEW."heures", NEW."id", NEW."interne", NEW."interrompue_le", NEW."intitule", NEW."organisme", NEW."parcours_id", NEW."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."proposee_le", NEW."reponse", NEW."reponse_le", NEW."resultat", NEW."resultat_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                            hash="7a6c9f4790b2dfcad40500b260e7533bc64fb05b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a3500",
                            table="parcours_formationsuivie",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="formationsuivie",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "parcours_formationsuivieevent" ("certification", "debut", "domaine", "fin", "financeur", "formation_id", "heures", "id", "interne", "interrompue_le", "intitule", "organisme", "parcours_id", "paroles", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposee_le", "reponse", "reponse_le", "resultat", "resultat_le", "structure_id", "version") VALUES (OLD."certification", OLD."debut", OLD."domaine", OLD."fin", OLD."financeur", OLD."formation_id", OLD."heures", OLD."id", OLD."interne", OLD."interrompue_le", OLD."intitule", OLD."organisme", OLD."parcours_id", OLD."paroles", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."proposee_le", OLD."reponse", OLD."reponse_le", OLD."resultat", OLD."resultat_le", OLD."structure_id", OLD."version"); RETURN NULL;',
                            hash="3fd1f924edc915225b5db44c63ddee039577c74a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_158b1",
                            table="parcours_formationsuivie",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        Rattacher("FormationSuivie", "formation"),
    ]
