from django.apps import AppConfig


class ReplayConfig(AppConfig):
    name = "alongside.replay"
    verbose_name = "What if, and reading the texts"
