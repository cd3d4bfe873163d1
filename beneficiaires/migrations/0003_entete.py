"""What the header of a person asks on every page: functions, so that the ORM compiles no subquery each time.

In PL/pgSQL, which plans a query once a connection: planning under row-level security took four times what running
takes. They run with the rights of who calls them: row-level security holds.
"""

from django.db import migrations

ENTETE = """
CREATE FUNCTION tremplin.noms_referents(la_structure bigint, la_personne bigint) RETURNS text
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$ BEGIN RETURN (
  SELECT coalesce(string_agg(u.prenom || ' ' || u.nom, ', ' ORDER BY r.debut, r.id), '')
    FROM beneficiaires_referent r JOIN insertion_utilisateur u ON u.id = r.utilisateur_id
   WHERE r.structure_id = la_structure AND r.beneficiaire_id = la_personne AND r.fin IS NULL); END $$;
CREATE FUNCTION tremplin.ressource(la_structure bigint, la_personne bigint, le date) RETURNS jsonb
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$ BEGIN RETURN (
  SELECT jsonb_build_object('nature', s.nature, 'debut', s.debut) FROM beneficiaires_situation s
   WHERE s.structure_id = la_structure AND s.beneficiaire_id = la_personne
     AND s.nature IN ('rsa', 'ass', 'are', 'sans_ressources')
     AND (s.debut IS NULL OR s.debut <= le) AND (s.fin IS NULL OR s.fin >= le)
   ORDER BY s.debut DESC NULLS LAST, s.id LIMIT 1); END $$;
"""
RETRAIT = """
DROP FUNCTION tremplin.ressource(bigint, bigint, date);
DROP FUNCTION tremplin.noms_referents(bigint, bigint);
"""


class Migration(migrations.Migration):
    replaces = [
        ("beneficiaires", "0004_foyer_et_situations"),
        ("beneficiaires", "0005_entete_planifiee"),
        ("beneficiaires", "0006_convergence"),
        ("beneficiaires", "0007_version_des_saisies"),
        ("beneficiaires", "0008_accords_envoi"),
        ("beneficiaires", "0009_analyse_antivirus"),
        ("beneficiaires", "0010_documents_cherches"),
        ("beneficiaires", "0011_droits_des_personnes"),
    ]

    dependencies = [("beneficiaires", "0002_isolation")]

    operations = [migrations.RunSQL(ENTETE, RETRAIT)]
