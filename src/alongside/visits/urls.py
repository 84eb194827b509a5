"""Pages about seeing a child."""

from __future__ import annotations

from django.urls import path

from alongside.visits import views

app_name = "visits"

urlpatterns = [
    path("children/<str:reference>/visits/", views.visits, name="visits"),
    path("children/<str:reference>/visits/seen/", views.record_seen, name="record-seen"),
    path("children/<str:reference>/visits/not-seen/", views.record_not_seen, name="record-not-seen"),
    path("children/<str:reference>/visits/<uuid:key>/", views.visit, name="visit"),
]
