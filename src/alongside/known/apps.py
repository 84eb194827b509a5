from __future__ import annotations

from django.apps import AppConfig


class KnownConfig(AppConfig):
    name = "alongside.known"
    verbose_name = "What is known already"
