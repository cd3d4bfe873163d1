"""What the application refuses to start with: a role that sees every structure, DEBUG, a secret that everybody knows,
files behind a password alone, half a way in by OpenID Connect, documents sent in clear."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connection

from .isolation.contexte import PRIMAIRE, REPLIQUE

CETTE_MACHINE = ("127.0.0.1", "localhost", "::1")

QUESTION = """SELECT rolsuper, rolbypassrls, EXISTS (
    SELECT FROM pg_class
    WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
) FROM pg_roles WHERE rolname = current_user"""
#: Beginnings of the keys that examples and tutorials carry.
CLES_D_EXEMPLE = ("django-insecure", "exemple", "example", "change", "secret", "construction", "test")
LONGUEUR_CLE = 32


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


def reglage_de_laboratoire():
    """Return what in the settings may not face real people (French), or None; the demo, over plain http, may."""
    if not settings.COOKIES_SECURES:
        return None
    if settings.DEBUG:
        return "DEBUG est allumé : une page en erreur montrerait le code et les données. Retirez DEBUG."
    cle = settings.SECRET_KEY
    if len(cle) < LONGUEUR_CLE or len(set(cle)) < 8 or cle.lower().startswith(CLES_D_EXEMPLE):
        return "SECRET_KEY est trop courte ou celle d’un exemple. Donnez-en une de « openssl rand -hex 32 »."
    return None


def second_facteur_absent():
    """Return why files may not be read with the password alone (French), or None when that is refused or local."""
    if settings.SECOND_FACTEUR or urlsplit(settings.SITE_URL).hostname in CETTE_MACHINE:
        return None
    return (
        "SECOND_FACTEUR est désactivé : le mot de passe seul n’ouvre les dossiers qu’en démonstration, sur 127.0.0.1."
    )


def adresse_sure(adresse):
    """Whether secrets may go to an address of a provider: https, or this machine."""
    morceaux = urlsplit(adresse)
    return bool(morceaux.hostname) and (
        morceaux.scheme == "https" or (morceaux.scheme == "http" and morceaux.hostname in CETTE_MACHINE)
    )


def openid_incomplet():
    """Return what is wrong with the settings of OpenID Connect (French), or None when they are right, or absent."""
    noms = ("OIDC_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    manquants = [nom for nom in noms if not getattr(settings, nom)]
    if len(manquants) == len(noms):
        return None
    if manquants:
        return f"{', '.join(noms)} vont ensemble : il manque {', '.join(manquants)}."
    if not adresse_sure(settings.OIDC_URL):
        return "OIDC_URL doit être une adresse https : les identités y circulent."
    return None


def seau_en_clair():
    """Return why the documents may not go to their bucket (French), or None: they travel encrypted, or not at all."""
    if settings.S3_BUCKET and settings.S3_ENDPOINT_URL and not adresse_sure(settings.S3_ENDPOINT_URL):
        return "S3_ENDPOINT_URL doit être une adresse https : les documents y circulent."
    return None


def replique_etrangere():
    """Return why reports may not be read from the replica (French), or None: under our role, or not at all."""
    replique = settings.DATABASES.get(REPLIQUE)
    if replique and replique["USER"] != settings.DATABASES[PRIMAIRE]["USER"]:
        return "DATABASE_REPLICA_URL doit employer le rôle de DATABASE_URL : l’isolation des structures en dépend."
    return None


def raison_de_refuser():
    """Return why this process may not start (French), or None: asked by the web server, the worker and the clock."""
    reglages = (reglage_de_laboratoire, second_facteur_absent, openid_incomplet, seau_en_clair, replique_etrangere)
    return next(filter(None, (refus() for refus in (*reglages, role_trop_puissant))), None)


@register(Tags.database)
def verifier_le_role(app_configs, databases, **kwargs):
    """tremplin.E001, asked whenever the default database is checked (`check --database default`, `migrate`)."""
    if "default" not in (databases or []):
        return []
    raison = role_trop_puissant()
    return [Error(raison, id="tremplin.E001")] if raison else []


@register(Tags.security, deploy=True)
def verifier_les_reglages(app_configs, **kwargs):
    """tremplin.E002, asked by `check --deploy`."""
    raison = reglage_de_laboratoire()
    return [Error(raison, id="tremplin.E002")] if raison else []


@register(Tags.security)
def verifier_le_second_facteur(app_configs, **kwargs):
    """tremplin.E003."""
    raison = second_facteur_absent()
    return [Error(raison, id="tremplin.E003")] if raison else []


@register(Tags.security)
def verifier_openid(app_configs, **kwargs):
    """tremplin.E004."""
    raison = openid_incomplet()
    return [Error(raison, id="tremplin.E004")] if raison else []


@register(Tags.security)
def verifier_le_seau(app_configs, **kwargs):
    """tremplin.E005."""
    raison = seau_en_clair()
    return [Error(raison, id="tremplin.E005")] if raison else []
