from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "alongside.chronology"
    verbose_name = "Chronology"
