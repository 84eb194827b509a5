"""Pages on which people say what they make of a chronology."""

from __future__ import annotations

from django.urls import path

from alongside.analysis import views

app_name = "analysis"

CHILD = "children/<str:reference>"
ENTRY = f"{CHILD}/timeline/<uuid:key>"
TAGS = "administration/<str:code>/tags"
urlpatterns = [
    path(f"{ENTRY}/significant/", views.significant, name="significant"),
    path(f"{CHILD}/timeline/significant/<uuid:key>/take-back/", views.take_back, name="take-back"),
    path(f"{ENTRY}/tag/", views.tag, name="tag"),
    path(f"{CHILD}/timeline/tags/<uuid:key>/take-off/", views.take_off, name="take-off"),
    path(f"{ENTRY}/analysis/", views.of_entry, name="of-entry"),
    path(f"{CHILD}/analysis/", views.notes, name="notes"),
    path(f"{CHILD}/analysis/write/", views.write, name="write"),
    path(f"{CHILD}/analysis/<uuid:key>/", views.note, name="note"),
    path(f"{CHILD}/analysis/<uuid:key>/again/", views.again, name="again"),
    path(f"{TAGS}/", views.area_tags, name="area-tags"),
    path(f"{TAGS}/<uuid:key>/end/", views.end_area_tag, name="end-area-tag"),
]
