from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "alongside.cases"
    verbose_name = "Cases"
