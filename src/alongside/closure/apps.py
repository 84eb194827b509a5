from django.apps import AppConfig


class ClosureConfig(AppConfig):
    name = "alongside.closure"
    verbose_name = "Closure"
