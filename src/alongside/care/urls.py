"""Pages of a child who comes home from care."""

from __future__ import annotations

from django.urls import path

from alongside.care import views

app_name = "care"

urlpatterns = [path("children/<str:reference>/return-home/", views.record_return_home, name="return-home")]
