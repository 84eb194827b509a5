"""Pages for referring without an account, and what the front door does around a referral."""

from __future__ import annotations

from django.urls import path

from alongside.front_door import public_views, status_views

app_name = "front_door"

urlpatterns = [
    path("refer/", public_views.start, name="start"),
    path("refer/emergency/", public_views.emergency, name="emergency"),
    path("refer/schema.json", public_views.schema_json, name="schema"),
    path("refer/about/<str:page>/", public_views.question, name="question"),
    path("refer/check/", public_views.check, name="check"),
    path("refer/later/", public_views.later, name="later"),
    path("refer/back/<str:key>/", public_views.back, name="back"),
    path("refer/confirm/<str:secret>/", public_views.confirm, name="confirm"),
    path("refer/confirmed/", public_views.confirmed, name="confirmed"),
    path("refer/status/<str:secret>/", status_views.status, name="status"),
    path("refer/status/<str:secret>/receipt/", status_views.receipt, name="receipt"),
    path("refer/status/<str:secret>/not-happy/", status_views.unhappy, name="unhappy"),
]
