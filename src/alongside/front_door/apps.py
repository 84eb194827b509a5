from __future__ import annotations

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "alongside.front_door"

    def ready(self) -> None:
        from alongside.front_door.undelivered import tell_of_undelivered
        from alongside.outbox.daily import each_round

        each_round("tell whoever sent a letter that has not gone", tell_of_undelivered)
