from django.apps import AppConfig


class ContextsConfig(AppConfig):
    name = "alongside.contexts"
    verbose_name = "Places, groups and online spaces"
