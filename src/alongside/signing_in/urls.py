"""The addresses of one's own account, and of proving who one is."""

from __future__ import annotations

from django.urls import path

from alongside.signing_in import confirm, safety, sessions, staying

app_name = "signing_in"
urlpatterns = [
    path("account/", safety.safety, name="safety"),
    path("account/confirm/", confirm.confirm, name="confirm"),
    path("account/app/", safety.add_app, name="add-app"),
    path("account/passkeys/new/", safety.add_passkey, name="add-passkey"),
    path("account/recovery-codes/", safety.recovery_codes, name="recovery-codes"),
    path("account/factors/<int:key>/remove/", safety.remove, name="remove-factor"),
    path("account/sign-ins/", sessions.sessions, name="sessions"),
    path("account/sign-ins/<int:key>/end/", sessions.end_one, name="end-session"),
    path("account/sign-ins/end-others/", sessions.end_others, name="end-others"),
    path("account/stay/", staying.stay, name="stay"),
    path("account/leave/", staying.leave, name="leave"),
]
