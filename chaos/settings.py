"""The settings of the application; what beat rings each minute, it rings every RYTHME seconds (0: each minute)."""

from datetime import timedelta

from celery.schedules import crontab

from insertion.settings import *  # noqa: F403

if rythme := env.int("RYTHME", 10):  # noqa: F405
    for entree in CELERY_BEAT_SCHEDULE.values():  # noqa: F405
        if entree["schedule"] == crontab(minute="*"):
            entree["schedule"] = timedelta(seconds=rythme)
