"""Only the gallery and signing in, so that the look of pages is tested without the pages above it."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.signing_in.entrance")),
    path("", include("alongside.signing_in.urls")),
    path("gallery/", include("alongside.ui.urls")),
]
