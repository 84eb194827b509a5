"""Every page there is."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path

from alongside.config import errors, health, sign_in

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-out/", sign_in.sign_out, name="account_logout"),
    path("change-password/", sign_in.change_password, name="account_change_password"),
    path("change-password/done/", sign_in.password_changed, name="password_changed"),
    path("healthz", health.healthz, name="healthz"),
    path("gallery/", include("alongside.ui.urls")),
]

PAGES_OF = (
    "desk",
    "referrals",
    "family",
    "visits",
    "family_help",
    "assessments",
    "section47",
    "plans",
    "conferences",
    "closure",
)
urlpatterns += [
    path("", include(f"alongside.{app}.urls"))
    for app in PAGES_OF
    if find_spec(f"alongside.{app}") and find_spec(f"alongside.{app}.urls")
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_found
handler500 = errors.broken
