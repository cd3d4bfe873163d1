"""Read the structures of the context once a query: their text was parsed again for each row that a policy judged."""

from django.db import migrations

AVANT = "(( SELECT tremplin.structures() AS structures))::bigint[]"
APRES = "(SELECT tremplin.structures()::bigint[])::bigint[]"
POLITIQUES = """
SELECT format('ALTER POLICY %%I ON %%I USING (%%s) WITH CHECK (%%s)', policyname, tablename,
              replace(qual, %(avant)s, %(apres)s), replace(with_check, %(avant)s, %(apres)s))
  FROM pg_policies WHERE schemaname = 'public' AND position(%(avant)s IN qual) > 0 ORDER BY tablename
"""


def lire_une_fois(apps, schema_editor):
    """One table at a time, each its own transaction: none waits for the others."""
    with schema_editor.connection.cursor() as curseur:
        curseur.execute(POLITIQUES, {"avant": AVANT, "apres": APRES})
        for (phrase,) in curseur.fetchall():
            curseur.execute(phrase)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("insertion", "0006_saisies_commencees")]
    operations = [migrations.RunPython(lire_une_fois, migrations.RunPython.noop)]
