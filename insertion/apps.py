from django.apps import AppConfig


class InsertionConfig(AppConfig):
    name = "insertion"
    verbose_name = "Socle"

    def ready(self):
        from . import checks, second_facteur, sessions  # noqa: F401, PLC0415 -- system checks, what a sign-in writes
