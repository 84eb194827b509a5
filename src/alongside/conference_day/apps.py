from django.apps import AppConfig


class ConferenceDayConfig(AppConfig):
    name = "alongside.conference_day"
    verbose_name = "Conference day"
