from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "alongside.letters"
    verbose_name = "Letters"
