from __future__ import annotations

from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "alongside.analysis"
    verbose_name = "Analysis"
