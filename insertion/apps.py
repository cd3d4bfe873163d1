from django.apps import AppConfig


class InsertionConfig(AppConfig):
    name = "insertion"
    verbose_name = "Socle"

    def ready(self):
        from . import checks, chiffrement  # noqa: F401, PLC0415 -- registers the system checks

        chiffrement.cles()  # a wrong setting stops the start, with its reason
