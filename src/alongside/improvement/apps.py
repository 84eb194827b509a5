from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "alongside.improvement"
    verbose_name = "Self-assessment and action plans"
