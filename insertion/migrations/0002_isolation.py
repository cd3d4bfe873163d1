"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import Isoler, roles

SIEN = f"utilisateur_id = (SELECT tremplin.utilisateur()) OR {roles('systeme')}"
#: Who runs the team, and the system when somebody answers an invitation.
ENCADREMENT = roles("chef_service", "direction", "systeme")
#: The history of absences tells the kind of each: for the colleague, and for who manages the team.
HISTOIRE = f"utilisateur_id = (SELECT tremplin.utilisateur()) OR {ENCADREMENT}"
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
    replaces = [
        ("insertion", "0003_rome"),
        ("insertion", "0004_grille"),
        ("insertion", "0005_reglages"),
        ("insertion", "0006_communes"),
        ("insertion", "0007_equipe"),
        ("insertion", "0008_absences"),
        ("insertion", "0009_exploitation"),
        ("insertion", "0010_sceaux"),
        ("insertion", "0011_comptes"),
        ("insertion", "0012_conservation"),
        ("insertion", "0013_brouillons_chiffres"),
        ("insertion", "0014_alertes_de_lecture"),
    ]

    dependencies = [("insertion", "0001_initial")]

    operations = [
        Isoler("Lecture", ajout_seul=True),
        Isoler("Soumission", SIEN),
        Isoler("Brouillon", SIEN),
        Isoler("Conventionnement"),
        Isoler("ConventionnementEvent", ajout_seul=True),
        Isoler("PosteEquipe"),
        Isoler("PosteEquipeEvent", ajout_seul=True),
        Isoler("AbsenceCollegue"),
        Isoler("AbsenceCollegueEvent", HISTOIRE, ajout_seul=True),
        Isoler("Invitation", ENCADREMENT),
        Isoler("InvitationEvent", ENCADREMENT, ajout_seul=True),
        Isoler("AccesSupport", ENCADREMENT),
        Isoler("AccesSupportEvent", ENCADREMENT, ajout_seul=True),
        Isoler("EvenementCompte", ENCADREMENT, ajout_seul=True),
        Isoler("AlerteLecture"),
        Isoler("Sceau", ajout_seul=True),
        migrations.RunSQL(PURGER, "DROP FUNCTION tremplin.purger_lectures(bigint)"),
    ]
