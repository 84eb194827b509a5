"""Pages around a conference's day."""

from __future__ import annotations

from django.urls import path

from alongside.conference_day import views

app_name = "conference_day"
CHILD = "children/<str:reference>/conferences/"
BOOKED = f"{CHILD}booked/<uuid:key>/"
urlpatterns = [
    path(f"{BOOKED}pre-read/", views.preread, name="preread"),
    path(f"{BOOKED}papers/", views.papers, name="papers"),
    path(f"{BOOKED}papers/<uuid:link>/give/", views.give, name="give"),
    path(f"{BOOKED}papers/<uuid:link>/<str:form>/", views.paper, name="paper"),
    path(f"{CHILD}wall/<str:kind>/", views.on_wall, name="wall"),
    path(f"{CHILD}<uuid:key>/letters/", views.afterwards, name="afterwards"),
]
