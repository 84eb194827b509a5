from __future__ import annotations

from django.apps import AppConfig


class NeedToKnowConfig(AppConfig):
    name = "alongside.need_to_know"
    verbose_name = "Need to know"

    def ready(self) -> None:
        from alongside.need_to_know.accounts import close_unused
        from alongside.outbox.daily import daily

        daily("close accounts that nobody uses", close_unused)
