from __future__ import annotations

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "alongside.retention"

    def ready(self) -> None:
        from alongside.outbox.daily import daily
        from alongside.retention import disposing

        daily("carry out disposals that two people signed", disposing.carry_out_due)
