"""The seals of the read journal, and how long a structure keeps it (docs/decisions/0011-sceau.md)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from insertion.isolation.operations import EnUneFois, Isoler

#: Runs as the owner: the application may delete no reading, but ask for those whose time has come to go.
PURGER = """
CREATE FUNCTION tremplin.purger_lectures(la_structure bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    limite timestamptz;
    effacees bigint;
BEGIN
    IF NOT la_structure = ANY ((SELECT tremplin.structures())::bigint[]) THEN
        RAISE EXCEPTION 'purge du journal d’une autre structure' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT now() - make_interval(months => journal_mois) INTO limite FROM insertion_structure WHERE id = la_structure;
    WITH purges AS (
        UPDATE insertion_sceau SET purge_le = now()
         WHERE structure_id = la_structure AND purge_le IS NULL AND debut < limite
        RETURNING lectures
    )
    DELETE FROM insertion_lecture
     WHERE structure_id = la_structure AND id IN (SELECT unnest(lectures) FROM purges);
    GET DIAGNOSTICS effacees = ROW_COUNT;
    RETURN effacees;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("insertion", "0009_exploitation")]

    operations = [
        EnUneFois(
            [
                migrations.CreateModel(
                    name="Sceau",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("numero", models.BigIntegerField(verbose_name="numéro")),
                        (
                            "lectures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), size=None, verbose_name="lectures"
                            ),
                        ),
                        ("dernier", models.BigIntegerField(verbose_name="dernière lecture")),
                        ("debut", models.DateTimeField(verbose_name="première lecture le")),
                        ("fin", models.DateTimeField(verbose_name="dernière lecture le")),
                        ("empreinte", models.CharField(max_length=64, verbose_name="empreinte des lectures")),
                        ("precedente", models.CharField(max_length=64, verbose_name="tête du sceau précédent")),
                        ("tete", models.CharField(max_length=64, verbose_name="tête")),
                        ("at", models.DateTimeField(verbose_name="posé le")),
                        ("purge_le", models.DateTimeField(null=True, verbose_name="lectures effacées le")),
                        (
                            "structure",
                            models.ForeignKey(
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="insertion.structure",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sceau",
                        "verbose_name_plural": "sceaux",
                        "ordering": ["numero"],
                        "abstract": False,
                    },
                ),
            ]
        ),
        EnUneFois(
            [
                migrations.AddField(
                    model_name="structure",
                    name="journal_mois",
                    field=models.PositiveSmallIntegerField(
                        default=12,
                        help_text="De 6 à 12 mois (CNIL). Jusqu’à 36 si un risque le justifie, motif à l’appui.",
                        verbose_name="garder le journal des consultations (mois)",
                    ),
                ),
                migrations.AddField(
                    model_name="structure",
                    name="journal_motif",
                    field=models.CharField(
                        blank=True,
                        help_text="Il sera demandé lors d’un contrôle.",
                        max_length=300,
                        verbose_name="motif d’une durée de plus de 12 mois",
                    ),
                ),
                migrations.AddIndex(
                    model_name="lecture",
                    index=models.Index(fields=["structure", "utilisateur_id", "at"], name="lecture_par_utilisateur"),
                ),
                migrations.AddIndex(
                    model_name="lecture",
                    index=models.Index(fields=["structure", "id"], name="lecture_a_sceller"),
                ),
                migrations.AddConstraint(
                    model_name="structure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("journal_mois__range", (6, 12)),
                            models.Q(
                                ("journal_mois__range", (6, 36)), models.Q(("journal_motif", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="structure_journal",
                        violation_error_message="Le journal se garde de 6 à 12 mois ; jusqu’à 36 si vous notez le motif.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="sceau",
                    index=models.Index(fields=["structure", "dernier"], name="sceau_par_lecture"),
                ),
                migrations.AddConstraint(
                    model_name="sceau",
                    constraint=models.UniqueConstraint(fields=("structure", "numero"), name="sceau_numero_unique"),
                ),
            ]
        ),
        Isoler("Sceau", ajout_seul=True),
        migrations.RunSQL(PURGER, "DROP FUNCTION tremplin.purger_lectures(bigint)"),
    ]
