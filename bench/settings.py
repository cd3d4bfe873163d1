"""The settings of the application, with the floors among the addresses and a counter that answers when asked."""

from insertion.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.compteur.CompteurMiddleware", *MIDDLEWARE]  # noqa: F405
