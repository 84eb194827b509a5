"""Pages about how long records are kept, and about what people ask of the records about them."""

from __future__ import annotations

from django.urls import path

from alongside.retention import answer_views as answers
from alongside.retention import disposal_views as disposals
from alongside.retention import views

app_name = "retention"

CHILD = "children/<str:reference>/"
AREA = "administration/<str:code>/retention/"

urlpatterns = [
    path(f"{CHILD}kept/", views.kept, name="kept"),
    path(f"{CHILD}holds/new/", views.hold, name="hold"),
    path(f"{CHILD}holds/<uuid:key>/lift/", views.lift_hold, name="lift-hold"),
    path(f"{CHILD}asked/", answers.asked, name="asked"),
    path(f"{CHILD}asked/new/", answers.new_request, name="new-request"),
    path(f"{CHILD}asked/<uuid:key>/", answers.one_request, name="one-request"),
    path(f"{CHILD}asked/<uuid:key>/words/<uuid:span>/", answers.decide, name="decide"),
    path(f"{CHILD}asked/<uuid:key>/cover/", answers.cover, name="cover"),
    path(f"{CHILD}asked/<uuid:key>/sign/", answers.sign, name="sign"),
    path(f"{CHILD}asked/<uuid:key>/given/", answers.given, name="given"),
    path(f"{CHILD}asked/<uuid:key>/pack/", answers.pack, name="pack"),
    path(f"{CHILD}asked/<uuid:key>/pack.json", answers.pack_file, name="pack-file"),
    path(f"{CHILD}entries/<uuid:entry>/wrong/", answers.new_rectification, name="new-rectification"),
    path(f"{CHILD}asked/wrong/<uuid:key>/", answers.answer_rectification, name="answer-rectification"),
    path(AREA, views.due, name="due"),
    path(f"{AREA}periods/new/", views.new_period, name="new-period"),
    path(f"{AREA}records/", views.every_record, name="records"),
    path(f"{AREA}disposals/", disposals.disposals, name="disposals"),
    path(f"{AREA}disposals/new/", disposals.propose, name="propose"),
    path(f"{AREA}disposals/wait/", disposals.new_wait, name="new-wait"),
    path(f"{AREA}disposals/<uuid:key>/", disposals.disposal, name="disposal"),
    path(f"{AREA}disposals/<uuid:key>/sign/", disposals.sign_disposal, name="sign-disposal"),
    path(f"{AREA}disposals/<uuid:key>/cancel/", disposals.cancel_disposal, name="cancel-disposal"),
    path(f"{AREA}disposals/<uuid:key>/certificate/", disposals.certificate, name="certificate"),
]
