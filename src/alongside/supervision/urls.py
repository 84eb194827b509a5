"""Pages of supervision."""

from __future__ import annotations

from django.urls import path

from alongside.supervision import views

app_name = "supervision"

urlpatterns = [
    path("supervision/", views.sessions, name="sessions"),
    path("supervision/<uuid:key>/", views.session, name="session"),
    path("supervision/with/<uuid:key>/", views.record, name="record"),
    path("children/<str:reference>/supervision/", views.of_child, name="of-child"),
    path("children/<str:reference>/supervision/<uuid:key>/done/", views.done, name="done"),
]
