from django.apps import AppConfig


class FamilyHelpConfig(AppConfig):
    name = "alongside.family_help"
    verbose_name = "Family help"
