"""Pages of what runs beside a case."""

from __future__ import annotations

from django.urls import path

from alongside.strands import disagreeing, views

app_name = "strands"

BESIDE = "children/<str:reference>/beside"
DISAGREEMENTS = "children/<str:reference>/disagreements"
urlpatterns = [
    path(f"{BESIDE}/", views.beside, name="beside"),
    path(f"{BESIDE}/start/<slug:kind>/", views.start, name="start"),
    path(f"{BESIDE}/<uuid:key>/", views.strand, name="strand"),
    path(f"{BESIDE}/<uuid:key>/<slug:step>/", views.step, name="step"),
    path(f"{BESIDE}/<uuid:key>/steps/<uuid:step>/correct/", views.correct, name="correct-step"),
    path(f"{BESIDE}/<uuid:key>/steps/<uuid:step>/before/", views.earlier, name="earlier"),
    path(f"{DISAGREEMENTS}/", disagreeing.disagreements, name="disagreements"),
    path(f"{DISAGREEMENTS}/raise/", disagreeing.raise_one, name="raise"),
    path(f"{DISAGREEMENTS}/<uuid:key>/", disagreeing.disagreement, name="disagreement"),
    path(f"{DISAGREEMENTS}/<uuid:key>/<slug:step>/", disagreeing.disagreement_step, name="disagreement-step"),
    path("areas/<str:code>/disagreement-steps/", disagreeing.local_steps, name="local-steps"),
    path("areas/<str:code>/disagreement-steps/set/", disagreeing.set_local_steps, name="set-local-steps"),
]
