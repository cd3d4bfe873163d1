"""The settings of the tests: the same application, a cheaper hash, mail kept in memory, tasks run at once."""

import os
import tempfile
from pathlib import Path

from insertion.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="tremplin-tests-"))
TEMOIN_DES_SCEAUX = MEDIA_ROOT / "sceaux"
STORAGES["effacements"]["OPTIONS"]["location"] = MEDIA_ROOT / "effacements"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECOND_FACTEUR = True
CELERY_TASK_ALWAYS_EAGER = CELERY_TASK_EAGER_PROPAGATES = True
WHITENOISE_AUTOREFRESH = True
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405 -- a server thread that keeps its connection keeps its test database
# `make test` migrates one database, of which each worker takes a copy; alone, pytest migrates its own.
MODELE = os.environ.get("TREMPLIN_MODELE")
DATABASES["owner"]["TEST"]["TEMPLATE"] = MODELE  # noqa: F405
