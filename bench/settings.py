"""The settings of the application, with the floors among the addresses and a counter that answers when asked.

The files of the pages have their names of production, which the pages hold; nobody fetches them: none is compressed.
"""

from insertion.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.compteur.CompteurMiddleware", *MIDDLEWARE]  # noqa: F405
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "bench.statiques.SansCompression"}}  # noqa: F405
