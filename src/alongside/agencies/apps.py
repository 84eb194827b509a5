from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "alongside.agencies"
    verbose_name = "Agencies"
