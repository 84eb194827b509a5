"""Every page there is."""

from __future__ import annotations

from django.urls import include, path

from alongside.config import errors, health

urlpatterns = [
    path("", include("alongside.signing_in.entrance")),
    path("healthz", health.healthz, name="healthz"),
    path("gallery/", include("alongside.ui.urls")),
    # The desk and a child's record; then the process, in the order it happens.
    path("", include("alongside.desk.urls")),
    path("", include("alongside.explorer.urls")),
    path("", include("alongside.replay.urls")),
    path("", include("alongside.family.urls")),
    path("", include("alongside.referrals.urls")),
    path("", include("alongside.visits.urls")),
    path("", include("alongside.family_help.urls")),
    path("", include("alongside.early_help.urls")),
    path("", include("alongside.care.urls")),
    path("", include("alongside.strands.urls")),
    path("", include("alongside.contexts.urls")),
    path("", include("alongside.improvement.urls")),
    path("", include("alongside.assessments.urls")),
    path("", include("alongside.section47.urls")),
    path("", include("alongside.plans.urls")),
    path("", include("alongside.conferences.urls")),
    path("", include("alongside.closure.urls")),
    path("", include("alongside.need_to_know.urls")),
    path("", include("alongside.audit.urls")),
    path("", include("alongside.signing_in.urls")),
    path("", include("alongside.drafts.urls")),
    path("", include("alongside.matching.urls")),
    path("", include("alongside.analysis.urls")),
    path("", include("alongside.supervision.urls")),
    path("", include("alongside.sharing.urls")),
    path("", include("alongside.front_door.urls")),
    path("", include("alongside.partners.urls")),
    path("", include("alongside.letters.urls")),
    path("", include("alongside.briefings.urls")),
    path("", include("alongside.conference_day.urls")),
    path("", include("alongside.retention.urls")),
    path("", include("alongside.api.urls")),
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_found
handler500 = errors.broken
