from django.apps import AppConfig


class ExplorerConfig(AppConfig):
    name = "alongside.explorer"
    verbose_name = "Guidance"
