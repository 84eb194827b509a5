"""Pages on records that may be one person's."""

from __future__ import annotations

from django.urls import path

from alongside.matching import views

app_name = "matching"
urlpatterns = [
    path("may-be-the-same/", views.maybe_same, name="maybe-same"),
    path("may-be-the-same/<uuid:key>/", views.pair, name="pair"),
    path("may-be-the-same/<uuid:key>/join/", views.join, name="join"),
    path("joinings/<uuid:key>/confirm/", views.confirm, name="confirm"),
    path("joinings/<uuid:key>/withdraw/", views.withdraw, name="withdraw"),
    path("joinings/<uuid:key>/part/", views.part, name="part"),
    path("children/<str:reference>/another-record/", views.another_record, name="another-record"),
]
