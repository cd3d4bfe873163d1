"""Settings of Tremplin, read from the environment; a missing secret stops the start.

DATABASE_URL is the role that the application works with (no ownership, no BYPASSRLS);
DATABASE_OWNER_URL owns the schema and is used by `migrate --database owner` only.
"""

from pathlib import Path
from urllib.parse import urlsplit

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.urls import reverse_lazy
from environs import Env, validate
from kombu import Exchange, Queue

from insertion.signalement import ouvrir

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

# --- Instance ---------------------------------------------------------------------------------
SECRET_KEY = env.str("SECRET_KEY")
CLES_CHIFFREMENT = env.str("CLES_CHIFFREMENT")  # « 2:secret,1:secret »: the first encrypts, the others still read
DEBUG = env.bool("DEBUG", False)
ATELIER_GRAPHIQUE = env.bool("ATELIER_GRAPHIQUE", DEBUG)  # the page of the components, for whoever develops
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DONNEES = Path(env.str("DONNEES", str(BASE_DIR / ".tremplin"))).resolve()

# --- Applications, in the order of the floors (docs/architecture.md) ---------------------------
INSTALLED_APPS = [
    "pilotage",
    "parcours",
    "beneficiaires",
    "entreprises",
    "insertion",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "phonenumber_field",
    "template_partials",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "insertion.reference.ReferenceMiddleware",
    "insertion.mesures.MesuresMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "insertion.verbes.VerbesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "insertion.sessions.SessionBorneeMiddleware",
    "insertion.connexion.ConnexionRequiseMiddleware",
    "insertion.second_facteur.SecondFacteurMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "insertion.connexion.SansCacheMiddleware",
    "insertion.redirections.RedirectionDiteMiddleware",
    # Then one transaction and one structure for the view and its template.
    "insertion.isolation.middleware.IsolationMiddleware",
    "beneficiaires.dossiers_reunis.DossiersReunisMiddleware",
    "insertion.brouillons.BrouillonFiniMiddleware",
]

ROOT_URLCONF = "insertion.urls"
WSGI_APPLICATION = "insertion.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "insertion.context_processors.tremplin",
            ],
            "builtins": ["insertion.templatetags.tremplin"],
        },
    },
]
TEMPLATES.append(
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"environment": "insertion.gabarits.environnement"},
    }
)
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Databases --------------------------------------------------------------------------------
POOL = env.int("DATABASE_POOL", 0)  # connections that the threads of a web process share at most; 0: one a thread
GARDEE = {"conn_max_age": 0 if POOL else 60, "conn_health_checks": True}
DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", **GARDEE),
    "owner": env.dj_db_url("DATABASE_OWNER_URL", env.str("DATABASE_URL")),
}
# Queries are prepared on the server after a few runs, and planned once: planning under row-level security costs more
# than running, and every query begins with one structure, so that its plan does not depend on which.
# A network that is cut says nothing: past these seconds each side gives the other up, we to say so to whoever waits,
# the server to free what a session that nobody will come back to has locked. On a socket of the machine, no effect.
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"].get("OPTIONS", {}),
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # milliseconds
    "options": "-c plan_cache_mode=force_generic_plan -c jit=off -c tcp_keepalives_idle=5"
    " -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=10000",
    "server_side_binding": True,
    "prepare_threshold": 3,
}
if POOL:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": POOL, "timeout": 10}
if env.str("DATABASE_REPLICA_URL", ""):  # what reports, figures and exports are read from (isolation/replique.py)
    DATABASES["replica"] = env.dj_db_url("DATABASE_REPLICA_URL", **GARDEE)
    DATABASES["replica"]["OPTIONS"] = {
        **DATABASES["replica"].get("OPTIONS", {}),
        **DATABASES["default"]["OPTIONS"],
        "connect_timeout": 2,
    }
