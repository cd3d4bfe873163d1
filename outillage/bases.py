"""The database and its three roles: who owns the schema, who the application is, who takes the backups.

`<base>_owner` is used by `migrate` alone; `<base>_app` sees only what the row security lets through; `<base>_backup`
reads everything for pg_dump. On a server that is not ours, what Tremplin creates bears its mark, nothing else is
touched, and an administrator's account is used for this preparation only.
"""

import secrets
from collections.abc import Callable
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.rows import namedtuple_row

from outillage.affichage import Abandon
from outillage.dossier import Dossier
from outillage.postgres_prive import ADMINISTRATEUR, VERSION_MINIMALE, PostgresPrive

BASE_PRIVEE = "tremplin"
MARQUE = "Tremplin"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
ATTRIBUTS = {
    "owner": "LOGIN NOSUPERUSER CREATEDB BYPASSRLS",  # CREATEDB: the tests create databases of their own
    "app": "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS",
    "backup": "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS",
}
COMPTE = """
    SELECT rolname AS nom, rolsuper AS superutilisateur, rolbypassrls AS voit_tout,
           rolsuper OR (rolcreaterole AND rolcreatedb AND rolbypassrls) AS administre
    FROM pg_roles WHERE rolname = current_user
"""
ROLE = """
    SELECT shobj_description(oid, 'pg_authid') AS marque,
           EXISTS (SELECT FROM pg_stat_activity WHERE usename = rolname) AS en_service
    FROM pg_roles WHERE rolname = %s
"""
BASE = "SELECT shobj_description(oid, 'pg_database') AS marque FROM pg_database WHERE datname = %s"
TABLES_D_AUTRUI = """
    SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind IN ('r', 'p') AND nspname NOT IN ('pg_catalog', 'information_schema')
      AND nspname NOT LIKE 'pg_toast%%' AND pg_get_userbyid(relowner) <> %s
"""
A_DEMANDER = """
Un administrateur du serveur prépare les deux comptes ainsi :
    CREATE ROLE {base}_owner LOGIN BYPASSRLS CREATEDB PASSWORD '...';   -- DATABASE_OWNER_URL, pour les migrations
    CREATE ROLE {base}_app LOGIN PASSWORD '...';                        -- DATABASE_URL, pour l'application
    CREATE DATABASE {base} OWNER {base}_owner ENCODING 'UTF8' TEMPLATE template0;"""


def base_privee(serveur: PostgresPrive) -> dict[str, str]:
    """Prepare the database of our own server, where no role needs a password."""
    _preparer(lambda base: _connecter(serveur.url(ADMINISTRATEUR, base)), BASE_PRIVEE, {})
    return {
        "DATABASE_URL": serveur.url(f"{BASE_PRIVEE}_app", BASE_PRIVEE),
        "DATABASE_OWNER_URL": serveur.url(f"{BASE_PRIVEE}_owner", BASE_PRIVEE),
        "DATABASE_BACKUP_URL": serveur.url(f"{BASE_PRIVEE}_backup", BASE_PRIVEE),
    }


def base_donnee(dossier: Dossier, url: str, url_owner: str | None) -> dict[str, str]:
    """Make use of the server of DATABASE_URL, as its administrator or with the two accounts that were given."""
    base = _nom_de_base(url)
    try:
        with _connecter_quelque_part(url) as connexion:
            compte = connexion.execute(COMPTE).fetchone()
            if connexion.info.server_version < VERSION_MINIMALE * 10000:
                raise Abandon(f"Le serveur de DATABASE_URL est trop ancien : il faut PostgreSQL {VERSION_MINIMALE}.")
        if compte.administre:
            return _administrer(dossier, url, base)
        _verifier_les_comptes(compte, url_owner, base)
    except psycopg.errors.InsufficientPrivilege as erreur:
        raise Abandon(f"Le serveur de DATABASE_URL a refusé : {erreur}{A_DEMANDER.format(base=base)}") from erreur
    except psycopg.Error as erreur:
        raise Abandon(f"Le serveur de DATABASE_URL a refusé : {erreur}") from erreur
    return {"DATABASE_URL": url, "DATABASE_OWNER_URL": url_owner}


