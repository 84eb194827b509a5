"""Pages of an assessment."""

from __future__ import annotations

from django.urls import path

from alongside.assessments import views, views_known, views_writing

app_name = "assessments"

CHILD = "children/<str:reference>"
urlpatterns = [
    path(f"{CHILD}/assessment/", views.assessment, name="assessment"),
    path(f"{CHILD}/assessment/start/", views.start, name="start"),
    path(f"{CHILD}/assessment/known/", views_known.known, name="known"),
    path(f"{CHILD}/assessment/send/", views.send, name="send"),
    path(f"{CHILD}/assessment/return/", views.return_for_more_work, name="return"),
    path(f"{CHILD}/assessment/approve/", views.approve, name="approve"),
    path(f"{CHILD}/assessment/over-run/", views.explain_over_run, name="explain-over-run"),
    path(f"{CHILD}/assessment/write/<slug:part>/", views_writing.section, name="section"),
    path(f"{CHILD}/assessment/write/<slug:part>/autosave/", views_writing.autosave, name="autosave"),
    path(f"{CHILD}/assessment/write/<slug:part>/versions/", views_writing.versions, name="versions"),
    path(f"{CHILD}/assessments/<uuid:key>/", views.signed, name="signed"),
    path(f"{CHILD}/assessments/<uuid:key>/tell/", views.tell, name="tell"),
]
