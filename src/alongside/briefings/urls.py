"""Pages that compare two editions, and what is made of it. Anybody may read them, without an account."""

from __future__ import annotations

from django.urls import path

from alongside.briefings import views

app_name = "briefings"

urlpatterns = [
    path("guidance/compare/", views.compare, name="compare"),
    path("guidance/briefings/", views.briefings, name="briefings"),
    path("guidance/briefings/<slug:what>/", views.document, name="document"),
    path("guidance/briefings/<slug:what>.<slug:form>", views.file, name="file"),
]
