"""Pages of self-assessment and of an organisation's own plan."""

from __future__ import annotations

from django.urls import path

from alongside.improvement import assessing, partnership, planning, views

app_name = "improvement"

ROUND = "organisation/assessments/<uuid:key>"
PLANNED = "organisation/actions/<uuid:key>"
AREA = "organisation/<str:code>"
BODY = f"{AREA}/<str:key>"
urlpatterns = [
    path("organisation/", views.home, name="home"),
    path("organisation/adopt/", planning.adopt, name="adopt"),
    path(f"{ROUND}/", views.assessment, name="assessment"),
    path(f"{ROUND}/print/", views.assessment_for_print, name="assessment-print"),
    path(f"{ROUND}/assessment.csv", views.assessment_csv, name="assessment-csv"),
    path(f"{ROUND}/history/", views.history, name="history"),
    path(f"{ROUND}/sign/", assessing.sign, name="sign"),
    path(f"{ROUND}/submit/", assessing.submit, name="submit"),
    path(f"{ROUND}/add/", assessing.add, name="add"),
    path(f"{ROUND}/set-aside/", assessing.set_aside, name="set-aside"),
    path(f"{ROUND}/statements/<str:statement>/", assessing.judge, name="judge"),
    path(f"{PLANNED}/", views.action, name="action"),
    path(f"{PLANNED}/change/", planning.change, name="change"),
    path(f"{PLANNED}/progress/", planning.progress, name="progress"),
    path(f"{PLANNED}/done/", planning.done, name="done"),
    path(f"{PLANNED}/drop/", planning.drop, name="drop"),
    path(f"{PLANNED}/reopen/", planning.reopen, name="reopen"),
    path(f"{AREA}/side-by-side/", partnership.side_by_side, name="side-by-side"),
    path(f"{AREA}/side-by-side/print/", partnership.side_by_side_for_print, name="side-by-side-print"),
    path(f"{AREA}/side-by-side/side-by-side.csv", partnership.side_by_side_csv, name="side-by-side-csv"),
    path(f"{AREA}/parts/", partnership.parts, name="parts"),
    path(f"{AREA}/parts/give/", partnership.give_part, name="give-part"),
    path(f"{AREA}/parts/<uuid:key>/end/", partnership.end_part, name="end-part"),
    path(f"{AREA}/scale/", partnership.scale, name="scale"),
    path(f"{AREA}/scale/set/", partnership.set_scale, name="set-scale"),
    path(f"{BODY}/", views.body, name="body"),
    path(f"{BODY}/begin/", assessing.begin, name="begin"),
    path(f"{BODY}/over-time/", views.through_time, name="over-time"),
    path(f"{BODY}/plan/", views.plan, name="plan"),
    path(f"{BODY}/plan/print/", views.plan_for_print, name="plan-print"),
    path(f"{BODY}/plan/plan.csv", views.plan_csv, name="plan-csv"),
    path(f"{BODY}/plan/plan.ics", views.plan_calendar, name="plan-calendar"),
    path(f"{BODY}/plan/new/", planning.plan_new, name="plan-new"),
]
