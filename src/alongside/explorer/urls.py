"""Pages of the guidance."""

from __future__ import annotations

from django.urls import path

from alongside.explorer import rules

app_name = "explorer"

urlpatterns = [
    path("guidance/rules/", rules.rules, name="rules"),
    path("guidance/rules/to-check/", rules.rules_to_check, name="rules-to-check"),
    path("rules/<str:rule_id>/", rules.rule, name="rule"),
]
