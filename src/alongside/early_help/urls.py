"""Pages of early help."""

from __future__ import annotations

from django.urls import path

from alongside.early_help import team_views as team
from alongside.early_help import views

app_name = "early_help"

HERE = "children/<str:reference>/early-help"
urlpatterns = [
    path("early-help/", views.mine, name="mine"),
    path("early-help/offer/", views.offer_new, name="offer-new"),
    path(f"{HERE}/", views.episode, name="episode"),
    path(f"{HERE}/offer/", views.offer, name="offer"),
    path(f"{HERE}/not-agreed/", views.refused, name="refused"),
    path(f"{HERE}/assessment/", views.assessment, name="assessment"),
    path(f"{HERE}/assessment/write/", views.write_assessment, name="write-assessment"),
    path(f"{HERE}/team/add/", team.add_member, name="add-member"),
    path(f"{HERE}/team/<uuid:key>/leave/", team.end_member, name="end-member"),
    path(f"{HERE}/team/lead/", team.choose_lead, name="choose-lead"),
    path(f"{HERE}/team/met/", team.met, name="met"),
    path(f"{HERE}/step-up/", views.step_up, name="step-up"),
    path(f"{HERE}/step-down/", views.step_down, name="step-down"),
    path(f"{HERE}/end/", views.end, name="end"),
]
