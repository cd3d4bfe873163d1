#!/bin/sh
# Run once, by the PostgreSQL image on an empty volume or by hand: the database and its three roles (see
# outillage/bases.py).
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set backup="$BACKUP_PASSWORD" <<'SQL'
CREATE ROLE tremplin_owner  LOGIN NOSUPERUSER CREATEDB BYPASSRLS PASSWORD :'owner';
CREATE ROLE tremplin_app    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app';
CREATE ROLE tremplin_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS PASSWORD :'backup';
GRANT pg_read_all_data TO tremplin_backup;
CREATE DATABASE tremplin OWNER tremplin_owner ENCODING 'UTF8' TEMPLATE template0;
\connect tremplin
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
SQL
