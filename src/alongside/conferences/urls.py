"""Pages of conferences."""

from __future__ import annotations

from django.urls import path

from alongside.conferences.views import arrange, decide, record, show

app_name = "conferences"

urlpatterns = [
    path("children/<str:reference>/plan/history/", show.history, name="history"),
    path("children/<str:reference>/conferences/book/", arrange.book, name="book"),
    path("children/<str:reference>/conferences/chair/", arrange.chair, name="chair"),
    path("children/<str:reference>/conferences/move/", arrange.move_notified, name="move-notified"),
    path("children/<str:reference>/conferences/initial/", record.record_initial, name="record-initial"),
    path(
        "children/<str:reference>/conferences/transfer-in/",
        record.record_transfer_in,
        name="record-transfer-in",
    ),
    path("children/<str:reference>/conferences/review/", record.record_review, name="record-review"),
    path("children/<str:reference>/conferences/booked/<uuid:key>/", arrange.booking, name="booking"),
    path("children/<str:reference>/conferences/booked/<uuid:key>/report/", arrange.report, name="report"),
    path("children/<str:reference>/conferences/booked/<uuid:key>/cancel/", arrange.cancel, name="cancel"),
    path("children/<str:reference>/conferences/before-birth/", decide.before_birth, name="before-birth"),
    path(
        "children/<str:reference>/conferences/booked/<uuid:key>/keep-away/",
        decide.keep_away,
        name="keep-away",
    ),
    path("children/<str:reference>/conferences/booked/<uuid:key>/too-few/", decide.too_few, name="too-few"),
    path("administration/<str:code>/conferences/", decide.set_quorum, name="quorum"),
    path("children/<str:reference>/conferences/<uuid:key>/", show.conference, name="conference"),
]
