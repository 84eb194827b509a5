from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "alongside.conferences"
    verbose_name = "Conferences"
