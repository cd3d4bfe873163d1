from django.apps import AppConfig


class PilotageConfig(AppConfig):
    name = "pilotage"
    verbose_name = "Pilotage"

    def ready(self):
        from .agenda import departs  # noqa: F401, PLC0415 -- listens to who leaves
