"""A parcours never ends before its last contract begins, whichever of the two is written last (issue, « Must show » 6)."""

from django.db import migrations

POSER = """
CREATE FUNCTION tremplin.sortie_apres_contrats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE le_parcours bigint;
BEGIN
    IF TG_TABLE_NAME = 'parcours_parcours' THEN le_parcours := NEW.id; ELSE le_parcours := NEW.parcours_id; END IF;
    IF EXISTS (SELECT 1 FROM parcours_parcours p
                 JOIN parcours_contrat c ON c.structure_id = p.structure_id AND c.parcours_id = p.id
                WHERE p.structure_id = NEW.structure_id AND p.id = le_parcours AND c.date_debut > p.date_sortie) THEN
        RAISE EXCEPTION 'La sortie ne peut pas précéder le début du dernier contrat.'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'sortie_apres_contrats';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sortie_apres_contrats AFTER UPDATE OF date_sortie ON parcours_parcours
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.date_sortie IS NOT NULL)
    EXECUTE FUNCTION tremplin.sortie_apres_contrats();
CREATE CONSTRAINT TRIGGER sortie_apres_contrats AFTER INSERT OR UPDATE OF date_debut, parcours_id ON parcours_contrat
    DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION tremplin.sortie_apres_contrats();
"""
RETIRER = """
DROP TRIGGER sortie_apres_contrats ON parcours_contrat;
DROP TRIGGER sortie_apres_contrats ON parcours_parcours;
DROP FUNCTION tremplin.sortie_apres_contrats();
"""


class Migration(migrations.Migration):
    dependencies = [("parcours", "0018_ateliers_isolation")]

    operations = [migrations.RunSQL(POSER, RETIRER)]
