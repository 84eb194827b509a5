"""Pages of a child who is looked after, and of one who comes home from care."""

from __future__ import annotations

from django.urls import path

from alongside.care import status_views, views

app_name = "care"

urlpatterns = [
    path("children/<str:reference>/return-home/", views.record_return_home, name="return-home"),
    path("children/<str:reference>/looked-after/", status_views.looked_after, name="looked-after"),
    path("children/<str:reference>/looked-after/record/", status_views.become, name="become"),
    path("children/<str:reference>/looked-after/footing/", status_views.change, name="change"),
    path("children/<str:reference>/looked-after/end/", status_views.cease, name="cease"),
    path("children/<str:reference>/looked-after/two-plans/", status_views.two_plans, name="two-plans"),
]
