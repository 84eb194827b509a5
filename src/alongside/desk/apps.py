from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "alongside.desk"
    verbose_name = "Desk"
