"""The two questions of the header in PL/pgSQL, which plans a query once a connection; SQL functions plan at each call.

Planning under row-level security took four times what running takes. The rights are still those of who calls.
"""

from django.db import migrations

NOMS = """
  SELECT coalesce(string_agg(u.prenom || ' ' || u.nom, ', ' ORDER BY r.debut, r.id), '')
    FROM beneficiaires_referent r JOIN insertion_utilisateur u ON u.id = r.utilisateur_id
   WHERE r.structure_id = la_structure AND r.beneficiaire_id = la_personne AND r.fin IS NULL"""
RESSOURCE = """
  SELECT jsonb_build_object('nature', s.nature, 'debut', s.debut) FROM beneficiaires_situation s
   WHERE s.structure_id = la_structure AND s.beneficiaire_id = la_personne
     AND s.nature IN ('rsa', 'ass', 'are', 'sans_ressources')
     AND (s.debut IS NULL OR s.debut <= le) AND (s.fin IS NULL OR s.fin >= le)
   ORDER BY s.debut DESC NULLS LAST, s.id LIMIT 1"""


def _fonctions(langage, corps):
    """The SQL that writes both functions in `langage`, around `corps`."""
    entetes = {
        "noms_referents(la_structure bigint, la_personne bigint) RETURNS text": NOMS,
        "ressource(la_structure bigint, la_personne bigint, le date) RETURNS jsonb": RESSOURCE,
    }
    return "".join(
        f"CREATE OR REPLACE FUNCTION tremplin.{entete} LANGUAGE {langage} STABLE PARALLEL SAFE AS $$ {corps(requete)} $$;"
        for entete, requete in entetes.items()
    )


class Migration(migrations.Migration):
    dependencies = [("beneficiaires", "0004_foyer_et_situations")]

    operations = [
        migrations.RunSQL(
            _fonctions("plpgsql", lambda requete: f"BEGIN RETURN ({requete}); END"),
            _fonctions("sql", lambda requete: requete),
        )
    ]
