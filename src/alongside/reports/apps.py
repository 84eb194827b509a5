from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "alongside.reports"
    verbose_name = "Reports"
