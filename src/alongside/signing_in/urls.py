from __future__ import annotations

from django.urls import URLPattern

app_name = "signing_in"
urlpatterns: list[URLPattern] = []
