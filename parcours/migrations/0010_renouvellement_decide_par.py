"""Whoever decides a renewal is kept, and the thread names them."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from parcours.operations import NOM_AUTEUR, ChangerGenreFil, GenreFil

DOSSIER = """JOIN parcours_contrat c ON c.structure_id = x.structure_id AND c.id = x.contrat_id JOIN
            parcours_parcours p ON p.id = c.parcours_id LEFT JOIN insertion_utilisateur u ON u.id =
            """
DU_DOSSIER = {
    "quand": "coalesce(x.decision_le, x.date)",
    "texte": "x.paroles",
    "auteur": NOM_AUTEUR,
    "details": "jsonb_build_object('avis', x.avis, 'decision', x.decision)",
}
#: A decision bears the name of who took it, where it is known; the dossier before it, of who wrote it.
QUI = "CASE WHEN x.decision = '' THEN x.auteur_id ELSE x.decide_par_id END"


class Migration(migrations.Migration):
    dependencies = [
        ("parcours", "0009_langue_du_document"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="renouvellement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="renouvellement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="renouvellement",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="renouvellement",
            name="decide_par",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="décidé par",
            ),
        ),
        migrations.AddField(
            model_name="renouvellementevent",
            name="decide_par",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="décidé par",
            ),
        ),
        migrations.AlterField(
            model_name="renouvellement",
            name="decision",
            field=models.CharField(
                blank=True,
                choices=[("renouvele", "Renouvellement accordé"), ("non_renouvele", "Contrat non renouvelé")],
                max_length=14,
                verbose_name="décision",
            ),
        ),
        migrations.AlterField(
            model_name="renouvellementevent",
            name="decision",
            field=models.CharField(
                blank=True,
                choices=[("renouvele", "Renouvellement accordé"), ("non_renouvele", "Contrat non renouvelé")],
                max_length=14,
                verbose_name="décision",
            ),
        ),
        ChangerGenreFil(
            GenreFil("renouvellement", "parcours_renouvellement", f"{DOSSIER}x.auteur_id", **DU_DOSSIER),
            GenreFil("renouvellement", "parcours_renouvellement", f"{DOSSIER}{QUI}", **DU_DOSSIER),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="renouvellement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_renouvellementevent" ("annonce_le", "assiduite", "assiduite_commentaire", "auteur_id", "autonomie", "autonomie_commentaire", "avis", "avis_motif", "contrat_id", "date", "decide_par_id", "decision", "decision_le", "duree_proposee_mois", "encadrant", "id", "motivation", "motivation_commentaire", "observations", "paroles", "participation", "participation_commentaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet", "projet_commentaire", "renvoi_motif", "renvoye_le", "signe_le", "structure_id", "version") VALUES (NEW."annonce_le", NEW."assiduite", NEW."assiduite_commentaire", NEW."auteur_id", NEW."autonomie", NEW."autonomie_commentaire", NEW."avis", NEW."avis_motif", NEW."contrat_id", NEW."date", NEW."decide_par_id", NEW."decision", NEW."decision_le", NEW."duree_proposee_mois", NEW."encadrant", NEW."id", NEW."motivation", NEW."motivation_commentaire", NEW."observations", NEW."paroles", NEW."participation", NEW."participation_commentaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."projet", NEW."projet_commentaire", NEW."renvoi_motif", NEW."renvoye_le", NEW."signe_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                    hash="b1ce0fd99b40d8cf888173d6dcd1d4be98d539a5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c1f6e",
                    table="parcours_renouvellement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="renouvellement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "parcours_renouvellementevent" ("annonce_le", "assiduite", "assiduite_commentaire", "auteur_id", "autonomie", "autonomie_commentaire", "avis", "avis_motif", "contrat_id", "date", "decide_par_id", "decision", "decision_le", "duree_proposee_mois", "encadrant", "id", "motivation", "motivation_commentaire", "observations", "paroles", "participation", "participation_commentaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet", "projet_commentaire", "renvoi_motif", "renvoye_le", "signe_le", "structure_id", "version") VALUES (NEW."annonce_le", NEW."assiduite", NEW."assiduite_commentaire", NEW."auteur_id", NEW."autonomie", NEW."autonomie_commentaire", NEW."avis", NEW."avis_motif", NEW."contrat_id", NEW."date", NEW."decide_par_id", NEW."decision", NEW."decision_le", NEW."duree_proposee_mois", NEW."encadrant", NEW."id", NEW."motivation", NEW."motivation_commentaire", NEW."observations", NEW."paroles", NEW."participation", NEW."participation_commentaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."projet", NEW."projet_commentaire", NEW."renvoi_motif", NEW."renvoye_le", NEW."signe_le", NEW."structure_id", NEW."version"); RETURN NULL;',
                    hash="f8d1cd26b605d1ce961249532252687b0fb2d164",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e0a34",
                    table="parcours_renouvellement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="renouvellement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "parcours_renouvellementevent" ("annonce_le", "assiduite", "assiduite_commentaire", "auteur_id", "autonomie", "autonomie_commentaire", "avis", "avis_motif", "contrat_id", "date", "decide_par_id", "decision", "decision_le", "duree_proposee_mois", "encadrant", "id", "motivation", "motivation_commentaire", "observations", "paroles", "participation", "participation_commentaire", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "projet", "projet_commentaire", "renvoi_motif", "renvoye_le", "signe_le", "structure_id", "version") VALUES (OLD."annonce_le", OLD."assiduite", OLD."assiduite_commentaire", OLD."auteur_id", OLD."autonomie", OLD."autonomie_commentaire", OLD."avis", OLD."avis_motif", OLD."contrat_id", OLD."date", OLD."decide_par_id", OLD."decision", OLD."decision_le", OLD."duree_proposee_mois", OLD."encadrant", OLD."id", OLD."motivation", OLD."motivation_commentaire", OLD."observations", OLD."paroles", OLD."participation", OLD."participation_commentaire", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."projet", OLD."projet_commentaire", OLD."renvoi_motif", OLD."renvoye_le", OLD."signe_le", OLD."structure_id", OLD."version"); RETURN NULL;',
                    hash="5bec9ad58af2997d18fcbfa01421bf3ea73bcefb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_98608",
                    table="parcours_renouvellement",
                    when="AFTER",
                ),
            ),
        ),
    ]
