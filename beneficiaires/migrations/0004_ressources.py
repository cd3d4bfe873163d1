from django.db import migrations

RESSOURCE = """
CREATE OR REPLACE FUNCTION tremplin.ressource(la_structure bigint, la_personne bigint, le date) RETURNS jsonb
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$ BEGIN RETURN (
  SELECT jsonb_build_object('nature', s.nature, 'debut', s.debut) FROM beneficiaires_situation s
   WHERE s.structure_id = la_structure AND s.beneficiaire_id = la_personne AND s.nature IN ({})
     AND (s.debut IS NULL OR s.debut <= le) AND (s.fin IS NULL OR s.fin >= le)
   ORDER BY s.debut DESC NULLS LAST, s.id LIMIT 1); END $$
"""
AVANT = "'rsa', 'ass', 'are', 'sans_ressources'"
APRES = f"{AVANT}, 'salaire', 'retraite'"


class Migration(migrations.Migration):
    """A wage and a pension are resources: the header of a person says them too."""

    dependencies = [("beneficiaires", "0003_entete")]

    operations = [migrations.RunSQL(RESSOURCE.format(APRES), RESSOURCE.format(AVANT))]
