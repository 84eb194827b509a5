"""Only the gallery, so that the look of pages is tested without the pages above it."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("gallery/", include("alongside.ui.urls"))]
