"""System checks: no database role that sees every structure, no file behind a password alone."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connection

CETTE_MACHINE = ("127.0.0.1", "localhost", "::1")

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


def second_facteur_absent():
    """Return why files may not be read with the password alone (French), or None when that is refused or local."""
    if settings.SECOND_FACTEUR or urlsplit(settings.SITE_URL).hostname in CETTE_MACHINE:
        return None
    return (
        "SECOND_FACTEUR est désactivé : le mot de passe seul n’ouvre les dossiers qu’en démonstration, sur 127.0.0.1."
    )


@register(Tags.security)
def verifier_le_second_facteur(app_configs, **kwargs):
    """tremplin.E002."""
    raison = second_facteur_absent()
    return [Error(raison, id="tremplin.E002")] if raison else []
