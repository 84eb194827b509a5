from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "alongside.care"
    verbose_name = "Children coming home from care"
