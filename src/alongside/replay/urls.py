"""Pages over the guidance for those who are signed in: what another text would change, and what is still to be read."""

from __future__ import annotations

from django.urls import path

from alongside.replay import views

app_name = "replay"

urlpatterns = [
    path("guidance/what-if/", views.what_if, name="what-if"),
    path("guidance/what-if/print/", views.what_if_for_print, name="what-if-print"),
    path("guidance/what-if/limits.csv", views.what_if_table, name="what-if-table"),
    path("guidance/what-if/rules/<str:rule_id>/", views.what_if_rule, name="what-if-rule"),
    path("guidance/reading/", views.to_read, name="reading"),
]
