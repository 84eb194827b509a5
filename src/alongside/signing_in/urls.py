"""The addresses of one's own account, and of proving who one is."""

from __future__ import annotations

from django.urls import path

from alongside.signing_in import confirm

app_name = "signing_in"
urlpatterns = [
    path("account/confirm/", confirm.confirm, name="confirm"),
]
