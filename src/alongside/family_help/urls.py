"""Pages of a child-in-need plan."""

from __future__ import annotations

from django.urls import path

from alongside.family_help import move_views, views

app_name = "family_help"

PLAN = "children/<str:reference>/child-in-need-plan"
urlpatterns = [
    path(f"{PLAN}/", views.plan, name="plan"),
    path(f"{PLAN}/start/", views.start, name="start"),
    path(f"{PLAN}/basis/", views.basis, name="basis"),
    path(f"{PLAN}/change/", views.change, name="change"),
    path(f"{PLAN}/actions/<uuid:key>/done/", views.done, name="done"),
    path(f"{PLAN}/review/", views.review, name="review"),
    path(f"{PLAN}/reviews/", views.reviews, name="reviews"),
    path(f"{PLAN}/move/", move_views.move, name="move"),
    path(f"{PLAN}/move/<uuid:key>/passed-on/", move_views.passed_on, name="passed-on"),
    path(f"{PLAN}/planned-change/", move_views.planned_change, name="planned-change"),
    path(f"{PLAN}/end/", views.end, name="end"),
]
