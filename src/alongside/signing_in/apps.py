from __future__ import annotations

from django.apps import AppConfig


class SigningInConfig(AppConfig):
    name = "alongside.signing_in"
