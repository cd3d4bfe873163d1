"""The web server's door: it refuses to open with a role that sees every structure, or without a second factor."""

import gc
import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "insertion.settings")

application = get_wsgi_application()

from .checks import role_trop_puissant, second_facteur_absent  # noqa: E402 -- needs the applications to be loaded

if raison := role_trop_puissant() or second_facteur_absent():
    raise ImproperlyConfigured(raison)

# A page makes and drops thousands of objects, hardly any in a cycle: looking for cycles at every 700 took 2 ms of
# the 60 of a person's page. What the application has loaded at its start is not looked through again.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
