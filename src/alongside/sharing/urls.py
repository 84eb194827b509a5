"""Pages about sharing information."""

from __future__ import annotations

from django.urls import path

from alongside.sharing import area_views, views

app_name = "sharing"

urlpatterns = [
    path("children/<str:reference>/sharing/", views.decisions, name="decisions"),
    path("children/<str:reference>/sharing/decide/", views.decide, name="decide"),
    path("children/<str:reference>/sharing/ask/", views.ask_agency, name="ask"),
    path("children/<str:reference>/sharing/<uuid:key>/", views.decision, name="decision"),
    path("children/<str:reference>/sharing/<uuid:key>/recall/", views.recall, name="recall"),
    path("children/<str:reference>/sharing/asked/<uuid:key>/withdraw/", views.withdraw, name="withdraw"),
    path("shared/", views.shared, name="shared"),
    path("shared/<uuid:key>/", views.one_shared, name="one-shared"),
    path("shared/asked/<uuid:key>/", views.answer, name="answer"),
    path("areas/<str:code>/sharing-agreements/", area_views.agreements_of, name="agreements"),
    path("areas/<str:code>/sharing-agreements/new/", area_views.new_agreement, name="new-agreement"),
    path(
        "areas/<str:code>/sharing-agreements/<uuid:key>/end/", area_views.end_agreement, name="end-agreement"
    ),
    path("areas/<str:code>/information-requests/", area_views.requests_of, name="requests"),
    path("areas/<str:code>/information-requests/new/", area_views.new_request, name="new-request"),
    path("areas/<str:code>/information-requests/<uuid:key>/", area_views.one_request, name="request"),
]
