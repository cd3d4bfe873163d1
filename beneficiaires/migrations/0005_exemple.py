from django.db import migrations

POSER = """
CREATE FUNCTION tremplin.exemple_present() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  IF EXISTS (SELECT FROM insertion_structure s WHERE s.id = NEW.structure_id AND s.exemple_at IS NOT NULL) THEN
    RAISE EXCEPTION 'Un exemple est chargé.' USING ERRCODE = 'check_violation', CONSTRAINT = 'exemple_present';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exemple_present BEFORE INSERT ON beneficiaires_beneficiaire
FOR EACH ROW EXECUTE FUNCTION tremplin.exemple_present();
"""
ENLEVER = """
DROP TRIGGER exemple_present ON beneficiaires_beneficiaire;
DROP FUNCTION tremplin.exemple_present();
"""


class Migration(migrations.Migration):
    """Nobody real is written beside the invented people of an example, whatever the page or the task."""

    dependencies = [("beneficiaires", "0004_ressources"), ("insertion", "0008_premiers_pas_et_exemple")]

    operations = [migrations.RunSQL(POSER, ENLEVER)]
