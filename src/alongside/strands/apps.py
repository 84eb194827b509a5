from django.apps import AppConfig


class StrandsConfig(AppConfig):
    name = "alongside.strands"
    verbose_name = "Beside the case"
