from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "alongside.family"
    verbose_name = "Family"
