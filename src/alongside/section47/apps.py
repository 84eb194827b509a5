from django.apps import AppConfig


class Section47Config(AppConfig):
    name = "alongside.section47"
    verbose_name = "Section 47"
