from django.apps import AppConfig


class CensusConfig(AppConfig):
    name = "alongside.census"
    verbose_name = "Census"