def enlever(dossier: Dossier, url: str) -> None:
    """Remove from a server what this data folder had prepared there: database (or its contents) and roles."""
    base = _nom_de_base(url)
    if _serveur(url) not in dossier.instance.get("serveurs", {}):
        raise Abandon(
            f"Ce dossier de données n'a pas préparé la base « {base} » de DATABASE_URL : rien n'est enlevé."
        )
    roles = [sql.Identifier(f"{base}_{role}") for role in reversed(ATTRIBUTS)]  # who owns comes last
    try:
        with _connecter(url, "postgres") as connexion:
            if connexion.execute(BASE, [base]).fetchone().marque == MARQUE:
                connexion.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(base)))
            else:
                _vider_la_base(url, base, roles)
            for role in roles:
                connexion.execute(sql.SQL("DROP ROLE {}").format(role))
    except psycopg.Error as erreur:
        raise Abandon(f"La base « {base} » n'a pas pu être enlevée du serveur : {erreur}") from erreur


def _vider_la_base(url: str, base: str, roles: list[sql.Identifier]) -> None:
    """Take what the roles own and may do out of a database that was there before."""
    with _connecter(url, base) as connexion:
        for role in roles:
            connexion.execute(sql.SQL("DROP OWNED BY {} CASCADE").format(role))


def _administrer(dossier: Dossier, url: str, base: str) -> dict[str, str]:
    """Create roles and database, with passwords that the data folder keeps."""
    serveurs = dossier.instance.get("serveurs", {})
    mots_de_passe = serveurs.get(_serveur(url))
    if mots_de_passe is None:
        mots_de_passe = {role: secrets.token_urlsafe(24) for role in ATTRIBUTS}
        with _connecter(url, "postgres") as connexion:
            _reprendre_les_roles(connexion, base, mots_de_passe)
        dossier.noter(serveurs={**serveurs, _serveur(url): mots_de_passe})
    _preparer(lambda nom: _connecter(url, nom), base, mots_de_passe)
    urls = {
        "DATABASE_URL": _avec_compte(url, f"{base}_app", mots_de_passe["app"]),
        "DATABASE_OWNER_URL": _avec_compte(url, f"{base}_owner", mots_de_passe["owner"]),
        "DATABASE_BACKUP_URL": _avec_compte(url, f"{base}_backup", mots_de_passe["backup"]),
    }
    for adresse in urls.values():
        _connecter(adresse, base).close()
    return urls


def _reprendre_les_roles(connexion: psycopg.Connection, base: str, mots_de_passe: dict[str, str]) -> None:
    """Take over the roles that a former data folder left, unless they are somebody else's or at work."""
    for role, mot_de_passe in mots_de_passe.items():
        nom = f"{base}_{role}"
        existant = connexion.execute(ROLE, [nom]).fetchone()
        if existant and (existant.marque != MARQUE or existant.en_service):
            raise Abandon(
                f"Le compte « {nom} » existe déjà sur le serveur de DATABASE_URL et ne vient pas de ce dossier de "
                f"données.\nDonnez une autre base que « {base} », ou les deux comptes : DATABASE_URL pour "
                "l'application et DATABASE_OWNER_URL pour les migrations."
            )
        if existant:
            connexion.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(nom), mot_de_passe))


def _verifier_les_comptes(compte, url_owner: str | None, base: str) -> None:
    """Two ordinary accounts: say exactly what one of them lacks."""
    manques = []
    if compte.superutilisateur or compte.voit_tout:
        manques.append(f"le compte de DATABASE_URL ({compte.nom}) doit être sans BYPASSRLS")
    if not url_owner:
        manques.append(
            f"le compte de DATABASE_URL ({compte.nom}) n'administre pas le serveur : "
            "DATABASE_OWNER_URL doit désigner le compte qui possède la base"
        )
    else:
        with _connecter(url_owner, base) as connexion:
            proprietaire = connexion.execute(COMPTE).fetchone()
            if not proprietaire.voit_tout or proprietaire.nom == compte.nom:
                manques.append(
                    f"le compte de DATABASE_OWNER_URL ({proprietaire.nom}) doit être un autre, avec BYPASSRLS"
                )
            else:
                _creer_les_extensions(connexion)
    if manques:
        raise Abandon("Il manque, sur le serveur :\n- " + "\n- ".join(manques) + A_DEMANDER.format(base=base))


