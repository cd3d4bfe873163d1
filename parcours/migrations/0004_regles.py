"""What the database holds beyond constraints: the end of a PASS and what it allows, one date for an exit."""

from django.db import migrations

#: The end of the PASS of a parcours once pushed by its suspensions and prolongations, one of each left out.
FIN = """
CREATE FUNCTION tremplin.pass_fin(la_structure bigint, le_parcours bigint, sans_suspension bigint,
    sans_prolongation bigint) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT p.pass_fin
      + coalesce((SELECT sum(s.date_fin - s.date_debut + 1) FROM parcours_suspension s
          JOIN parcours_parcours q ON q.structure_id = s.structure_id AND q.id = s.parcours_id
         WHERE s.structure_id = p.structure_id AND s.beneficiaire_id = p.beneficiaire_id
           AND q.pass_numero = p.pass_numero AND s.id IS DISTINCT FROM sans_suspension), 0)::int
      + coalesce((SELECT sum(r.date_fin - r.date_debut) FROM parcours_prolongation r
          JOIN parcours_parcours q ON q.structure_id = r.structure_id AND q.id = r.parcours_id
         WHERE r.structure_id = p.structure_id AND r.beneficiaire_id = p.beneficiaire_id
           AND q.pass_numero = p.pass_numero AND r.id IS DISTINCT FROM sans_prolongation), 0)::int
      FROM parcours_parcours p
     WHERE p.structure_id = la_structure AND p.id = le_parcours AND p.pass_numero <> '' AND p.pass_debut IS NOT NULL
$$
"""
#: Two triggers hold what a constraint cannot: these rules look at other rows.
SUSPENSION = """
CREATE FUNCTION tremplin.suspension_dans_le_pass() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE le_parcours parcours_parcours;
BEGIN
    SELECT * INTO le_parcours FROM parcours_parcours WHERE structure_id = NEW.structure_id AND id = NEW.parcours_id;
    IF (NEW.beneficiaire_id = le_parcours.beneficiaire_id AND NEW.date_debut >= le_parcours.pass_debut
        AND NEW.date_debut <= tremplin.pass_fin(NEW.structure_id, NEW.parcours_id, NEW.id, NULL)) IS NOT TRUE THEN
        RAISE EXCEPTION 'Une suspension commence pendant le PASS IAE.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'suspension_dans_le_pass';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER suspension_dans_le_pass BEFORE INSERT OR UPDATE OF date_debut, parcours_id, beneficiaire_id
    ON parcours_suspension FOR EACH ROW EXECUTE FUNCTION tremplin.suspension_dans_le_pass();
"""
PROLONGATION = """
CREATE FUNCTION tremplin.prolongation_permise() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    le_parcours parcours_parcours;
    plafond int := CASE NEW.motif WHEN 'rqth' THEN 1095 WHEN 'difficultes' THEN 1095 WHEN 'senior' THEN 1825 END;
    deja int;
BEGIN
    SELECT * INTO le_parcours FROM parcours_parcours WHERE structure_id = NEW.structure_id AND id = NEW.parcours_id;
    IF (NEW.beneficiaire_id = le_parcours.beneficiaire_id
        AND NEW.date_debut = tremplin.pass_fin(NEW.structure_id, NEW.parcours_id, NULL, NEW.id)) IS NOT TRUE THEN
        RAISE EXCEPTION 'Une prolongation commence à la fin du PASS IAE.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'prolongation_a_la_fin_du_pass';
    END IF;
    SELECT coalesce(sum(r.date_fin - r.date_debut), 0) INTO deja FROM parcours_prolongation r
      JOIN parcours_parcours q ON q.structure_id = r.structure_id AND q.id = r.parcours_id
     WHERE r.structure_id = NEW.structure_id AND r.beneficiaire_id = NEW.beneficiaire_id AND r.motif = NEW.motif
       AND q.pass_numero = le_parcours.pass_numero AND r.id IS DISTINCT FROM NEW.id;
    IF deja + (NEW.date_fin - NEW.date_debut) > plafond THEN
        RAISE EXCEPTION 'Les prolongations de ce motif dépassent leur plafond.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'prolongation_cumul';
    END IF;
    IF NEW.motif = 'difficultes' AND NOT EXISTS (
        SELECT FROM insertion_structure WHERE id = NEW.structure_id AND type IN ('aci', 'ai')) THEN
        RAISE EXCEPTION 'Ce motif est réservé aux ACI et aux AI.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'prolongation_motif_reserve';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER prolongation_permise BEFORE INSERT OR UPDATE ON parcours_prolongation
    FOR EACH ROW EXECUTE FUNCTION tremplin.prolongation_permise();
"""
RETRAIT = """
DROP TRIGGER prolongation_permise ON parcours_prolongation;
DROP TRIGGER suspension_dans_le_pass ON parcours_suspension;
DROP FUNCTION tremplin.prolongation_permise;
DROP FUNCTION tremplin.suspension_dans_le_pass;
DROP FUNCTION tremplin.pass_fin;
"""
#: The exit and what comes after it have the date of the parcours, or none (docs/decisions/0004-fin-de-parcours.md).
MEME_DATE = """ALTER TABLE {0} ADD CONSTRAINT {0}_meme_date FOREIGN KEY (structure_id, parcours_id, {1})
    REFERENCES parcours_parcours (structure_id, id, date_sortie) DEFERRABLE INITIALLY DEFERRED"""
AUTRE_DATE = "ALTER TABLE {0} DROP CONSTRAINT {0}_meme_date"


def meme_date(table, colonne):
    return migrations.RunSQL(MEME_DATE.format(table, colonne), AUTRE_DATE.format(table))


#: A parcours never ends before its last contract begins, whichever of the two is written last.
SORTIE = """
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
RETRAIT_SORTIE = """
DROP TRIGGER sortie_apres_contrats ON parcours_contrat;
DROP TRIGGER sortie_apres_contrats ON parcours_parcours;
DROP FUNCTION tremplin.sortie_apres_contrats();
"""


class Migration(migrations.Migration):
    replaces = [
        ("parcours", "0005_placements"),
        ("parcours", "0006_isolation_placements"),
        ("parcours", "0007_formation_du_catalogue"),
        ("parcours", "0008_criteres_geiq"),
        ("parcours", "0009_prestations"),
        ("parcours", "0010_isolation_prestations"),
        ("parcours", "0011_index_metiers_vises"),
        ("parcours", "0012_questionnaires_financeurs"),
        ("parcours", "0013_version_des_saisies"),
        ("parcours", "0014_lots_et_courriers"),
        ("parcours", "0015_renvois_et_mots_de_reunion"),
        ("parcours", "0016_isolation_mots_de_reunion"),
        ("parcours", "0017_silences_attendus"),
        ("parcours", "0018_textes_cherches"),
        ("parcours", "0019_notes_chiffrees"),
        ("parcours", "0020_fil_desaccords"),
    ]

    dependencies = [("parcours", "0003_fil")]

    operations = [
        migrations.RunSQL(FIN + ";" + SUSPENSION + PROLONGATION, RETRAIT),
        meme_date("parcours_sortie", "date"),
        meme_date("parcours_suivipostsortie", "sortie_le"),
        migrations.RunSQL(SORTIE, RETRAIT_SORTIE),
    ]
