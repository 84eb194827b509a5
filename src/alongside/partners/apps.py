from __future__ import annotations

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "alongside.partners"

    def ready(self) -> None:
        from datetime import time

        from alongside.outbox.daily import daily
        from alongside.partners.services.chase import chase_unanswered
        from alongside.partners.services.chase_reports import chase_reports

        daily("remind agencies that have not answered the front door", chase_unanswered, after=time(8, 0))
        daily("ask again for reports to conferences", chase_reports, after=time(8, 0))