def _preparer(connecter: Callable[[str], psycopg.Connection], base: str, mots_de_passe: dict[str, str]) -> None:
    """Create what is missing among roles, database and extensions; change nothing that is there."""
    owner, app, backup = (sql.Identifier(f"{base}_{role}") for role in ("owner", "app", "backup"))
    with connecter("postgres") as connexion:
        if connexion.execute(BASE, [base]).rowcount:
            _exiger_une_base_a_nous(connecter, base)
        for role, attributs in ATTRIBUTS.items():
            _creer_le_role(connexion, f"{base}_{role}", attributs, mots_de_passe.get(role, ""))
        _creer_la_base(connexion, base)
        connexion.execute(sql.SQL("GRANT pg_read_all_data TO {}").format(backup))
    with connecter(base) as connexion:
        _creer_les_extensions(connexion)
        connexion.execute(sql.SQL("GRANT ALL ON SCHEMA public TO {}").format(owner))
        connexion.execute(sql.SQL("GRANT ALL ON DATABASE {} TO {}").format(sql.Identifier(base), owner))
        connexion.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}, {}").format(sql.Identifier(base), app, backup))


def _exiger_une_base_a_nous(connecter: Callable[[str], psycopg.Connection], base: str) -> None:
    with connecter(base) as connexion:
        if connexion.execute(TABLES_D_AUTRUI, [f"{base}_owner"]).rowcount:
            raise Abandon(f"La base « {base} » contient les tables d'un autre : donnez à Tremplin une base à lui.")


def _creer_le_role(connexion: psycopg.Connection, nom: str, attributs: str, mot_de_passe: str) -> None:
    if connexion.execute(ROLE, [nom]).rowcount:
        return
    secret = sql.SQL("PASSWORD {}").format(mot_de_passe) if mot_de_passe else sql.SQL("")
    connexion.execute(sql.SQL("CREATE ROLE {} {} {}").format(sql.Identifier(nom), sql.SQL(attributs), secret))
    connexion.execute(sql.SQL("COMMENT ON ROLE {} IS {}").format(sql.Identifier(nom), MARQUE))


def _creer_la_base(connexion: psycopg.Connection, base: str) -> None:
    if connexion.execute(BASE, [base]).rowcount:
        return
    nom, proprietaire = sql.Identifier(base), sql.Identifier(f"{base}_owner")
    creation = sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(nom, proprietaire)
    try:
        connexion.execute(creation)
    except psycopg.errors.InsufficientPrivilege:  # an administrator who is not a superuser must be a member
        connexion.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(proprietaire))
        connexion.execute(creation)
    connexion.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(nom, MARQUE))


def _creer_les_extensions(connexion: psycopg.Connection) -> None:
    for extension in EXTENSIONS:
        connexion.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))


def _connecter(url: str, base: str | None = None) -> psycopg.Connection:
    options = {"dbname": base} if base else {}
    return psycopg.connect(url, autocommit=True, row_factory=namedtuple_row, connect_timeout=10, **options)


def _connecter_quelque_part(url: str) -> psycopg.Connection:
    """The database may not exist yet; every server has `postgres`."""
    try:
        return _connecter(url)
    except psycopg.OperationalError as erreur:
        if "does not exist" not in str(erreur) and "n'existe pas" not in str(erreur):
            raise
        return _connecter(url, "postgres")


def _nom_de_base(url: str) -> str:
    base = urlsplit(url).path.strip("/")
    if not base:
        raise Abandon("DATABASE_URL ne nomme pas de base : postgres://compte:mot-de-passe@hote:5432/base")
    return base


def _serveur(url: str) -> str:
    """The address without its account: what the data folder knows a server by."""
    return _avec_compte(url, "", "")


def _avec_compte(url: str, compte: str, mot_de_passe: str) -> str:
    adresse = urlsplit(url)
    hote = adresse.netloc.rpartition("@")[2]
    identite = f"{quote(compte, safe='')}:{quote(mot_de_passe, safe='')}@" if compte else ""
    return urlunsplit(adresse._replace(netloc=f"{identite}{hote}"))
