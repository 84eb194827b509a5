"""Pages over everything: one child's record."""

from __future__ import annotations

from django.urls import path

from alongside.desk import (
    add_to,
    away_views,
    correct,
    decisions,
    due_dates,
    family_chronology,
    overview,
    pages_urls,
    people,
    timeline,
    who_can_see,
    who_has_looked,
)

app_name = "desk"

urlpatterns = [
    path("children/<str:reference>/", overview.child, name="child"),
    path("children/<str:reference>/timeline/", timeline.timeline, name="timeline"),
    path("children/<str:reference>/timeline/print/", timeline.timeline_for_print, name="timeline-print"),
    path("children/<str:reference>/timeline/<uuid:key>/", timeline.entry, name="entry"),
    path("children/<str:reference>/timeline/<uuid:key>/add/", add_to.add_to_entry, name="add-to-entry"),
    path(
        "children/<str:reference>/timeline/<uuid:key>/correct/", correct.correct_entry, name="correct-entry"
    ),
    path(
        "children/<str:reference>/family-chronology/",
        family_chronology.family_chronology,
        name="family-chronology",
    ),
    path(
        "children/<str:reference>/family-chronology/print/",
        family_chronology.family_chronology_for_print,
        name="family-chronology-print",
    ),
    path("children/<str:reference>/people/", people.people, name="people"),
    path("children/<str:reference>/decisions/", decisions.decisions, name="decisions"),
    path("children/<str:reference>/due/", due_dates.due_dates, name="due-dates"),
    path("children/<str:reference>/due/<uuid:key>/", due_dates.why, name="why"),
    path("children/<str:reference>/who-can-see/", who_can_see.who_can_see, name="who-can-see"),
    path("children/<str:reference>/who-has-looked/", who_has_looked.who_has_looked, name="who-has-looked"),
    path("away/", away_views.away, name="away"),
    path("away/<uuid:key>/say/", away_views.say, name="say-away"),
    path("away/<uuid:key>/cover/", away_views.cover, name="change-cover"),
    path("away/<uuid:key>/end/", away_views.end, name="end-away"),
    path("what-i-looked-at/", who_has_looked.what_i_looked_at, name="what-i-looked-at"),
    *pages_urls.urlpatterns,
]
