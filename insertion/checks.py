"""System checks: the application refuses to start with a database role that could see every structure."""

from django.core.checks import Error, Tags, register
from django.db import connection

QUESTION = """SELECT rolsuper, rolbypassrls, EXISTS (
    SELECT FROM pg_class
    WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
) FROM pg_roles WHERE rolname = current_user"""


def role_trop_puissant():
    """Return why the role of DATABASE_URL may not serve the application (French), or None when it may."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION)
        superutilisateur, contourne, proprietaire = cursor.fetchone()
    if superutilisateur or contourne:
        return "Le rôle de DATABASE_URL contourne l’isolation des structures (SUPERUSER ou BYPASSRLS)."
    if proprietaire:
        return "Le rôle de DATABASE_URL possède des tables : l’isolation ne s’applique pas à un propriétaire."
    return None


@register(Tags.database)
def verifier_le_role(app_configs, databases, **kwargs):
    """tremplin.E001, asked whenever the default database is checked (`check --database default`, `migrate`)."""
    if "default" not in (databases or []):
        return []
    raison = role_trop_puissant()
    return [Error(raison, id="tremplin.E001")] if raison else []
