"""Pages of letters and documents."""

from __future__ import annotations

from django.urls import path

from alongside.letters import area_views, letter_views, views

app_name = "letters"

DOCUMENTS = "children/<str:reference>/documents"
ONE = f"{DOCUMENTS}/letters/<uuid:key>"
AREA = "administration/<str:code>/letters"
urlpatterns = [
    path(f"{DOCUMENTS}/", views.documents, name="documents"),
    path(f"{DOCUMENTS}/new/<str:kind>/", views.begin, name="begin"),
    path(f"{ONE}/", views.letter, name="letter"),
    path(f"{ONE}/write/", letter_views.write, name="write"),
    path(f"{ONE}/sign/", letter_views.sign, name="sign"),
    path(f"{ONE}/send/", letter_views.send, name="send"),
    path(f"{ONE}/failed/", letter_views.failed, name="failed"),
    path(f"{ONE}/not-sent/", letter_views.not_sent, name="not-sent"),
    path(f"{ONE}/translate/", letter_views.translate, name="translate"),
    path(f"{ONE}/release/", letter_views.release, name="release"),
    path(f"{ONE}/correct/", letter_views.correct, name="correct"),
    path(f"{ONE}/file/<str:form>/", letter_views.file, name="file"),
    path(f"{DOCUMENTS}/papers/<str:which>/<str:form>/", views.paper, name="paper"),
    path("letters/<uuid:key>/", views.received, name="received"),
    path("letters/<uuid:key>/file/<str:form>/", views.received_file, name="received-file"),
    path("letters/to-translate/", area_views.to_translate, name="to-translate"),
    path(f"{AREA}/", area_views.templates, name="templates"),
    path(f"{AREA}/days/<str:what>/", area_views.set_days, name="set-days"),
    path(f"{AREA}/<str:kind>/<str:audience>/", area_views.template, name="template"),
]
