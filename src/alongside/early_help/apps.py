from django.apps import AppConfig


class EarlyHelpConfig(AppConfig):
    name = "alongside.early_help"
    verbose_name = "Early help, and the team around the family"
