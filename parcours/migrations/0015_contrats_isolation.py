"""Contracts and PASS: who may read them, what the PASS forbids whatever the program, and their place in the thread."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles
from parcours.operations import NOM_AUTEUR, SUR_PARCOURS, GenreFil

CONTRATS = roles(*SUIVI, "administratif")
DOSSIERS = roles(*SUIVI)
MODELES = (
    ("Contrat", CONTRATS),
    ("Avenant", CONTRATS),
    ("Suspension", CONTRATS),
    ("Prolongation", CONTRATS),
    ("Renouvellement", DOSSIERS),
)

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


class Migration(migrations.Migration):
    dependencies = [("parcours", "0014_contrats")]

    operations = [
        *(Isoler(modele, condition) for modele, condition in MODELES),
        *(Isoler(f"{modele}Event", condition, ajout_seul=True) for modele, condition in MODELES),
        migrations.RunSQL(FIN + ";" + SUSPENSION + PROLONGATION, RETRAIT),
        GenreFil(
            "contrat",
            "parcours_contrat",
            SUR_PARCOURS,
            quand="x.date_debut",
            texte="x.poste",
            details="""jsonb_build_object('type', x.type, 'rang', x.rang,
                'fin', coalesce(x.fin_anticipee_le, x.date_fin), 'heures', x.heures, 'unite', x.unite_heures)""",
        ),
        GenreFil(
            "suspension",
            "parcours_suspension",
            SUR_PARCOURS,
            quand="x.date_debut",
            texte="''",
            details="jsonb_build_object('motif', x.motif, 'fin', x.date_fin)",
        ),
        GenreFil(
            "prolongation",
            "parcours_prolongation",
            SUR_PARCOURS,
            quand="x.demandee_le",
            texte="''",
            details="jsonb_build_object('fin', x.date_fin)",
        ),
        GenreFil(
            "renouvellement",
            "parcours_renouvellement",
            "JOIN parcours_contrat c ON c.structure_id = x.structure_id AND c.id = x.contrat_id"
            " JOIN parcours_parcours p ON p.id = c.parcours_id LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id",
            quand="coalesce(x.decision_le, x.date)",
            auteur=NOM_AUTEUR,
            texte="x.paroles",
            details="jsonb_build_object('avis', x.avis, 'decision', x.decision)",
        ),
    ]
