"""The web server's door: it refuses to open with what `insertion/checks.py` names."""

import gc
import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "insertion.settings")

application = get_wsgi_application()

from .checks import raison_de_refuser  # noqa: E402 -- needs the applications to be loaded

if raison := raison_de_refuser():
    raise ImproperlyConfigured(raison)
connections.close_all()  # the thread that asked answers no page

# A page makes and drops thousands of objects, hardly any in a cycle: looking for cycles at every 700 took 2 ms of
# the 60 of a person's page, and at every 20,000, that the page of the figures holds at once, 2 ms of the 60 of that
# one. What the application has loaded at its start is not looked through again. What was in use during a look is
# looked through again after five looks, then after twenty: every two minutes of busy work, where twenty and four
# hundred let the memory climb for half an hour.
gc.freeze()
gc.set_threshold(50_000, 5, 4)
