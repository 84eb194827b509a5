from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "alongside.visits"
    verbose_name = "Visits"
