from __future__ import annotations

from django.apps import AppConfig


class SigningInConfig(AppConfig):
    name = "alongside.signing_in"
    verbose_name = "Signing in"

    def ready(self) -> None:
        from alongside.signing_in import temporary

        temporary.listen()
