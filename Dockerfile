# Tremplin for production: web, worker, beat and migration run from this one image (docker-compose.yml).
FROM node:24-slim AS front
WORKDIR /front
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.13-slim-bookworm AS dependances
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.13-slim-bookworm
# pg_dump must be as recent as the server of docker-compose.yml: Debian's is of 15, PostgreSQL's own packages follow.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1 \
       ca-certificates postgresql-common \
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install -y --no-install-recommends postgresql-client-18 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /donnees tremplin \
    && install -d -o tremplin /donnees /donnees/documents /donnees/battement /donnees/temoins /donnees/sauvegardes
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DONNEES=/donnees XDG_CACHE_HOME=/tmp
WORKDIR /tremplin
COPY --from=dependances /venv /venv
COPY . .
# The values below serve to read the settings while the image is built; nothing of them stays in it.
RUN --mount=type=bind,from=front,source=/front/node_modules,target=/tmp/node_modules \
    python -m outillage.paquets_front --depuis /tmp/node_modules \
    && SECRET_KEY=construction CLES_CHIFFREMENT=1:construction-sans-valeur-aucun-secret \
       DATABASE_URL=postgres:///construction REDIS_URL=redis://construction \
       python manage.py collectstatic --noinput --verbosity 0
USER tremplin
EXPOSE 8000
CMD ["gunicorn", "insertion.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", \
     "--worker-tmp-dir", "/tmp", "--no-control-socket"]
