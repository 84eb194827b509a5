"""Closing a case."""

from __future__ import annotations

from django.urls import path

from alongside.closure import views

app_name = "closure"

urlpatterns = [
    path("children/<str:reference>/close/", views.close_case, name="close"),
    path("children/<str:reference>/died/", views.child_died, name="child-died"),
]
