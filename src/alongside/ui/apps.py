from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "alongside.ui"
    verbose_name = "Components"
