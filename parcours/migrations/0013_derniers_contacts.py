"""The last contact of each parcours, kept by the database itself: true whatever writes, moves or deletes an entretien."""

import django.db.models.deletion
from django.db import migrations, models

from insertion.isolation.models import CleIsolee
from insertion.isolation.operations import SUIVI, Isoler, role_application, roles

#: One statement, one call, however many rows it wrote. It runs as the owner: whoever writes an entretien may not see
#: all those of the parcours. A new date only ever pushes the one that is kept, so that two colleagues who write at
#: once agree; when one goes, the row is locked first, so that what others wrote meanwhile is seen. A day is one of the site
#: (TIME_ZONE): to find it again from each instant took a millisecond for a team.
GARDER = """
CREATE FUNCTION tremplin.garder_le_dernier_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO parcours_derniercontact AS garde (structure_id, parcours_id, jour)
    SELECT structure_id, parcours_id, max((date AT TIME ZONE 'Europe/Paris')::date) FROM nouveaux GROUP BY 1, 2 ORDER BY 2
        ON CONFLICT (structure_id, parcours_id) DO UPDATE SET jour = EXCLUDED.jour WHERE garde.jour < EXCLUDED.jour;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM FROM parcours_derniercontact WHERE (structure_id, parcours_id) IN
      (SELECT structure_id, parcours_id FROM anciens) ORDER BY parcours_id FOR UPDATE;
    UPDATE parcours_derniercontact garde SET jour = vrai.jour
      FROM (SELECT a.structure_id, a.parcours_id,
                   (SELECT max((e.date AT TIME ZONE 'Europe/Paris')::date) FROM parcours_entretien e
                     WHERE e.structure_id = a.structure_id AND e.parcours_id = a.parcours_id) AS jour
              FROM anciens a GROUP BY 1, 2) vrai
     WHERE garde.structure_id = vrai.structure_id AND garde.parcours_id = vrai.parcours_id
       AND garde.jour <> vrai.jour;
    DELETE FROM parcours_derniercontact garde USING anciens a
     WHERE garde.structure_id = a.structure_id AND garde.parcours_id = a.parcours_id
       AND NOT EXISTS (SELECT FROM parcours_entretien e
                        WHERE e.structure_id = a.structure_id AND e.parcours_id = a.parcours_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dernier_contact_ecrit AFTER INSERT ON parcours_entretien
  REFERENCING NEW TABLE AS nouveaux
  FOR EACH STATEMENT EXECUTE FUNCTION tremplin.garder_le_dernier_contact();
CREATE TRIGGER dernier_contact_change AFTER UPDATE ON parcours_entretien
  REFERENCING OLD TABLE AS anciens NEW TABLE AS nouveaux
  FOR EACH STATEMENT EXECUTE FUNCTION tremplin.garder_le_dernier_contact();
CREATE TRIGGER dernier_contact_parti AFTER DELETE ON parcours_entretien
  REFERENCING OLD TABLE AS anciens
  FOR EACH STATEMENT EXECUTE FUNCTION tremplin.garder_le_dernier_contact();
INSERT INTO parcours_derniercontact (structure_id, parcours_id, jour)
SELECT structure_id, parcours_id, max((date AT TIME ZONE 'Europe/Paris')::date) FROM parcours_entretien GROUP BY 1, 2;
SET CONSTRAINTS ALL IMMEDIATE;
"""
OUBLIER = """
DROP TRIGGER dernier_contact_ecrit ON parcours_entretien;
DROP TRIGGER dernier_contact_change ON parcours_entretien;
DROP TRIGGER dernier_contact_parti ON parcours_entretien;
DROP FUNCTION tremplin.garder_le_dernier_contact();
"""


def lire_seulement(apps, schema_editor):
    schema_editor.execute(
        f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON parcours_derniercontact FROM {role_application()}"
    )


class Migration(migrations.Migration):
    dependencies = [("parcours", "0012_observations_reprises"), ("insertion", "0011_invitation_sans_auteur")]

    operations = [
        migrations.CreateModel(
            name="DernierContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jour", models.DateField()),
                (
                    "parcours",
                    CleIsolee(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="dernier_contact",
                        to="parcours.parcours",
                    ),
                ),
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
                "verbose_name": "dernier contact",
                "verbose_name_plural": "derniers contacts",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("structure", "id"), name="parcours_derniercontact_structure_id"),
                    models.UniqueConstraint(fields=("structure", "parcours"), name="dernier_contact_du_parcours"),
                ],
            },
        ),
        Isoler("DernierContact", roles(*SUIVI)),
        migrations.RunPython(lire_seulement, migrations.RunPython.noop),
        migrations.RunSQL(GARDER, OUBLIER),
    ]
