"""`make deploiement-verif`: Django's own checks with the settings of production.

The settings are those of the environment, as docker-compose.yml gives them; examples stand in for what is missing.
"""

import os
import secrets
import sys

EXEMPLES = {
    "DEBUG": "0",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "CLES_CHIFFREMENT": f"1:{secrets.token_hex(32)}",
    "ALLOWED_HOSTS": "tremplin.example",
    "SITE_URL": "https://tremplin.example",
    "COOKIES_SECURES": "1",
    "DATABASE_URL": "postgres://tremplin_app@tremplin.example/tremplin",
    "REDIS_URL": "redis://tremplin.example",
}
VERIFIER = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]

if __name__ == "__main__":
    os.execve(sys.executable, VERIFIER, {**EXEMPLES, **os.environ})
