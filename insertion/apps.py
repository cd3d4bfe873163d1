from django.apps import AppConfig


class InsertionConfig(AppConfig):
    name = "insertion"
    verbose_name = "Socle"

    def ready(self):
        from . import checks, chiffrement, second_facteur, sessions, traces  # noqa: F401, PLC0415 -- they register what they do

        chiffrement.cles()  # a wrong setting stops the start, with its reason
