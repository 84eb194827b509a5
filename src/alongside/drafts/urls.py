"""The addresses of what is not finished."""

from __future__ import annotations

from django.urls import path

from alongside.drafts import views

app_name = "drafts"
urlpatterns = [
    path("drafts/keep/", views.keep, name="keep"),
    path("drafts/throw-away/", views.throw_away, name="throw-away"),
]
