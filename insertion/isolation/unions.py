"""Database views made of members that several migrations, of several floors, each add to."""

#: The members are read from the catalogue, so that two migrations that add one each may run in any order.
UNION = """
DO $$
DECLARE corps text;
BEGIN
    DROP VIEW IF EXISTS {union};
    SELECT string_agg('SELECT * FROM ' || quote_ident(relname), ' UNION ALL ' ORDER BY relname) INTO corps
      FROM pg_class
     WHERE relkind = 'v' AND starts_with(relname, '{prefixe}') AND relnamespace = current_schema()::regnamespace;
    IF corps IS NOT NULL THEN
        EXECUTE 'CREATE VIEW {union} WITH (security_invoker = true) AS ' || corps;
    END IF;
END $$
"""


def ajouter(schema_editor, union, prefixe, nom, requete):
    """Create the view `prefixe` + `nom` over `requete` (SQL), and make `union` anew with it.

    A view runs with the rights of who reads it (`security_invoker`), so the policies of its tables hold.
    """
    schema_editor.execute(
        f"DROP VIEW IF EXISTS {union};"
        f" CREATE OR REPLACE VIEW {prefixe}{nom} WITH (security_invoker = true) AS {requete}"
    )
    schema_editor.execute(UNION.format(union=union, prefixe=prefixe), params=None)


def retirer(schema_editor, union, prefixe, nom):
    """Drop the view `prefixe` + `nom`, and make `union` anew without it."""
    schema_editor.execute(f"DROP VIEW IF EXISTS {union}")
    schema_editor.execute(f"DROP VIEW {prefixe}{nom}")
    schema_editor.execute(UNION.format(union=union, prefixe=prefixe), params=None)