DATABASE_BACKUP_URL = env.str("DATABASE_BACKUP_URL", "")  # reads everything; `sauvegarder` alone uses it
DATABASES["default"]["TEST"] = {"MIRROR": "owner"}
DATABASES["owner"]["TEST"] = {"DEPENDENCIES": []}
DATABASE_ROUTERS = ["insertion.isolation.routeur.Routeur"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


# Counts of the throttle, all that is cached: shared by the processes, there when Redis is not (models/compteurs.py).
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "insertion_compteur",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Redis, Celery ----------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL
#: What leaves (and the beat's own pulse), a document asked for alone, documents of batches, imports, all the rest.
#: A worker takes from each in turn: a long queue does not stand before another (`celery worker -Q` chooses some).
CELERY_TASK_QUEUES = [
    Queue(nom, Exchange("tremplin"), routing_key=nom)
    for nom in ("courriels", "documents", "lots", "imports", "calculs")
]
CELERY_TASK_DEFAULT_QUEUE = "calculs"
CELERY_TASK_ROUTES = {
    "pilotage.tasks.envoyer_*": {"queue": "courriels"},
    "insertion.tasks.battre": {"queue": "courriels"},
    "parcours.tasks.produire": {"queue": "documents"},
    "*.tasks.reprendre_*": {"queue": "documents"},
    "parcours.tasks.avancer_les_lots": {"queue": "lots"},
    "*.tasks.executer_import": {"queue": "imports"},
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = (
    450_000  # kilobytes: past it a worker process ends its task, then gives its place
)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    # A page that queues while Redis is down gives up at once: the row waits for the sweeper (insertion/travaux.py).
    "max_retries": 0,
    "connect_retries_timeout": 1,
}
CELERY_TIMEZONE = "Europe/Paris"
CELERY_BEAT_SCHEDULE = {
    "rappels": {
        "task": "pilotage.tasks.recalculer_tous_les_rappels",
        "schedule": crontab(minute="*/15"),
    },
    "courriels": {
        "task": "pilotage.tasks.envoyer_les_courriels",
        "schedule": crontab(minute="*"),
    },
    "messages": {
        "task": "pilotage.tasks.envoyer_les_messages",
        "schedule": crontab(minute="*"),
    },
    "reprise": {
        "task": "parcours.tasks.reprendre_les_travaux",
        "schedule": crontab(minute="*"),
    },
    "reprise-carnet": {
        "task": "entreprises.tasks.reprendre_les_travaux",
        "schedule": crontab(minute="*"),
    },
    "reprise-bilans": {
        "task": "pilotage.tasks.reprendre_les_travaux",
        "schedule": crontab(minute="*"),
    },
    "reprise-exports": {
        "task": "pilotage.tasks.reprendre_les_exports",
        "schedule": crontab(minute="*"),
    },
    "purge-exports": {
        "task": "pilotage.tasks.purger_les_exports",
        "schedule": crontab(minute=25),
    },
    "purge-lots": {
        "task": "parcours.tasks.purger_les_lots",
        "schedule": crontab(minute=20),
    },
    "battement": {
        "task": "insertion.tasks.battre",
        "schedule": crontab(minute="*"),
    },
    "antivirus": {
        "task": "insertion.tasks.analyser_les_depots",
        "schedule": crontab(minute="*"),
    },
    "sceaux": {
        "task": "insertion.tasks.sceller_les_journaux",
        "schedule": crontab(minute="*"),
    },
    "purge-journaux": {
        "task": "insertion.tasks.purger_les_journaux",
        "schedule": crontab(hour=3, minute=40),
    },
    "reprise-extraits": {
        "task": "pilotage.tasks.reprendre_les_extraits",
        "schedule": crontab(minute="*"),
    },
    "conservation": {
        "task": "pilotage.tasks.appliquer_les_durees_de_conservation",
        "schedule": crontab(hour=2, minute=20),
    },
    "orphelins": {
        "task": "insertion.tasks.balayer_les_fichiers",
        "schedule": crontab(hour=3, minute=50),
    },
    "menage": {
        "task": "insertion.tasks.purger_les_saisies",
        "schedule": crontab(hour=3, minute=10),
    },
    "comptes-inutilises": {
        "task": "insertion.tasks.suspendre_les_comptes",
        "schedule": crontab(hour=3, minute=40),
    },
    "revue-des-acces": {
        "task": "insertion.tasks.rappeler_les_revues",
        "schedule": crontab(hour=8, minute=0, day_of_week="mon"),
    },
}

# --- Accounts ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "insertion.Utilisateur"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    # Django's list of common passwords holds 46 of 15 characters or more; this one weighs words, keys, repetitions.
    {"NAME": "insertion.motsdepasse.MotDePasseDevinable"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "insertion.connexion.SansInscription"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Tremplin : "
#: Wrong passwords: of one address, of one account from one address; of one account from browsers it never used (a
#: pace, that a known browser does not feel: insertion/freins.py). Messages to reset: of one address, to one account.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/15m/ip,10/15m/key",
    "login_inconnu": "30/h/key",
    "login_connu": "10/15m/key",
    "reset_password": "20/h/ip,3/h/key",
}
MFA_ADAPTER = "insertion.second_facteur.AdaptateurMfa"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True  # with what unlocks it (finger, code), it is two factors by itself
MFA_FORMS = {
    "login_webauthn": "insertion.second_facteur.EntreeParCleForm",
    "authenticate_webauthn": "insertion.second_facteur.SecondeCleForm",
    "reauthenticate_webauthn": "insertion.second_facteur.RappelDeCleForm",
    "add_webauthn": "insertion.second_facteur.AjoutDeCleForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}  # an office has one address, and a sign-in is two requests
MFA_TOTP_ISSUER = "Tremplin"
MFA_TOTP_TOLERANCE = 1  # a telephone half a minute late
# ProConnect, or another provider of OpenID Connect; without OIDC_URL, the issuer, nothing of it shows (openid.py).
OIDC_URL = env.str("OIDC_URL", "").rstrip("/")
OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = env.str("OIDC_CLIENT_SECRET", "")
OIDC_NOM = env.str("OIDC_NOM", "ProConnect")
SOCIALACCOUNT_ADAPTER = "insertion.openid.AdaptateurOpenId"
SOCIALACCOUNT_STORE_TOKENS = False
SESSION_COOKIE_AGE = 12 * 3600  # seconds, whatever one does (insertion/sessions.py)
SESSION_INACTIVE = 30 * 60  # seconds without anybody at the keyboard
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# « Le parcours d’Amina Benali est ouvert » waits for its page in the session, not in a cookie of a shared computer.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Transport and browser safety -------------------------------------------------------------
COOKIES_SECURES = env.bool("COOKIES_SECURES", True)  # False only for the demo, served over plain http on 127.0.0.1
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = COOKIES_SECURES
SECOND_FACTEUR = env.bool("SECOND_FACTEUR", COOKIES_SECURES)  # the demo alone does without (tremplin.E003)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not COOKIES_SECURES
SESSION_COOKIE_NAME = "__Host-session" if COOKIES_SECURES else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if COOKIES_SECURES else "csrf"
NAVIGATEUR_COOKIE_NAME = "__Host-navigateur" if COOKIES_SECURES else "navigateur"  # insertion/freins.py
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = COOKIES_SECURES and env.bool("REDIRECTION_HTTPS", True)
SECURE_REDIRECT_EXEMPT = [r"^(agenda/flux|metriques|sante|pret)/"]  # read by machines (insertion/transport.py)
DERRIERE_UN_PROXY = env.bool("DERRIERE_UN_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if DERRIERE_UN_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(DERRIERE_UN_PROXY)  # the address that the throttle counts is the visitor's
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if COOKIES_SECURES else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = COOKIES_SECURES
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
ORIGINE_OIDC = [f"{urlsplit(OIDC_URL).scheme}://{urlsplit(OIDC_URL).netloc}"] if OIDC_URL else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF, *ORIGINE_OIDC],  # a browser also asks where the answer to a form leads
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY = {
    "camera": [],
    "microphone": [],
    "geolocation": [],
    "payment": [],
    "usb": [],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- Journals ---------------------------------------------------------------------------------
#: What is told outside the database, for whoever would rewrite it or restore it: heads of the seals, erasures.
TEMOINS = Path(env.str("TEMOINS", str(DONNEES / "temoins")))
TEMOIN_DES_SCEAUX = TEMOINS / "sceaux"

# --- Language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_TZ = True
USE_I18N = True
LANGUAGES = [("fr", "Français"), ("en", "English"), ("ar", "العربية"), ("uk", "Українська")]  # insertion/langues.py
LOCALE_PATHS = [BASE_DIR / "locale"]
PHONENUMBER_DEFAULT_REGION = "FR"
PHONENUMBER_DEFAULT_FORMAT = "NATIONAL"

# --- Files ------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static", ("guide", BASE_DIR / "docs" / "guide" / "images")]
STATIC_ROOT = DONNEES / "static"
MEDIA_ROOT = DONNEES / "documents"  # never served by URL: views check the rights, then send the file
S3_BUCKET = env.str("S3_BUCKET", "")  # documents and traces of erasures go there; without it, on the disk
S3_ENDPOINT_URL = env.str("S3_ENDPOINT_URL", "")


def _en_s3(dossier):
    """The folder `dossier` of the bucket."""
    options = {
        "bucket_name": S3_BUCKET,
        "location": dossier,
        "endpoint_url": S3_ENDPOINT_URL or None,
        "region_name": env.str("S3_REGION", "") or None,
        "access_key": env.str("S3_ACCESS_KEY_ID", ""),
        "secret_key": env.str("S3_SECRET_ACCESS_KEY", ""),
    }
    if chiffrement := env.str("S3_ENCRYPTION", "AES256"):  # empty where the bucket does it by itself
        options["object_parameters"] = {"ServerSideEncryption": chiffrement}
    return {"BACKEND": "insertion.stockage_s3.DocumentsS3", "OPTIONS": options}


STORAGES = {
    "default": _en_s3("documents") if S3_BUCKET else {"BACKEND": "insertion.stockage.Documents"},
    "effacements": _en_s3("effacements")
    if S3_BUCKET
    else {"BACKEND": "insertion.stockage.Documents", "OPTIONS": {"location": TEMOINS / "effacements"}},
    "staticfiles": {"BACKEND": "insertion.statiques.Statiques"},
}

SAUVEGARDES = DONNEES / "sauvegardes"
CLE_SAUVEGARDE = env.str("CLE_SAUVEGARDE", "")  # the public key (age1…) that backups are encrypted for

# The antivirus that judges what people bring: « unix:///run/clamav/clamd.ctl », « host:3310 », nothing for none.
CLAMD = env.str("CLAMD", "")

# --- E-mail -----------------------------------------------------------------------------------
EMAIL_BACKEND = env.str("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = env.str("EMAIL_HOST", "127.0.0.1")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Tremplin <ne-pas-repondre@localhost>")

# --- SMS: an https address to post to, « console: » to print them, nothing to send none ----------
SMS_URL = env.str("SMS_URL", "")
SMS_JETON = env.str("SMS_JETON", "")
SMS_EXPEDITEUR = env.str("SMS_EXPEDITEUR", "RDV")
SMS_DELAI = 10  # seconds

SILENCED_SYSTEM_CHECKS = ["security.W021"] if not COOKIES_SECURES else []
JETON_METRIQUES = env.str("JETON_METRIQUES", "")  # what Prometheus brings to /metriques/; without it, no such page
MESURES = Path(env.str("MESURES", str(DONNEES / "mesures")))  # figures of the web processes, of one start
JOURNAUX = env.str("JOURNAUX", "ligne", validate=validate.OneOf(["ligne", "json"]))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"ligne": {"()": "insertion.traces.Ligne"}, "json": {"()": "insertion.traces.LigneJson"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": JOURNAUX}},
    "root": {"handlers": ["console"], "level": env.str("NIVEAU_JOURNAL", "WARNING")},
    "loggers": {"insertion.sceau": {"level": "INFO"}, "insertion.traces": {"level": "INFO"}},
}

# --- Errors told to Sentry or GlitchTip; without SENTRY_DSN, to nobody ---------------------------
if SENTRY_DSN := env.str("SENTRY_DSN", ""):
    ouvrir(SENTRY_DSN)
